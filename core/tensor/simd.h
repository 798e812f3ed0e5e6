// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstring>
#include <type_traits>
#include <utility>

#if defined(__AVX__) && defined(__FMA__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace inkling {

/// 32 bytes of numbers as one value, in the compiler's own vector type: AVX where the translation
/// unit is compiled for it, pairs of SSE or NEON registers elsewhere. Memory may be read and
/// written at any address: nothing here relies on alignment.
template <typename Scalar>
struct Simd {
  static constexpr int kLanes = 32 / static_cast<int>(sizeof(Scalar));
  typedef Scalar Pack __attribute__((vector_size(32)));

  static Pack load(const Scalar* from) {
    Pack value;
    std::memcpy(&value, from, sizeof value);
    return value;
  }
  static void store(Scalar* to, Pack value) { std::memcpy(to, &value, sizeof value); }
  /// Subtracting zero leaves every bit of x, so this is one broadcast instruction.
  static Pack broadcast(Scalar x) { return x - Pack{}; }

  /// a·b + c, rounded as multiplyAdd() does.
  static Pack multiplyAdd(Pack a, Pack b, Pack c) {
#if defined(__AVX__) && defined(__FMA__)
    if constexpr (sizeof(Scalar) == sizeof(float))
      return _mm256_fmadd_ps(a, b, c);
    else
      return _mm256_fmadd_pd(a, b, c);
#elif defined(__aarch64__)
    struct Halves {
      std::conditional_t<sizeof(Scalar) == sizeof(float), float32x4_t, float64x2_t> low, high;
    };
    const auto x = std::bit_cast<Halves>(a);
    const auto y = std::bit_cast<Halves>(b);
    const auto z = std::bit_cast<Halves>(c);
    if constexpr (sizeof(Scalar) == sizeof(float))
      return std::bit_cast<Pack>(
          Halves{vfmaq_f32(z.low, x.low, y.low), vfmaq_f32(z.high, x.high, y.high)});
    else
      return std::bit_cast<Pack>(
          Halves{vfmaq_f64(z.low, x.low, y.low), vfmaq_f64(z.high, x.high, y.high)});
#else
    return a * b + c;
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
