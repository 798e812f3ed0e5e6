// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

#include <vector>

namespace inkling {

struct Neighbour {
  int position = 0;  ///< column
  float distance = 0;
};

/// The `count` columns of `points` that are nearest to `query` (Euclidean), nearest first; equal
/// ones in order. Throws Error if they are not of one size.
INKLING_CORE_API std::vector<Neighbour> nearest(const Matrix<float>& points,
                                                const Vector<float>& query, int count);

/// Where a new point belongs on a map of the columns of `points`: the mean of its nearest
/// neighbours' places (columns of `places`), weighted by 1/distance.
INKLING_CORE_API Vector<float> placeAmong(const Matrix<float>& points, const Matrix<float>& places,
                                          const Vector<float>& query, int neighbours = 5);

}  // namespace inkling
