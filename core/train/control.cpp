// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/control.h"

namespace inkling {

void Control::pause() {
  const std::lock_guard lock(m_mutex);
  if (m_state == State::Running) m_state = State::Paused;
}

void Control::resume() {
  const std::lock_guard lock(m_mutex);
  if (m_state != State::Stopping) {
    m_state = State::Running;
    m_allowance = Allowance::Unlimited;
  }
  m_changed.notify_all();
}

void Control::stop() {
  const std::lock_guard lock(m_mutex);
  m_state = State::Stopping;
  m_changed.notify_all();
}

void Control::runBatches(int count) {
  const std::lock_guard lock(m_mutex);
  if (m_state == State::Stopping || count <= 0) return;
  // Pressed again before the first ones are done: they add up.
  m_batches =
      m_state == State::Running && m_allowance == Allowance::Batches ? m_batches + count : count;
  m_state = State::Running;
  m_allowance = Allowance::Batches;
  m_changed.notify_all();
}

void Control::runEpoch() {
  const std::lock_guard lock(m_mutex);
  if (m_state == State::Stopping) return;
  m_state = State::Running;
  m_allowance = Allowance::Epoch;
  m_changed.notify_all();
}

void Control::change(const Change& change) {
  const std::lock_guard lock(m_mutex);
  if (!m_change) m_change.emplace();
  if (change.learningRate) m_change->learningRate = change.learningRate;
  if (change.epochs) m_change->epochs = change.epochs;
}

Control::State Control::state() const {
  const std::lock_guard lock(m_mutex);
  return m_state;
}

bool Control::proceed() {
  std::unique_lock lock(m_mutex);
  if (m_state == State::Running && m_allowance == Allowance::Batches && m_batches == 0)
    m_state = State::Paused;
  m_changed.wait(lock, [this] { return m_state != State::Paused; });
  if (m_state == State::Stopping) return false;
  if (m_allowance == Allowance::Batches) --m_batches;
  return true;
}

void Control::epochEnded() {
  const std::lock_guard lock(m_mutex);
  if (m_state == State::Running && m_allowance == Allowance::Epoch) m_state = State::Paused;
}

std::optional<Control::Change> Control::takeChange() {
  const std::lock_guard lock(m_mutex);
  std::optional<Change> taken;
  taken.swap(m_change);
  return taken;
}

}  // namespace inkling
