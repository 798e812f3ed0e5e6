// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <vector>

namespace inkling {

/// A stroke of a line of writing: thinned, upright, in units of the line's height (that of the
/// tallest stroke).
struct StrokePart {
  std::vector<InkPoint> points;
  float left = 0;
  float right = 0;
  float height = 0;
  float width() const { return right - left; }
};

/// Takes the slant of the writing out of all strokes. A stroke without points gives a part without
/// points.
std::vector<StrokePart> toParts(const Ink& ink);

/// Whether two strokes cross or come near each other.
bool touch(const StrokePart& a, const StrokePart& b);

/// Share of the narrower one's extent from left to right, a little reach included, that lies over
/// the other's; negative: a gap.
float overlap(const StrokePart& a, const StrokePart& b);

}  // namespace inkling
