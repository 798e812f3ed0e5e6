// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Part of gemm.cpp: copies a panel of the left factor together.
#pragma once

#include "core/tensor/gemm.h"
#include "core/tensor/simd.h"

#include <algorithm>

namespace inkling::gemm {

// Strides are too long for the hardware to guess: terms ahead that a copy asks for.
inline constexpr Index kPrefetchTerms = 16;

/// Copies a panel's rows that stand together, a term at a time. Rows past the factor's last may
/// belong to another task, which writes them meanwhile; they do not matter, see pack().
template <typename Scalar, int kHeight>
void packWhole(const Scalar* from, Index innerStride, Index terms, Scalar* to) {
  using V = Simd<Scalar>;
  for (Index k = 0; k < terms; ++k, from += innerStride, to += kHeight * V::kLanes) {
    __builtin_prefetch(from + kPrefetchTerms * innerStride);
#pragma GCC unroll 3
    for (int v = 0; v < kHeight; ++v) V::store(to + v * V::kLanes, V::load(from + v * V::kLanes));
  }
}

template <typename Scalar>
void packWhole(const Scalar* from, Index innerStride, Index terms, int height, Scalar* to) {
  if (height == 1) packWhole<Scalar, 1>(from, innerStride, terms, to);
  if (height == 2) packWhole<Scalar, 2>(from, innerStride, terms, to);
  if (height == 3) packWhole<Scalar, 3>(from, innerStride, terms, to);
}

/// Copies rows whose terms stand together, as far as whole squares of vectors go. Returns the
/// number of terms that are done.
template <typename Scalar>
Index packSquares(const Scalar* from, Index rowStride, Index rows, Index terms, Index padded,
                  Scalar* to) {
  using V = Simd<Scalar>;
  if (rows < padded) return 0;
  const Index whole = terms / V::kLanes * V::kLanes;
  for (Index i = 0; i < rows; i += V::kLanes)
    for (Index k = 0; k < whole; k += V::kLanes) {
      typename V::Pack square[V::kLanes];
#pragma GCC unroll 8
      for (int lane = 0; lane < V::kLanes; ++lane)
        square[lane] = V::load(from + (i + lane) * rowStride + k);
      V::transpose(square);
#pragma GCC unroll 8
      for (int lane = 0; lane < V::kLanes; ++lane)
        V::store(to + (k + lane) * padded + i, square[lane]);
    }
  return whole;
}

/// Copies rows of any stride, the missing ones 0.
template <typename Scalar>
void packRagged(const Scalar* from, Index rowStride, Index innerStride, Index rows, Index terms,
                Index padded, Scalar* to) {
  for (Index i = 0; i < rows; ++i)
    for (Index k = 0; k < terms; ++k) to[k * padded + i] = from[i * rowStride + k * innerStride];
  for (Index i = rows; i < padded; ++i)
    for (Index k = 0; k < terms; ++k) to[k * padded + i] = 0;
}

/// Copies some rows into a panel of `height` vectors. What stands in the rows past the last one
/// does not matter: sums do not mix rows, and these are not stored. So whole vectors are copied as
/// long as they end before the factor does.
template <typename Scalar>
void pack(const LeftFactor<Scalar>& left, Index rows, int height, Summation sum, Scalar* to) {
  const Index padded = height * Simd<Scalar>::kLanes;
  for (Index o = 0; o < sum.outer; ++o, to += sum.inner * padded) {
    const Scalar* from = left.data + o * left.outerStride;
    Index whole = 0;
    if (left.rowStride == 1 && left.innerStride > 0)
      whole =
          std::max<Index>(0, sum.inner - (padded - rows + left.innerStride - 1) / left.innerStride);
    packWhole(from, left.innerStride, whole, height, to);
    if (left.innerStride == 1 && left.rowStride != 1)
      whole = packSquares(from, left.rowStride, rows, sum.inner, padded, to);
    packRagged(from + whole * left.innerStride, left.rowStride, left.innerStride, rows,
               sum.inner - whole, padded, to + whole * padded);
  }
}

}  // namespace inkling::gemm
