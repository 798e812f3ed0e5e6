// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/penraster.h"

#include "core/tensor/simd.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// RowPack over which an edge goes from paper to ink. A box filter of one pixel gives 1 … √2;
// MNIST's own edges are a little softer.
constexpr float kEdge = 1.25F;

int clampedPixel(float value) {
  return static_cast<int>(std::min(std::max(value, 0.0F), static_cast<float>(kGlyphSide)));
}

// Pixels of a row are taken so many at a time, some beyond the line's reach: there its distance
// changes nothing.
using RowPack = Simd<float>::Pack;
constexpr int kRowPack = Simd<float>::kLanes;
constexpr RowPack kColumns = {0, 1, 2, 3, 4, 5, 6, 7};

RowPack atLeast(float low, RowPack values) { return values > low ? values : RowPack{} + low; }
RowPack atMost(float high, RowPack values) { return values < high ? values : RowPack{} + high; }

}  // namespace

PenRaster::PenRaster(float width) : m_width(width) { m_distance2.fill(1e6F); }

void PenRaster::line(float x0, float y0, float x1, float y1) {
  const float reach = (m_width + kEdge) / 2;
  // RowPack whose centres lie within reach.
  const int left = clampedPixel(std::min(x0, x1) - reach + 0.5F);
  const int right = clampedPixel(std::max(x0, x1) + reach + 0.5F);
  const int top = clampedPixel(std::min(y0, y1) - reach + 0.5F);
  const int bottom = clampedPixel(std::max(y0, y1) + reach + 0.5F);
  const float dx = x1 - x0;
  const float dy = y1 - y0;
  const float length2 = dx * dx + dy * dy;
  const float inverse = length2 > 0 ? 1 / length2 : 0;
  for (int y = top; y < bottom; ++y) {
    const float py = static_cast<float>(y) + 0.5F - y0;
    float* const row = m_distance2.data() + y * kGlyphSide;
    for (int x = left; x < right; x += kRowPack) {
      const int first = std::min(x, kGlyphSide - kRowPack);
      const RowPack px = kColumns + (static_cast<float>(first) + 0.5F) - x0;
      const RowPack along = atMost(1, atLeast(0, (px * dx + py * dy) * inverse));
      const RowPack ex = px - along * dx;
      const RowPack ey = py - along * dy;
      const RowPack distance2 = ex * ex + ey * ey;
      const RowPack before = Simd<float>::load(row + first);
      Simd<float>::store(row + first, distance2 < before ? distance2 : before);
    }
  }
}

Glyph PenRaster::glyph() const {
  Glyph glyph;
  for (std::size_t i = 0; i < glyph.size(); ++i) {
    const float inside = m_width / 2 - std::sqrt(m_distance2[i]);
    const float share = inside / kEdge + 0.5F;
    glyph[i] = static_cast<std::uint8_t>(std::clamp(static_cast<int>(share * 255 + 0.5F), 0, 255));
  }
  return glyph;
}

}  // namespace inkling
