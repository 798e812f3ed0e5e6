// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/background.h"

#include "core/base/startthread.h"
#include "ui/session/caught.h"
#include "ui/session/priority.h"

#include <chrono>
#include <new>

namespace inkling::ui {

namespace {

constexpr std::chrono::milliseconds kLookForMemory{20};

}  // namespace

Background::Background(QObject* parent) : QObject(parent) {}

Background::~Background() {
  cancel();
  m_over = true;
  if (m_thread.joinable()) m_thread.join();
}

void Background::startJob(Job job) {
  cancel();
  m_next = std::move(job);
  if (!m_running) begin();
  m_awaited = true;
}

void Background::cancel() {
  ++m_number;
  m_next = {};
  m_awaited = false;
  if (m_cancel) *m_cancel = true;
}

void Background::begin() {
  m_cancel = std::make_shared<std::atomic<bool>>(false);
  const auto outcome = std::make_shared<Outcome>();
  const Job job = std::exchange(m_next, {});
  outcome->number = m_number;
  outcome->failed = job.failed;
  try {
    m_thread =
        startThread([this, job, cancel = m_cancel, outcome] { work(job, *cancel, outcome); });
  } catch (...) {
    outcome->error = std::current_exception();
    post(outcome);
  }
  m_running = true;
}

// Whoever started the job is not told that there is no memory to tell him: that is waited for.
void Background::work(const Job& job, const std::atomic<bool>& cancel, const OutcomePtr& outcome) {
  lowerThreadPriority();
  try {
    outcome->apply = job.work(cancel);
  } catch (...) {
    outcome->error = std::current_exception();
  }
  while (!m_over) {
    try {
      return post(outcome);
    } catch (const std::bad_alloc&) {
      std::this_thread::sleep_for(kLookForMemory);
    }
  }
}

// Queued, so the window is never waited for. If this object dies first, the event dies with it.
void Background::post(const OutcomePtr& outcome) {
  QMetaObject::invokeMethod(
      this, [this, outcome] { finish(*outcome); }, Qt::QueuedConnection);
}

void Background::finish(const Outcome& outcome) {
  if (m_thread.joinable()) m_thread.join();  // it has nothing left to do
  m_running = false;
  if (outcome.number != m_number) {
    if (m_next.work) begin();
    return;
  }
  m_awaited = false;
  // From here on this object may be gone.
  try {
    if (outcome.error) std::rethrow_exception(outcome.error);
    outcome.apply();
  } catch (...) {
    outcome.failed(sentenceOf(std::current_exception()));
  }
}

}  // namespace inkling::ui
