// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/layerspec.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace inkling {

/// A 28×28 image as MNIST has it, row by row, 0 paper … 255 ink: what a network is given.
using Glyph = std::array<std::uint8_t, 28 * 28>;
inline constexpr Shape kGlyphShape{28, 28, 1};

struct InkPoint {
  float x = 0;  ///< any unit, y pointing down
  float y = 0;
  float time = 0;      ///< seconds since the drawing began
  float pressure = 1;  ///< 0 … 1; 1 where the device has none
};

/// What one touch of the pen leaves; a single point is a dot.
struct Stroke {
  std::vector<InkPoint> points;
};

using Ink = std::vector<Stroke>;

/// A stroke that is kept elsewhere.
struct StrokeView {
  std::span<const InkPoint> points;
};

/// A grey picture of any size, row by row, any polarity.
struct GreyImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
};

struct NormaliseOptions {
  bool fit = true;  ///< larger side of the digit to 20 pixels, centre of mass to the middle; false:
                    ///< squeeze the whole canvas
  double strokeWidth = 2.7;  ///< pixels; MNIST's mean thickness in its 20-pixel box
  float canvasSide = 0;      ///< only without fit: the side of the drawing area
};

/// The glyph of one digit drawn with a pen: scaled by the pen path, drawn anti-aliased at MNIST's
/// stroke width, centre of mass in the middle. Brush width, canvas size and writing size do not
/// matter. Empty ink gives an empty glyph (all 0).
INKLING_CORE_API Glyph renderGlyph(const Ink& ink, const NormaliseOptions& options = {});
/// The same without allocating anything.
INKLING_CORE_API Glyph renderStrokes(std::span<const StrokeView> ink,
                                     const NormaliseOptions& options = {});

/// The same on side × side pixels, everything larger or smaller in proportion; the bytes of a glyph
/// where that has the side.
INKLING_CORE_API std::vector<std::uint8_t> renderInk(const Ink& ink, int side,
                                                     const NormaliseOptions& options = {});

/// The glyph of one digit in a picture (file, clipboard, photo of paper): background and polarity
/// found, specks dropped, thickness normalised, then fitted like ink. A blank picture gives an
/// empty glyph.
INKLING_CORE_API Glyph normaliseImage(const GreyImage& image, const NormaliseOptions& options = {});

/// The same on side × side pixels, in proportion.
INKLING_CORE_API std::vector<std::uint8_t> normaliseImage(const GreyImage& image, int side,
                                                          const NormaliseOptions& options = {});

/// True if nothing was drawn.
INKLING_CORE_API bool isBlank(std::span<const std::uint8_t> image);

}  // namespace inkling
