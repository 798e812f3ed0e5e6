// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace inkling::cli {

/// Progress on standard error: a bar that redraws itself on a terminal, now and then a plain line
/// elsewhere.
class ProgressBar final {
public:
  ProgressBar();
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// `share` of the work is done; `before` and `after` stand around the bar. Cheap to call often:
  /// it draws at most ten times a second, plain lines at most every five seconds.
  void update(double share, const std::string& before, const std::string& after);
  bool due() const;  ///< true if update() would draw now
  /// Wipes the bar, so that something else can be printed.
  void clear();

private:
  using Clock = std::chrono::steady_clock;
  bool m_terminal;
  bool m_drawn = false;
  Clock::time_point m_last = Clock::now();
};

}  // namespace inkling::cli
