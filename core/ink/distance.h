// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace inkling {

/// std::hypot for numbers whose squares a double holds, inline.
inline float distance(float dx, float dy) {
  const double x = dx;
  const double y = dy;
  return static_cast<float>(std::sqrt(x * x + y * y));
}

}  // namespace inkling
