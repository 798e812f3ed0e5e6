// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace inkling {

/// Which inputs differ from 0 somewhere in a batch, as runs of neighbours. The others give nothing
/// to a product, so a batch is held without them: about a quarter of MNIST's pixels is blank in all
/// of 64 images, nearly half in 8.
class INKLING_CORE_API InputRuns {
public:
  struct Run {
    Index begin;
    Index count;
    Index at;  ///< inputs in the runs before
  };

  /// Inputs that may be written together: a run's last ones may reach past its end.
  static constexpr Index kVector = 8;

  /// Room for batches of so many inputs, so that the others allocate nothing.
  void reserve(Index inputs);
  void setAll(Index inputs);
  /// The inputs whose byte differs from 0 in some of the images: start(), add() for each, finish().
  void start(std::size_t inputs) { m_used.assign(inputs, 0); }
  void add(std::span<const std::uint8_t> image);
  void finish();

  std::span<const Run> runs() const { return m_runs; }
  /// The inputs of all runs, in order.
  std::span<const std::int32_t> inputs() const { return m_inputs; }
  Index count() const { return static_cast<Index>(m_inputs.size()); }
  /// How many of them stand before `input`.
  Index before(Index input) const {
    return std::lower_bound(m_inputs.begin(), m_inputs.end(), input) - m_inputs.begin();
  }
  /// Numbers from one sample to the next: an odd number of cache lines, so that the same input of
  /// many samples does not fall into few sets of the cache, with room to write whole vectors.
  Index stride() const { return strideFor(count()); }
  static Index strideFor(Index inputs) {
    return ((inputs + kVector - 1 + kLine - 1) / kLine | 1) * kLine;
  }

  /// Calls gap(begin, count) in order for those of the inputs [begin, end) that are in no run.
  template <typename OnGap>
  void forEachGap(Index begin, Index end, const OnGap& gap) const {
    for (const Run& run : m_runs) {
      const Index first = std::clamp(run.begin, begin, end);
      if (first > begin) gap(begin, first - begin);
      begin = std::clamp(run.begin + run.count, begin, end);
    }
    if (begin < end) gap(begin, end - begin);
  }

private:
  static constexpr Index kLine = 16;

  std::vector<Run> m_runs;
  std::vector<std::int32_t> m_inputs;
  std::vector<std::uint8_t> m_used;
};

}  // namespace inkling
