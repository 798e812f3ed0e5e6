// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/penraster.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// Pixels over which an edge goes from paper to ink. A box filter of one pixel gives 1 … √2; MNIST's
// own edges are a little softer.
constexpr float kEdge = 1.25F;

int clampedPixel(float value) {
  return static_cast<int>(std::clamp(std::floor(value), 0.0F, static_cast<float>(kGlyphSide)));
}

}  // namespace

PenRaster::PenRaster(float width) : m_width(width) { m_distance2.fill(1e6F); }

void PenRaster::line(float x0, float y0, float x1, float y1) {
  const float reach = (m_width + kEdge) / 2;
  const int left = clampedPixel(std::min(x0, x1) - reach);
  const int right = clampedPixel(std::max(x0, x1) + reach + 1);
  const int top = clampedPixel(std::min(y0, y1) - reach);
  const int bottom = clampedPixel(std::max(y0, y1) + reach + 1);
  const float dx = x1 - x0;
  const float dy = y1 - y0;
  const float length2 = dx * dx + dy * dy;
  const float inverse = length2 > 0 ? 1 / length2 : 0;
  for (int y = top; y < bottom; ++y) {
    const float py = static_cast<float>(y) + 0.5F - y0;
    float* const row = m_distance2.data() + y * kGlyphSide;
    for (int x = left; x < right; ++x) {
      const float px = static_cast<float>(x) + 0.5F - x0;
      const float along = std::clamp((px * dx + py * dy) * inverse, 0.0F, 1.0F);
      const float ex = px - along * dx;
      const float ey = py - along * dy;
      row[x] = std::min(row[x], ex * ex + ey * ey);
    }
  }
}

Glyph PenRaster::glyph() const {
  Glyph glyph;
  for (std::size_t i = 0; i < glyph.size(); ++i) {
    const float inside = m_width / 2 - std::sqrt(m_distance2[i]);
    const float share = std::clamp(inside / kEdge + 0.5F, 0.0F, 1.0F);
    glyph[i] = static_cast<std::uint8_t>(static_cast<int>(share * 255 + 0.5F));
  }
  return glyph;
}

}  // namespace inkling
