// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupts.h"

#include "core/base/startthread.h"

#include <cstdlib>
#include <pthread.h>

namespace inkling::cli {

// A signal handler may not lock the control's mutex, so the signals are blocked everywhere and one
// thread waits for them.
Interrupts::Interrupts(Control& control) {
  sigemptyset(&m_signals);
  sigaddset(&m_signals, SIGINT);
  sigaddset(&m_signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
  try {
    m_watcher = startThread([this, &control] { watch(control); });
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

void Interrupts::watch(Control& control) {
  int signal = 0;
  while (sigwait(&m_signals, &signal) == 0 && !m_over) {
    if (m_interrupted.exchange(true)) std::_Exit(kExitCode);
    control.stop();
  }
}

}  // namespace inkling::cli
