// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inkling {

/// Whether multiplyAdd() rounds once: where the processor this is compiled for has the instruction.
#if defined(__FMA__) || defined(__aarch64__)
inline constexpr bool kFusesMultiplyAdd = true;
#else
inline constexpr bool kFusesMultiplyAdd = false;
#endif

/// a·b + c, rounded once or twice, but the same wherever it stands. Everything is compiled without
/// contraction (-ffp-contract=off): which other products a compiler would fuse differs from one
/// version, and from one copy of a function, to the next.
inline float multiplyAdd(float a, float b, float c) {
  if constexpr (kFusesMultiplyAdd) return __builtin_fmaf(a, b, c);
  return a * b + c;
}
inline double multiplyAdd(double a, double b, double c) {
  if constexpr (kFusesMultiplyAdd) return __builtin_fma(a, b, c);
  return a * b + c;
}

}  // namespace inkling
