// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <array>
#include <cstdint>
#include <vector>

namespace inkling {

/// What a stream of random numbers is for. Streams with different purposes are independent.
enum class RandomPurpose : std::uint32_t {
  Initialisation,
  Shuffle,
  Dropout,
  Augmentation,
  Search,
  Analysis,
  Division,
  ClassSampling
};

/// Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror, Shaw, "Parallel random
/// numbers: as easy as 1, 2, 3", SC 2011). A value is a pure function of (seed, purpose, a, b) and
/// its position in the stream, so the position in a run is integers and any thread can draw any
/// sample's numbers.
class INKLING_CORE_API Random {
public:
  /// `a` and `b` tell streams of one purpose apart, e.g. epoch and sample, or step and layer.
  Random(std::uint64_t seed, RandomPurpose purpose, std::uint32_t a = 0, std::uint32_t b = 0);

  std::uint32_t next();                     ///< uniform 32 bits
  double uniform();                         ///< [0, 1), 32 bits of resolution
  double uniform(double low, double high);  ///< [low, high)
  double normal();                          ///< N(0, 1), Box and Muller 1958
  std::uint32_t below(std::uint32_t bound);  ///< {0 … bound−1}, unbiased (Lemire 2019); bound > 0
  bool chance(double probability);           ///< true with this probability

  /// The four words at `index` of the stream, without moving it.
  std::array<std::uint32_t, 4> block(std::uint32_t index) const;

private:
  std::array<std::uint32_t, 2> m_key;
  std::array<std::uint32_t, 4> m_counter;
  std::array<std::uint32_t, 4> m_words{};
  int m_used = 4;
  double m_spare = 0;
  bool m_hasSpare = false;
};

/// A uniformly random order of {0 … count−1} (Fisher and Yates), a pure function of its arguments.
INKLING_CORE_API std::vector<std::uint32_t> shuffled(std::uint32_t count, std::uint64_t seed,
                                                     std::uint32_t epoch);

}  // namespace inkling
