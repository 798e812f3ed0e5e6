// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/evaluate.h"

#include <vector>

namespace inkling {

/// The samples whose confidence lies in [low, high), the last bin including 1.
struct ReliabilityBin {
  double low = 0;
  double high = 0;
  int count = 0;
  double confidence = 0;  ///< mean over the bin
  double accuracy = 0;    ///< share of the bin that is right
};

/// Bins of equal width over 0 … 1.
INKLING_CORE_API std::vector<ReliabilityBin> reliability(const Predictions& predictions,
                                                         int bins = 15);

/// Expected calibration error: Σ count/total·|accuracy − confidence| (Guo et al. 2017).
INKLING_CORE_API double calibrationError(const std::vector<ReliabilityBin>& bins);

/// The temperature T for which softmax(logits/T) has the lowest mean loss on these samples (Guo et
/// al. 2017): over 1, the model is too sure of itself. Found by Newton's method on 1/T, in which
/// the loss is convex. 1 without samples; between 0.05 and 20.
INKLING_CORE_API double fitTemperature(const Predictions& predictions);

/// The predictions of softmax(logits/T), the losses too. The order of the classes stays.
INKLING_CORE_API Predictions withTemperature(const Predictions& predictions, double temperature);

}  // namespace inkling
