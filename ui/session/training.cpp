// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/training.h"

#include "ui/session/caught.h"

#include <utility>

namespace inkling::ui {

namespace {

constexpr int kCollectInterval = 33;  // ms, 30 Hz

}  // namespace

Training::Training(QObject* parent) : QObject(parent) {
  m_timer.setInterval(kCollectInterval);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &Training::collect);
}

Training::~Training() = default;

void Training::startFresh(const Recipe& recipe, DataPtr data, Begin begin) {
  reset();
  m_recipe = recipe;
  m_data = std::move(data);
  ++m_number;
  emit started(true);
  launch({.recipe = m_recipe, .from = nullptr, .data = m_data}, begin);
}

void Training::resume(DataPtr data, Begin begin) {
  if (m_run || !m_checkpoint) return;
  m_data = std::move(data);
  emit started(false);
  launch({.recipe = {}, .from = m_checkpoint, .data = m_data}, begin);
}

void Training::adopt(CheckpointPtr checkpoint) {
  reset();
  m_checkpoint = std::move(checkpoint);
  m_recipe = m_checkpoint->model.recipe;
  m_progress = {};
  m_progress.position = m_checkpoint->model.position;
  m_progress.epochs = m_recipe.epochs;
  ++m_number;
  setState(State::Stopped);
}

void Training::go(Begin begin) {
  if (m_run && m_state == State::Paused) steer(begin);
}

void Training::pause() {
  if (!m_run) return;
  if (m_goOn) m_goOn = Begin::Pause;
  m_run->control().pause();
  setState(State::Paused);
}

void Training::stop() {
  if (!m_run) return;
  m_goOn.reset();
  m_run->control().stop();
}

void Training::change(const Control::Change& change) {
  if (m_run) m_run->control().change(change);
}

void Training::reset() {
  retire();
  m_goOn.reset();
  m_checkpoint.reset();
  m_summary.reset();
  m_stepReport.reset();
  m_progress = {};
  answerWaiting();
  setState(State::Idle);
}

void Training::withCheckpoint(std::function<void(CheckpointPtr)> use) {
  m_waiting.push_back(std::move(use));
  if (!m_run) {
    answerWaiting();
  } else if (!m_goOn) {
    m_goOn = m_state == State::Running ? m_going : Begin::Pause;
    m_run->control().stop();
  }
}

void Training::launch(RunJob job, Begin begin) {
  m_summary.reset();
  job.initial = begin == Begin::Run ? Control::State::Running : Control::State::Paused;
  try {
    m_run = std::make_unique<Run>(std::move(job));
  } catch (...) {
    setState(m_checkpoint ? State::Stopped : State::Idle);
    emit failed(sentenceOf(std::current_exception()));
    return;
  }
  steer(begin);
  m_timer.start();
}

void Training::steer(Begin begin) {
  m_going = begin;
  Control& control = m_run->control();
  m_run->snapshotEveryBatch(begin == Begin::Batch);
  if (begin == Begin::Run) control.resume();
  if (begin == Begin::Batch) control.runBatches(1);
  if (begin == Begin::Epoch) control.runEpoch();
  const bool goesOn = begin == Begin::Run || begin == Begin::Epoch;
  setState(goesOn ? State::Running : State::Paused);
}

void Training::retire() {
  if (!m_run) return;
  emit discarded();
  m_run->control().stop();
  m_retired.push_back(std::move(m_run));
}

void Training::collect() {
  std::erase_if(m_retired, [](const auto& run) { return run->ended(); });
  if (!m_run) {
    if (m_retired.empty()) m_timer.stop();
    return;
  }
  Report report = m_run->take();
  if (report.progress) m_progress = *report.progress;
  if (!report.steps.empty()) m_stepReport = report.steps.back();
  if (report.ended) {
    finish(report);
    return;
  }
  emit reported(report);
  if (!m_run || m_goOn) return;  // a slot may have thrown the run away
  setState(m_run->control().state() == Control::State::Paused ? State::Paused : State::Running);
}

void Training::finish(Report& report) {
  m_run.reset();  // its thread has nothing left to do
  m_checkpoint = report.checkpoint;
  m_summary = report.summary;
  const bool stopped = m_summary && m_summary->reason == StopReason::Stopped;
  const auto goOn = std::exchange(m_goOn, std::nullopt);
  if (goOn && stopped) {
    report.ended = false;
    emit reported(report);
    answerWaiting();
    resume(m_data, *goOn);
    return;
  }
  emit reported(report);
  answerWaiting();
  if (!m_summary) emit failed(QString::fromStdString(report.error));
  setState(!m_summary ? State::Idle : stopped ? State::Stopped : State::Finished);
}

void Training::setState(State state) {
  if (std::exchange(m_state, state) != state) emit stateChanged();
}

void Training::answerWaiting() {
  for (const auto& use : std::exchange(m_waiting, {})) use(m_checkpoint);
}

}  // namespace inkling::ui
