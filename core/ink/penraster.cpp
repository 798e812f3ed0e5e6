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

constexpr float kFarAway = 1e6F;

int clampedPixel(float value, int side) {
  return static_cast<int>(std::min(std::max(value, 0.0F), static_cast<float>(side)));
}

// Pixels of a row are taken so many at a time, some beyond the line's reach: there its distance
// changes nothing.
using RowPack = Simd<float>::Pack;
constexpr int kRowPack = Simd<float>::kLanes;
constexpr RowPack kColumns = {0, 1, 2, 3, 4, 5, 6, 7};

RowPack atLeast(float low, RowPack values) { return values > low ? values : RowPack{} + low; }
RowPack atMost(float high, RowPack values) { return values < high ? values : RowPack{} + high; }

}  // namespace

PenRaster::PenRaster(float width, int side)
    : m_width(width),
      m_side(side),
      m_stride(std::max(side, kRowPack)) {
  if (side == kGlyphSide) {
    m_glyph.fill(kFarAway);
    m_distance2 = m_glyph.data();
  } else {
    m_other.assign(static_cast<std::size_t>(m_side) * static_cast<std::size_t>(m_stride), kFarAway);
    m_distance2 = m_other.data();
  }
}

void PenRaster::line(float x0, float y0, float x1, float y1) {
  const float reach = (m_width + kEdge) / 2;
  // RowPack whose centres lie within reach.
  const int left = clampedPixel(std::min(x0, x1) - reach + 0.5F, m_side);
  const int right = clampedPixel(std::max(x0, x1) + reach + 0.5F, m_side);
  const int top = clampedPixel(std::min(y0, y1) - reach + 0.5F, m_side);
  const int bottom = clampedPixel(std::max(y0, y1) + reach + 0.5F, m_side);
  const float dx = x1 - x0;
  const float dy = y1 - y0;
  const float length2 = dx * dx + dy * dy;
  const float inverse = length2 > 0 ? 1 / length2 : 0;
  for (int y = top; y < bottom; ++y) {
    const float py = static_cast<float>(y) + 0.5F - y0;
    float* const row = m_distance2 + y * m_stride;
    for (int x = left; x < right; x += kRowPack) {
      const int first = std::min(x, m_stride - kRowPack);
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

void PenRaster::paint(std::span<std::uint8_t> pixels) const {
  auto to = pixels.begin();
  for (int y = 0; y < m_side; ++y) {
    const float* const row = m_distance2 + y * m_stride;
    for (int x = 0; x < m_side; ++x) {
      const float inside = m_width / 2 - std::sqrt(row[x]);
      const float share = inside / kEdge + 0.5F;
      *to++ = static_cast<std::uint8_t>(std::clamp(static_cast<int>(share * 255 + 0.5F), 0, 255));
    }
  }
}

Glyph PenRaster::glyph() const {
  Glyph glyph;
  paint(glyph);
  return glyph;
}

}  // namespace inkling
