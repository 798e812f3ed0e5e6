// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/inkmeasure.h"

#include "core/data/penraster.h"

#include <cmath>

namespace inkling {
namespace {

// Length of the outline times 255: the integral of the gradient's magnitude, by Roberts' cross.
// Sums of integers, here and below, because the compiler may not reorder those of floats.
int perimeter(const Glyph& glyph) {
  int total = 0;
  for (int y = 0; y + 1 < kGlyphSide; ++y) {
    const std::uint8_t* const a = glyph.data() + y * kGlyphSide;
    const std::uint8_t* const b = a + kGlyphSide;
    for (int x = 0; x + 1 < kGlyphSide; ++x) {
      const int down = a[x] - b[x + 1];
      const int up = a[x + 1] - b[x];
      total += static_cast<int>(std::sqrt(static_cast<float>(down * down + up * up) / 2) + 0.5F);
    }
  }
  return total;
}

}  // namespace

InkMeasure measure(const Glyph& glyph) {
  int area = 0;
  int sumX = 0;
  int sumY = 0;
  for (int y = 0; y < kGlyphSide; ++y) {
    const std::uint8_t* const line = glyph.data() + y * kGlyphSide;
    int row = 0;
    for (int x = 0; x < kGlyphSide; ++x) {
      row += line[x];
      sumX += line[x] * x;
    }
    area += row;
    sumY += row * y;
  }
  if (area == 0) return {};
  const auto all = static_cast<float>(area);
  InkMeasure found;
  found.area = all / 255;
  found.centreX = static_cast<float>(sumX) / all + 0.5F;
  found.centreY = static_cast<float>(sumY) / all + 0.5F;
  const int outline = perimeter(glyph);
  found.strokeWidth = outline > 0 ? 2 * all / static_cast<float>(outline) : 0;
  return found;
}

}  // namespace inkling
