// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"
#include "core/tensor/parameterpart.h"

#include <algorithm>
#include <cstddef>

namespace inkling {

struct Stage;

/// Tasks a region is cut into at most. Fixed: the cut decides in which order partial gradients are
/// added.
inline constexpr int kMaxTasks = 8;
/// Floating-point operations below which a task is not worth a meeting of the team (about 1 µs of
/// one core).
inline constexpr double kFlopsPerTask = 120e3;
/// Bytes of a stage's activations that a task works on at once: they stay in the second-level
/// cache.
inline constexpr Index kBytesAtOnce = 48 * 1024;
/// Rows of a dense layer's task are a multiple of this: an optimizer updates so many together.
inline constexpr Index kRowGrain = kUpdateRows;
/// A task's rows of a column-major weight are runs of at least this many numbers: two cache lines.
inline constexpr Index kUnitsPerTask = 32;
/// Elements of a gradient that are computed before they are used up: they stay in the second-level
/// cache beside the parameters and their moments.
inline constexpr Index kGradientElements = 16 * 1024;
/// Columns of a gradient with so many rows that are computed before they are used up.
inline Index partColumns(Index rows) {
  return std::max(kRowGrain, kGradientElements / std::max<Index>(1, rows));
}
/// Parameters of a layer: weight and bias.
inline constexpr std::size_t kMostParameters = 2;
/// Samples of a narrow dense layer's task: each task packs the weights for itself.
inline constexpr Index kSampleGrain = 32;

/// Too few units to share a dense layer out by them.
inline bool isNarrow(Index units) { return units < 2 * kRowGrain; }

inline int tasksFor(double flops, Index units) {
  const double wanted = std::min<double>(flops / kFlopsPerTask, kMaxTasks);
  return static_cast<int>(
      std::clamp<Index>(static_cast<Index>(wanted), 1, std::max<Index>(units, 1)));
}

/// Samples that one task takes through a stage together.
template <typename Scalar, typename StageType = Stage>
Index samplesAtOnce(const Network<Scalar>& network, const StageType& stage) {
  Index bytes = 0;
  for (int i = stage.begin; i < stage.end; ++i)
    bytes += network.layer(i).outputShape().size() * static_cast<Index>(sizeof(Scalar));
  return std::max<Index>(1, kBytesAtOnce / std::max<Index>(1, bytes));
}

}  // namespace inkling
