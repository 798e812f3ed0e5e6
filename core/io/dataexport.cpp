// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/dataexport.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/idxset.h"
#include "core/io/atomicfile.h"

#include <algorithm>
#include <array>
#include <string>

namespace inkling {
namespace {

constexpr char kUnsignedByte = 8;
constexpr char kShort = 11;

// A magic number and the extents, big-endian.
std::string idxHead(char type, const std::vector<int>& extents) {
  std::string head{'\0', '\0', type, static_cast<char>(extents.size())};
  for (const int extent : extents)
    for (int shift = 24; shift >= 0; shift -= 8) head += static_cast<char>((extent >> shift) & 255);
  return head;
}

std::string imageBytes(const Dataset& set) {
  std::vector<int> extents{set.count(), set.height, set.width};
  if (set.channels > 1) extents.push_back(set.channels);
  std::string bytes = idxHead(kUnsignedByte, extents);
  bytes.append(set.pixels.begin(), set.pixels.end());
  return bytes;
}

// In bytes, or in 16 bits if a label needs them.
std::string labelBytes(const Dataset& set) {
  constexpr int kMostOfAByte = 255;
  const bool wide = std::ranges::any_of(set.labels, [](int label) { return label > kMostOfAByte; });
  std::string bytes = idxHead(wide ? kShort : kUnsignedByte, {set.count()});
  for (const Label label : set.labels) {
    if (wide) bytes += static_cast<char>(label >> 8);
    bytes += static_cast<char>(label & kMostOfAByte);
  }
  return bytes;
}

}  // namespace

void exportIdxFolder(const DataSource& source, const std::filesystem::path& folder) {
  const std::string trainLabels = labelBytes(*source.train);
  const std::string testLabels = labelBytes(*source.test);
  const std::string train = imageBytes(*source.train);
  const std::string test = imageBytes(*source.test);
  std::string names;
  for (const std::string& name : source.classNames) names += name + "\n";
  const std::string images =
      source.train->channels > 1 ? "-images-idx4-ubyte" : "-images-idx3-ubyte";
  const auto labels = [](const std::string& bytes) {
    return bytes[2] == kShort ? "-labels-idx1-short" : "-labels-idx1-ubyte";
  };
  const std::vector<NewFile> files{
      {folder / ("train" + images), train},
      {folder / ("train" + std::string(labels(trainLabels))), trainLabels},
      {folder / ("t10k" + images), test},
      {folder / ("t10k" + std::string(labels(testLabels))), testLabels},
      {folder / "classes.txt", names}};
  makeFolder(folder);
  const bool taken = std::ranges::any_of(files, isThere, &NewFile::file);
  if (taken || !findIdxSets(entriesOf(folder)).empty())
    throw Error("There is a data set in " + folder.string() + " already: choose another folder.");
  writeFilesAtomically(files);
}

}  // namespace inkling
