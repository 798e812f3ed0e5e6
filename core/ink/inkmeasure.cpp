// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/inkmeasure.h"

#include "core/ink/penraster.h"

#include <cmath>

namespace inkling {
namespace {

constexpr int kPixels = kGlyphSide * kGlyphSide;

// Column and row of every pixel: loops over all of them at once are vectorised without remainders.
struct Coordinates {
  std::array<std::uint8_t, kPixels> x;
  std::array<std::uint8_t, kPixels> y;
};

constexpr Coordinates coordinates() {
  Coordinates at{};
  for (int i = 0; i < kPixels; ++i) {
    at.x[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(i % kGlyphSide);
    at.y[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(i / kGlyphSide);
  }
  return at;
}

constexpr Coordinates kAt = coordinates();

// The gradient's magnitude times 255 between four pixels, by Roberts' cross.
int slope(const std::uint8_t* pixel) {
  const int down = pixel[0] - pixel[kGlyphSide + 1];
  const int up = pixel[1] - pixel[kGlyphSide];
  return static_cast<int>(std::sqrt(static_cast<float>(down * down + up * up) / 2) + 0.5F);
}

// Length of the outline times 255: the integral of the gradient's magnitude. Sums of integers, here
// and below, because the compiler may not reorder those of floats.
int perimeter(const Glyph& glyph) {
  constexpr int kLast = kPixels - kGlyphSide - 1;
  int total = 0;
  for (int i = 0; i < kLast; ++i) total += slope(glyph.data() + i);
  // What was taken from the end of one row to the beginning of the next.
  for (int i = kGlyphSide - 1; i < kLast; i += kGlyphSide) total -= slope(glyph.data() + i);
  return total;
}

}  // namespace

InkMeasure measure(const Glyph& glyph) {
  int area = 0;
  int sumX = 0;
  int sumY = 0;
  for (std::size_t i = 0; i < glyph.size(); ++i) {
    area += glyph[i];
    sumX += glyph[i] * kAt.x[i];
    sumY += glyph[i] * kAt.y[i];
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
