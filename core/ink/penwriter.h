// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/random.h"
#include "core/ink/ink.h"
#include "core/ink/penink.h"

namespace inkling {

/// Adds a digit as somebody might write it with a pen: one of the ways in pentemplates.h, with
/// proportions, slant, curvature, tremor and speed of the hand drawn at random. Nothing if the
/// label is not 0 … 9. Allocates nothing.
INKLING_CORE_API void writeDigit(int label, Random& random, PenInk& ink);
INKLING_CORE_API Ink writeDigit(int label, Random& random);

/// Adds what is not a digit: a letter, a sign, a scribble, lines, two digits at once, a digit
/// crossed out. Allocates nothing.
INKLING_CORE_API void writeScribble(Random& random, PenInk& ink);
INKLING_CORE_API Ink writeScribble(Random& random);

}  // namespace inkling
