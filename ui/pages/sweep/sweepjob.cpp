// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/sweepjob.h"

#include <utility>

namespace inkling::ui {

namespace {

constexpr int kLookInterval = 200;  // ms

}  // namespace

/// Where the workers leave their news.
class SweepJob::Watcher final : public SweepObserver {
public:
  void onTrialEnd(int, const TrialResult&) override {
    const std::lock_guard lock(m_mutex);
    ++m_ended;
  }
  void onProgress(const SweepProgress& progress) override {
    const std::lock_guard lock(m_mutex);
    m_progress = progress;
  }
  /// The newest progress, and how many trials have ended since the last call.
  std::pair<SweepProgress, int> take() {
    const std::lock_guard lock(m_mutex);
    return {m_progress, std::exchange(m_ended, 0)};
  }

private:
  std::mutex m_mutex;
  SweepProgress m_progress;
  int m_ended = 0;
};

SweepJob::SweepJob(QObject* parent) : QObject(parent) {
  m_timer.setInterval(kLookInterval);
  connect(&m_timer, &QTimer::timeout, this, &SweepJob::look);
}

SweepJob::~SweepJob() { cancel(); }

void SweepJob::start(const SweepPlan& plan, const std::filesystem::path& resources, int workers,
                     const DataReading& reading) {
  if (running()) return;
  m_control = std::make_shared<SweepControl>();
  m_watcher = std::make_shared<Watcher>();
  m_progress = {};
  m_timer.start();
  m_work.start(
      [plan, resources, workers, reading, control = m_control,
       watcher = m_watcher](const std::atomic<bool>&) {
        plan.folder.create();
        plan.folder.saveSpec(plan.spec);
        SweepOptions options;
        options.resources = resources;
        options.workers = workers;
        options.reading = reading;
        const SweepSummary summary =
            runSweep(plan.trials, plan.spec.test, plan.folder, options, *control, *watcher);
        if (summary.complete)
          chooseBest(collectSweep(plan.spec, plan.trials, plan.folder), plan.folder, resources,
                     control.get(), reading);
      },
      [this] { finish({}); }, [this](const QString& sentence) { finish(sentence); });
}

void SweepJob::finish(const QString& problem) {
  m_timer.stop();
  look();
  if (!problem.isEmpty()) emit failed(problem);
  emit ended();
}

void SweepJob::cancel() {
  if (m_control) m_control->stop();
}

void SweepJob::look() {
  const auto [progress, ended] = m_watcher->take();
  m_progress = progress;
  emit progressed();
  if (ended > 0) emit trialsEnded();
}

}  // namespace inkling::ui
