// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace inkling {

/// Samples a second over about the last second, and the time a run took; both without its pauses.
class Speedometer {
public:
  using Clock = std::chrono::steady_clock;

  /// Work begins, or begins again after a pause.
  void start() {
    m_started = Clock::now();
    m_count = 0;
    mark(m_started, 0);
  }
  void stop() { m_seconds += since(m_started); }
  void add(int samples) {
    m_samples += samples;
    const auto now = Clock::now();
    if (std::chrono::duration<double>(now - newest().time).count() >= kSpacing)
      mark(now, m_samples);
  }
  /// 0 until something has been measured.
  double samplesPerSecond() const {
    const Mark& oldest = m_marks[(m_next + kMarks - m_count) % kMarks];
    const double span = std::chrono::duration<double>(newest().time - oldest.time).count();
    return span > 0 ? static_cast<double>(newest().samples - oldest.samples) / span : m_lastSpeed;
  }
  double seconds() const { return m_seconds; }

private:
  struct Mark {
    Clock::time_point time;
    long samples = 0;
  };
  static constexpr std::size_t kMarks = 10;
  static constexpr double kSpacing = 0.1;

  static double since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
  }
  const Mark& newest() const { return m_marks[(m_next + kMarks - 1) % kMarks]; }
  void mark(Clock::time_point time, long samples) {
    if (samples == 0) m_samples = 0;
    m_marks[m_next] = {time, samples};
    m_next = (m_next + 1) % kMarks;
    if (m_count < kMarks) ++m_count;
    if (m_count > 1) m_lastSpeed = samplesPerSecond();
  }

  std::array<Mark, kMarks> m_marks;
  std::size_t m_next = 0;
  std::size_t m_count = 0;
  long m_samples = 0;
  double m_lastSpeed = 0;
  double m_seconds = 0;
  Clock::time_point m_started;
};

}  // namespace inkling
