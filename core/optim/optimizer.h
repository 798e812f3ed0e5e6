// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/layers/layer.h"
#include "core/recipe/optimizerspec.h"
#include "core/tensor/parameterpart.h"

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

  /// Begins a step at this learning rate; `clip` scales the gradients (see clipFactor()).
  void begin(double rate, double clip = 1);
  /// Where the gradient of a parameter may go at once: the update itself if canFuse(), else into
  /// `gradient`.
  GradientTarget<Scalar> target(std::size_t parameter, Scalar* weight, Scalar* gradient) const;
  /// Updates a part of one parameter; any thread, each element once a step. `gradient` points to
  /// the part's first element.
  void update(std::size_t parameter, Scalar* weight, const Scalar* gradient,
              const ParameterPart& part);
  /// min(1, clipNorm/‖all gradients‖); 1 if the recipe does not clip.
  double clipFactor(const std::vector<Matrix<Scalar>>& gradients) const;

  long steps() const { return m_steps; }
  /// Momentum, or first and then second moments; parameter by parameter.
  std::vector<Matrix<Scalar>> moments() const;
  /// Continues from saved state. Throws Error if it does not fit.
  void restore(long steps, const std::vector<Matrix<Scalar>>& moments);

private:
  /// The numbers of one step.
  struct Factors {
    Scalar rate, momentum, epsilon, clip, decay, l2, secondScale;
    Scalar firstShare, secondShare;  ///< 1 − β₁, 1 − β₂
  };
  OptimizerSpec m_spec;
  /// What is known of a parameter.
  struct Kept {
    bool decays;
    Index rows, columns;
  };
  std::vector<Kept> m_parameters;
  Factors m_factors{};
  long m_steps = 0;
  std::vector<Matrix<Scalar>> m_moments;  ///< of the parameters' shapes, in panels
};

}  // namespace inkling
