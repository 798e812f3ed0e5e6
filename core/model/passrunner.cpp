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
  const FlushedDenormals flushed;
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
/// batch. Tasks that take units need all samples: each thread makes a copy for itself, if that is
/// cheap, without the inputs that are 0 in all of them. Otherwise the input is filled here.
template <typename Scalar>
void PassRunner<Scalar>::fillInput(const Pass& pass) {
  const bool byUnits = m_source && stageAt(0).dense && isWide(0);
  m_copiesInput = byUnits && m_source->isCheap();
  for (auto& thread : m_work.m_threads) thread.hasInput = false;
  if (m_copiesInput) return;
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
  const FlushedDenormals flushed;
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
  const FlushedDenormals flushed;
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
          layer,
          layer == 0 && m_copiesInput ? &m_work.m_threads[static_cast<std::size_t>(thread)].inputs
                                      : nullptr};
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

template class PassRunner<float>;
template class PassRunner<double>;

}  // namespace inkling
