// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#if defined(__x86_64__) || defined(__i386__)
#include <xmmintrin.h>
#endif

namespace inkling {

/// While it lives, this thread takes numbers too small for full precision (below 1.2e-38) for 0, in
/// what it reads and in results; then it is as before. Such numbers cost a hundred times as much,
/// and whatever decays without end comes to them: the moments of Adam where a pixel is never inked.
class FlushedDenormals final {
public:
  FlushedDenormals() : m_before(control()) {
    if ((m_before & kFlush) != kFlush) setControl(m_before | kFlush);
  }
  ~FlushedDenormals() {
    if ((m_before & kFlush) != kFlush) setControl(m_before);
  }
  FlushedDenormals(const FlushedDenormals&) = delete;
  FlushedDenormals& operator=(const FlushedDenormals&) = delete;

private:
#if defined(__x86_64__) || defined(__i386__)
  using Control = std::uint32_t;
  static constexpr Control kFlush = 0x8040;  // FTZ and DAZ of MXCSR
  static Control control() { return _mm_getcsr(); }
  static void setControl(Control value) { _mm_setcsr(value); }
#elif defined(__aarch64__)
  using Control = std::uint64_t;
  static constexpr Control kFlush = 1U << 24U;  // FZ of FPCR
  static Control control() {
    Control value = 0;
    asm volatile("mrs %0, fpcr" : "=r"(value));
    return value;
  }
  static void setControl(Control value) { asm volatile("msr fpcr, %0" : : "r"(value)); }
#else
  using Control = std::uint32_t;
  static constexpr Control kFlush = 0;
  static Control control() { return 0; }
  static void setControl(Control) {}
#endif

  Control m_before;
};

}  // namespace inkling
