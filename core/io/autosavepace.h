// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace inkling {

/// When the next checkpoint is due: at an epoch's end, or when the interval is over, but never so
/// soon that the last one would have taken more than 1 % of the time until then.
class AutosavePace final {
public:
  using Clock = std::chrono::steady_clock;
  using Seconds = std::chrono::duration<double>;

  AutosavePace(Seconds interval, Clock::time_point now) : m_interval(interval), m_last(now) {}

  bool due(Clock::time_point now, bool epochEnd) const {
    if (now - m_last < kRest * m_cost) return false;
    return epochEnd || now - m_last >= m_interval;
  }
  /// One was taken; copying and writing took `cost` so far.
  void taken(Clock::time_point now, Seconds cost) {
    m_last = now;
    m_cost = cost;
  }
  Seconds cost() const { return m_cost; }

private:
  static constexpr double kRest = 100;

  Seconds m_interval;
  Clock::time_point m_last;
  Seconds m_cost{0};
};

}  // namespace inkling
