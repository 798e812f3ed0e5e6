// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

}  // namespace inkling
