// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/data/ziparchive.h"
#include "core/io/npy.h"
#include "core/io/zipwriter.h"

#include <set>

namespace inkling {

std::vector<char> encodeNpz(const std::vector<Tensor>& tensors) {
  ZipWriter archive;
  for (const Tensor& tensor : tensors) {
    const std::vector<char> bytes = encodeNpy(tensor);
    archive.add(tensor.name + ".npy", {bytes});
  }
  return archive.finish();
}

std::vector<Tensor> decodeNpz(std::span<const char> bytes, const std::string& source) {
  if (typeOf(bytes) != kZipType) requireType(bytes, kNpzType, source);
  const ZipArchive archive(bytes, source);
  constexpr std::uint64_t kMaxTotal = std::uint64_t{2} << 30;
  std::vector<Tensor> tensors;
  std::set<std::string> names;
  std::uint64_t total = 0;
  std::uint64_t numbers = 0;  // each is a float here, however small it is in the file
  for (const ZipMember& entry : archive.members()) {
    const std::string label = source + ": " + entry.name;
    if (!entry.name.ends_with(".npy"))
      throw Error(label + " is not an array (its name lacks .npy).");
    if (!names.insert(entry.name).second) throw Error(label + " is there twice.");
    total += entry.size;
    if (total > kMaxTotal || numbers > kMostNumbers)
      throw Error(source + " holds more than " + std::to_string(kMaxTotal) + " bytes.");
    tensors.push_back(decodeNpy(archive.contents(entry), label));
    tensors.back().name = entry.name.substr(0, entry.name.size() - 4);
    numbers += tensors.back().values.size();
  }
  return tensors;
}

}  // namespace inkling
