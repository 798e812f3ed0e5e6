// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idxfolder.h"

#include "core/base/error.h"

#include <string>

namespace inkling {
namespace {

// Empty if there is no such file.
std::filesystem::path findFile(const std::filesystem::path& folder, const std::string& stem,
                               const std::string& type) {
  for (const char* end : {"", ".gz"}) {
    for (const char* joint : {"-", "."}) {
      std::filesystem::path file = folder / (stem + joint + type + end);
      std::error_code error;
      if (std::filesystem::is_regular_file(file, error)) return file;
    }
  }
  return {};
}

std::filesystem::path requireFile(const std::filesystem::path& folder, const std::string& stem,
                                  const std::string& type) {
  std::filesystem::path file = findFile(folder, stem, type);
  if (!file.empty()) return file;
  throw Error("There is no file " + stem + "-" + type + " in " + folder.string() + " (nor " + stem +
              "." + type +
              ", nor either with .gz). A data folder has four such files: images and labels "
              "for train and t10k.");
}

}  // namespace

IdxQuartet findIdxQuartet(const std::filesystem::path& folder) {
  return {requireFile(folder, "train-images", "idx3-ubyte"),
          requireFile(folder, "train-labels", "idx1-ubyte"),
          requireFile(folder, "t10k-images", "idx3-ubyte"),
          requireFile(folder, "t10k-labels", "idx1-ubyte")};
}

bool hasIdxQuartet(const std::filesystem::path& folder) {
  for (const char* part : {"train", "t10k"}) {
    if (findFile(folder, std::string(part) + "-images", "idx3-ubyte").empty()) return false;
    if (findFile(folder, std::string(part) + "-labels", "idx1-ubyte").empty()) return false;
  }
  return true;
}

}  // namespace inkling
