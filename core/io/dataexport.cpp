// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/dataexport.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/littleendian.h"
#include "core/base/utf8.h"
#include "core/data/idxset.h"
#include "core/data/npyarray.h"
#include "core/io/atomicfile.h"
#include "core/io/zipwriter.h"

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

void addImages(ZipWriter& archive, const std::string& name, const Dataset& set) {
  std::vector<int> extents{set.count(), set.height, set.width};
  if (set.channels > 1) extents.push_back(set.channels);
  const auto* pixels = reinterpret_cast<const char*>(set.pixels.data());
  archive.add(name, {npyStart("|u1", extents), std::span(pixels, set.pixels.size())});
}

void addLabels(ZipWriter& archive, const std::string& name, const Dataset& set) {
  std::vector<char> bytes;
  bytes.reserve(set.labels.size() * sizeof(std::uint64_t));
  for (const Label label : set.labels) appendLittle(bytes, std::uint64_t{label});
  archive.add(name, {npyStart("<i8", {set.count()}), bytes});
}

// Texts of as many characters as the longest has, filled up with zeros.
void addNames(ZipWriter& archive, const std::vector<std::string>& names) {
  std::vector<std::u32string> texts;
  std::size_t longest = 1;
  for (const std::string& name : names) {
    texts.push_back(charactersOf(name));
    longest = std::max(longest, texts.back().size());
  }
  std::vector<char> bytes;
  for (std::u32string& text : texts) {
    text.resize(longest);
    for (const char32_t character : text) appendLittle(bytes, std::uint32_t{character});
  }
  const int count = static_cast<int>(names.size());
  archive.add("class_names.npy", {npyStart("<U" + std::to_string(longest), {count}), bytes});
}

}  // namespace

void exportNpz(const DataSource& source, const std::filesystem::path& file) {
  ZipWriter archive;
  addImages(archive, "x_train.npy", *source.train);
  addLabels(archive, "y_train.npy", *source.train);
  addImages(archive, "x_test.npy", *source.test);
  addLabels(archive, "y_test.npy", *source.test);
  addNames(archive, source.classNames);
  archive.add("full_scale.npy", {npyStart("|u1", {}), std::string(1, '\xff')});
  writeFileAtomically(file, archive.finish());
}

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
