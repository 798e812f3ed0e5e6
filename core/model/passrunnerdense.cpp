// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stages that begin with a dense layer: shared out by its units, or by inputs or samples if it has
// few.
#include "core/model/division.h"
#include "core/model/passrunner.h"

#include <algorithm>
#include <array>

namespace inkling {

/// What a dense stage reads. A thread's own copy of the batch is filled when the thread first meets
/// it in a step.
template <typename Scalar>
Columns<Scalar> PassRunner<Scalar>::inputOf(int stage, int thread) const {
  if (stage > 0 || !m_copiesInput) return m_work.output(stageAt(stage).begin - 1);
  auto& own = m_work.m_threads[static_cast<std::size_t>(thread)];
  if (!own.hasInput) {
    m_source->findInputs(own.inputs);
    m_source->fillInputs(own.inputs, own.input.data());
  }
  own.hasInput = true;
  return {own.input.data(), own.inputs.stride()};
}

/// Floating-point operations of a dense stage's forward pass.
template <typename Scalar>
double PassRunner<Scalar>::flopsOf(int stage, const Pass& pass) const {
  return denseOf(stage).forwardFlops() * static_cast<double>(pass.batch);
}

template <typename Scalar>
void PassRunner<Scalar>::forwardDense(const Pass& pass, int stage) {
  const Stage& s = stageAt(stage);
  const Index units = unitsOf(stage);
  const bool byUnits = isWide(stage);
  if (comesInParts(stage)) return addParts(pass, stage);
  const int tasks =
      byUnits ? unitTasks(pass, stage) : tasksFor(flopsOf(stage, pass), pass.batch / kSampleGrain);
  m_team.run(tasks, [&](int task, int thread) {
    Block block{0, units, 0, pass.batch};
    if (byUnits) {
      block.row = partBegin(units, tasks, task, kRowGrain);
      block.rows = partBegin(units, tasks, task + 1, kRowGrain) - block.row;
    } else {
      block.sample = partBegin(pass.batch, tasks, task);
      block.samples = partBegin(pass.batch, tasks, task + 1) - block.sample;
    }
    if (stage == 0 && m_source && !byUnits)
      m_source->fill(block.sample, block.samples, m_work.input());
    for (int i = s.begin; i < s.end; ++i)
      m_network.layer(i).forward(pass, block,
                                 i == s.begin ? inputOf(stage, thread) : m_work.output(i - 1),
                                 m_work.output(i), workspaceOf(i, stage, thread));
    if (comesInParts(stage + 1))
      denseOf(stage + 1).forwardInputs(block, m_work.output(s.end - 1),
                                       partOf(pass, stage + 1, task));
    if (m_loss && s.end == m_network.layerCount() && !byUnits)
      m_loss->differentiate(block.sample, block.samples);
  });
}

template <typename Scalar>
int PassRunner<Scalar>::unitTasks(const Pass& pass, int stage) const {
  const Index units = unitsOf(stage);
  return tasksFor(flopsOf(stage, pass), (units + kUnitsPerTask - 1) / kUnitsPerTask);
}

/// True for a narrow dense layer behind a wide one, in training: the tasks that compute its inputs
/// go on to what these give to its outputs, so that large activations stay with their core.
template <typename Scalar>
bool PassRunner<Scalar>::comesInParts(int stage) const {
  return m_loss && stage > 0 && stage < static_cast<int>(m_work.m_stages.size()) &&
         stageAt(stage).dense && stageAt(stage - 1).dense && isWide(stage - 1) && !isWide(stage);
}

template <typename Scalar>
Columns<Scalar> PassRunner<Scalar>::partOf(const Pass& pass, int stage, int task) const {
  const Index units = unitsOf(stage);
  return {stateAt(stage).parts.data() + task * units * pass.batch, units};
}

/// Adds up the parts in the order of the tasks and finishes the stage, on the caller.
template <typename Scalar>
void PassRunner<Scalar>::addParts(const Pass& pass, int stage) {
  const Stage& s = stageAt(stage);
  const Index units = unitsOf(stage);
  const Index count = units * pass.batch;
  Scalar* const sum = m_work.output(s.begin).data;
  std::copy_n(partOf(pass, stage, 0).data, count, sum);
  for (int task = 1; task < unitTasks(pass, stage - 1); ++task) {
    const Scalar* const part = partOf(pass, stage, task).data;
    for (Index i = 0; i < count; ++i) sum[i] += part[i];
  }
  for (int i = s.begin + 1; i < s.end; ++i)
    m_network.layer(i).forward(pass, {0, units, 0, pass.batch}, m_work.output(i - 1),
                               m_work.output(i), workspaceOf(i, stage, 0));
  if (s.end == m_network.layerCount()) m_loss->differentiate(0, pass.batch);
}

/// True for a dense layer with enough units to be shared out by them; by samples or inputs
/// otherwise.
template <typename Scalar>
bool PassRunner<Scalar>::isWide(int stage) const {
  return !isNarrow(unitsOf(stage));
}

template <typename Scalar>
bool PassRunner<Scalar>::givesInputGradient(int stage) const {
  return stageAt(stage).begin > m_firstParameterLayer;
}

/// True if the tasks that compute the gradient of a dense stage's output finish the stage, too:
/// nobody needs more than their own rows.
template <typename Scalar>
bool PassRunner<Scalar>::isFinishedFromBehind(int stage) const {
  return stage >= 0 && stage + 1 < static_cast<int>(m_work.m_stages.size()) &&
         stageAt(stage).dense && stageAt(stage + 1).dense && isWide(stage) &&
         !givesInputGradient(stage);
}

template <typename Scalar>
void PassRunner<Scalar>::backwardDense(const Pass& pass, int stage,
                                       ParameterUpdate<Scalar>* update) {
  const Index units = unitsOf(stage);
  const bool last = stage + 1 == static_cast<int>(m_work.m_stages.size());
  if (last || !stageAt(stage + 1).dense)
    backwardElements(pass, stage, {0, units, 0, pass.batch}, 0);
  if (givesInputGradient(stage) || !isWide(stage)) backwardByInputs(pass, stage, update);
  if (!isWide(stage) || isFinishedFromBehind(stage)) return;
  const int tasks = unitTasks(pass, stage);
  m_team.run(tasks, [&](int task, int thread) {
    const Index row = partBegin(units, tasks, task, kRowGrain);
    const Index rows = partBegin(units, tasks, task + 1, kRowGrain) - row;
    denseParameters(pass, stage, {row, rows, 0, inputsOf(stage), 0, pass.batch}, update, thread);
  });
}

/// Each task takes some inputs of a dense layer: their gradient, then what follows from it alone.
/// The parameters of a narrow layer are updated here, those of a wide one when all tasks have read
/// the old ones.
template <typename Scalar>
void PassRunner<Scalar>::backwardByInputs(const Pass& pass, int stage,
                                          ParameterUpdate<Scalar>* update) {
  const Dense<Scalar>& dense = denseOf(stage);
  const Index units = unitsOf(stage);
  const Index inputs = inputsOf(stage);
  const bool goesOn = stage > 0 && stageAt(stage - 1).dense && givesInputGradient(stage);
  const double flops =
      flopsOf(stage, pass) + (isFinishedFromBehind(stage - 1) ? flopsOf(stage - 1, pass) : 0);
  const int tasks = tasksFor(flops, inputs / kUnitsPerTask);
  m_team.run(tasks, [&](int task, int thread) {
    const Index begin = partBegin(inputs, tasks, task, kRowGrain);
    const Block block{begin, partBegin(inputs, tasks, task + 1, kRowGrain) - begin, 0, pass.batch};
    if (givesInputGradient(stage))
      dense.backwardInput(pass, block, m_work.output(stageAt(stage).begin - 1),
                          m_work.output(stageAt(stage).begin), gradientOf(stage),
                          gradientOf(stage - 1), workspaceOf(stageAt(stage).begin, stage, thread));
    if (!isWide(stage))
      denseParameters(pass, stage, {0, units, begin, block.rows, 0, pass.batch}, update, thread);
    if (goesOn) backwardElements(pass, stage - 1, block, thread);
    if (isFinishedFromBehind(stage - 1))
      denseParameters(pass, stage - 1, {begin, block.rows, 0, inputsOf(stage - 1), 0, pass.batch},
                      update, thread);
  });
}

/// Through the elementwise layers behind the dense one, in place.
template <typename Scalar>
void PassRunner<Scalar>::backwardElements(const Pass& pass, int stage, const Block& block,
                                          int thread) {
  const Stage& s = stageAt(stage);
  const Columns<Scalar> gradient = gradientOf(stage);
  for (int i = s.end - 1; i > s.begin; --i)
    m_network.layer(i).backwardInput(pass, block, m_work.output(i - 1), m_work.output(i), gradient,
                                     gradient, workspaceOf(i, stage, thread));
}

template <typename Scalar>
void PassRunner<Scalar>::denseParameters(const Pass& pass, int stage, const ParameterBlock& block,
                                         ParameterUpdate<Scalar>* update, int thread) {
  const int layer = stageAt(stage).begin;
  const auto& state = m_work.m_layers[static_cast<std::size_t>(layer)];
  const bool isUsedAtOnce = update && update->needsGradients();
  std::array<GradientTarget<Scalar>, kMostParameters> targets;
  for (int p = 0; p < state.parameterCount; ++p) {
    const int parameter = state.firstParameter + p;
    Scalar* const gradient = m_work.m_gradients[static_cast<std::size_t>(parameter)].data();
    targets[static_cast<std::size_t>(p)] = update && !isUsedAtOnce
                                               ? update->target(parameter, gradient)
                                               : GradientTarget<Scalar>{gradient, 1, 0};
  }
  if (isUsedAtOnce)
    updateInParts(pass, stage, block, targets.data(), *update, thread);
  else
    m_network.layer(layer).backwardParameters(pass, block, inputOf(stage, thread),
                                              gradientOf(stage), targets.data(),
                                              workspaceOf(layer, stage, thread));
}

/// Gradients that only an update reads are computed some columns at a time, all in the same place,
/// the thread's own: they never leave its cache.
template <typename Scalar>
void PassRunner<Scalar>::updateInParts(const Pass& pass, int stage, const ParameterBlock& block,
                                       GradientTarget<Scalar>* targets,
                                       ParameterUpdate<Scalar>& update, int thread) {
  const int layer = stageAt(stage).begin;
  const auto& state = m_work.m_layers[static_cast<std::size_t>(layer)];
  const Index most = partColumns(block.rows);
  Scalar* const gradient = m_work.m_threads[static_cast<std::size_t>(thread)].part.data();
  ParameterBlock part = block;
  for (Index done = 0; done < block.columns; done += part.columns) {
    part.column = block.column + done;
    part.columns = std::min(most, block.columns - done);
    targets[0] = {gradient, 1, 0, block.row, part.column, block.rows};
    m_network.layer(layer).backwardParameters(pass, part, inputOf(stage, thread), gradientOf(stage),
                                              targets, workspaceOf(layer, stage, thread));
    update.apply(state.firstParameter,
                 {block.row, block.rows, part.column, part.columns, block.rows}, gradient);
  }
  if (state.parameterCount > 1 && block.column == 0)
    update.apply(state.firstParameter + 1, {block.row, block.rows, 0, 1, block.rows},
                 targets[1].data + block.row);
}

template void PassRunner<float>::forwardDense(const Pass&, int);
template void PassRunner<double>::forwardDense(const Pass&, int);
template void PassRunner<float>::backwardDense(const Pass&, int, ParameterUpdate<float>*);
template void PassRunner<double>::backwardDense(const Pass&, int, ParameterUpdate<double>*);
template bool PassRunner<float>::isWide(int) const;
template bool PassRunner<double>::isWide(int) const;

}  // namespace inkling
