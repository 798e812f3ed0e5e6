// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/types.h"

#include <type_traits>

namespace inkling {

/// A view of consecutive samples, one contiguous column each, that keeps their numbers within the
/// batch: a scratch buffer for samples 8 … 15 is addressed by 8 … 15.
template <typename Scalar>
struct Columns {
  Scalar* data = nullptr;
  Index rows = 0;
  Index first = 0;  ///< number of the sample that `data` begins with

  Columns() = default;
  Columns(Scalar* begin, Index rowCount, Index firstSample = 0)
      : data(begin),
        rows(rowCount),
        first(firstSample) {}
  /// A view to read from a view to write to.
  template <typename Other>
  requires std::is_same_v<const Other, Scalar> Columns(const Columns<Other>& other)
      : data(other.data),
        rows(other.rows),
        first(other.first) {}

  Scalar* column(Index sample) const { return data + (sample - first) * rows; }
};

/// The part of a layer's output that one task computes.
struct Block {
  Index row = 0;
  Index rows = 0;
  Index sample = 0;
  Index samples = 0;
};

/// Begin of part `i` when `total` is cut into `parts` nearly equal parts, a multiple of `grain`
/// each but for the end.
inline Index partBegin(Index total, Index parts, Index i, Index grain = 1) {
  const Index units = (total + grain - 1) / grain;
  const Index begin = units * i / parts * grain;
  return begin < total ? begin : total;
}

}  // namespace inkling
