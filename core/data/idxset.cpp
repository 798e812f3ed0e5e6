// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idxset.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/classnames.h"
#include "core/data/emnist.h"
#include "core/data/idx.h"

#include <algorithm>
#include <array>
#include <functional>
#include <future>
#include <map>
#include <optional>

namespace inkling {
namespace {

/// What the name of an IDX file says.
struct IdxName {
  std::string stem;
  bool test = false;
  bool labels = false;
  bool packed = false;
};

bool isOneOf(const std::string& word, std::initializer_list<const char*> words) {
  return std::ranges::find(words, word) != words.end();
}

IdxName nameOf(const std::filesystem::path& file) {
  IdxName name;
  std::string word;
  std::string text = file.filename().string();
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto take = [&] {
    if (isOneOf(word, {"t10k", "test", "testing"}))
      name.test = true;
    else if (isOneOf(word, {"label", "labels"}))
      name.labels = true;
    else if (word == "gz")
      name.packed = true;
    else if (!word.empty() &&
             !isOneOf(word, {"train", "training", "image", "images", "idx", "idx1", "idx2", "idx3",
                             "idx4", "ubyte", "byte", "short", "int"}))
      name.stem += (name.stem.empty() ? "" : "-") + word;
    word.clear();
  };
  for (const char c : text) {
    if (c == '-' || c == '.' || c == '_' || c == ' ')
      take();
    else
      word += c;
  }
  take();
  return name;
}

/// Whether it is worth opening: folders may hold a million pictures.
bool mayBeIdx(const std::filesystem::path& file) {
  constexpr std::array kOthers = {
      ".png", ".jpg",  ".jpeg",  ".gif", ".bmp", ".webp", ".tif", ".tiff",        ".csv",  ".tsv",
      ".txt", ".json", ".jsonl", ".npy", ".npz", ".md",   ".py",  ".safetensors", ".onnx", ".zip"};
  return std::ranges::find(kOthers, lowerExtension(file)) == kOthers.end() &&
         fileKind(file) == FileKind::File;
}

std::optional<IdxHead> idxHeadOf(const std::filesystem::path& file) {
  return mayBeIdx(file) ? parseIdxHead(headOf(file)) : std::nullopt;
}

bool isLabels(const IdxHead& head, const IdxName& name) {
  return head.extents.size() == 1 || (head.extents.size() == 2 && name.labels);
}

std::string titleOf(const IdxFiles& files) {
  return files.stem.empty() ? "MNIST's names" : files.stem;
}

[[noreturn]] void refuseMissing(const std::filesystem::path& partner, bool labels) {
  throw Error(labels ? "There are no images for the labels " + partner.string() +
                           " in its folder: a file of the same name with \"images\" in it."
                     : "There are no labels for the images " + partner.string() +
                           " in its folder: a file of the same name with \"labels\" in it.");
}

void requirePair(const std::filesystem::path& images, const std::filesystem::path& labels) {
  if (images.empty() && !labels.empty()) refuseMissing(labels, true);
  if (labels.empty() && !images.empty()) refuseMissing(images, false);
}

/// The set that the place means: its first one, or that of the file.
IdxFiles chosenSet(const DataPlace& place) {
  if (!place.folder) {
    const std::filesystem::path folder =
        place.path.has_parent_path() ? place.path.parent_path() : std::filesystem::path(".");
    const std::string stem = nameOf(place.path).stem;
    for (const IdxFiles& files : findIdxSets(entriesOf(folder)))
      if (files.stem == stem) return files;
    throw Error(place.path.string() + " cannot be found in its folder.");
  }
  return findIdxSets(place.entries).at(0);
}

/// Reads images and labels side by side, from the beginning on.
class PartReader {
public:
  PartReader(std::filesystem::path images, std::filesystem::path labels, DataReading reading)
      : m_reading(std::move(reading)),
        m_imageFile(std::move(images)),
        m_labelFile(std::move(labels)),
        m_images(std::async(kSomehow, readIdxImages, m_imageFile, std::cref(m_reading))),
        m_labels(std::async(kSomehow, readIdxLabels, m_labelFile)) {}
  PartReader(const PartReader&) = delete;
  PartReader& operator=(const PartReader&) = delete;

  Dataset join(int classes) {
    return joinIdx(m_images.get(), m_imageFile, m_labels.get(), m_labelFile, classes);
  }

private:
  static constexpr auto kSomehow = std::launch::async | std::launch::deferred;
  const DataReading m_reading;
  std::filesystem::path m_imageFile;
  std::filesystem::path m_labelFile;
  std::future<IdxImages> m_images;
  std::future<IdxLabels> m_labels;
};

}  // namespace

std::vector<IdxFiles> findIdxSets(const std::vector<std::filesystem::path>& entries) {
  std::map<std::string, IdxFiles> sets;
  std::map<std::string, bool> packed;  // by path
  for (const std::filesystem::path& file : entries) {
    const std::optional<IdxHead> head = idxHeadOf(file);
    if (!head) continue;
    const IdxName name = nameOf(file);
    IdxFiles& set = sets[name.stem];
    set.stem = name.stem;
    const bool labels = isLabels(*head, name);
    std::filesystem::path& place = name.test ? (labels ? set.testLabels : set.testImages)
                                             : (labels ? set.trainLabels : set.trainImages);
    if (place.empty() || nameOf(place).packed) place = file;
  }
  std::vector<IdxFiles> found;
  for (auto& [stem, files] : sets) found.push_back(std::move(files));
  return found;
}

bool recognisesIdx(const DataPlace& place) {
  if (!place.folder) return parseIdxHead(place.head).has_value();
  return std::ranges::any_of(
      place.entries, [](const std::filesystem::path& file) { return idxHeadOf(file).has_value(); });
}

std::vector<DataChoice> idxChoices(const DataPlace& place) {
  std::vector<DataChoice> choices;
  if (!place.folder) return choices;
  for (const IdxFiles& files : findIdxSets(place.entries))
    choices.push_back(
        {titleOf(files), files.trainImages.empty() ? files.testImages : files.trainImages});
  return choices;
}

FoundData readIdx(const DataPlace& place, const DataReading& reading) {
  IdxFiles files = chosenSet(place);
  requirePair(files.trainImages, files.trainLabels);
  requirePair(files.testImages, files.testLabels);
  if (files.trainImages.empty()) {
    std::swap(files.trainImages, files.testImages);
    std::swap(files.trainLabels, files.testLabels);
  }
  FoundData found;
  found.title = place.folder ? "" : files.stem;
  const std::filesystem::path folder = place.folder ? place.path : files.trainImages.parent_path();
  found.classNames = classNamesIn(folder);
  const std::optional<Emnist> emnist = emnistOf(files.stem, folder);
  if (emnist && found.classNames.empty()) found.classNames = emnist->classNames;
  const int shift = emnist ? emnist->firstLabel : 0;
  const int classes =
      found.classNames.empty() ? kMostClasses : static_cast<int>(found.classNames.size()) + shift;
  PartReader train(files.trainImages, files.trainLabels, reading);
  std::optional<PartReader> test;
  if (!files.testImages.empty())
    test.emplace(files.testImages, files.testLabels, DataReading{.cancel = reading.cancel});
  found.train = train.join(classes);
  if (test) found.test = test->join(classes);
  if (emnist) {
    turnEmnist(found.train, *emnist);
    turnEmnist(found.test, *emnist);
    found.notes.push_back("The images stand transposed in the files of EMNIST; they were turned.");
  }
  return found;
}

}  // namespace inkling
