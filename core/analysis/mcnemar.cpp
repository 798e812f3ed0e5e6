// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/mcnemar.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr int kExactBelow = 25;

// 2·P(X ≤ least) for X binomial over n fair coins.
double exactPValue(int least, int n) {
  double sum = 0;
  for (int k = 0; k <= least; ++k)
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) -
                    n * std::log(2.0));
  return std::min(1.0, 2 * sum);
}

}  // namespace

double mcnemarPValue(int b, int c) {
  const int n = b + c;
  if (n == 0) return 1;
  if (n < kExactBelow) return exactPValue(std::min(b, c), n);
  const double distance = std::max(0, std::abs(b - c) - 1);
  const double chi2 = distance * distance / n;
  return std::erfc(std::sqrt(chi2 / 2));  // χ² with one degree of freedom
}

ModelComparison compareModels(const Predictions& first, const Predictions& second) {
  if (first.labels != second.labels)
    throw Error("The two models were not measured on the same images.");
  ModelComparison result;
  for (int i = 0; i < first.count(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const bool one = first.predicted[at] == first.labels[at];
    const bool two = second.predicted[at] == second.labels[at];
    ++(one ? (two ? result.bothRight : result.onlyFirst)
           : (two ? result.onlySecond : result.bothWrong));
    if (first.predicted[at] != second.predicted[at]) result.different.push_back(i);
  }
  result.exact = result.onlyFirst + result.onlySecond < kExactBelow;
  result.pValue = mcnemarPValue(result.onlyFirst, result.onlySecond);
  return result;
}

}  // namespace inkling
