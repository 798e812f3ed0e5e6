// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/runkeeper.h"

#include "core/base/error.h"
#include "ui/session/session.h"

#include <cmath>
#include <utility>

namespace inkling::ui {

RunKeeper::RunKeeper(Session& session, RunStore store, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_store(std::move(store)) {
  connect(&session.training(), &Training::started, this, [this](bool fresh) {
    if (!fresh) return;
    m_curve = {};
    m_steps = 0;
    m_continues = false;
  });
  connect(&session, &Session::modelOpened, this, [this] {
    m_curve = {};
    m_steps = 0;
    m_continues = false;
  });
  connect(&session.training(), &Training::reported, this, &RunKeeper::gather);
}

RunKeeper::~RunKeeper() {
  // The one being written is finished by the destructor of m_writing.
  try {
    for (const Job& job : m_jobs) write(m_store, job, {});
  } catch (const std::exception&) {
    return;  // the window that could say so is gone
  }
}

void RunKeeper::gather(const Report& report) {
  const int perEpoch = report.progress ? report.progress->stepsPerEpoch : 0;
  for (const ui::BatchPoint& batch : report.batches) {
    m_curve.add({.step = std::lround(batch.epochs * perEpoch),
                 .loss = batch.loss,
                 .accuracy = batch.accuracy});
    ++m_steps;
  }
  if (report.ended && report.summary && m_steps > 0) finish(*report.summary);
}

void RunKeeper::finish(const Summary& summary) {
  const ModelPtr model = m_session.model();
  if (!model) return;
  RunRecord run;
  run.origin = "window";
  run.result = {.recipe = model->recipe,
                .input = model->network.inputShape(),
                .classNames = model->classNames,
                .history = summary.history,
                .position = summary.position,
                .reason = summary.reason,
                .seconds = summary.seconds};
  run.batches = m_curve.points();
  m_jobs.push_back({std::move(run), model, std::exchange(m_continues, true)});
  if (!m_writing.busy()) writeNext();
}

void RunKeeper::writeNext() {
  if (m_jobs.empty()) return;
  auto job = std::make_shared<const Job>(std::move(m_jobs.front()));
  m_jobs.pop_front();
  m_writing.start(
      [this, job, store = m_store, last = m_last](const std::atomic<bool>&) -> Background::Apply {
        try {
          return [this, id = write(store, *job, last)] {
            m_last = id;
            emit kept();
            // Only now is the thread free again.
            QMetaObject::invokeMethod(this, &RunKeeper::writeNext, Qt::QueuedConnection);
          };
        } catch (const std::exception& error) {
          return [this, text = QString::fromUtf8(error.what())] {
            emit failed(text);
            QMetaObject::invokeMethod(this, &RunKeeper::writeNext, Qt::QueuedConnection);
          };
        }
      });
}

std::string RunKeeper::write(RunStore store, const Job& job, const std::string& last) {
  RunRecord run = job.run;
  std::string before = job.continues ? last : std::string();
  try {
    if (!before.empty()) run.name = store.load(before).name;
  } catch (const Error&) {
    before.clear();  // was deleted meanwhile
  }
  const std::string id = store.add(run, job.model.get());
  if (!before.empty()) store.remove(before);
  return id;
}

}  // namespace inkling::ui
