// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/types.h"

#include <atomic>

namespace inkling {

/// The directions in which points differ most.
struct Pca {
  Vector<float> mean;
  Matrix<float> components;  ///< one column each, of length 1, the largest variance first
  Vector<float> variances;   ///< along the components
  double totalVariance = 0;

  /// Coordinates of the columns of `points` along the components, one column each.
  Matrix<float> project(const Matrix<float>& points) const {
    return components.transpose() * (points.colwise() - mean);
  }
};

/// Principal components of the columns of `points`: eigenvectors of their covariance, each turned
/// so that its largest coordinate is positive. At most as many as there are coordinates. Takes the
/// memory of a square matrix of the points or of the coordinates, whichever are fewer.
/// Deterministic. Without components if `cancel` becomes true meanwhile.
INKLING_CORE_API Pca pca(const Matrix<float>& points, int components,
                         const std::atomic<bool>* cancel = nullptr);

}  // namespace inkling
