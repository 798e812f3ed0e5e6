// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/plane.h"

namespace inkling {

/// How wide the pen was that drew a picture, in pixels, from the distance of every pixel to the
/// outline (signedDistance()). Most of a digit is a line of the pen's width; where it crosses
/// itself or has filled a loop it is wider, so the narrower ridges tell. 0 if nothing is inside.
INKLING_CORE_API float penWidth(const Plane& distance);

}  // namespace inkling
