// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tsne.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

using Row = Eigen::Array<float, Eigen::Dynamic, 1>;

// The conditional probabilities of one point's neighbours: exp(−β·d²) with β such that their
// entropy is log(perplexity), by bisection.
void fillConditional(const Row& distances, Index self, double perplexity, float* to) {
  const double wanted = std::log(perplexity);
  const Index n = distances.size();
  double beta = 1;
  double low = 0;
  double high = HUGE_VAL;
  Row others = distances;
  others(self) = HUGE_VALF;
  const float least = others.minCoeff();
  Row p(n);
  constexpr int kMostSteps = 100;
  for (int step = 0; step < kMostSteps; ++step) {
    p = (-(distances - least) * static_cast<float>(beta)).exp();
    p(self) = 0;
    const auto sum = static_cast<double>(p.sum());
    const double mean = static_cast<double>((p * (distances - least)).sum()) / sum;
    const double entropy = std::log(sum) + beta * mean;
    p /= static_cast<float>(sum);
    if (std::abs(entropy - wanted) < 1e-5) break;
    (entropy > wanted ? low : high) = beta;
    beta = std::isinf(high) ? beta * 2 : (low + high) / 2;
  }
  std::copy_n(p.data(), n, to);
}

Matrix<float> jointProbabilities(const Matrix<float>& points, double perplexity,
                                 const std::atomic<bool>* cancel) {
  const Index n = points.cols();
  Matrix<float> p(n, n);
  const Row norms = points.colwise().squaredNorm().transpose().array();
  for (Index i = 0; i < n; ++i) {
    if (cancel && cancel->load(std::memory_order_relaxed)) return {};
    const Row products = (points.transpose() * points.col(i)).array();
    const Row distances = (norms + norms(i) - 2 * products).max(0.0F);
    fillConditional(distances, i, perplexity, p.col(i).data());
  }
  const Matrix<float> turned = p.transpose();
  p = (p + turned) / static_cast<float>(2 * n);
  return p;
}

}  // namespace

Tsne::Tsne(const Matrix<float>& points, const Matrix<float>& start, const TsneOptions& options,
           const std::atomic<bool>* cancel)
    : m_options(options),
      m_places(start) {
  const Index n = points.cols();
  m_options.perplexity = std::clamp(options.perplexity, 1.0, std::max(1.0, double(n - 1) / 3));
  if (m_options.learningRate <= 0)
    m_options.learningRate = std::max(50.0, static_cast<double>(n) / m_options.exaggeration);
  m_p = jointProbabilities(points, m_options.perplexity, cancel);
  if (m_p.cols() != n || n < 4) {
    m_iteration = m_options.iterations;
    return;
  }
  // Small, so that the points can pass each other while they sort themselves.
  const float spread = std::sqrt(m_places.row(0).squaredNorm() / static_cast<float>(n));
  m_places *= 1e-2F / std::max(spread, 1e-12F);
  m_velocity.setZero(2, n);
  m_gains.setOnes(2, n);
  m_gradient.setZero(2, n);
}

double Tsne::progress() const {
  return m_options.iterations > 0 ? static_cast<double>(m_iteration) / m_options.iterations : 1;
}

// ∂C/∂y_i = 4·Σ_j (p_ij − q_ij)·(y_i − y_j)/(1 + |y_i − y_j|²)
void Tsne::step() {
  if (done()) return;
  const Index n = m_places.cols();
  const auto exaggeration =
      static_cast<float>(m_iteration < m_options.exaggerated ? m_options.exaggeration : 1);
  const Row x = m_places.row(0).transpose().array();
  const Row y = m_places.row(1).transpose().array();
  Matrix<float> repulsion(2, n);
  double total = 0;
  Row dx(n), dy(n), q(n), weight(n);
  for (Index i = 0; i < n; ++i) {
    dx = x(i) - x;
    dy = y(i) - y;
    q = (1 + dx.square() + dy.square()).inverse();
    total += static_cast<double>(q.sum()) - 1;  // without the point itself
    weight = q * m_p.col(i).array() * exaggeration;
    m_gradient(0, i) = (weight * dx).sum();
    m_gradient(1, i) = (weight * dy).sum();
    weight = q.square();
    repulsion(0, i) = (weight * dx).sum();
    repulsion(1, i) = (weight * dy).sum();
  }
  m_gradient = 4 * (m_gradient - repulsion / static_cast<float>(total));
  const float momentum = m_iteration < m_options.exaggerated ? 0.5F : 0.8F;
  const auto rate = static_cast<float>(m_options.learningRate);
  // Gains of Jacobs (1988), as in the authors' own program.
  const auto turned = m_gradient.array() * m_velocity.array() < 0;
  m_gains =
      turned.select(m_gains.array() + 0.2F, (m_gains.array() * 0.8F).max(0.01F)).matrix().eval();
  m_velocity = momentum * m_velocity - rate * m_gains.cwiseProduct(m_gradient);
  m_places += m_velocity;
  m_places.colwise() -= m_places.rowwise().mean().eval();
  ++m_iteration;
}

double Tsne::divergence() const {
  const Index n = m_places.cols();
  if (m_p.cols() != n) return 0;
  Matrix<float> q(n, n);
  for (Index i = 0; i < n; ++i) {
    q.col(i) =
        (1 + (m_places.colwise() - m_places.col(i)).colwise().squaredNorm().array()).inverse();
    q(i, i) = 0;
  }
  const double total = q.cast<double>().sum();
  double sum = 0;
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < n; ++j) {
      const auto p = static_cast<double>(m_p(j, i));
      if (p > 0) sum += p * std::log(p * total / static_cast<double>(q(j, i)));
    }
  return sum;
}

}  // namespace inkling
