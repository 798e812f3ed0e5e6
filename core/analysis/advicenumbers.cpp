// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/advicenumbers.h"

#include <cmath>
#include <cstddef>
#include <cstdio>

namespace inkling {

std::string numeral(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::string grouped(double value) {
  std::string digits = std::to_string(std::lround(value));
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string shown(double value) {
  constexpr double kLargest = 1e7;
  return value >= 999.5 && value < kLargest ? grouped(value) : numeral(value);
}

std::string percent(double share) { return shown(100 * share) + " %"; }

double plain(double value) {
  const double unit = std::pow(10, std::floor(std::log10(value)));
  return std::stod(numeral(std::round(value / unit) * unit));
}

}  // namespace inkling
