// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/readout.h"

#include <algorithm>
#include <cmath>

namespace inkling::ui {
namespace {

constexpr double kEpochReach = 0.5;

std::size_t firstNotBefore(const Curve& curve, double x) {
  return static_cast<std::size_t>(std::lower_bound(curve.x.begin(), curve.x.end(), x) -
                                  curve.x.begin());
}

}  // namespace

std::optional<double> valueAt(const Curve& curve, double x) {
  const std::size_t right = firstNotBefore(curve, x);
  if (right == curve.size()) return std::nullopt;
  if (curve.x[right] == x) return curve.y[right];
  if (right == 0) return std::nullopt;
  const double from = curve.x[right - 1];
  const double share = (x - from) / (curve.x[right] - from);
  return (1 - share) * curve.y[right - 1] + share * curve.y[right];
}

std::optional<double> nearestAt(const Curve& curve, double x, double reach) {
  std::size_t found = firstNotBefore(curve, x);
  if (found == curve.size() || (found > 0 && x - curve.x[found - 1] < curve.x[found] - x)) {
    if (found == 0) return std::nullopt;
    --found;
  }
  if (std::abs(curve.x[found] - x) > reach) return std::nullopt;
  return curve.y[found];
}

Readout readAt(const RunCurves& run, const RunCurves& ghost, double x) {
  Readout result;
  result.x = x;
  result.smoothed = valueAt(run.smoothed.curve(), x);
  if (result.smoothed) result.batch = nearestAt(run.batches, x, kEpochReach);
  result.validation = nearestAt(run.validation, x, kEpochReach);
  result.test = nearestAt(run.test, x, kEpochReach);
  const std::size_t report = firstNotBefore(run.reports, x);
  if (report < run.reports.size()) {
    result.reported = run.reports.y[report];
    result.reportSteps = run.reportSteps;
  }
  result.ghost = valueAt(ghost.smoothed.curve(), x);
  if (!result.ghost) result.ghost = nearestAt(ghost.validation, x, kEpochReach);
  return result;
}

}  // namespace inkling::ui
