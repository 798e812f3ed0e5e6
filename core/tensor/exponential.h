// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/multiplyadd.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace inkling {

/// e^x for floats, relative error below 2 ulp, in plain arithmetic: a loop over it is vectorised
/// and every element has the same bits wherever it stands. Range reduction e^x = 2^n·e^r with |r| ≤
/// ln 2 / 2 and the minimax polynomial of Cephes (S. Moshier, expf.c). Arguments are clamped to
/// ±87, where the result is still a normal number.
inline float exponential(float x) {
  x = std::min(std::max(x, -87.0F), 87.0F);
  // Adding 1.5·2^23 rounds to the nearest integer and leaves it in the low bits.
  const float shifted = multiplyAdd(x, 1.44269504088896341F, 12582912.0F);
  const float n = shifted - 12582912.0F;
  float r = multiplyAdd(n, -0.693359375F, x);
  r = multiplyAdd(n, 2.12194440e-4F, r);
  float p = 1.9875691500e-4F;
  p = multiplyAdd(p, r, 1.3981999507e-3F);
  p = multiplyAdd(p, r, 8.3334519073e-3F);
  p = multiplyAdd(p, r, 4.1665795894e-2F);
  p = multiplyAdd(p, r, 1.6666665459e-1F);
  p = multiplyAdd(p, r, 5.0000001201e-1F);
  p = multiplyAdd(p, r * r, r) + 1.0F;
  std::int32_t bits;
  std::memcpy(&bits, &shifted, sizeof bits);
  const std::int32_t power = (bits + 127) << 23;
  float scale;
  std::memcpy(&scale, &power, sizeof scale);
  return p * scale;
}

inline double exponential(double x) { return std::exp(x); }

}  // namespace inkling
