// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/numpyset.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/filetype.h"
#include "core/base/memory.h"
#include "core/data/classnames.h"
#include "core/data/flatcolour.h"
#include "core/data/numpyimages.h"
#include "core/data/numpylabels.h"
#include "core/data/numpynames.h"
#include "core/data/partname.h"

#include <algorithm>
#include <future>
#include <optional>

namespace inkling {
namespace {

bool isNumpy(std::span<const char> head) {
  const std::string_view type = typeOf(head);
  return type == kNpyType || type == kNpzType;
}

/// Of a folder: it may hold a million pictures, none of which is opened.
bool isNumpyFile(const std::filesystem::path& file) {
  const std::string extension = lowerExtension(file);
  return (extension == ".npy" || extension == ".npz") && fileKind(file) == FileKind::File &&
         isNumpy(headOf(file));
}

std::vector<std::filesystem::path> numpyFilesOf(const std::vector<std::filesystem::path>& entries) {
  std::vector<std::filesystem::path> files;
  std::ranges::copy_if(entries, std::back_inserter(files), isNumpyFile);
  return files;
}

/// The set of a file: the archive, or the files of one array that belong to it.
NumpyFiles setOfFile(const std::filesystem::path& file) {
  const std::string stem = partNameOf(file.filename().string()).stem;
  if (typeOf(headOf(file)) == kNpzType) {
    NumpyFiles archive = findNumpySets({file}).front();
    if (!archive.archive.empty()) return archive;
  }
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  std::vector<std::filesystem::path> files{file};
  for (const std::filesystem::path& entry : entriesOf(folder))
    if (entry.filename() != file.filename() && partNameOf(entry.filename().string()).stem == stem &&
        isNumpyFile(entry))
      files.push_back(entry);
  std::vector<NumpyFiles> sets = findNumpySets(files);
  const auto found = std::ranges::find_if(
      sets, [&](const NumpyFiles& set) { return set.archive.empty() && set.stem == stem; });
  return found == sets.end() ? findNumpySets({file}).front() : std::move(*found);
}

std::string titleOfSet(const NumpyFiles& files) {
  if (const KnownSet* known = knownSet(files.stem)) return known->title;
  if (!files.archive.empty()) return files.archive.stem().string();
  return files.stem;
}

NumpyFiles chosenNumpySet(const DataPlace& place) {
  if (!place.folder) return setOfFile(place.path);
  return findNumpySets(numpyFilesOf(place.entries)).at(0);
}

std::string listOf(const std::vector<std::string>& names) {
  constexpr std::size_t kMostShown = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMostShown); ++i)
    list += (i > 0 ? ", " : "") + names[i];
  return names.size() > kMostShown ? list + ", …" : list;
}

void requirePairs(const NumpyFiles& files, const std::string& name) {
  const auto require = [&](const ArrayPlace& images, const ArrayPlace& labels,
                           const std::string& part) {
    if (images.empty() == labels.empty()) return;
    const std::string lacking = images.empty() ? "images" : "labels";
    throw Error((images.empty() ? labels : images).text() + ": there are no " + lacking +
                " for it; expected an array called " + (images.empty() ? "x" : "y") +
                (part.empty() ? "" : "_" + part) + " or " + (part.empty() ? "" : part + "_") +
                lacking + ", for example.");
  };
  require(files.trainImages, files.trainLabels, files.testImages.empty() ? "" : "train");
  require(files.testImages, files.testLabels, "test");
  if (!files.trainImages.empty()) return;
  throw Error(name +
              (files.others.empty()
                   ? " has no arrays"
                   : " has arrays with other names (" + listOf(files.others) + ")") +
              "; expected are images and labels called x_train and y_train, images and labels, " +
              "or X and y, for example.");
}

/// One part of a set while it is read.
struct NumpyPart {
  NumpyPart(const ArrayPlace& imagePlace, const ArrayPlace& labelPlace)
      : images(imagePlace),
        labels(labelPlace) {}

  Dataset join(const PixelScale& scale, const DataReading& reading) {
    Dataset set;
    set.labels = readNumpyLabels(labels);
    if (set.count() != images.count())
      throw Error(labels.text() + ": expected " + std::to_string(images.count()) +
                  " labels, one for each image of " + images.name() + ", found " +
                  std::to_string(set.count()) + ".");
    set.height = images.shape().height;
    set.width = images.shape().width;
    set.channels = images.shape().channels;
    set.pixels = images.readPixels(scale, reading);
    return set;
  }

  NumpyImages images;
  ArrayPlace labels;
};

constexpr auto kWithTrain = std::launch::async | std::launch::deferred;

void readParts(const NumpyFiles& files, const DataReading& reading, FoundData& found) {
  NumpyPart train(files.trainImages, files.trainLabels);
  std::optional<NumpyPart> test;
  if (!files.testImages.empty()) test.emplace(files.testImages, files.testLabels);
  requireMemory(train.images.bytes() + (test ? test->images.bytes() : 0), train.images.name());
  const DataReading quiet{.cancel = reading.cancel};
  std::future<PixelRange> testRange;
  if (test) testRange = std::async(kWithTrain, [&] { return test->images.readRange(quiet); });
  PixelRange range = train.images.readRange(reading);
  if (test) range.add(testRange.get());
  const PixelScale scale = files.fullScale.empty() ? PixelScale::of(range, train.images.name())
                                                   : PixelScale{0, readNumpyScale(files.fullScale)};
  std::future<Dataset> testSet;
  if (test) testSet = std::async(kWithTrain, [&] { return test->join(scale, quiet); });
  found.train = train.join(scale, reading);
  if (test) found.test = testSet.get();
  if (scale.changesBytes()) found.notes.push_back(scale.note());
  if (!train.images.isFlatColour()) return;
  const std::string note = orderFlatColour(found.train, found.test);
  if (!note.empty()) found.notes.push_back(note);
}

std::vector<std::string> namesOfSet(const NumpyFiles& files) {
  if (!files.classNames.empty()) return readNumpyNames(files.classNames);
  const std::filesystem::path folder = files.file().parent_path();
  std::vector<std::string> names = classNamesIn(folder.empty() ? "." : folder);
  if (!names.empty()) return names;
  const KnownSet* known = knownSet(files.stem);
  return known ? known->classNames : names;
}

}  // namespace

bool recognisesNumpy(const DataPlace& place) {
  return place.folder ? std::ranges::any_of(place.entries, isNumpyFile) : isNumpy(place.head);
}

std::vector<DataChoice> numpyChoices(const DataPlace& place) {
  std::vector<DataChoice> choices;
  if (!place.folder) return choices;
  for (const NumpyFiles& files : findNumpySets(numpyFilesOf(place.entries)))
    choices.push_back({files.file().filename().string(), files.file()});
  return choices;
}

FoundData readNumpy(const DataPlace& place, const DataReading& reading) {
  const NumpyFiles files = chosenNumpySet(place);
  requirePairs(files, place.path.string());
  FoundData found;
  if (!place.folder) found.title = titleOfSet(files);
  found.classNames = namesOfSet(files);
  readParts(files, reading, found);
  if (!files.leftOut.empty())
    found.notes.push_back("What is for validation was left out: " + listOf(files.leftOut) + ".");
  return found;
}

}  // namespace inkling
