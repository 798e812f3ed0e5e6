// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/penwidth.h"

#include <algorithm>

namespace inkling {
namespace {

// Of the ridge's distances. On digits drawn with a round pen of 6 to 20 pixels it is within 1 % for
// nine of ten; area over perimeter is off by up to 17 % where loops fill.
constexpr double kQuantile = 0.35;
// Distances are between pixel centres: half a pixel is missing on both sides.
constexpr float kMissing = 1;

bool isRidge(const Plane& distance, int x, int y) {
  const float here = distance.at(x, y);
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx)
      if (distance.at(x + dx, y + dy) > here) return false;
  return true;
}

}  // namespace

float penWidth(const Plane& distance) {
  std::vector<float> ridge;
  for (int y = 1; y + 1 < distance.height; ++y)
    for (int x = 1; x + 1 < distance.width; ++x)
      if (distance.at(x, y) > 0 && isRidge(distance, x, y)) ridge.push_back(distance.at(x, y));
  if (ridge.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(kQuantile * static_cast<double>(ridge.size() - 1));
  std::nth_element(ridge.begin(), ridge.begin() + at, ridge.end());
  return 2 * ridge[static_cast<std::size_t>(at)] + kMissing;
}

}  // namespace inkling
