// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/procrustes.h"

#include <Eigen/SVD>

namespace inkling {

Matrix<float> bestRotation(const Matrix<float>& places, const Matrix<float>& reference) {
  const Matrix<float> from = places.colwise() - places.rowwise().mean();
  const Matrix<float> to = reference.colwise() - reference.rowwise().mean();
  const Eigen::JacobiSVD<Matrix<float>> svd(to * from.transpose(),
                                            Eigen::ComputeFullU | Eigen::ComputeFullV);
  return svd.matrixU() * svd.matrixV().transpose();
}

}  // namespace inkling
