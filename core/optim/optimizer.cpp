// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/optimizer.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inkling {
namespace {

int momentsOf(OptimizerKind kind) {
  switch (kind) {
    case OptimizerKind::Sgd:
      return 0;
    case OptimizerKind::Momentum:
    case OptimizerKind::Nesterov:
      return 1;
    case OptimizerKind::Adam:
    case OptimizerKind::AdamW:
      return 2;
  }
  return 0;
}

/// Calls each(element of the parameter, element of the gradient).
template <typename Each>
void forEachElement(const ParameterPart& part, const Each& each) {
  for (Index column = 0; column < part.columns; ++column) {
    const Index i = part.begin + column * part.stride;
    const Index j = column * part.gradientStride;
#pragma GCC ivdep
    for (Index row = 0; row < part.rows; ++row) each(i + row, j + row);
  }
}

}  // namespace

template <typename Scalar>
Optimizer<Scalar>::Optimizer(const OptimizerSpec& spec,
                             const std::vector<Parameter<Scalar>>& parameters)
    : m_spec(spec) {
  for (const auto& parameter : parameters) m_decays.push_back(parameter.decays);
  for (int moment = 0; moment < momentsOf(spec.kind); ++moment)
    for (const auto& parameter : parameters)
      m_moments.push_back(Matrix<Scalar>::Zero(parameter.value->rows(), parameter.value->cols()));
}

template <typename Scalar>
bool Optimizer<Scalar>::canFuse() const {
  return m_spec.kind == OptimizerKind::Sgd && m_spec.clipNorm == 0;
}

template <typename Scalar>
GradientTarget<Scalar> Optimizer<Scalar>::target(std::size_t parameter, Scalar* weight,
                                                 Scalar* gradient) const {
  if (!canFuse()) return {gradient, 1, 0};
  return {weight, -m_factors.rate, m_decays[parameter] ? 1 - m_factors.rate * m_factors.l2 : 1};
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
  // Copies: the loops could write to the members otherwise.
  const Factors f = m_factors;
  const Scalar l2 = m_decays[parameter] ? f.l2 : 0;
  const Scalar decay = m_decays[parameter] ? f.decay : 1;
  const int moments = momentsOf(m_spec.kind);
  Scalar* const first = moments > 0 ? m_moments[parameter].data() : nullptr;
  Scalar* const second = moments > 1 ? m_moments[m_decays.size() + parameter].data() : nullptr;
  switch (m_spec.kind) {
    case OptimizerKind::Sgd:
      return forEachElement(part, [=](Index i, Index j) {
        weight[i] -= f.rate * (gradient[j] * f.clip + l2 * weight[i]);
      });
    case OptimizerKind::Momentum:
      return forEachElement(part, [=](Index i, Index j) {
        first[i] = f.momentum * first[i] + (gradient[j] * f.clip + l2 * weight[i]);
        weight[i] -= f.rate * first[i];
      });
    case OptimizerKind::Nesterov:
      return forEachElement(part, [=](Index i, Index j) {
        const Scalar d = gradient[j] * f.clip + l2 * weight[i];
        first[i] = f.momentum * first[i] + d;
        weight[i] -= f.rate * (d + f.momentum * first[i]);
      });
    case OptimizerKind::Adam:
    case OptimizerKind::AdamW:
      return forEachElement(part, [=](Index i, Index j) {
        const Scalar d = gradient[j] * f.clip + l2 * weight[i];
        const Scalar m = first[i] + f.firstShare * (d - first[i]);
        const Scalar v = second[i] + f.secondShare * (d * d - second[i]);
        first[i] = m;
        second[i] = v;
        weight[i] = decay * weight[i] - f.rate * m / (std::sqrt(v) * f.secondScale + f.epsilon);
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
void Optimizer<Scalar>::restore(long steps, std::vector<Matrix<Scalar>> moments) {
  bool fits = steps >= 0 && moments.size() == m_moments.size();
  for (std::size_t i = 0; fits && i < moments.size(); ++i)
    fits = moments[i].rows() == m_moments[i].rows() && moments[i].cols() == m_moments[i].cols();
  if (!fits) throw Error("The optimizer state in the checkpoint does not fit the recipe.");
  m_steps = steps;
  m_moments = std::move(moments);
}

template class Optimizer<float>;
template class Optimizer<double>;

}  // namespace inkling
