// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ink/ink.h"

namespace inkling::ui {

float distance(const InkPoint& a, const InkPoint& b);

/// The shortest way between the segments a–b and c–d; a segment may be a point.
float distance(const InkPoint& a, const InkPoint& b, const InkPoint& c, const InkPoint& d);

/// Whether the stroke comes as near as `radius` to the segment a–b.
bool touches(const Stroke& stroke, const InkPoint& a, const InkPoint& b, float radius);

}  // namespace inkling::ui
