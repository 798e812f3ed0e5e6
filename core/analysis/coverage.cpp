// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/coverage.h"

#include <algorithm>
#include <numeric>

namespace inkling {

std::vector<CoveragePoint> coverageCurve(const Predictions& predictions) {
  std::vector<int> order(static_cast<std::size_t>(predictions.count()));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return predictions.confidence(a) > predictions.confidence(b);
  });
  std::vector<CoveragePoint> curve;
  int correct = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto at = static_cast<std::size_t>(order[k]);
    correct += predictions.predicted[at] == predictions.labels[at] ? 1 : 0;
    const float confidence = predictions.confidence(order[k]);
    const bool last = k + 1 == order.size() || predictions.confidence(order[k + 1]) != confidence;
    if (!last) continue;
    const int answered = static_cast<int>(k) + 1;
    curve.push_back({static_cast<double>(confidence), answered, correct,
                     static_cast<double>(answered) / predictions.count(),
                     static_cast<double>(correct) / answered});
  }
  return curve;
}

CoveragePoint coverageAt(const Predictions& predictions, double threshold) {
  CoveragePoint point;
  point.threshold = threshold;
  for (int i = 0; i < predictions.count(); ++i) {
    if (static_cast<double>(predictions.confidence(i)) < threshold) continue;
    const auto at = static_cast<std::size_t>(i);
    ++point.answered;
    point.correct += predictions.predicted[at] == predictions.labels[at] ? 1 : 0;
  }
  if (predictions.count() > 0)
    point.share = static_cast<double>(point.answered) / predictions.count();
  point.accuracy = point.answered > 0 ? static_cast<double>(point.correct) / point.answered : 1;
  return point;
}

}  // namespace inkling
