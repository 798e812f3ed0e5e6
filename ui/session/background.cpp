// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/background.h"

#include "ui/session/priority.h"

#include <utility>

namespace inkling::ui {

Background::Background(QObject* parent) : QObject(parent) {}

Background::~Background() {
  cancel();
  if (m_thread.joinable()) m_thread.join();
}

void Background::start(Work work) {
  cancel();
  m_next = std::move(work);
  if (!m_busy) begin();
}

void Background::cancel() {
  ++m_job;
  m_next = nullptr;
  if (m_cancel) *m_cancel = true;
}

void Background::begin() {
  m_busy = true;
  m_cancel = std::make_shared<std::atomic<bool>>(false);
  m_thread = std::thread([this, job = m_job, cancel = m_cancel, work = std::exchange(m_next, {})] {
    lowerThreadPriority();
    Apply apply = work(*cancel);
    // Queued, so the window is never waited for. If this object dies first, the event dies with it.
    QMetaObject::invokeMethod(
        this, [this, job, apply = std::move(apply)] { finish(job, apply); }, Qt::QueuedConnection);
  });
}

void Background::finish(int job, const Apply& apply) {
  m_thread.join();  // it has nothing left to do
  m_busy = false;
  if (job == m_job && apply) apply();
  if (!m_busy && m_next) begin();
}

}  // namespace inkling::ui
