// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/runkeeper.h"

#include "core/base/error.h"
#include "ui/session/session.h"
#include "ui/session/userfiles.h"

#include <utility>

namespace inkling::ui {

RunStore runStore(const PreferenceValues& preferences) {
  return RunStore(runsPlace(preferences), static_cast<std::uintmax_t>(preferences.runsLimit) << 20);
}

RunKeeper::RunKeeper(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_store(runStore(session.preferences().values())) {
  connect(&session.preferences(), &Preferences::changed, this, &RunKeeper::follow);
  connect(&session.training(), &Training::started, this, [this](bool fresh) {
    if (fresh) forget();
  });
  connect(&session, &Session::modelOpened, this, &RunKeeper::forget);
  connect(&session.training(), &Training::reported, this, &RunKeeper::gather);
  connect(&session.training(), &Training::discarded, this, &RunKeeper::keepUnfinished);
}

RunKeeper::~RunKeeper() {
  // The one being written is finished by the destructor of m_writing.
  try {
    if (m_session.training().active()) keepUnfinished();
    for (const Job& job : m_jobs) write(m_store, job, m_last);
  } catch (...) {
    return;  // the window that could say so is gone
  }
}

void RunKeeper::follow(const PreferenceValues& before) {
  const PreferenceValues& now = m_session.preferences().values();
  if (now.runsFolder == before.runsFolder && now.runsLimit == before.runsLimit) return;
  m_store = runStore(now);
  if (now.runsFolder != before.runsFolder) emit moved();
}

void RunKeeper::forget() {
  m_learnt = false;
  m_continues = false;
  m_epochModel.reset();
}

void RunKeeper::gather(const Report& report) {
  m_learnt = m_learnt || !report.batches.empty();
  if (report.model && !report.model->history.epochs.empty()) m_epochModel = report.model;
  if (report.ended && report.summary && m_learnt) finish(*report.summary);
}

void RunKeeper::finish(const Summary& summary) {
  const ModelPtr model = m_session.model();
  m_epochModel.reset();
  if (model)
    keep(model, {.history = summary.history,
                 .position = summary.position,
                 .reason = summary.reason,
                 .seconds = summary.seconds});
}

void RunKeeper::keepUnfinished() {
  const ModelPtr model = std::exchange(m_epochModel, nullptr);
  if (model)
    keep(model,
         {.history = model->history, .position = model->position, .reason = StopReason::Stopped});
}

void RunKeeper::keep(const ModelPtr& model, RunResult result) {
  RunRecord run;
  run.origin = "window";
  run.result = std::move(result);
  run.result.recipe = model->recipe;
  run.result.input = model->network.inputShape();
  run.result.classNames = model->classNames;
  run.result.dataFingerprint = model->dataFingerprint;
  run.result.testDrawn = model->testDrawn;
  run.batches = model->batches;
  m_jobs.push_back({std::move(run), model, std::exchange(m_continues, true)});
  writeNext();
}

void RunKeeper::writeNext() {
  if (m_jobs.empty() || m_writing.busy()) return;
  auto job = std::make_shared<const Job>(std::move(m_jobs.front()));
  m_jobs.pop_front();
  m_writing.start([job, store = m_store,
                   last = m_last](const std::atomic<bool>&) { return write(store, *job, last); },
                  [this](const std::string& id) {
                    m_last = id;
                    m_session.keeping().written();
                    emit kept();
                    writeNext();
                  },
                  [this](const QString& sentence) {
                    m_session.keeping().lost(tr("The run cannot be kept: %1").arg(sentence));
                    writeNext();
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
