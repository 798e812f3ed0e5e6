// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/gzip.h"

#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

#include <array>

using namespace inkling;

INKLING_FUZZ(gzip) {
  ByteSource source(fuzz::fileOf(input));
  std::array<std::uint8_t, 4096> block{};
  std::uint64_t total = 0;
  std::size_t wanted = 1;
  while (const std::size_t count = source.read({block.data(), wanted})) {
    total += count;
    fuzz::check(total <= source.bound(), "a file yields no more than its bound");
    wanted = std::min(2 * wanted + 1, block.size());
  }
  if (source.isRaw())
    fuzz::check(total == input.size(), "a file that is not gzip is read as it is");
}
