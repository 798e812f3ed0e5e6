// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idxfolder.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <string>
#include <vector>

namespace inkling {
namespace {

constexpr const char* kImages = "images";
constexpr const char* kLabels = "labels";

// Empty if there is no such file.
std::filesystem::path findFile(const std::filesystem::path& folder, const std::string& part,
                               const std::string& kind) {
  const std::string stem = part + "-" + kind;
  const std::vector<std::string> types = kind == kImages
                                             ? std::vector<std::string>{"idx3-ubyte"}
                                             : std::vector<std::string>{"idx1-ubyte", "idx1-short"};
  for (const std::string& type : types) {
    for (const char* end : {"", ".gz"}) {
      for (const char* joint : {"-", "."}) {
        std::filesystem::path file = folder / (stem + joint + type + end);
        if (fileKind(file) == FileKind::File) return file;
      }
    }
  }
  return {};
}

// With empty paths for those that are not there.
IdxFiles lookForIdxFiles(const std::filesystem::path& folder) {
  return {findFile(folder, "train", kImages), findFile(folder, "train", kLabels),
          findFile(folder, "t10k", kImages), findFile(folder, "t10k", kLabels)};
}

}  // namespace

IdxFiles findIdxFiles(const std::filesystem::path& folder) {
  IdxFiles files = lookForIdxFiles(folder);
  const auto require = [&](const std::filesystem::path& file, const std::string& name,
                           const std::string& type) {
    if (!file.empty()) return;
    throw Error("There is no file " + name + "-" + type + " in " + folder.string() + " (nor " +
                name + "." + type +
                ", nor either with .gz). A data folder has four such files: images and labels "
                "for train and t10k; without any for t10k, a tenth of the others is set aside.");
  };
  require(files.trainImages, "train-images", "idx3-ubyte");
  require(files.trainLabels, "train-labels", "idx1-ubyte");
  if (files.testImages.empty() && files.testLabels.empty()) return files;
  require(files.testImages, "t10k-images", "idx3-ubyte");
  require(files.testLabels, "t10k-labels", "idx1-ubyte");
  return files;
}

bool hasIdxFiles(const std::filesystem::path& folder) {
  const IdxFiles files = lookForIdxFiles(folder);
  return !files.trainImages.empty() && !files.trainLabels.empty() &&
         files.testImages.empty() == files.testLabels.empty();
}

bool hasAnyIdxFile(const std::filesystem::path& folder) {
  const IdxFiles files = lookForIdxFiles(folder);
  return !files.trainImages.empty() || !files.trainLabels.empty() || !files.testImages.empty() ||
         !files.testLabels.empty();
}

}  // namespace inkling
