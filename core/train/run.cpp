// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run.h"

#include "core/base/error.h"
#include "core/data/epochorder.h"
#include "core/loss/classweights.h"
#include "core/optim/schedule.h"
#include "core/train/fitrecipe.h"
#include "core/train/livechanges.h"
#include "core/train/runstart.h"
#include "core/train/sentences.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace inkling {
namespace {

/// Steps between two copies of the weights that a diverging run can return to.
constexpr long kKeepEvery = 64;

/// Correct ones among the samples that have a class.
double accuracyOf(double correct, int samples, int unlabelled) {
  return samples > unlabelled ? correct / (samples - unlabelled) : 0;
}

}  // namespace

Run::Run(Model model, const DataSource& source, int threads)
    : m_model(onData(std::move(model), source)),
      m_split(fittingSplit(source, m_model)),
      m_team(threads),
      m_step(m_model.recipe, m_model.network, m_team,
             std::min(m_model.recipe.batch, m_split.train.count())),
      m_tuner(m_model.network.trainingFlops() * m_model.recipe.batch),
      m_augmentation(augmentFor(m_model.recipe, source), m_model.recipe.seed,
                     source.train->shape()),
      m_gather(m_split.train, m_model.recipe.data,
               m_model.recipe.augment.enabled ? &m_augmentation : nullptr),
      m_evaluator(m_model.network, m_team),
      m_kept(m_model.network),
      m_curve(std::move(m_model.batches)),
      m_flopsPerSample(m_model.network.trainingFlops()) {
  m_stepsPerEpoch = (m_split.train.count() + m_model.recipe.batch - 1) / m_model.recipe.batch;
  if (m_model.recipe.data.balance == ClassBalance::Weights)
    m_step.setClassWeights(balancedClassWeights(countByClass(m_split.train)));
  if (m_model.recipe.averageDecay > 0) {
    m_averaging.emplace(m_model.recipe.averageDecay, m_model.network);
    m_averaged = m_model.network;
  }
  m_rules.add(std::make_unique<PlannedEpochs>());
  if (m_model.recipe.earlyStopping > 0)
    m_rules.add(std::make_unique<EarlyStopping>(m_model.recipe.earlyStopping, m_state.bestLoss,
                                                m_state.epochsSinceBest));
}

void Run::restore(TrainingState state) {
  if (m_model.position.step < 0 || m_model.position.step >= m_stepsPerEpoch)
    throw Error("The checkpoint stands at step " + std::to_string(m_model.position.step) +
                " of an epoch, but with this data an epoch has " + std::to_string(m_stepsPerEpoch) +
                ".");
  m_step.optimizer().restore(state.optimizerStep, state.moments);
  if (m_averaging) m_averaging->restore(std::move(state.averages));
  m_kept.setValues(std::move(state.kept));
  m_state.running = state.running;
  m_state.unlabelled = state.unlabelled;
  m_state.bestLoss = state.bestLoss;
  m_state.epochsSinceBest = state.epochsSinceBest;
  m_state.window = state.window;
}

Summary Run::train(Control& control, Observer& observer) {
  m_speed.start();
  publish(true, observer);
  takeChanges(control);
  while (m_model.position.epoch < plannedEpochs()) {
    if (!proceed(control)) return finish(StopReason::Stopped, observer);
    takeChanges(control);
    if (m_model.position.epoch >= plannedEpochs()) break;
    const BatchLoss loss = step();
    if (!std::isfinite(loss.loss)) return finish(StopReason::Diverged, observer);
    report(loss, observer);
    if (m_model.position.step < m_stepsPerEpoch) {
      publish(false, observer);
      offerCheckpoint(false, observer);
      continue;
    }
    if (const auto reason = endOfEpoch(control, observer)) return finish(*reason, observer);
  }
  return finish(StopReason::Finished, observer);
}

/// Asks whether to go on; a pause does not count as time.
bool Run::proceed(Control& control) {
  const bool paused = control.state() == Control::State::Paused;
  if (paused) m_speed.stop();
  const bool goOn = control.proceed();
  if (paused) m_speed.start();
  return goOn;
}

void Run::takeChanges(Control& control) {
  if (const auto change = control.takeChange())
    addChange(m_model.recipe, *change, m_model.position, m_stepsPerEpoch);
}

double Run::learningRate() const {
  const double rate = inForce(m_model.recipe, kLiveRate, m_model.position, m_stepsPerEpoch);
  const double done =
      m_model.position.epoch + static_cast<double>(m_model.position.step) / m_stepsPerEpoch;
  return rate * scheduleFactor(m_model.recipe.schedule, done, plannedEpochs());
}

int Run::plannedEpochs() const {
  return static_cast<int>(inForce(m_model.recipe, kLiveEpochs, m_model.position, m_stepsPerEpoch));
}

int Run::batchSize(int step) const {
  return std::min(m_model.recipe.batch, m_split.train.count() - step * m_model.recipe.batch);
}

/// The step itself, on as many threads as are fast for it.
BatchLoss Run::runTimed(int size, const ChosenBatch& batch) {
  using Clock = std::chrono::steady_clock;
  m_team.setAlone(m_tuner.alone());
  const auto begin = Clock::now();
  const BatchLoss loss =
      m_step.run(size, m_lastRate, static_cast<std::uint32_t>(stepsDone()), &batch);
  m_tuner.record(std::chrono::duration<double>(Clock::now() - begin).count());
  m_team.setAlone(false);
  return loss;
}

BatchLoss Run::step() {
  const Recipe& recipe = m_model.recipe;
  if (m_orderEpoch != m_model.position.epoch) {
    m_orderEpoch = m_model.position.epoch;
    m_order = epochOrder(m_split.train, recipe.data, recipe.seed,
                         static_cast<std::uint32_t>(m_orderEpoch));
  }
  const bool keep = stepsDone() % kKeepEvery == 0;
  if (keep) m_kept.take();
  const int size = batchSize(m_model.position.step);
  const auto begin =
      static_cast<std::size_t>(m_model.position.step) * static_cast<std::size_t>(recipe.batch);
  const std::span<const std::uint32_t> rest = std::span(m_order).subspan(begin);
  const auto now = rest.first(static_cast<std::size_t>(size));
  const auto next = rest.subspan(now.size());
  BatchChoice choice{now, next.first(std::min(next.size(), now.size())),
                     static_cast<std::uint32_t>(m_model.position.epoch)};
  if (recipe.data.balance == ClassBalance::Sampling)
    choice.before = static_cast<std::uint32_t>(begin);
  const ChosenBatch batch(m_gather, choice, m_step.labels(now.size()));
  m_lastRate = learningRate();
  const BatchLoss loss = runTimed(size, batch);
  if (!std::isfinite(loss.loss)) return loss;
  if (keep) m_kept.confirm();
  ++m_model.position.step;
  m_model.history.test = {};
  if (m_averaging) m_averaging->update(stepsDone(), m_team);
  m_before = m_state;
  m_state.running.loss += loss.loss;
  m_state.running.accuracy += loss.correct;
  m_state.running.count += size;
  if (loss.unlabelled > 0) m_state.unlabelled = m_state.unlabelled.value_or(0) + loss.unlabelled;
  m_speed.add(size);
  return loss;
}

void Run::report(const BatchLoss& loss, Observer& observer) {
  const int size = batchSize(m_model.position.step - 1);
  const BatchRecord batch{stepsDone(), m_model.position.epoch, static_cast<float>(loss.loss / size),
                          static_cast<float>(accuracyOf(loss.correct, size, loss.unlabelled)),
                          static_cast<float>(m_lastRate)};
  m_curve.add(batch);
  observer.onBatch(batch, progress());
  if (m_model.recipe.reportEvery <= 0) return;
  if (!m_state.window) m_state.window.emplace();
  ReportWindow& window = *m_state.window;
  window.loss += loss.loss / size;
  window.correct += loss.correct;
  window.samples += size - loss.unlabelled;
  if (++window.steps < m_model.recipe.reportEvery) return;
  observer.onStepReport({stepsDone(), window.steps, window.loss / window.steps,
                         accuracyOf(window.correct, window.samples, 0)});
  window = {};
}

std::optional<StopReason> Run::endOfEpoch(Control& control, Observer& observer) {
  const auto record = recordOfEpoch();
  if (!record) return StopReason::Diverged;
  m_model.history.epochs.push_back(*record);
  m_model.position = {record->epoch, 0};
  m_state.running = {};
  m_state.unlabelled.reset();
  const auto reason = m_rules.check({m_model.position, plannedEpochs(), *record});
  observer.onEpoch(*record, progress());
  publish(true, observer);
  offerCheckpoint(true, observer);
  control.epochEnded();
  return reason;
}

/// None if its last step has made weights that are not good for anything; it is taken back then.
std::optional<EpochRecord> Run::recordOfEpoch() {
  const Recipe& recipe = m_model.recipe;
  const Network<float>& network = evaluated();
  const double count = m_state.running.count;
  EpochRecord record;
  record.epoch = m_model.position.epoch + 1;
  record.learningRate = m_lastRate;
  record.train = recipe.evaluateTrain
                     ? m_evaluator.score(network, m_split.train, recipe)
                     : Score{m_state.running.loss / count,
                             accuracyOf(m_state.running.accuracy, m_state.running.count,
                                        m_state.unlabelled.value_or(0)),
                             m_state.running.count};
  record.validation = m_evaluator.score(network, m_split.validation, recipe);
  if (recipe.evaluateTest) record.test = m_evaluator.score(network, m_split.test, recipe);
  const double losses = record.train.loss + record.validation.loss + record.test.loss;
  if (std::isfinite(losses) && m_kept.networkIsFinite()) return record;
  --m_model.position.step;
  m_state = m_before;
  return std::nullopt;
}

Summary Run::finish(StopReason reason, Observer& observer) {
  const bool complete = reason == StopReason::Finished || reason == StopReason::EarlyStopped;
  if (complete && m_model.history.test.count == 0)
    m_model.history.test = m_evaluator.score(evaluated(), m_split.test, m_model.recipe);
  // The last step has no next one whose loss would tell.
  const bool sound = m_kept.networkIsFinite() && std::isfinite(m_model.history.test.loss);
  if (!sound || reason == StopReason::Diverged) {
    reason = StopReason::Diverged;
    m_model.history.test = {};
    returnToFinite();
  }
  m_speed.stop();
  publish(true, observer);
  Summary summary{reason, m_model.history, m_model.position, m_speed.seconds(), {}};
  summary.sentence = sentenceFor(summary);
  return summary;
}

const Network<float>& Run::evaluated() {
  if (!m_averaging) return m_model.network;
  m_averaging->copyTo(m_averaged);
  return m_averaged;
}

/// With the last weights that gave a finite loss; what was learnt since then is forgotten.
void Run::returnToFinite() {
  m_kept.restore();
  auto& optimizer = m_step.optimizer();
  auto moments = optimizer.moments();
  for (Matrix<float>& moment : moments) moment.setZero();
  optimizer.restore(optimizer.steps(), moments);
  if (m_averaging) m_averaging->beginAgain();
}

Progress Run::progress() const {
  const int planned = plannedEpochs();
  const double speed = m_speed.samplesPerSecond();
  const double samples =
      static_cast<double>(planned - m_model.position.epoch) * m_split.train.count() -
      static_cast<double>(m_model.position.step) * m_model.recipe.batch;
  return {m_model.position,
          m_stepsPerEpoch,
          planned,
          speed,
          speed * m_flopsPerSample * 1e-9,
          speed > 0 ? std::max(0.0, samples) / speed : 0};
}

}  // namespace inkling
