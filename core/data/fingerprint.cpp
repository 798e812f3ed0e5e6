// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprint.h"

#include "core/base/numbers.h"
#include "core/base/xxhash64.h"

#include <array>
#include <bit>

namespace inkling {
namespace {

template <typename Values>
std::uint64_t hashOf(const Values& values, std::uint64_t seed) {
  static_assert(std::endian::native == std::endian::little, "else the digits would differ");
  const auto bytes = std::as_bytes(std::span(values));
  return xxHash64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, seed);
}

std::uint64_t hashOf(const Dataset& set, std::uint64_t seed) {
  const std::array<std::int32_t, 5> head{set.height, set.width, set.channels, set.classes,
                                         set.count()};
  return hashOf(set.labels, hashOf(set.pixels, hashOf(head, seed)));
}

}  // namespace

std::string fingerprint(const DataSource& source) {
  return hexText(hashOf(*source.test, hashOf(*source.train, 0)));
}

}  // namespace inkling
