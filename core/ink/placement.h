// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/ink.h"

#include <optional>

namespace inkling {

/// How renderGlyph() puts ink into 28×28 pixels: a point p of the ink comes to scale·p + (x, y)
/// when the digit is in the 20-pixel box in the middle, and is moved by (shiftX, shiftY) from there
/// when its centre of mass is where MNIST has it.
struct GlyphPlacement {
  float scale = 1;
  float x = 0;
  float y = 0;
  float shiftX = 0;
  float shiftY = 0;
};

/// Nothing if there is no ink.
INKLING_CORE_API std::optional<GlyphPlacement> placeInk(const Ink& ink,
                                                        const NormaliseOptions& options = {});

}  // namespace inkling
