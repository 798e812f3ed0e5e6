// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/types.h"

#include <cstdint>

namespace inkling {

/// What the layers of one pass need to know beside the data.
struct Pass {
  bool training = false;  ///< dropout drops, batch norm uses the batch's own statistics
  std::uint64_t seed = 0;
  std::uint32_t step = 0;  ///< with the seed: which random numbers dropout draws
  Index batch = 0;         ///< samples in the batch
};

/// Where a parameter's gradient goes: target = beta·target + alpha·gradient. {G, 1, 0} sets a
/// gradient, {W, −rate, 1} is a step of plain gradient descent without a gradient in between. A
/// target may hold a part of the parameter: see at().
template <typename Scalar>
struct GradientTarget {
  Scalar* data = nullptr;
  Scalar alpha = 1;
  Scalar beta = 0;
  Index row = 0;  ///< of the parameter's element that `data` begins with
  Index column = 0;
  Index stride = 0;  ///< from column to column; 0: as in the parameter

  Scalar* at(Index r, Index c, Index parameterRows) const {
    return data + (r - row) + (c - column) * strideOf(parameterRows);
  }
  Index strideOf(Index parameterRows) const { return stride > 0 ? stride : parameterRows; }
};

/// The part of a layer's parameter gradients that one task computes: rows and columns of the
/// weight, summed over some samples. The bias goes with column 0. Layers divided by samples take
/// all rows and columns.
struct ParameterBlock {
  Index row = 0;
  Index rows = 0;
  Index column = 0;
  Index columns = 0;
  Index sample = 0;
  Index samples = 0;
};

/// How the work of a layer can be cut into independent tasks.
enum class Division {
  Samples,   ///< whole samples
  Units,     ///< rows of the output over all samples (dense)
  Elements,  ///< any block: takes the division of the layer before
};

}  // namespace inkling
