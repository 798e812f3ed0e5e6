// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/runslot.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <algorithm>
#include <string>
#include <vector>

namespace inkling {
namespace {

namespace fs = std::filesystem;

constexpr int kSlots = 64;

fs::path slotFile(const fs::path& folder, int number) {
  return folder / ("run-" + std::to_string(number) + ".safetensors");
}

}  // namespace

std::optional<RunSlot> RunSlot::take(const fs::path& file, bool filled) {
  fs::path place = file;
  auto lock = FileLock::tryTake(place.replace_extension(".lock"));
  // Its holder may have removed it, or another program filled it, before the lock was ours.
  if (!lock || isThere(file) != filled) return std::nullopt;
  return RunSlot(file, std::move(*lock));
}

std::optional<RunSlot> RunSlot::takeLeft(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  for (int number = 0; number < kSlots; ++number) {
    std::error_code none;
    const fs::file_time_type time = fs::last_write_time(slotFile(folder, number), none);
    if (!none) found.emplace_back(time, slotFile(folder, number));
  }
  std::ranges::sort(found, std::greater<>());
  try {
    for (const auto& [time, file] : found)
      if (auto slot = take(file, true)) return slot;
  } catch (const Error&) {
    return std::nullopt;  // a folder that may only be read
  }
  return std::nullopt;
}

RunSlot RunSlot::takeEmpty(const fs::path& folder) {
  makeFolder(folder);
  for (int number = 0; number < kSlots; ++number)
    if (auto slot = take(slotFile(folder, number), false)) return std::move(*slot);
  throw Error("There are too many interrupted runs in " + folder.string() + ".");
}

}  // namespace inkling
