// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/sweeprunner.h"

#include <chrono>

namespace inkling {

void SweepControl::stop() {
  const std::lock_guard lock(m_mutex);
  m_stopping = true;
  for (Control* control : m_controls) control->stop();
  m_changed.notify_all();
}

bool SweepControl::stopping() const {
  const std::lock_guard lock(m_mutex);
  return m_stopping;
}

bool SweepControl::sleep(double seconds) {
  std::unique_lock lock(m_mutex);
  m_changed.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return m_stopping; });
  return !m_stopping;
}

SweepControl::Attached::Attached(SweepControl& to, Control& control)
    : m_to(to),
      m_control(control) {
  const std::lock_guard lock(m_to.m_mutex);
  m_to.m_controls.insert(&m_control);
  if (m_to.m_stopping) m_control.stop();
}

SweepControl::Attached::~Attached() {
  const std::lock_guard lock(m_to.m_mutex);
  m_to.m_controls.erase(&m_control);
}

}  // namespace inkling
