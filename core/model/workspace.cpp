// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workspace.h"

#include "core/model/division.h"
#include "core/recipe/trainingmemory.h"
#include "core/tensor/gemm.h"

#include <algorithm>

namespace inkling {

template <typename Scalar>
std::vector<Stage> planStages(const Network<Scalar>& network) {
  std::vector<Stage> stages;
  for (int i = 0; i < network.layerCount(); ++i) {
    const Layer<Scalar>& layer = network.layer(i);
    const bool dense = layer.division() == Division::Units;
    const bool sums = layer.batchSums() > 0;
    const bool joins = !stages.empty() && !dense && !sums &&
                       (layer.division() == Division::Elements || !stages.back().dense);
    if (joins)
      stages.back().end = i + 1;
    else
      stages.push_back({i, i + 1, dense, sums});
  }
  return stages;
}

template <typename Scalar>
void Workspace<Scalar>::Buffer::allocate(Index rowCount, Index columns) {
  rows = rowCount;
  values.setZero(rowCount * columns + kReadSlack);
}

template <typename Scalar>
Workspace<Scalar>::Workspace(const Network<Scalar>& network, Index batch, int threads,
                             WorkspaceUse use)
    : m_capacity(batch),
      m_stages(planStages(network)),
      m_layers(static_cast<std::size_t>(network.layerCount())),
      m_stageStates(m_stages.size()),
      m_threads(static_cast<std::size_t>(threads)) {
  m_input.allocate(network.inputShape().size(), batch);
  allocateOutputs(network, use);
  if (use != WorkspaceUse::Inference) allocateGradients(network);
  allocateScratch(network, threads);
}

template <typename Scalar>
const Stage& Workspace<Scalar>::stageOf(int layer) const {
  return *std::find_if(m_stages.begin(), m_stages.end(),
                       [&](const Stage& stage) { return layer < stage.end; });
}

/// True for a ReLU right before a max pool: pooling first is the same, on fewer numbers.
template <typename Scalar>
bool Workspace<Scalar>::poolRectifies(const Network<Scalar>& network, int layer,
                                      WorkspaceUse use) const {
  const Stage& stage = stageOf(layer);
  const bool inside = !stage.dense && layer > stage.begin && layer + 1 < stage.end;
  if (use == WorkspaceUse::Inspection || !inside) return false;
  const LayerSpec& pool = network.layer(layer + 1).spec();
  return network.layer(layer).spec().kind == LayerKind::ReLU && pool.kind == LayerKind::MaxPool2d &&
         !pool.allTies;
}

/// False for what the next layer takes within the same group of samples and nobody reads later.
template <typename Scalar>
bool Workspace<Scalar>::keepsOutput(const Network<Scalar>& network, int layer,
                                    WorkspaceUse use) const {
  const Stage& stage = stageOf(layer);
  if (use == WorkspaceUse::Inspection || stage.dense || layer == stage.end - 1) return true;
  const int reader = m_layers[static_cast<std::size_t>(layer + 1)].skipped ? layer + 2 : layer + 1;
  if (m_layers[static_cast<std::size_t>(reader)].alias != -2) return true;
  return use == WorkspaceUse::Training &&
         (network.layer(layer).needsOutput() || network.layer(reader).needsInput());
}

template <typename Scalar>
void Workspace<Scalar>::allocateOutputs(const Network<Scalar>& network, WorkspaceUse use) {
  // Whether somebody still reads the values that stand in a buffer when the layer after comes.
  bool needed = true;
  for (int i = 0; i < network.layerCount(); ++i) {
    const Layer<Scalar>& layer = network.layer(i);
    LayerState& state = m_layers[static_cast<std::size_t>(i)];
    state.skipped = poolRectifies(network, i, use);
    const bool keepsValues = layer.spec().kind == LayerKind::Flatten || state.skipped;
    if (keepsValues || (layer.worksInPlace() && !needed)) {
      state.alias = i > 0 && m_layers[static_cast<std::size_t>(i - 1)].alias != -2
                        ? m_layers[static_cast<std::size_t>(i - 1)].alias
                        : i - 1;
      needed = needed && keepsValues ? true : layer.needsOutput();
    } else {
      state.output.rows = layer.outputShape().size();
      needed = layer.needsOutput();
    }
    state.memory.resize(static_cast<std::size_t>(layer.memoryPerSample() * m_capacity) +
                        kReadSlack * sizeof(Scalar));
    state.prepared.setZero(layer.preparedSize());
  }
  for (int i = 0; i < network.layerCount(); ++i) {
    LayerState& state = m_layers[static_cast<std::size_t>(i)];
    state.passes = state.alias == -2 && !keepsOutput(network, i, use);
    if (state.alias == -2 && !state.passes) state.output.allocate(state.output.rows, m_capacity);
  }
  for (std::size_t s = 0; s < m_stages.size(); ++s) {
    const Index sums = network.layer(m_stages[s].begin).batchSums();
    m_stageStates[s].sums.setZero(2 * sums);
    m_stageStates[s].partialSums.setZero(sums * kMaxTasks);
  }
}

template <typename Scalar>
void Workspace<Scalar>::allocateGradients(const Network<Scalar>& network) {
  for (int i = 0; i < network.layerCount(); ++i) {
    LayerState& state = m_layers[static_cast<std::size_t>(i)];
    state.firstParameter = static_cast<int>(m_gradients.size());
    const auto specs = const_cast<Network<Scalar>&>(network).layer(i).parameters();
    state.parameterCount = static_cast<int>(specs.size());
    for (const Matrix<Scalar>* parameter : specs)
      m_gradients.push_back(Matrix<Scalar>::Zero(parameter->rows(), parameter->cols()));
  }
  for (std::size_t s = 0; s < m_stages.size(); ++s) {
    const Stage& stage = m_stages[s];
    StageState& state = m_stageStates[s];
    state.gradient.allocate(network.layer(stage.end - 1).outputShape().size(), m_capacity);
    if (stage.sums)
      state.sumsGradient.allocate(network.layer(stage.begin).outputShape().size(), m_capacity);
    if (stage.dense) {
      const Index units = network.layer(stage.begin).outputShape().size();
      if (s > 0 && isNarrow(units)) state.parts.setZero(units * m_capacity * kMaxTasks);
      continue;
    }
    const auto& last = m_layers[static_cast<std::size_t>(stage.end - 1)];
    state.firstParameter = m_layers[static_cast<std::size_t>(stage.begin)].firstParameter;
    state.parameterCount = last.firstParameter + last.parameterCount - state.firstParameter;
    static_assert(kMaxTasks == kGradientParts, "a recipe is asked for as much memory as is taken");
    const int tasks = static_cast<int>(std::min<Index>(kMaxTasks, m_capacity));
    state.targets.resize(static_cast<std::size_t>(tasks * state.parameterCount));
    for (int task = 0; task < tasks && tasks > 1; ++task)
      for (int p = 0; p < state.parameterCount; ++p)
        state.partialGradients.push_back(
            m_gradients[static_cast<std::size_t>(state.firstParameter + p)]);
  }
}

template <typename Scalar>
void Workspace<Scalar>::allocateScratch(const Network<Scalar>& network, int threads) {
  Index scratch = 0;
  Index gradient = 0;
  Index part = 0;
  for (const Stage& stage : m_stages) {
    const Index group = samplesAtOnce(network, stage);
    for (int i = stage.begin; i < stage.end; ++i) {
      scratch = std::max(scratch, network.layer(i).scratchSize());
      if (!stage.dense) gradient = std::max(gradient, network.layer(i).inputShape().size() * group);
      if (stage.dense && i == stage.begin) {
        const Index rows = network.layer(i).outputShape().size();
        part = std::max({part, kGradientElements, rows * partColumns(rows)});
      }
    }
  }
  for (int t = 0; t < threads; ++t) {
    ThreadState& state = m_threads[static_cast<std::size_t>(t)];
    state.scratch.setZero(scratch + kReadSlack);
    state.outputs.resize(m_layers.size());
    for (const Stage& stage : m_stages)
      for (int i = stage.begin; i < stage.end; ++i)
        if (m_layers[static_cast<std::size_t>(i)].passes)
          state.outputs[static_cast<std::size_t>(i)].allocate(network.layer(i).outputShape().size(),
                                                              samplesAtOnce(network, stage));
    if (m_gradients.empty()) continue;
    if (m_stages[0].dense && !isNarrow(network.layer(0).outputShape().size())) {
      state.input.allocate(InputRuns::strideFor(m_input.rows), m_capacity);
      state.inputs.reserve(m_input.rows);
    }
    for (Buffer& buffer : state.gradients) buffer.allocate(gradient, 1);
    state.part.setZero(part);
  }
}

template <typename Scalar>
Columns<Scalar> Workspace<Scalar>::output(int layer) {
  if (layer < 0) return input();
  const LayerState& state = m_layers[static_cast<std::size_t>(layer)];
  if (state.alias == -1) return input();
  Buffer& buffer =
      m_layers[static_cast<std::size_t>(state.alias >= 0 ? state.alias : layer)].output;
  return {buffer.data(), buffer.rows};
}

template <typename Scalar>
Columns<Scalar> Workspace<Scalar>::logits() {
  return output(static_cast<int>(m_layers.size()) - 1);
}

template <typename Scalar>
Columns<Scalar> Workspace<Scalar>::logitsGradient() {
  Buffer& buffer = m_stageStates.back().gradient;
  return {buffer.data(), buffer.rows};
}

template INKLING_CORE_API std::vector<Stage> planStages(const Network<float>&);
template INKLING_CORE_API std::vector<Stage> planStages(const Network<double>&);
template class Workspace<float>;
template class Workspace<double>;

}  // namespace inkling
