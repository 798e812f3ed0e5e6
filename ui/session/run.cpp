// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/run.h"

#include "core/base/startthread.h"
#include "ui/session/epochmodels.h"
#include "ui/session/priority.h"

#include <chrono>
#include <exception>
#include <utility>

namespace inkling::ui {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kSnapshotInterval{100};

/// Writes down what the trainer tells. Called on the training thread between two batches.
class Reporter final : public Observer {
public:
  Reporter(Mailbox& mailbox, const Control& control, const std::atomic<bool>& everyBatch,
           const RunJob& job)
      : m_mailbox(mailbox),
        m_control(control),
        m_everyBatch(everyBatch),
        m_job(job) {}

  void onBatch(const BatchRecord& batch, const Progress& progress) override {
    const double steps = progress.stepsPerEpoch > 0 ? progress.stepsPerEpoch : 1;
    const CurvePoint point{static_cast<double>(batch.step) / steps, batch.loss, batch.accuracy};
    m_mailbox.put([&](Report& report) {
      report.batches.push_back(point);
      report.progress = progress;
    });
  }
  void onStepReport(const StepReport& step) override {
    m_mailbox.put([&](Report& report) { report.steps.push_back(step); });
  }
  void onEpoch(const EpochRecord& epoch, const Progress& progress) override {
    m_mailbox.put([&](Report& report) {
      report.epochs.push_back(epoch);
      report.progress = progress;
    });
  }
  bool wantsSnapshot(bool epochEnd) override {
    const auto now = Clock::now();
    // What is on screen at a standstill is what is being trained.
    const bool halts = m_everyBatch || m_control.state() != Control::State::Running;
    if (!epochEnd && !halts && now - m_lastSnapshot < kSnapshotInterval) return false;
    m_lastSnapshot = now;
    m_epochEnd = epochEnd;
    return true;
  }
  void onSnapshot(ModelPtr model) override {
    m_mailbox.put([&](Report& report) {
      if (m_epochEnd && model->position.step == 0) {
        // A busy window must not let short epochs fill the memory.
        if (report.epochEnds.size() == EpochModels::kMost) EpochModels::thinOut(report.epochEnds);
        report.epochEnds.push_back(model);
      }
      report.model = std::move(model);
    });
  }

  bool wantsCheckpoint(bool epochEnd) override {
    if (!m_job.autosave) return false;
    const auto state = m_control.state();
    // At a standstill nothing comes for long; one that stops hands its checkpoint over itself.
    const bool halts = epochEnd || state == Control::State::Paused;
    return state != Control::State::Stopping && m_job.autosave->due(m_job.autosaveRun, halts);
  }
  void onCheckpoint(CheckpointPtr checkpoint) override {
    m_job.autosave->save(m_job.autosaveRun, std::move(checkpoint));
  }

private:
  Mailbox& m_mailbox;
  const Control& m_control;
  const std::atomic<bool>& m_everyBatch;
  const RunJob& m_job;
  Clock::time_point m_lastSnapshot{};
  bool m_epochEnd = false;  ///< the snapshot that was asked for last
};

std::unique_ptr<Trainer> makeTrainer(const RunJob& job) {
  if (job.from) return std::make_unique<Trainer>(*job.from, *job.data, job.threads);
  if (job.weights) return std::make_unique<Trainer>(*job.weights, *job.data, job.threads);
  return std::make_unique<Trainer>(job.recipe, *job.data, job.threads);
}

}  // namespace

RunThread::RunThread(RunJob job) : m_control(job.initial) {
  if (job.change) m_control.change(*job.change);
  m_thread = startThread([this, job = std::move(job)] { work(job); });
}

RunThread::~RunThread() {
  m_control.stop();
  waitForEnd();
}

void RunThread::waitForEnd() {
  if (m_thread.joinable()) m_thread.join();
}

void RunThread::work(const RunJob& job) {
  lowerThreadPriority();
  Report last;
  last.ended = true;
  try {
    const auto trainer = makeTrainer(job);
    Reporter reporter(m_mailbox, m_control, m_everyBatch, job);
    last.summary = trainer->run(m_control, reporter);
    last.model = std::make_shared<const Model>(trainer->model());
    last.checkpoint = std::make_shared<const Checkpoint>(trainer->checkpoint());
  } catch (...) {
    last.error = std::current_exception();
    last.summary.reset();
  }
  m_mailbox.put([&](Report& report) {
    report.ended = true;
    report.summary = std::move(last.summary);
    report.checkpoint = std::move(last.checkpoint);
    report.error = std::move(last.error);
    if (last.model) report.model = std::move(last.model);
  });
  m_ended = true;
}

}  // namespace inkling::ui
