// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/ink.h"

#include <functional>
#include <vector>

namespace inkling {

/// Strokes of one digit, as indices into the ink in the order they were drawn.
using StrokeGroup = std::vector<int>;

/// Sorts the strokes of a line of writing into digits, from left to right. Strokes belong together
/// where their extents from left to right overlap (a barred seven, the parts of a four or a five),
/// unless both are digits in their own right that touch only at the edge; a dot or a short dash
/// goes to its neighbour. One digit gives one group, empty ink none.
INKLING_CORE_API std::vector<StrokeGroup> groupStrokes(const Ink& ink);

/// How sure a reader is of the digit it sees, 0 … 1; low for parts of a digit and for two at once.
using GlyphConfidence = std::function<float(const Glyph&)>;

/// The same, asking a reader where the strokes alone do not tell: a group is split, or two
/// neighbours are put together, if that makes the reader much surer.
INKLING_CORE_API std::vector<StrokeGroup> groupStrokes(const Ink& ink,
                                                       const GlyphConfidence& confidence);

/// The strokes of one group.
INKLING_CORE_API Ink selectStrokes(const Ink& ink, const StrokeGroup& group);

}  // namespace inkling
