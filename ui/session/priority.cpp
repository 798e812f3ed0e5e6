// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/priority.h"

#include <algorithm>

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace inkling::ui {

#ifdef __linux__
namespace {

constexpr int kLower = 10;
constexpr int kLowest = 19;

}  // namespace
#endif

void lowerThreadPriority() {
#ifdef __linux__
  // A sandbox may refuse either call; training then merely runs at the usual priority.
  const sched_param none{};
  static_cast<void>(sched_setscheduler(0, SCHED_BATCH, &none));
  // Below the window's, wherever that stands: an absolute value may be above it.
  const auto thread = static_cast<id_t>(syscall(SYS_gettid));
  const int usual = getpriority(PRIO_PROCESS, thread);
  static_cast<void>(setpriority(PRIO_PROCESS, thread, std::min(usual + kLower, kLowest)));
#endif
}

}  // namespace inkling::ui
