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

  /// Room for batches of so many inputs, so that the others allocate nothing.
  void reserve(Index inputs);
  void setAll(Index inputs);
  /// The inputs whose byte differs from 0 in some of the images: start(), add() for each, finish().
  void start(std::size_t inputs) { m_used.assign(inputs, 0); }
  void add(std::span<const std::uint8_t> image);
  void finish();

  std::span<const Run> runs() const { return m_runs; }
  Index inputs() const { return m_inputs; }
  /// Inputs in all runs.
  Index count() const { return m_runs.empty() ? 0 : m_runs.back().at + m_runs.back().count; }
  /// Numbers from one sample to the next: an odd number of cache lines, so that the same input of
  /// many samples does not fall into few sets of the cache, with room to write whole vectors.
  Index stride() const { return strideFor(count()); }
  static Index strideFor(Index inputs) {
    return ((inputs + kRest + kLine - 1) / kLine | 1) * kLine;
  }

  /// Calls run(run) and gap(begin, count) in order for the inputs [begin, end); runs are cut.
  template <typename OnRun, typename OnGap>
  void forEach(Index begin, Index end, const OnRun& run, const OnGap& gap) const {
    for (const Run& whole : m_runs) {
      const Index first = std::clamp(whole.begin, begin, end);
      const Index last = std::clamp(whole.begin + whole.count, begin, end);
      if (first == last) continue;
      if (first > begin) gap(begin, first - begin);
      run(Run{first, last - first, whole.at + first - whole.begin});
      begin = last;
    }
    if (begin < end) gap(begin, end - begin);
  }

private:
  static constexpr Index kLine = 16;
  static constexpr Index kRest = 7;

  std::vector<Run> m_runs;
  std::vector<std::uint8_t> m_used;
  Index m_inputs = 0;
};

}  // namespace inkling
