// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace inkling::cli {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP calls `stop` on a thread of its own, so that
/// what has been done is saved. The signals that one cause sends in a burst (`timeout` sends two, a
/// closed terminal two kinds) count once. A Ctrl+C a second later or more is meant: it ends the
/// program at once with status 130. SIGINT and SIGHUP stay ignored where they are (nohup).
/// From its making on a closed pipe is an error of its stream, not a signal. Create it before any
/// other thread, so that all inherit the signal mask.
class Interrupts final {
public:
  static constexpr int kExitCode = 130;

  explicit Interrupts(std::function<void()> stop = [] {});
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  const std::atomic<bool>& interrupted() const { return m_interrupted; }

private:
  void watch();

  std::function<void()> m_stop;
  sigset_t m_signals{};
  sigset_t m_before{};
  std::atomic<bool> m_interrupted{false};
  std::atomic<bool> m_over{false};
  std::thread m_watcher;
};

}  // namespace inkling::cli
