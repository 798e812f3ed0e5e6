// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/ink.h"

#include <array>
#include <span>
#include <vector>

namespace inkling {

constexpr int kGlyphSide = 28;
inline constexpr float kGlyphMiddle = kGlyphSide / 2.0F;
/// Where MNIST puts the centre of mass: the centre of pixel (14, 14), measured 14.50 ± 0.29.
inline constexpr float kCentreOfMass = kGlyphMiddle + 0.5F;
/// Side of the box that MNIST fits a digit into before it centres it.
constexpr float kGlyphBox = 20;

/// Draws pen paths of one width, anti-aliased, onto a square of pixels. Keeps the squared distance
/// of every pixel's centre to the nearest path, so overlapping lines do not add up. Allocates only
/// for other sides than that of glyphs.
class INKLING_CORE_API PenRaster {
public:
  explicit PenRaster(float width, int side = kGlyphSide);
  PenRaster(const PenRaster&) = delete;
  PenRaster& operator=(const PenRaster&) = delete;

  /// A line between two points, in pixels; a dot if they coincide.
  void line(float x0, float y0, float x1, float y1);
  /// The share of each pixel that is ink; pixel i covers [i, i + 1).
  void paint(std::span<std::uint8_t> pixels) const;  ///< side · side
  Glyph glyph() const;                               ///< of a glyph's side

private:
  float m_width;
  int m_side;
  int m_stride;  ///< of a row: a pack at least
  std::array<float, kGlyphSide * kGlyphSide> m_glyph;
  std::vector<float> m_other;
  float* m_distance2;
};

}  // namespace inkling
