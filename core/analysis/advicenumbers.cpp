// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/advicenumbers.h"

#include "core/base/grouped.h"
#include "core/base/numbers.h"

#include <cmath>

namespace inkling {

std::string numeral(double value) { return significant(value, 3); }

std::string shown(double value) {
  constexpr double kLargest = 1e7;
  return value >= 999.5 && value < kLargest ? grouped(std::lround(value)) : numeral(value);
}

std::string percent(double share) { return shown(100 * share) + " %"; }

double plain(double value) {
  const double unit = std::pow(10, std::floor(std::log10(value)));
  return numberFrom(numeral(std::round(value / unit) * unit));
}

}  // namespace inkling
