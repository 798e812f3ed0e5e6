// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/passrunner.h"

#include "core/model/division.h"

#include <algorithm>
#include <array>

namespace inkling {
template <typename Scalar>
PassRunner<Scalar>::PassRunner(const Network<Scalar>& network, Workspace<Scalar>& workspace,
                               ThreadTeam& team)
    : m_network(network),
      m_work(workspace),
      m_team(team) {
  const auto hasParameters = [&](int layer) {
    return !const_cast<Layer<Scalar>&>(network.layer(layer)).parameters().empty();
  };
  while (m_firstParameterLayer < network.layerCount() && !hasParameters(m_firstParameterLayer))
    ++m_firstParameterLayer;
}

template <typename Scalar>
void PassRunner<Scalar>::forward(const Pass& pass, const BatchSource<Scalar>* source,
                                 LossGradient<Scalar>* loss) {
  m_source = source;
  m_loss = loss;
  fillInput(pass);
  for (int i = 0; i < m_network.layerCount(); ++i)
    m_network.layer(i).prepare(m_work.m_layers[static_cast<std::size_t>(i)].prepared.data());
  for (int stage = 0; stage < static_cast<int>(m_work.m_stages.size()); ++stage) {
    if (stageAt(stage).dense)
      forwardDense(pass, stage);
    else
      forwardSamples(pass, stage);
  }
  const int last = static_cast<int>(m_work.m_stages.size()) - 1;
  if (loss && (!stageAt(last).dense || isWide(last))) loss->differentiate(0, pass.batch);
}

/// The first stage's tasks fill the input if they take whole samples and need no sums over the
/// batch; otherwise it is done here.
template <typename Scalar>
void PassRunner<Scalar>::fillInput(const Pass& pass) {
  const bool byUnits = m_source && stageAt(0).dense && isWide(0);
  if (!byUnits && !(m_source && stageAt(0).sums)) return;
  const int tasks = static_cast<int>(std::min<Index>(kMaxTasks, pass.batch));
  m_team.run(tasks, [&](int task, int) {
    const Index sample = partBegin(pass.batch, tasks, task);
    m_source->fill(sample, partBegin(pass.batch, tasks, task + 1) - sample, m_work.input());
  });
  m_source = nullptr;
}

template <typename Scalar>
void PassRunner<Scalar>::backward(const Pass& pass, ParameterUpdate<Scalar>* update) {
  for (int stage = static_cast<int>(m_work.m_stages.size()) - 1; stage >= 0; --stage) {
    if (stageAt(stage).end <= m_firstParameterLayer) return;
    if (stageAt(stage).dense)
      backwardDense(pass, stage, update);
    else
      backwardSamples(pass, stage);
  }
}

template <typename Scalar>
bool PassRunner<Scalar>::updatesAtOnce(int parameter) const {
  for (int i = 0; i < m_network.layerCount(); ++i) {
    const auto& layer = m_work.m_layers[static_cast<std::size_t>(i)];
    const int at = parameter - layer.firstParameter;
    if (at >= 0 && at < layer.parameterCount)
      return m_network.layer(i).division() == Division::Units;
  }
  return false;
}

template <typename Scalar>
void PassRunner<Scalar>::updateStatistics(const Pass& pass, Network<Scalar>& target) const {
  for (int stage = 0; stage < static_cast<int>(m_work.m_stages.size()); ++stage)
    if (stageAt(stage).sums)
      target.layer(stageAt(stage).begin).updateStatistics(pass, stateAt(stage).sums.data());
}

template <typename Scalar>
typename PassRunner<Scalar>::LayerWorkspace PassRunner<Scalar>::workspaceOf(int layer, int stage,
                                                                            int thread) const {
  auto& state = m_work.m_layers[static_cast<std::size_t>(layer)];
  const bool rectifies = layer > 0 && skips(layer - 1);
  return {state.memory.data(),
          m_work.m_threads[static_cast<std::size_t>(thread)].scratch.data(),
          stateAt(stage).sums.data(),
          state.prepared.data(),
          rectifies,
          layer};
}

template <typename Scalar>
Columns<Scalar> PassRunner<Scalar>::gradientOf(int stage) const {
  auto& buffer = stateAt(stage).gradient;
  return {buffer.data(), buffer.rows};
}

/// Output of a layer for a group of samples that begins with `sample`.
template <typename Scalar>
Columns<Scalar> PassRunner<Scalar>::outputOf(int layer, int thread, Index sample) const {
  if (layer >= 0 && skips(layer)) --layer;
  if (layer < 0 || !m_work.m_layers[static_cast<std::size_t>(layer)].passes)
    return m_work.output(layer);
  auto& buffer =
      m_work.m_threads[static_cast<std::size_t>(thread)].outputs[static_cast<std::size_t>(layer)];
  return {buffer.data(), buffer.rows, sample};
}

// ---- dense stages ----------------------------------------------------------------------------

template <typename Scalar>
Index PassRunner<Scalar>::inputsOf(int stage) const {
  return m_network.layer(stageAt(stage).begin).inputShape().size();
}

/// Floating-point operations of a dense stage's forward pass.
template <typename Scalar>
double PassRunner<Scalar>::flopsOf(int stage, const Pass& pass) const {
  return m_network.layer(stageAt(stage).begin).forwardFlops() * static_cast<double>(pass.batch);
}

template <typename Scalar>
void PassRunner<Scalar>::forwardDense(const Pass& pass, int stage) {
  const Stage& s = stageAt(stage);
  const Index units = m_network.layer(s.begin).outputShape().size();
  const bool byUnits = isWide(stage);
  const int tasks =
      tasksFor(flopsOf(stage, pass),
               byUnits ? (units + kUnitsPerTask - 1) / kUnitsPerTask : pass.batch / kSampleGrain);
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
      m_network.layer(i).forward(pass, block, m_work.output(i - 1), m_work.output(i),
                                 workspaceOf(i, stage, thread));
    if (m_loss && s.end == m_network.layerCount() && !byUnits)
      m_loss->differentiate(block.sample, block.samples);
  });
}

/// True for a dense layer with enough units to be shared out by them; by samples or inputs
/// otherwise.
template <typename Scalar>
bool PassRunner<Scalar>::isWide(int stage) const {
  return m_network.layer(stageAt(stage).begin).outputShape().size() >= 2 * kRowGrain;
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
  const Index units = m_network.layer(stageAt(stage).begin).outputShape().size();
  const bool last = stage + 1 == static_cast<int>(m_work.m_stages.size());
  if (last || !stageAt(stage + 1).dense)
    backwardElements(pass, stage, {0, units, 0, pass.batch}, 0);
  if (givesInputGradient(stage) || !isWide(stage)) backwardByInputs(pass, stage, update);
  if (!isWide(stage) || isFinishedFromBehind(stage)) return;
  const int tasks = tasksFor(flopsOf(stage, pass), (units + kUnitsPerTask - 1) / kUnitsPerTask);
  m_team.run(tasks, [&](int task, int) {
    const Index row = partBegin(units, tasks, task, kRowGrain);
    const Index rows = partBegin(units, tasks, task + 1, kRowGrain) - row;
    denseParameters(pass, stage, {row, rows, 0, inputsOf(stage), 0, pass.batch}, update);
  });
}

/// Each task takes some inputs of a dense layer: their gradient, then what follows from it alone.
/// The parameters of a narrow layer are updated here, those of a wide one when all tasks have read
/// the old ones.
template <typename Scalar>
void PassRunner<Scalar>::backwardByInputs(const Pass& pass, int stage,
                                          ParameterUpdate<Scalar>* update) {
  const Layer<Scalar>& dense = m_network.layer(stageAt(stage).begin);
  const Index units = dense.outputShape().size();
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
      denseParameters(pass, stage, {0, units, begin, block.rows, 0, pass.batch}, update);
    if (goesOn) backwardElements(pass, stage - 1, block, thread);
    if (isFinishedFromBehind(stage - 1))
      denseParameters(pass, stage - 1, {begin, block.rows, 0, inputsOf(stage - 1), 0, pass.batch},
                      update);
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

/// Gradients that only an update reads are computed some columns at a time, all in the same place:
/// they never leave the cache.
template <typename Scalar>
void PassRunner<Scalar>::denseParameters(const Pass& pass, int stage, const ParameterBlock& block,
                                         ParameterUpdate<Scalar>* update) {
  const int layer = stageAt(stage).begin;
  const auto& state = m_work.m_layers[static_cast<std::size_t>(layer)];
  const Index units = m_network.layer(layer).outputShape().size();
  const bool whole = !update || !update->needsGradients();
  const Index most =
      whole ? block.columns : std::max<Index>(kRowGrain, kGradientElements / block.rows);
  std::array<GradientTarget<Scalar>, kMostParameters> targets;
  std::array<Scalar*, kMostParameters> gradients;
  for (int p = 0; p < state.parameterCount; ++p) {
    const auto at = static_cast<std::size_t>(p);
    const int parameter = state.firstParameter + p;
    gradients[at] = m_work.m_gradients[static_cast<std::size_t>(parameter)].data();
    targets[at] = whole && update ? update->target(parameter, gradients[at])
                                  : GradientTarget<Scalar>{gradients[at], 1, 0};
  }
  const Columns<Scalar> x = m_work.output(layer - 1);
  const LayerWorkspace work = workspaceOf(layer, stage, 0);
  if (whole) {
    m_network.layer(layer).backwardParameters(pass, block, x, gradientOf(stage), targets.data(),
                                              work);
    return;
  }
  const Index first = block.row + block.column * units;
  ParameterBlock part = block;
  for (Index done = 0; done < block.columns; done += part.columns) {
    part.columns = std::min(most, block.columns - done);
    m_network.layer(layer).backwardParameters(pass, part, {x.data + done, x.rows, x.first},
                                              gradientOf(stage), targets.data(), work);
    update->apply(state.firstParameter, {first + done * units, block.rows, part.columns, units},
                  gradients[0] + first);
  }
  if (state.parameterCount > 1 && block.column == 0)
    update->apply(state.firstParameter + 1, {block.row, block.rows, 1, 0},
                  gradients[1] + block.row);
}

template class PassRunner<float>;
template class PassRunner<double>;

}  // namespace inkling
