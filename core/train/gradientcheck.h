// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/model.h"

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// One trainable matrix compared, element by element, with what the loss does when it is moved.
struct ParameterCheck {
  std::string name;           ///< "layers.0.weight"
  double largestError = 0;    ///< relative, see checkGradients()
  Index element = 0;          ///< where: number in the matrix, column by column
  double backpropagated = 0;  ///< there, by the backward pass
  double measured = 0;        ///< there, by central differences
  int checked = 0;            ///< elements that were compared
  int kinks = 0;              ///< elements left out: the loss has a corner there
};

struct INKLING_CORE_API GradientReport {
  std::vector<ParameterCheck> parameters;

  double largestError() const;
  int checked() const;
  int kinks() const;
  /// The parameter with the largest error in one line, for messages.
  std::string worst() const;
};

struct GradientCheckOptions {
  int elements = 0;  ///< of each parameter, drawn at random; 0: all
  std::uint64_t seed = 1;
  std::uint32_t step = 0;                     ///< which random numbers dropout draws
  std::vector<double> classWeights{};         ///< of the loss, by class; empty: none
  const std::atomic<bool>* cancel = nullptr;  ///< if set to true meanwhile, the rest is left out
};

/// Compares the gradients of the mean loss over a batch with central differences in double
/// precision: D(h) = (L(θ+h) − L(θ−h))/2h for h and h/2, extrapolated to (4·D(h/2) − D(h))/3. The
/// error of an element is relative to the larger of both values, but at least to a thousandth of
/// the network's largest gradient, below which differences drown in rounding. Where a ReLU or a
/// maximum switches between θ−h and θ+h there is no derivative to compare with: such elements are
/// counted and left out.
///
/// `input` is one column a sample; of the recipe the label smoothing and the seed count.
INKLING_CORE_API GradientReport checkGradients(const Recipe& recipe, Network<double> network,
                                               const Matrix<double>& input,
                                               std::span<const Label> labels,
                                               const GradientCheckOptions& options = {});

/// The same for a trained or fresh model, in double precision, on the given images as one batch.
/// Throws Error if they do not fit.
INKLING_CORE_API GradientReport checkGradients(const Model& model, const DataView& samples,
                                               const GradientCheckOptions& options = {});

}  // namespace inkling
