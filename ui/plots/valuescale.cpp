// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/valuescale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inkling::ui {
namespace {

// The least loss and the least share of errors that still have a place on a logarithmic axis.
constexpr double kSmallest = 1e-6;

// 1, 2 and 5 times powers of ten; only the powers if there are many.
std::vector<double> logTicks(double low, double high, int count) {
  std::vector<double> found;
  const bool powersOnly = high - low > count;
  for (int power = static_cast<int>(std::floor(low)); power <= std::ceil(high); ++power) {
    for (const double digit : {1.0, 2.0, 5.0}) {
      if (powersOnly && digit != 1.0) continue;
      const double value = digit * std::pow(10.0, power);
      const double place = std::log10(value);
      if (place >= low - 1e-9 && place <= high + 1e-9) found.push_back(value);
    }
  }
  return found;
}

std::vector<double> linearTicks(double low, double high, int count) {
  const double step = niceStep(high - low, count);
  std::vector<double> found;
  if (!(step > 0)) return found;
  const auto first = static_cast<long>(std::ceil(low / step - 1e-9));
  const auto last = static_cast<long>(std::floor(high / step + 1e-9));
  for (long i = first; i <= last; ++i) found.push_back(static_cast<double>(i) * step);
  return found;
}

}  // namespace

double niceStep(double size, int count) {
  const double rough = size / std::max(count, 1);
  if (!(rough > 0) || !std::isfinite(rough)) return 0;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double digit = rough / power;
  if (digit < 1.5) return power;
  if (digit < 3.5) return 2 * power;
  return digit < 7.5 ? 5 * power : 10 * power;
}

double ValueScale::toAxis(double value) const {
  switch (kind) {
    case Kind::LogNumber:
      return std::log10(std::max(value, kSmallest));
    case Kind::LogPercent:
      return -std::log10(std::max(1 - value, kSmallest));
    default:
      return value;
  }
}

double ValueScale::fromAxis(double axis) const {
  switch (kind) {
    case Kind::LogNumber:
      return std::pow(10.0, axis);
    case Kind::LogPercent:
      return 1 - std::pow(10.0, -axis);
    default:
      return axis;
  }
}

std::vector<double> ValueScale::ticks(const AxisRange& visible, int count) const {
  std::vector<double> found;
  if (kind == Kind::LogNumber) found = logTicks(visible.low, visible.high, count);
  if (kind == Kind::LogPercent) {
    for (const double error : logTicks(-visible.high, -visible.low, count)) {
      found.push_back(1 - error);
    }
    std::reverse(found.begin(), found.end());
  }
  if (found.size() >= 2) return found;
  return linearTicks(fromAxis(visible.low), fromAxis(visible.high), count);
}

QString ValueScale::label(double value) const {
  const double shown = isPercent() ? 100 * value : value;
  const QString number = QString::number(std::abs(shown) < 1e-12 ? 0.0 : shown, 'g', 7);
  return isPercent() ? number + QStringLiteral(" %") : number;
}

QString ValueScale::readable(double value) const {
  if (!std::isfinite(value)) return QStringLiteral("–");
  if (isPercent()) return QString::number(100 * value, 'f', 2) + QStringLiteral(" %");
  return QString::number(value, value >= 0.001 ? 'f' : 'e', value >= 0.001 ? 4 : 1);
}

}  // namespace inkling::ui
