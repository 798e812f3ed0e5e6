// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/autorange.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling::ui {
namespace {

constexpr double kShare = 0.92;  // of the curve's length that is shown

// `share` of the values are at most this; sorts.
double quantile(std::vector<double>& values, double share) {
  std::sort(values.begin(), values.end());
  const auto index = std::lround(share * static_cast<double>(values.size() - 1));
  return values[static_cast<std::size_t>(index)];
}

// Round bounds on a linear axis: accuracy 0.934 … 0.99 gives 0.92 … 1.
AxisRange rounded(AxisRange range, bool percent) {
  const double step = niceStep(range.size(), 5);
  if (!(step > 0)) return range;
  range.low = std::max(0.0, std::floor(range.low / step + 1e-9) * step);
  range.high = std::ceil(range.high / step - 1e-9) * step;
  if (percent) range.high = std::min(range.high, 1.0);
  return range;
}

}  // namespace

AxisRange autoRangeX(double last, double planned) {
  constexpr std::array<double, 10> kSteps{1, 1.5, 2, 3, 4, 5, 6, 8, 10, 10};
  if (last <= 0) return {0, planned > 0 ? planned : 1};
  double step = 0.1;
  if (last > step) {
    const double power = std::pow(10.0, std::floor(std::log10(last)));
    const auto* found = std::find_if(kSteps.begin(), kSteps.end(),
                                     [&](double s) { return s * power >= last * (1 - 1e-9); });
    step = (found == kSteps.end() ? 15.0 : *found) * power;
  }
  if (planned >= last && planned > 0) step = std::min(step, planned);
  return {0, step};
}

AxisRange autoRangeY(std::vector<double> values, const std::vector<double>& must,
                     const ValueScale& scale) {
  std::erase_if(values, [](double v) { return !std::isfinite(v); });
  if (values.empty()) values = must;
  std::erase_if(values, [](double v) { return !std::isfinite(v); });
  if (values.empty())
    return {scale.toAxis(scale.isLog() ? 0.1 : 0.0),
            scale.toAxis(scale.kind == ValueScale::Kind::LogPercent ? 0.999 : 1.0)};
  for (double& value : values) value = scale.toAxis(value);
  const bool rising = scale.isPercent();
  AxisRange range{quantile(values, rising ? 1 - kShare : 0), quantile(values, rising ? 1 : kShare)};
  for (const double value : must) {
    if (!std::isfinite(value)) continue;
    range.low = std::min(range.low, scale.toAxis(value));
    range.high = std::max(range.high, scale.toAxis(value));
  }
  const double least = scale.isLog() ? 0.3 : 0.01;
  const double margin = std::max(least, range.size()) * 0.12;
  range.low -= margin;
  range.high += margin;
  return scale.isLog() ? range : rounded(range, scale.isPercent());
}

}  // namespace inkling::ui
