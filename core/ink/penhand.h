// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/ink/controlpath.h"
#include "core/ink/penink.h"

namespace inkling {

/// N(0, deviation²).
float drawNormal(Random& random, double deviation);

/// Uniform.
float drawBetween(Random& random, double low, double high);

/// Adds `path` as somebody's hand would write it: proportions, slant, curvature, tremor and speed
/// drawn at random, every point moved by about `jitter` of the path's units.
void writeByHand(ControlPath path, double jitter, Random& random, PenInk& ink);

}  // namespace inkling
