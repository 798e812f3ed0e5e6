// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/glyphvariants.h"

#include "core/ink/penraster.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr int kInk = 100;  // grey level from which on a pixel counts as stroke

float uniform(Random& random, double low, double high) {
  return static_cast<float>(random.uniform(low, high));
}

struct Extent {
  int low = kGlyphSide;
  int high = -1;
  bool empty() const { return high < low; }
  float middle() const { return static_cast<float>(low + high + 1) / 2; }
  float length() const { return static_cast<float>(high - low + 1); }
  void add(int at) {
    low = std::min(low, at);
    high = std::max(high, at);
  }
};

struct Extents {
  Extent x;
  Extent y;
};

// Of the ink in rows first … last.
Extents extents(const Glyph& glyph, int first = 0, int last = kGlyphSide - 1) {
  Extents found;
  for (int y = std::max(first, 0); y <= std::min(last, kGlyphSide - 1); ++y) {
    for (int x = 0; x < kGlyphSide; ++x) {
      if (glyph[static_cast<std::size_t>(y * kGlyphSide + x)] < kInk) continue;
      found.x.add(x);
      found.y.add(y);
    }
  }
  return found;
}

void slashZero(PenRaster& pen, const Extents& box, Random& random) {
  const float angle = uniform(random, 0.5, 1.25);  // 29° … 72° above the horizontal
  const float half = uniform(random, 0.35, 0.75) * std::max(box.x.length(), box.y.length());
  const float dx = half * std::cos(angle);
  const float dy = half * std::sin(angle);
  const float x = box.x.middle() + uniform(random, -1, 1);
  const float y = box.y.middle() + uniform(random, -1, 1);
  pen.line(x - dx, y + dy, x + dx, y - dy);
}

void serifOne(PenRaster& pen, const Glyph& glyph, const Extents& box, Random& random) {
  const bool base = random.chance(0.4);
  if (base) {
    const Extents foot = extents(glyph, box.y.high - 2);
    const float y = static_cast<float>(box.y.high) + 0.2F;
    const float left = uniform(random, 2, 6);
    const float right = uniform(random, 2, 6);
    const float tilt = uniform(random, -1, 1);
    pen.line(foot.x.middle() - left, y - tilt, foot.x.middle() + right, y + tilt);
  }
  if (base && random.chance(0.3)) return;
  const Extents top = extents(glyph, 0, box.y.low + 2);
  const float x = top.x.middle();
  const float y = static_cast<float>(box.y.low) + 1;
  const float length = uniform(random, 4, 13);
  const float angle =
      uniform(random, 0.5, 1.25);  // below the horizontal: flatter would make a seven
  pen.line(x, y, x - length * std::cos(angle), y + length * std::sin(angle));
}

void barSeven(PenRaster& pen, const Glyph& glyph, const Extents& box, Random& random) {
  const float at = static_cast<float>(box.y.low) + uniform(random, 0.4, 0.8) * box.y.length();
  const int row = static_cast<int>(at);
  const Extents stem = extents(glyph, row, row);
  if (stem.x.empty()) return;
  const float left = uniform(random, 2.5, 6.5);
  const float right = uniform(random, 2.5, 6);
  const float tilt = uniform(random, -0.25, 0.25);
  const float x = stem.x.middle();
  pen.line(x - left, at + tilt * left, x + right, at - tilt * right);
}

}  // namespace

bool drawVariant(Glyph& glyph, int label, float strokeWidth, Random& random) {
  const float width = std::clamp(strokeWidth * uniform(random, 0.75, 1.1), 1.0F, 5.0F);
  if (label != 0 && label != 1 && label != 7) return false;
  const Extents box = extents(glyph);
  if (box.x.empty()) return false;
  PenRaster pen(width);
  if (label == 0)
    slashZero(pen, box, random);
  else if (label == 1)
    serifOne(pen, glyph, box, random);
  else
    barSeven(pen, glyph, box, random);
  const Glyph drawn = pen.glyph();
  std::transform(glyph.begin(), glyph.end(), drawn.begin(), glyph.begin(),
                 [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
  return true;
}

}  // namespace inkling
