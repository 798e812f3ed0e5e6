// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pca.h"

#include "core/base/random.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>

namespace inkling {
namespace {

/// Numbers that are centred at once.
constexpr Index kCentredAtOnce = 1 << 20;
/// Up to this size a matrix is decomposed in full, in a second.
constexpr Index kDecomposed = 512;
/// Directions that are iterated beside those that are wanted: they speed it up.
constexpr Index kBeside = 8;
constexpr int kMostIterations = 300;
constexpr float kResidual = 1e-5F;  // of the largest eigenvalue

/// Eigenvectors with the largest eigenvalues, the largest first.
struct Spectrum {
  Matrix<float> vectors;
  Vector<float> values;
};

bool isCancelled(const std::atomic<bool>* cancel) {
  return cancel && cancel->load(std::memory_order_relaxed);
}

/// Calls each(first row, centred rows) for all rows of the points, some at a time.
template <typename Each>
void forCentredRows(const Matrix<float>& points, const Vector<float>& mean,
                    const std::atomic<bool>* cancel, const Each& each) {
  const Index most = std::max<Index>(1, kCentredAtOnce / points.cols());
  for (Index row = 0; row < points.rows() && !isCancelled(cancel); row += most) {
    const Index rows = std::min(most, points.rows() - row);
    const Matrix<float> centred = points.middleRows(row, rows).colwise() - mean.segment(row, rows);
    each(row, centred);
  }
}

/// The lower half of the points' inner products.
Matrix<float> gramOf(const Matrix<float>& points, const Vector<float>& mean,
                     const std::atomic<bool>* cancel) {
  Matrix<float> gram = Matrix<float>::Zero(points.cols(), points.cols());
  forCentredRows(points, mean, cancel, [&](Index, const Matrix<float>& rows) {
    gram.selfadjointView<Eigen::Lower>().rankUpdate(rows.transpose());
  });
  return gram;
}

/// The lower half of the coordinates' products, summed over the points.
Matrix<float> scatterOf(const Matrix<float>& points, const Vector<float>& mean,
                        const std::atomic<bool>* cancel) {
  Matrix<float> scatter = Matrix<float>::Zero(points.rows(), points.rows());
  const Index most = std::max<Index>(1, kCentredAtOnce / points.rows());
  for (Index at = 0; at < points.cols() && !isCancelled(cancel); at += most) {
    const Matrix<float> centred =
        points.middleCols(at, std::min(most, points.cols() - at)).colwise() - mean;
    scatter.selfadjointView<Eigen::Lower>().rankUpdate(centred);
  }
  return scatter;
}

Matrix<float> orthonormal(const Matrix<float>& columns) {
  return Eigen::HouseholderQR<Matrix<float>>(columns).householderQ() *
         Matrix<float>::Identity(columns.rows(), columns.cols());
}

/// Of the lower half of `symmetric`.
Spectrum decomposed(const Matrix<float>& symmetric, Index count) {
  const Eigen::SelfAdjointEigenSolver<Matrix<float>> solver(symmetric);
  // The solver's values rise.
  return {solver.eigenvectors().rightCols(count).rowwise().reverse(),
          solver.eigenvalues().tail(count).reverse()};
}

/// Subspace iteration with Rayleigh-Ritz steps (Saad, Numerical Methods for Large Eigenvalue
/// Problems, 2011, algorithm 5.3).
Spectrum iterated(const Matrix<float>& symmetric, Index count, const std::atomic<bool>* cancel) {
  Random random(1, RandomPurpose::Analysis);
  Matrix<float> basis(symmetric.rows(), count + kBeside);
  for (float& value : basis.reshaped()) value = static_cast<float>(random.normal());
  Spectrum found;
  for (int i = 0; i < kMostIterations && !isCancelled(cancel); ++i) {
    basis = orthonormal(basis);
    Matrix<float> image = symmetric.selfadjointView<Eigen::Lower>() * basis;
    const Spectrum inside = decomposed(basis.transpose() * image, basis.cols());
    image = image * inside.vectors;
    found.vectors = (basis * inside.vectors).leftCols(count);
    found.values = inside.values.head(count);
    const Matrix<float> residual =
        image.leftCols(count) - found.vectors * found.values.asDiagonal();
    if (residual.colwise().norm().maxCoeff() <= kResidual * found.values(0)) break;
    basis = std::move(image);
  }
  return found;
}

Spectrum largest(const Matrix<float>& symmetric, Index count, const std::atomic<bool>* cancel) {
  const bool small = symmetric.rows() <= std::max(kDecomposed, 4 * (count + kBeside));
  return small ? decomposed(symmetric, count) : iterated(symmetric, count, cancel);
}

void turn(Matrix<float>& axes) {
  for (auto axis : axes.colwise()) {
    Index at = 0;
    axis.cwiseAbs().maxCoeff(&at);
    if (axis(at) < 0) axis = -axis;
  }
}

}  // namespace

Pca pca(const Matrix<float>& points, int components, const std::atomic<bool>* cancel) {
  Pca result;
  if (points.size() == 0 || isCancelled(cancel)) return result;
  const Index used = std::min<Index>(components, points.rows());
  const auto divisor = static_cast<float>(std::max<Index>(1, points.cols() - 1));
  result.mean = points.rowwise().mean();
  // Both have the same eigenvalues, and what the points make of the eigenvectors of the one are
  // those of the other.
  const bool fewPoints = points.cols() < points.rows();
  const Matrix<float> products =
      fewPoints ? gramOf(points, result.mean, cancel) : scatterOf(points, result.mean, cancel);
  if (isCancelled(cancel)) return result;
  const Index known = std::min(used, products.rows());
  Spectrum spectrum = largest(products, known, cancel);
  if (isCancelled(cancel)) return result;
  if (fewPoints) {
    Matrix<float> axes = Matrix<float>::Zero(points.rows(), used);
    forCentredRows(points, result.mean, nullptr, [&](Index row, const Matrix<float>& rows) {
      axes.block(row, 0, rows.rows(), known) = rows * spectrum.vectors;
    });
    spectrum.vectors = orthonormal(axes);  // of length 1, even where nothing differs
  }
  turn(spectrum.vectors);
  result.components = std::move(spectrum.vectors);
  result.variances = Vector<float>::Zero(used);
  result.variances.head(known) = spectrum.values.cwiseMax(0.0F) / divisor;
  result.totalVariance = static_cast<double>(products.trace() / divisor);
  return result;
}

}  // namespace inkling
