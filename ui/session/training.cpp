// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/training.h"

#include "core/recipe/livefields.h"
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

Knobs knobsOf(const Recipe& recipe) {
  return {valueInTheEnd(recipe, kLiveRate), static_cast<int>(valueInTheEnd(recipe, kLiveEpochs))};
}

void Training::startFresh(const Recipe& recipe, DataPtr data, Begin begin) {
  this->begin({.recipe = recipe, .data = std::move(data)}, recipe, begin);
}

void Training::startFrom(ModelPtr weights, DataPtr data, Begin begin) {
  const Recipe recipe = weights->recipe;
  this->begin({.weights = std::move(weights), .data = std::move(data)}, recipe, begin);
}

void Training::begin(RunJob job, const Recipe& recipe, Begin begin) {
  reset();
  m_recipe = recipe;
  m_knobs = knobsOf(recipe);
  m_data = job.data;
  m_weights = job.weights;
  ++m_number;
  emit started(true);
  launch(std::move(job), begin);
}

void Training::resume(DataPtr data, Begin begin) {
  if (m_run || (!m_checkpoint && !m_weights)) return;
  if (m_state == State::Finished) planMore(begin);
  m_data = std::move(data);
  const Recipe& recipe = m_checkpoint ? m_checkpoint->model.recipe : m_weights->recipe;
  emit started(false);
  launch({.from = m_checkpoint,
          .weights = m_checkpoint ? nullptr : m_weights,
          .data = m_data,
          .change = changeSince(recipe)},
         begin);
}

/// What was set while nothing could take it up.
std::optional<Control::Change> Training::changeSince(const Recipe& recipe) const {
  if (knobsOf(recipe) == m_knobs) return std::nullopt;
  return Control::Change{m_knobs.learningRate, m_knobs.epochs};
}

void Training::planMore(Begin begin) {
  const int done = m_progress.position.epoch;
  if (m_knobs.epochs <= done) m_knobs.epochs = done + (begin == Begin::Run ? m_recipe.epochs : 1);
  if (!m_checkpoint || m_recipe.earlyStopping == 0) return;
  auto patient = std::make_shared<Checkpoint>(*m_checkpoint);
  patient->state.epochsSinceBest = 0;  // else it would stop by itself again at once
  m_checkpoint = std::move(patient);
}

void Training::adopt(ModelFile file) {
  reset();
  m_recipe = file.model.recipe;
  m_knobs = knobsOf(m_recipe);
  m_progress.position = file.model.position;
  m_progress.epochs = m_knobs.epochs;
  ++m_number;
  const bool ended = !file.state || m_progress.position.epoch >= m_knobs.epochs;
  if (file.state)
    m_checkpoint = std::make_shared<const Checkpoint>(
        Checkpoint{std::move(file.model), std::move(*file.state)});
  else
    m_weights = std::make_shared<const Model>(std::move(file.model));
  setState(ended ? State::Finished : State::Stopped);
}

void Training::go(Begin begin) {
  if (!m_run || m_stopping || m_state != State::Paused) return;
  if (m_goOn) m_goOn = begin;
  steer(begin);
}

void Training::pause() {
  if (!m_run || m_stopping) return;
  if (m_goOn) m_goOn = Begin::Pause;
  m_run->control().pause();
  setState(State::Paused);
}

void Training::stop() {
  if (!m_run) return;
  m_goOn.reset();
  m_stopping = true;
  m_run->control().stop();
}

void Training::stopNow() {
  stop();
  if (m_run) m_run->waitForEnd();
  collect();
}

void Training::change(const Control::Change& change) {
  if (change.learningRate) m_knobs.learningRate = *change.learningRate;
  if (change.epochs) m_knobs.epochs = *change.epochs;
  if (m_run) m_run->control().change(change);
}

void Training::setThreads(int threads) {
  if (std::exchange(m_threads, threads) == threads || !m_run) return;
  withCheckpoint([](const CheckpointPtr&) {});
}

void Training::reset() {
  retire();
  m_goOn.reset();
  m_checkpoint.reset();
  m_weights.reset();
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
  } else if (!m_goOn && !m_stopping) {
    m_goOn = m_state == State::Running ? m_going : Begin::Pause;
    m_run->control().stop();
  }
}

void Training::launch(RunJob job, Begin begin) {
  m_summary.reset();
  m_stopping = false;
  job.threads = m_threads;
  job.autosave = m_autosave;
  job.autosaveRun = m_autosave ? m_autosave->begin() : 0;
  job.initial = begin == Begin::Run ? Control::State::Running : Control::State::Paused;
  try {
    m_run = std::make_unique<RunThread>(std::move(job));
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
  m_stopping = false;
  if (report.checkpoint) {
    m_checkpoint = report.checkpoint;
    m_weights.reset();
  }
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
  if (!m_summary) emit failed(sentenceOf(report.error));
  if (m_summary && !stopped)
    setState(State::Finished);
  else
    setState(m_checkpoint || m_weights ? State::Stopped : State::Idle);
}

void Training::setState(State state) {
  if (std::exchange(m_state, state) != state) emit stateChanged();
}

void Training::answerWaiting() {
  for (const auto& use : std::exchange(m_waiting, {})) use(m_checkpoint);
}

}  // namespace inkling::ui
