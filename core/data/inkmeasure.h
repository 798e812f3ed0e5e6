// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/penraster.h"

namespace inkling {

/// What a 28×28 image of ink measures, in pixels.
struct InkMeasure {
  float area = 0;      ///< sum of the shares of ink
  float centreX = 14;  ///< centre of mass; the middle of the image is 14
  float centreY = 14;
  float strokeWidth = 0;  ///< 2·area/perimeter: exact for a long line of even width
};

INKLING_CORE_API InkMeasure measure(const InkField& ink);

}  // namespace inkling
