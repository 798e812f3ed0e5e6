// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/layers/layer.h"
#include "core/recipe/optimizerspec.h"
#include "core/tensor/threadteam.h"

#include <vector>

namespace inkling {

/// Updates parameters from gradients. State by parameter index, one step counter; gradients are
/// only read.
template <typename Scalar>
class INKLING_CORE_API Optimizer {
public:
  /// State for these parameters, all 0.
  Optimizer(const OptimizerSpec& spec, const std::vector<Parameter<Scalar>>& parameters);

  /// True if the update is W = decay·W − rate·gradient with nothing remembered, so that it may be
  /// taken while a gradient is computed.
  bool canFuse() const;
  /// 1 − rate·weightDecay.
  double decay(double rate) const { return 1 - rate * m_spec.weightDecay; }

  /// One step for all parameters from `first` on, at this learning rate, shared out by elements.
  void step(double rate, std::vector<Parameter<Scalar>>& parameters,
            const std::vector<Matrix<Scalar>>& gradients, std::size_t first, ThreadTeam& team);

  long steps() const { return m_steps; }
  /// Momentum, or first and then second moments; parameter by parameter.
  const std::vector<Matrix<Scalar>>& moments() const { return m_moments; }
  /// Continues from saved state. Throws Error if it does not fit.
  void restore(long steps, std::vector<Matrix<Scalar>> moments);

private:
  /// The numbers of one step.
  struct Factors {
    Scalar rate, momentum, beta1, beta2, epsilon, clip, decay, l2, secondScale;
  };
  Factors factors(double rate, double clip) const;
  void update(const Factors& f, std::size_t parameter, Scalar* weight, const Scalar* gradient,
              bool decays, Index begin, Index count);
  double clipFactor(const std::vector<Matrix<Scalar>>& gradients) const;

  OptimizerSpec m_spec;
  std::size_t m_parameters;
  long m_steps = 0;
  std::vector<Matrix<Scalar>> m_moments;
};

}  // namespace inkling
