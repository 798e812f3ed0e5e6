// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/sweepfolder.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/xxhash64.h"
#include "core/io/atomicfile.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace inkling {
namespace {

/// As a folder's name. Nothing in it leads elsewhere.
std::string plainName(const std::string& name) {
  constexpr std::string_view kForbidden = "/\\:*?\"<>|";
  constexpr std::size_t kMostBytes = 200;
  std::string plain = name;
  for (char& c : plain)
    if (kForbidden.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < ' ')
      c = '-';
  if (plain.empty() || plain.front() == '.') plain.insert(plain.begin(), '_');
  std::size_t end = std::min(plain.size(), kMostBytes);
  while (end < plain.size() && end > 0 && (plain[end] & 0xC0) == 0x80) --end;
  return plain.substr(0, end);
}

/// Nothing if the folder holds no sweep, or one that cannot be used.
std::optional<std::string> sweepIn(const SweepFolder& folder) {
  if (!isThere(folder.sweepFile())) return std::nullopt;
  try {
    return folder.loadSpec().name;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

SweepFolder sweepFolderFor(const std::filesystem::path& root, const std::string& name) {
  const std::string plain = plainName(name);
  const std::optional<std::string> there = sweepIn({root / plain});
  if (there ? *there == name : plain == name) return {root / plain};
  const std::uint64_t hash =
      xxHash64({reinterpret_cast<const std::uint8_t*>(name.data()), name.size()});
  return {root / (plain + "-" + hexText(hash))};
}

void SweepFolder::create() const {
  for (const char* name : {"trials", "models", "claims"}) makeFolder(root / name);
}

void SweepFolder::saveSpec(const SweepSpec& spec) const {
  if (isThere(sweepFile())) {
    const std::string before = loadSpec().name;
    if (before != spec.name)
      throw Error(root.string() + " holds the sweep \"" + before +
                  "\": choose another folder for \"" + spec.name + "\".");
  }
  create();
  writeFileAtomically(sweepFile(), toJson(spec));
}

SweepSpec SweepFolder::loadSpec() const {
  if (!isThere(sweepFile()))
    throw Error(root.string() + " holds no sweep: there is no file sweep.json in it.");
  return loadSweep(sweepFile(), {});
}

}  // namespace inkling
