// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/control.h"

#include <atomic>
#include <csignal>
#include <thread>

namespace inkling::cli {

/// While it lives, the first SIGINT or SIGTERM asks `control` to stop, and the second ends the
/// program at once with status 130. Create it before any other thread, so that all inherit the
/// signal mask.
class Interrupts final {
public:
  static constexpr int kExitCode = 130;

  explicit Interrupts(Control& control);
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  bool interrupted() const { return m_interrupted; }

private:
  void watch(Control& control);

  sigset_t m_signals{};
  sigset_t m_before{};
  std::atomic<bool> m_interrupted{false};
  std::atomic<bool> m_over{false};
  std::thread m_watcher;
};

}  // namespace inkling::cli
