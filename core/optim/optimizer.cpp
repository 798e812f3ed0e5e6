// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/optimizer.h"

#include "core/base/error.h"
#include "core/recipe/trainingmemory.h"
#include "core/tensor/multiplyadd.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace inkling {
namespace {

/// Where a panel's column stands among the moments. Panels stand one behind the other, each column
/// by column, so that what one thread updates lies together: between columns of another thread's
/// moments the processor would fetch those, too, and take them away from their core.
Index momentAt(Index row, Index column, Index rows, Index columns) {
  return row * columns + column * std::min(kUpdateRows, rows - row);
}

/// Calls run(element of the parameter, of the part's gradient, of the moments, count) for elements
/// that stand together in all of them.
template <typename Run>
void forEachRun(const ParameterPart& part, Index rows, Index columns, const Run& run) {
  if (rows <= kUpdateRows && part.rows == rows && part.gradientStride == rows)
    return run(part.column * rows, Index(0), part.column * rows, rows * part.columns);
  for (Index done = 0; done < part.rows; done += kUpdateRows) {
    const Index row = part.row + done;
    const Index count = std::min(kUpdateRows, part.rows - done);
    for (Index c = 0; c < part.columns; ++c)
      run(row + (part.column + c) * rows, done + c * part.gradientStride,
          momentAt(row, part.column + c, rows, columns), count);
  }
}

/// Calls each(element of the parameter, of the gradient, of the moments).
template <typename Each>
void forEachElement(const ParameterPart& part, Index rows, Index columns, const Each& each) {
  forEachRun(part, rows, columns, [&](Index i, Index j, Index k, Index count) {
    if (count == kUpdateRows) {
#pragma GCC ivdep
      for (Index e = 0; e < kUpdateRows; ++e) each(i + e, j + e, k + e);
    } else {
#pragma GCC ivdep
      for (Index e = 0; e < count; ++e) each(i + e, j + e, k + e);
    }
  });
}

/// Copies moments into the order of their parameter, or back.
template <typename Scalar, typename Copy>
void reorder(const Matrix<Scalar>& moments, const Copy& copy) {
  const Index rows = moments.rows();
  const Index columns = moments.cols();
  forEachRun({0, rows, 0, columns, rows}, rows, columns,
             [&](Index i, Index, Index k, Index count) { copy(i, k, count); });
}

}  // namespace

template <typename Scalar>
Optimizer<Scalar>::Optimizer(const OptimizerSpec& spec,
                             const std::vector<Parameter<Scalar>>& parameters)
    : m_spec(spec) {
  for (const auto& [name, value, fileShape, decays] : parameters)
    m_parameters.push_back({decays, value->rows(), value->cols()});
  for (int moment = 0; moment < momentsOf(spec.kind); ++moment)
    for (const Kept& kept : m_parameters)
      m_moments.push_back(Matrix<Scalar>::Zero(kept.rows, kept.columns));
}

template <typename Scalar>
bool Optimizer<Scalar>::canFuse() const {
  return m_spec.kind == OptimizerKind::Sgd && m_spec.clipNorm == 0;
}

template <typename Scalar>
GradientTarget<Scalar> Optimizer<Scalar>::target(std::size_t parameter, Scalar* weight,
                                                 Scalar* gradient) const {
  if (!canFuse()) return {gradient, 1, 0};
  return {weight, -m_factors.rate,
          m_parameters[parameter].decays ? 1 - m_factors.rate * m_factors.l2 : 1};
}

template <typename Scalar>
void Optimizer<Scalar>::begin(double rate, double clip) {
  ++m_steps;
  const double first = 1 - std::pow(m_spec.beta1, static_cast<double>(m_steps));
  const double second = 1 - std::pow(m_spec.beta2, static_cast<double>(m_steps));
  const bool adam = momentsOf(m_spec.kind) == 2;
  const bool decoupled = m_spec.kind == OptimizerKind::AdamW;
  Factors& f = m_factors;
  // Adam's bias corrections: m/(1−β₁ᵗ) goes into the rate, √(v/(1−β₂ᵗ)) into a factor of the root.
  f.rate = static_cast<Scalar>(adam ? rate / first : rate);
  f.secondScale = static_cast<Scalar>(adam ? 1 / std::sqrt(second) : 1);
  f.momentum = static_cast<Scalar>(m_spec.momentum);
  // Of 0.001 as 1 − 0.999F the fifth digit would be wrong, which the corrections do not share.
  f.firstShare = static_cast<Scalar>(1 - m_spec.beta1);
  f.secondShare = static_cast<Scalar>(1 - m_spec.beta2);
  f.epsilon = static_cast<Scalar>(m_spec.epsilon);
  f.clip = static_cast<Scalar>(clip);
  f.decay = static_cast<Scalar>(decoupled ? 1 - rate * m_spec.weightDecay : 1);
  f.l2 = static_cast<Scalar>(decoupled ? 0 : m_spec.weightDecay);
}

template <typename Scalar>
void Optimizer<Scalar>::update(std::size_t parameter, Scalar* weight, const Scalar* gradient,
                               const ParameterPart& part) {
  assert(part.row % kUpdateRows == 0);
  // Copies: the loops could write to the members otherwise.
  const Factors f = m_factors;
  const Kept kept = m_parameters[parameter];
  const Scalar l2 = kept.decays ? f.l2 : 0;
  const Scalar decay = kept.decays ? f.decay : 1;
  const auto forEach = [&](const auto& each) {
    forEachElement(part, kept.rows, kept.columns, each);
  };
  const int moments = momentsOf(m_spec.kind);
  Scalar* const first = moments > 0 ? m_moments[parameter].data() : nullptr;
  Scalar* const second = moments > 1 ? m_moments[m_parameters.size() + parameter].data() : nullptr;
  switch (m_spec.kind) {
    case OptimizerKind::Sgd:
      return forEach([=](Index i, Index j, Index) {
        const Scalar d = multiplyAdd(l2, weight[i], gradient[j] * f.clip);
        weight[i] = multiplyAdd(-f.rate, d, weight[i]);
      });
    case OptimizerKind::Momentum:
      return forEach([=](Index i, Index j, Index k) {
        const Scalar d = multiplyAdd(l2, weight[i], gradient[j] * f.clip);
        first[k] = multiplyAdd(f.momentum, first[k], d);
        weight[i] = multiplyAdd(-f.rate, first[k], weight[i]);
      });
    case OptimizerKind::Nesterov:
      return forEach([=](Index i, Index j, Index k) {
        const Scalar d = multiplyAdd(l2, weight[i], gradient[j] * f.clip);
        first[k] = multiplyAdd(f.momentum, first[k], d);
        weight[i] = multiplyAdd(-f.rate, multiplyAdd(f.momentum, first[k], d), weight[i]);
      });
    case OptimizerKind::Adam:
    case OptimizerKind::AdamW:
      return forEach([=](Index i, Index j, Index k) {
        const Scalar d = multiplyAdd(l2, weight[i], gradient[j] * f.clip);
        const Scalar m = multiplyAdd(f.firstShare, d - first[k], first[k]);
        const Scalar v = multiplyAdd(f.secondShare, multiplyAdd(d, d, -second[k]), second[k]);
        first[k] = m;
        second[k] = v;
        weight[i] = multiplyAdd(decay, weight[i],
                                -f.rate * m / multiplyAdd(std::sqrt(v), f.secondScale, f.epsilon));
      });
  }
}

template <typename Scalar>
double Optimizer<Scalar>::clipFactor(const std::vector<Matrix<Scalar>>& gradients) const {
  if (m_spec.clipNorm <= 0) return 1;
  double squares = 0;
  for (const auto& gradient : gradients)
    for (Index i = 0; i < gradient.size(); ++i)
      squares += static_cast<double>(gradient.data()[i]) * static_cast<double>(gradient.data()[i]);
  const double norm = std::sqrt(squares);
  return norm > m_spec.clipNorm ? m_spec.clipNorm / norm : 1;
}

template <typename Scalar>
std::vector<Matrix<Scalar>> Optimizer<Scalar>::moments() const {
  std::vector<Matrix<Scalar>> result = m_moments;
  for (std::size_t m = 0; m < result.size(); ++m)
    reorder(result[m], [&](Index i, Index k, Index count) {
      std::copy_n(m_moments[m].data() + k, count, result[m].data() + i);
    });
  return result;
}

template <typename Scalar>
void Optimizer<Scalar>::restore(long steps, const std::vector<Matrix<Scalar>>& moments) {
  bool fits = steps >= 0 && moments.size() == m_moments.size();
  for (std::size_t i = 0; fits && i < moments.size(); ++i)
    fits = moments[i].rows() == m_moments[i].rows() && moments[i].cols() == m_moments[i].cols();
  if (!fits) throw Error("The optimizer state in the checkpoint does not fit the recipe.");
  m_steps = steps;
  for (std::size_t m = 0; m < moments.size(); ++m)
    reorder(moments[m], [&](Index i, Index k, Index count) {
      std::copy_n(moments[m].data() + i, count, m_moments[m].data() + k);
    });
}

template class Optimizer<float>;
template class Optimizer<double>;

}  // namespace inkling
