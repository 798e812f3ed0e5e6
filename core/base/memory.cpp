// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/memory.h"

#include "core/base/error.h"

#include <fstream>
#include <unistd.h>

namespace inkling {
namespace {

// Bytes that can be had without swapping, as Linux estimates it (proc(5)); elsewhere all there is.
std::uint64_t freeMemory() {
  std::ifstream info("/proc/meminfo");
  for (std::string name, unit; info >> name;) {
    std::uint64_t kibibytes = 0;
    if (!(info >> kibibytes)) break;
    if (name == "MemAvailable:") return kibibytes << 10;
    std::getline(info, unit);
  }
  const std::uint64_t half = halfOfMemory();
  return half == kAnyMemory ? half : 2 * half;
}

}  // namespace

std::uint64_t halfOfMemory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long size = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || size <= 0) return kAnyMemory;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) / 2;
}

void requireMemory(std::uint64_t bytes, const std::string& name) {
  constexpr std::uint64_t kSmall = std::uint64_t{64} << 20;  // not worth a look
  if (bytes <= kSmall) return;
  const std::uint64_t free = freeMemory();
  if (bytes <= free / 2) return;
  throw Error(name + " takes " + std::to_string(bytes >> 20) + " MiB of memory, " +
              std::to_string(free >> 20) + " MiB are free, of which half may be used.");
}

}  // namespace inkling
