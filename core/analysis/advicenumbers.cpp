// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/advicenumbers.h"

#include "core/base/grouped.h"

#include <cmath>
#include <cstdio>

namespace inkling {

std::string numeral(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::string shown(double value) {
  constexpr double kLargest = 1e7;
  return value >= 999.5 && value < kLargest ? grouped(std::lround(value)) : numeral(value);
}

std::string percent(double share) { return shown(100 * share) + " %"; }

double plain(double value) {
  const double unit = std::pow(10, std::floor(std::log10(value)));
  return std::stod(numeral(std::round(value / unit) * unit));
}

}  // namespace inkling
