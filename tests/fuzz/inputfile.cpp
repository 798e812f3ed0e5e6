// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/inputfile.h"

#include "tests/fuzz/target.h"

#include <sys/mman.h>
#include <unistd.h>

namespace inkling::fuzz {

std::filesystem::path fileOf(std::span<const char> input) {
  static const int file = memfd_create("input", 0);
  const auto size = static_cast<ssize_t>(input.size());
  check(ftruncate(file, 0) == 0 && pwrite(file, input.data(), input.size(), 0) == size,
        "the input can be put into a file");
  return "/proc/self/fd/" + std::to_string(file);
}

}  // namespace inkling::fuzz
