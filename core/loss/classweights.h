// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/labels.h"
#include "core/tensor/columns.h"

#include <span>
#include <vector>

namespace inkling {

/// Weights of classes that have so many samples: N/(K·n) for a class of n, where N is the sum of
/// all and K the number of classes that have any; 1 for a class without samples. All classes then
/// weigh the same together, and the mean weight of a sample is 1. It is scikit-learn's
/// class_weight="balanced" (sklearn.utils.class_weight.compute_class_weight), after King and Zeng,
/// "Logistic regression in rare events data", Political Analysis 9 (2001). The steps of rare images
/// are the longer, so a smaller learning rate may be needed than without weights.
INKLING_CORE_API std::vector<double> balancedClassWeights(std::span<const int> counts);

/// The weight of a sample; 1 for a sample of no class.
inline double weightOf(Label label, std::span<const double> weights) {
  return label == kNoClass ? 1 : weights[label];
}

/// Multiplies each sample's column of `gradient` by the weight of its class: the gradient of
/// Σ w_y·loss / B out of that of Σ loss / B. The divisor stays the batch size B; it is not the sum
/// of the weights.
template <typename Scalar>
INKLING_CORE_API void weigh(Columns<Scalar> gradient, std::span<const Label> labels,
                            std::span<const double> weights);

}  // namespace inkling
