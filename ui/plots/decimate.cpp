// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/decimate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling::ui {
namespace {

// Indices [first, last) of the points in `visible` and one to either side.
std::pair<std::size_t, std::size_t> span(const Curve& curve, const AxisRange& visible) {
  const auto begin = curve.x.begin();
  auto first =
      static_cast<std::size_t>(std::lower_bound(begin, curve.x.end(), visible.low) - begin);
  auto last =
      static_cast<std::size_t>(std::upper_bound(begin, curve.x.end(), visible.high) - begin);
  if (first > 0) --first;
  if (last < curve.size()) ++last;
  return {first, last};
}

void appendFinite(Curve& result, const Curve& curve, std::size_t index) {
  if (std::isfinite(curve.y[index])) result.append(curve.x[index], curve.y[index]);
}

// What is seen of the points [first, last) of one column.
void appendColumn(Curve& result, const Curve& curve, std::size_t first, std::size_t last) {
  if (first >= last) return;
  std::size_t low = first;
  std::size_t high = first;
  for (std::size_t i = first; i < last; ++i) {
    if (!(curve.y[i] >= curve.y[low])) low = i;
    if (!(curve.y[i] <= curve.y[high])) high = i;
  }
  std::array<std::size_t, 4> seen{first, low, high, last - 1};
  std::sort(seen.begin(), seen.end());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (i == 0 || seen[i] != seen[i - 1]) appendFinite(result, curve, seen[i]);
  }
}

}  // namespace

Curve decimate(const Curve& curve, const AxisRange& visible, int columns) {
  const auto [first, last] = span(curve, visible);
  Curve result;
  if (last - first <= 4 * static_cast<std::size_t>(std::max(columns, 1))) {
    for (std::size_t i = first; i < last; ++i) appendFinite(result, curve, i);
    return result;
  }
  const double width = visible.size() / columns;
  const auto columnOf = [&](std::size_t i) {
    return std::floor((curve.x[i] - visible.low) / width);
  };
  std::size_t start = first;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (columnOf(i) == columnOf(start)) continue;
    appendColumn(result, curve, start, i);
    start = i;
  }
  appendColumn(result, curve, start, last);
  return result;
}

}  // namespace inkling::ui
