// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

#include <cstdint>

namespace inkling {

/// Left factor of a product, rows × k: element (i, k) stands at data[i·rowStride + k·innerStride +
/// o·outerStride].
template <typename Scalar>
struct LeftFactor {
  const Scalar* data;
  Index rowStride;
  Index innerStride;
  Index outerStride = 0;
};

/// Right factor, k × columns: element (k, j) stands at data[j·columnStride + k·innerStride +
/// o·outerStride]. Any strides, overlapping ones too: the patches of a convolution are read where
/// they stand, never copied together.
template <typename Scalar>
struct RightFactor {
  const Scalar* data;
  Index columnStride;
  Index innerStride;
  Index outerStride = 0;
};

/// The summation index: `outer` times `inner` terms.
struct Summation {
  Index inner;
  Index outer = 1;
};

/// What becomes of the product P: target = beta·target + alpha·P + bias; with beta 0 the target is
/// not read. Element (i, j) stands at data[i + j·columnStride], or, with `columns`, at data[i +
/// (columns[j] − columns[0])·columnStride].
template <typename Scalar>
struct Target {
  Scalar* data;
  Index columnStride;
  Scalar alpha = 1;
  Scalar beta = 0;
  const Scalar* bias = nullptr;           ///< one for each row; only with beta 0
  const std::int32_t* columns = nullptr;  ///< ascending
};

/// target = left·right, on the calling thread. Every element is summed in an order that depends on
/// the summation lengths alone, so a product computed in blocks of rows or columns has the same
/// bits as the whole.
///
/// Why not Eigen's product here: it copies both factors together before it multiplies. On two Zen 4
/// cores that leaves it at 65 % of this kernel's speed for thin batches and forces im2col on
/// convolutions. Blocking after Goto and van de Geijn, "Anatomy of
/// high-performance matrix multiplication", 2008.
template <typename Scalar>
INKLING_CORE_API void multiply(Index rows, Index columns, Summation sum, LeftFactor<Scalar> left,
                               RightFactor<Scalar> right, Target<Scalar> target);

/// A left factor with rowStride 1 that is used as it stands, without a copy: for one that is small
/// or already in panels. Whole vectors are read, so up to kReadSlack − 1 elements past the last row
/// must be readable memory.
template <typename Scalar>
INKLING_CORE_API void multiplyInPlace(Index rows, Index columns, Summation sum,
                                      LeftFactor<Scalar> left, RightFactor<Scalar> right,
                                      Target<Scalar> target);

/// Elements that multiplyInPlace() may read past the end of the left factor.
inline constexpr Index kReadSlack = 24;

}  // namespace inkling
