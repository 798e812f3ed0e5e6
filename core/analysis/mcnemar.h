// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/evaluate.h"

#include <vector>

namespace inkling {

/// Two models on the same samples.
struct ModelComparison {
  int bothRight = 0;
  int onlyFirst = 0;  ///< right in the first, wrong in the second
  int onlySecond = 0;
  int bothWrong = 0;
  double pValue = 1;           ///< of McNemar's test, two-sided
  bool exact = true;           ///< binomial; else χ² with continuity correction
  std::vector<int> different;  ///< positions where the two predict different classes
};

/// Whether the difference between two models can be chance (McNemar 1947): only the samples that
/// one of them gets right count. Exact below 25 of them. Throws Error if the samples differ.
INKLING_CORE_API ModelComparison compareModels(const Predictions& first, const Predictions& second);

/// Two-sided p-value for `b` against `c` discordant samples.
INKLING_CORE_API double mcnemarPValue(int b, int c);

}  // namespace inkling
