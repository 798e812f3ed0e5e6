// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <array>

namespace inkling {

/// Finds out whether steps are faster on the whole team or on one thread: threads that meet every
/// few microseconds lose more than they gain where cores are far apart, shared with a neighbour or
/// busy. Both ways give the same bits. Tries both in turns for some steps, keeps to the faster one
/// for many, and tries again, because a machine's neighbours come and go: soon after one thread has
/// won narrowly, and the later the more often it wins.
class INKLING_CORE_API TeamTuner {
public:
  /// `flopsPerStep`: steps of many operations are left to the team without asking.
  explicit TeamTuner(double flopsPerStep);
  /// How the next step is to be taken.
  bool alone() const { return m_alone; }
  /// How long that step took, in seconds.
  void record(double seconds);

private:
  void endTrial();

  bool m_asks;
  bool m_alone = false;
  bool m_wonAlone = false;  ///< the last round of trials
  int m_steps = 0;          ///< of this window
  int m_window = 0;         ///< of this round of trials
  int m_kept = 0;           ///< windows until the next round
  double m_seconds = 0;
  std::array<double, 2> m_best{};  ///< shortest window of the team, and alone
};

}  // namespace inkling
