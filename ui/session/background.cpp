// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/background.h"

#include "core/base/startthread.h"
#include "ui/session/caught.h"
#include "ui/session/priority.h"

namespace inkling::ui {

Background::Background(QObject* parent) : QObject(parent) {}

Background::~Background() {
  cancel();
  if (m_thread.joinable()) m_thread.join();
}

void Background::startJob(Job job) {
  cancel();
  m_next = std::move(job);
  m_awaited = true;
  if (!m_running) begin();
}

void Background::cancel() {
  ++m_number;
  m_next = {};
  m_awaited = false;
  if (m_cancel) *m_cancel = true;
}

void Background::begin() {
  m_running = true;
  m_cancel = std::make_shared<std::atomic<bool>>(false);
  const Job job = std::exchange(m_next, {});
  try {
    m_thread = startThread([this, number = m_number, cancel = m_cancel, job] {
      lowerThreadPriority();
      Apply apply;
      try {
        apply = job.work(*cancel);
      } catch (...) {
        apply = [error = std::current_exception()] { std::rethrow_exception(error); };
      }
      post(number, std::move(apply), job.failed);
    });
  } catch (...) {
    post(
        m_number, [error = std::current_exception()] { std::rethrow_exception(error); },
        job.failed);
  }
}

// Queued, so the window is never waited for. If this object dies first, the event dies with it.
void Background::post(int number, Apply apply, Failed failed) {
  QMetaObject::invokeMethod(
      this,
      [this, number, apply = std::move(apply), failed = std::move(failed)] {
        finish(number, apply, failed);
      },
      Qt::QueuedConnection);
}

void Background::finish(int number, const Apply& apply, const Failed& failed) {
  if (m_thread.joinable()) m_thread.join();  // it has nothing left to do
  m_running = false;
  if (number != m_number) {
    if (m_next.work) begin();
    return;
  }
  m_awaited = false;
  // From here on this object may be gone.
  try {
    apply();
  } catch (...) {
    failed(sentenceOf(std::current_exception()));
  }
}

}  // namespace inkling::ui
