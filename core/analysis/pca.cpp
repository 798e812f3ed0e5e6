// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pca.h"

#include <Eigen/Eigenvalues>

#include <algorithm>

namespace inkling {

Pca pca(const Matrix<float>& points, int components) {
  const Index size = points.rows();
  const Index used = std::min<Index>(components, size);
  Pca result;
  result.mean = points.rowwise().mean();
  const Matrix<float> centred = points.colwise() - result.mean;
  const auto divisor = static_cast<float>(std::max<Index>(1, points.cols() - 1));
  const Matrix<float> covariance = centred * centred.transpose() / divisor;
  const Eigen::SelfAdjointEigenSolver<Matrix<float>> solver(covariance);
  result.components.resize(size, used);
  result.variances.resize(used);
  result.totalVariance = static_cast<double>(covariance.trace());
  for (Index k = 0; k < used; ++k) {
    const Index from = size - 1 - k;  // the solver's values rise
    Vector<float> axis = solver.eigenvectors().col(from);
    Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    if (axis(largest) < 0) axis = -axis;
    result.components.col(k) = axis;
    result.variances(k) = std::max(0.0F, solver.eigenvalues()(from));
  }
  return result;
}

}  // namespace inkling
