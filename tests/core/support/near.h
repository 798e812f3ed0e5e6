// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace inkling::test {

inline bool near(double a, double b, double tolerance = 1e-5) {
  return std::abs(a - b) <= tolerance;
}

}  // namespace inkling::test
