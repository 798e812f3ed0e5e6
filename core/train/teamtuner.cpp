// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/teamtuner.h"

#include <algorithm>
#include <limits>

namespace inkling {
namespace {

constexpr int kStepsPerWindow = 32;
/// Windows of a round of trials, team and alone in turns, and windows until the next round.
constexpr int kTrials = 6;
constexpr int kMostKept = 60;
constexpr int kFewestKept = 8;
/// Operations of a step that is long enough for the whole team: about 0.4 ms of one core.
constexpr double kLongStep = 40e6;
/// One thread has to be this much faster: it leaves the others idle.
constexpr double kMargin = 0.95;
/// Where it is this much faster, the machine is busy; otherwise it may have been a short trouble.
constexpr double kClear = 0.5;

constexpr double kNone = std::numeric_limits<double>::max();

}  // namespace

TeamTuner::TeamTuner(double flopsPerStep) : m_asks(flopsPerStep < kLongStep), m_kept(kMostKept) {}

void TeamTuner::record(double seconds) {
  if (!m_asks) return;
  m_seconds += seconds;
  if (++m_steps < kStepsPerWindow) return;
  if (m_window == 0) m_best = {kNone, kNone};
  if (m_window < kTrials) endTrial();
  m_window = (m_window + 1) % (kTrials + m_kept);
  if (m_window == 0) m_alone = false;
  m_steps = 0;
  m_seconds = 0;
}

void TeamTuner::endTrial() {
  double& best = m_best[m_alone ? 1 : 0];
  best = std::min(best, m_seconds);
  m_alone = m_window + 1 < kTrials ? !m_alone : m_best[1] < kMargin * m_best[0];
  if (m_window + 1 < kTrials) return;
  const int later = m_wonAlone ? std::min(2 * m_kept, kMostKept) : kFewestKept;
  m_kept = m_alone && m_best[1] > kClear * m_best[0] ? later : kMostKept;
  m_wonAlone = m_alone;
}

}  // namespace inkling
