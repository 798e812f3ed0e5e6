// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/evaluate.h"

#include <vector>

namespace inkling {

/// What happens if only samples of at least this confidence are answered.
struct CoveragePoint {
  double threshold = 0;
  int answered = 0;
  int correct = 0;
  double share = 0;     ///< answered / all
  double accuracy = 0;  ///< of the answered
};

/// Accuracy against the share that is answered, from the surest samples to all of them; one point
/// for every confidence that occurs.
INKLING_CORE_API std::vector<CoveragePoint> coverageCurve(const Predictions& predictions);

/// The point at a threshold. With nothing answered the accuracy is 1.
INKLING_CORE_API CoveragePoint coverageAt(const Predictions& predictions, double threshold);

}  // namespace inkling
