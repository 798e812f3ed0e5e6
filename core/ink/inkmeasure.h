// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/ink.h"

namespace inkling {

/// What a glyph measures, in pixels; pixel i covers [i, i + 1).
struct InkMeasure {
  float area = 0;      ///< sum of the shares of ink
  float centreX = 14;  ///< centre of mass; 14 is the middle of the image, 14.5 where MNIST has it
  float centreY = 14;
  float strokeWidth = 0;  ///< 2·area/perimeter: exact for a long line of even width
};

INKLING_CORE_API InkMeasure measure(const Glyph& glyph);

}  // namespace inkling
