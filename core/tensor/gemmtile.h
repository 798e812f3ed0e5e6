// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Part of gemm.cpp: the innermost loops of a product.
#pragma once

#include "core/tensor/simd.h"
#include "core/tensor/types.h"

namespace inkling::gemm {

// A tile of P is held in 12 of the 16 vector registers: 1×12, 2×6 or 3×4 vectors by columns. Twelve
// independent sums hide the latency of a fused multiply-add (4 cycles, 2 a cycle).
inline constexpr int kSums = 12;
/// See LeftFactor, RightFactor and Target.
template <typename Scalar>
struct Tile {
  Index inner, outer;
  const Scalar* left;
  Index leftInner, leftOuter;
  const Scalar* right;
  Index rightInner, rightOuter, rightColumn;
  Scalar* target;
  Index targetColumn;
  Scalar alpha, beta;
  const Scalar* bias;
  const std::int32_t* columns;
  Index firstColumn;

  Scalar* column(Index j) const {
    return target + (columns ? columns[j] - firstColumn : j) * targetColumn;
  }
  void skip(Index count) {
    right += count * rightColumn;
    if (columns)
      columns += count;
    else
      target += count * targetColumn;
  }
};

template <typename Scalar, int kHeight, int kColumns>
[[gnu::always_inline]] inline void finish(
    const typename Simd<Scalar>::Pack (&sums)[kColumns][kHeight], const Tile<Scalar>& t) {
  using V = Simd<Scalar>;
#pragma GCC unroll 12
  for (int j = 0; j < kColumns; ++j) {
#pragma GCC unroll 3
    for (int v = 0; v < kHeight; ++v) {
      Scalar* const to = t.column(j) + v * V::kLanes;
      typename V::Pack result = sums[j][v] * t.alpha;
      if (t.beta == 1)
        result += V::load(to);
      else if (t.beta != 0)
        result += V::load(to) * t.beta;
      else if (t.bias)
        result += V::load(t.bias + v * V::kLanes);
      V::store(to, result);
    }
  }
}

/// A row of tiles, each kHeight vectors of rows by kColumns columns.
template <typename Scalar, int kHeight, int kColumns>
void multiplyTiles(Index tiles, Tile<Scalar> t) {
  using V = Simd<Scalar>;
  const Index column = t.rightColumn;
  for (; tiles > 0; --tiles) {
    typename V::Pack sums[kColumns][kHeight] = {};
    for (Index o = 0; o < t.outer; ++o) {
      const Scalar* left = t.left + o * t.leftOuter;
      const Scalar* right = t.right + o * t.rightOuter;
      for (Index k = 0; k < t.inner; ++k, left += t.leftInner, right += t.rightInner) {
        typename V::Pack a[kHeight];
#pragma GCC unroll 3
        for (int v = 0; v < kHeight; ++v) a[v] = V::load(left + v * V::kLanes);
#pragma GCC unroll 12
        for (int j = 0; j < kColumns; ++j) {
          const typename V::Pack b = V::broadcast(right[j * column]);
#pragma GCC unroll 3
          for (int v = 0; v < kHeight; ++v) sums[j][v] = V::multiplyAdd(a[v], b, sums[j][v]);
        }
      }
    }
    finish<Scalar, kHeight, kColumns>(sums, t);
    t.skip(kColumns);
  }
}

}  // namespace inkling::gemm
