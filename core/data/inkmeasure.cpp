// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/inkmeasure.h"

#include <cmath>

namespace inkling {
namespace {

// Length of the outline: the integral of the gradient's magnitude, by Roberts' cross.
float perimeter(const InkField& ink) {
  float total = 0;
  for (int y = 0; y + 1 < kGlyphSide; ++y) {
    const float* const a = ink.data() + y * kGlyphSide;
    const float* const b = a + kGlyphSide;
    for (int x = 0; x + 1 < kGlyphSide; ++x) {
      const float down = a[x] - b[x + 1];
      const float up = a[x + 1] - b[x];
      total += std::sqrt((down * down + up * up) / 2);
    }
  }
  return total;
}

}  // namespace

InkMeasure measure(const InkField& ink) {
  InkMeasure found;
  float sumX = 0;
  float sumY = 0;
  for (int y = 0; y < kGlyphSide; ++y) {
    float row = 0;
    for (int x = 0; x < kGlyphSide; ++x) {
      const float share = ink[static_cast<std::size_t>(y * kGlyphSide + x)];
      row += share;
      sumX += share * (static_cast<float>(x) + 0.5F);
    }
    found.area += row;
    sumY += row * (static_cast<float>(y) + 0.5F);
  }
  if (found.area <= 0) return found;
  found.centreX = sumX / found.area;
  found.centreY = sumY / found.area;
  const float outline = perimeter(ink);
  found.strokeWidth = outline > 0 ? 2 * found.area / outline : 0;
  return found;
}

}  // namespace inkling
