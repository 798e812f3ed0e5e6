// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupts.h"

#include "core/base/startthread.h"

#include <chrono>
#include <cstdlib>
#include <pthread.h>
#include <utility>

namespace inkling::cli {
namespace {

bool isIgnored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

// A signal handler may not lock a mutex, so the signals are blocked everywhere and one thread waits
// for them.
Interrupts::Interrupts(std::function<void()> stop) : m_stop(std::move(stop)) {
  std::signal(SIGPIPE, SIG_IGN);
  sigemptyset(&m_signals);
  sigaddset(&m_signals, SIGTERM);
  for (const int signal : {SIGINT, SIGHUP})
    if (!isIgnored(signal)) sigaddset(&m_signals, signal);
  pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
  try {
    m_watcher = startThread([this] { watch(); });
  } catch (...) {
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    throw;
  }
}

Interrupts::~Interrupts() {
  m_over = true;
  pthread_kill(m_watcher.native_handle(), SIGTERM);
  m_watcher.join();
  pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void Interrupts::watch() {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::seconds kBurst{1};
  Clock::time_point first;
  int signal = 0;
  while (sigwait(&m_signals, &signal) == 0 && !m_over) {
    if (!m_interrupted.exchange(true)) {
      first = Clock::now();
      m_stop();
    } else if (signal == SIGINT && Clock::now() - first >= kBurst) {
      std::_Exit(kExitCode);
    }
  }
}

}  // namespace inkling::cli
