// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/pacer.h"

#include <algorithm>
#include <ctime>
#include <thread>

namespace inkling::ui {

namespace {

constexpr double kShare = 0.01;  // of all cores

}  // namespace

double threadSeconds() {
#ifdef CLOCK_THREAD_CPUTIME_ID
  timespec now{};
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0)
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
#endif
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void Pacer::worked(double seconds) {
  const double cores = std::max(1U, std::thread::hardware_concurrency());
  m_rest = std::max<qint64>(m_shortest, static_cast<qint64>(1000 * seconds / (kShare * cores)));
  m_since.start();
}

}  // namespace inkling::ui
