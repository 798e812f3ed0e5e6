// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/xxhash64.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace inkling {
namespace {

// The names of the specification.
constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t kPrime3 = 0x165667B19E3779F9;
constexpr std::uint64_t kPrime4 = 0x85EBCA77C2B2AE63;
constexpr std::uint64_t kPrime5 = 0x27D4EB2F165667C5;

static_assert(std::endian::native == std::endian::little, "words are read as they stand in memory");

template <typename Word>
std::uint64_t read(const std::uint8_t* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t word) {
  return std::rotl(lane + word * kPrime2, 31) * kPrime1;
}

/// Stripes of four words, a lane each.
std::uint64_t hashStripes(const std::uint8_t* from, std::size_t stripes, std::uint64_t seed) {
  std::array<std::uint64_t, 4> lanes{seed + kPrime1 + kPrime2, seed + kPrime2, seed,
                                     seed - kPrime1};
  for (std::size_t i = 0; i < stripes; ++i)
    for (std::uint64_t& lane : lanes) {
      lane = round(lane, read<std::uint64_t>(from));
      from += sizeof lane;
    }
  std::uint64_t hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) +
                       std::rotl(lanes[3], 18);
  for (const std::uint64_t lane : lanes) hash = (hash ^ round(0, lane)) * kPrime1 + kPrime4;
  return hash;
}

}  // namespace

std::uint64_t xxHash64(std::span<const std::uint8_t> bytes, std::uint64_t seed) {
  constexpr std::size_t kStripe = 32;
  const std::uint8_t* at = bytes.data();
  const std::size_t stripes = bytes.size() / kStripe;
  std::uint64_t hash = stripes > 0 ? hashStripes(at, stripes, seed) : seed + kPrime5;
  hash += bytes.size();
  at += stripes * kStripe;
  std::size_t left = bytes.size() % kStripe;
  for (; left >= 8; left -= 8, at += 8)
    hash = std::rotl(hash ^ round(0, read<std::uint64_t>(at)), 27) * kPrime1 + kPrime4;
  for (; left >= 4; left -= 4, at += 4)
    hash = std::rotl(hash ^ read<std::uint32_t>(at) * kPrime1, 23) * kPrime2 + kPrime3;
  for (; left > 0; --left, ++at) hash = std::rotl(hash ^ *at * kPrime5, 11) * kPrime1;
  hash = (hash ^ hash >> 33) * kPrime2;
  hash = (hash ^ hash >> 29) * kPrime3;
  return hash ^ hash >> 32;
}

}  // namespace inkling
