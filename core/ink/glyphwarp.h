// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/ink/ink.h"
#include "core/ink/penraster.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace inkling {

/// A glyph with two pixels of paper on every side: pixel (x, y) stands at (y + 2)·32 + x + 2.
struct PaddedGlyph {
  static constexpr int kPadding = 2;
  static constexpr int kStride = kGlyphSide + 2 * kPadding;
  std::array<std::uint8_t, kStride * kStride> pixels{};

  explicit PaddedGlyph(const Glyph& glyph);
  Glyph glyph() const;
};

/// Moves the outline by `pixels`: outwards if positive (by at most 2), else inwards (by at
/// most 1.2); edges stay soft.
void changeStrokes(PaddedGlyph& padded, float pixels);

/// Moves the outline outwards by at most 2 pixels and back again: what closes on the way stays
/// closed.
void closeGaps(PaddedGlyph& padded, float pixels);

/// source = origin + xx·x + xy·y, … for the output's point (x, y); all in pixels.
struct InverseMap {
  float xx = 1, xy = 0, x0 = 0;
  float yx = 0, yy = 1, y0 = 0;
};

/// Where the pixels of one row come from in the padded glyph, in whole vectors: the last four are
/// not used.
struct SourceRow {
  static constexpr std::size_t kCount = 32;
  float x[kCount];
  float y[kCount];
};

/// A smooth random displacement: cubic B-splines on a grid of one knot every 7 pixels.
class ElasticField {
public:
  static constexpr std::size_t kKnots = 7;

  /// `amplitude`: displacement of one axis in pixels, root mean square.
  ElasticField(Random& random, float amplitude);
  /// Adds the displacements of row y of the output.
  void addTo(int y, SourceRow& row) const;

private:
  /// A row of the grid; the last value is there to make whole vectors.
  struct Knots {
    float x[kKnots + 1] = {};
    float y[kKnots + 1] = {};
  };
  std::array<Knots, kKnots> m_rows;
};

/// Resamples through `map`, displaced by `elastic` (nullptr: not), and multiplies the ink by
/// `contrast`. Bilinear.
void warp(const PaddedGlyph& source, const InverseMap& map, const ElasticField* elastic,
          float contrast, std::uint8_t* out);

}  // namespace inkling
