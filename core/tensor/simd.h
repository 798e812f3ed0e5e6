// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

namespace inkling {

/// 32 bytes of numbers as one value, in the compiler's own vector type: AVX where the translation
/// unit is compiled for it, pairs of SSE or NEON registers elsewhere. Same lanes, same results.
template <typename Scalar>
struct Simd {
  static constexpr int kLanes = 32 / static_cast<int>(sizeof(Scalar));
  typedef Scalar Pack __attribute__((vector_size(32)));
  typedef Scalar UnalignedPack __attribute__((vector_size(32), aligned(sizeof(Scalar)), may_alias));

  static Pack load(const Scalar* from) { return *reinterpret_cast<const UnalignedPack*>(from); }
  static void store(Scalar* to, Pack value) { *reinterpret_cast<UnalignedPack*>(to) = value; }
  /// Subtracting zero leaves every bit of x, so this is one broadcast instruction.
  static Pack broadcast(Scalar x) { return x - Pack{}; }

  /// The same value, never fused with an addition behind it: whether the compiler fuses could
  /// differ from one copy of a function to the next.
  static Pack rounded(Pack x) {
#if __has_builtin(__builtin_assoc_barrier)
    return __builtin_assoc_barrier(x);
#elif __has_builtin(__arithmetic_fence)
    return __arithmetic_fence(x);
#else
    return x;
#endif
  }

  /// a₀ b₀ a₁ b₁ … from the halves of two vectors that begin with lane kFirst.
  template <int kFirst>
  static Pack interleave(Pack a, Pack b) {
    return [&]<int... kLane>(std::integer_sequence<int, kLane...>) {
      return __builtin_shufflevector(a, b, (kFirst + kLane / 2 + kLane % 2 * kLanes)...);
    }
    (std::make_integer_sequence<int, kLanes>());
  }

  /// Transposes a square of kLanes vectors: each round of interleaving turns the bits of (row,
  /// lane) by one.
  static void transpose(Pack (&rows)[kLanes]) {
#pragma GCC unroll 3
    for (int round = 1; round < kLanes; round *= 2) {
      Pack turned[kLanes];
#pragma GCC unroll 4
      for (int i = 0; i < kLanes / 2; ++i) {
        turned[2 * i] = interleave<0>(rows[i], rows[i + kLanes / 2]);
        turned[2 * i + 1] = interleave<kLanes / 2>(rows[i], rows[i + kLanes / 2]);
      }
#pragma GCC unroll 8
      for (int i = 0; i < kLanes; ++i) rows[i] = turned[i];
    }
  }
};

}  // namespace inkling
