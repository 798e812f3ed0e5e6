// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/labels.h"
#include "core/tensor/columns.h"

#include <cstdint>
#include <limits>
#include <span>

namespace inkling {

inline constexpr double kNoCeiling = std::numeric_limits<double>::infinity();

/// Sums over a batch.
struct BatchLoss {
  double loss = 0;  ///< nats; never weighted by class
  int correct = 0;
  int unlabelled = 0;  ///< samples of no class, which cannot be read right or wrong
};

/// Cross-entropy of the softmax of `logits` (classes × samples), in one piece: −log softmax(z)_y =
/// log Σ e^(z−max) + max − z_y, which neither overflows nor needs an epsilon. `smoothing` ε mixes
/// the target with the uniform one. Fills `gradient` with (softmax − target)/divisor: the only
/// place where a batch is averaged. `gradient` may be the memory of the logits. No sample adds more
/// than `ceiling` to the loss; the gradient does not know of it.
template <typename Scalar>
INKLING_CORE_API BatchLoss softmaxCrossEntropy(Columns<const Scalar> logits,
                                               std::span<const Label> labels, double smoothing,
                                               Columns<Scalar> gradient, double divisor,
                                               double ceiling = kNoCeiling);

/// The loss of a sample whose class has the probability `clamp`; none for 0.
INKLING_CORE_API double lossCeiling(double clamp);

/// Probabilities of one sample from its logits; may work in place.
template <typename Scalar>
INKLING_CORE_API void softmax(const Scalar* logits, Index classes, Scalar* probabilities);

}  // namespace inkling
