// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/workspace.h"

namespace inkling {

/// A step of plain gradient descent that is taken while a gradient is computed: W = decay·W −
/// rate·gradient.
template <typename Scalar>
struct FusedStep {
  Scalar* weight = nullptr;  ///< of the first dense layer of the network that is trained
  Scalar* bias = nullptr;
  double rate = 0;
  double decay = 1;  ///< of the weight; the bias does not decay
};

/// Takes batches through a network and back, on a team of threads. Work is cut up by the shapes
/// alone, so the results have the same bits for any team.
template <typename Scalar>
class INKLING_CORE_API PassRunner {
public:
  PassRunner(const Network<Scalar>& network, Workspace<Scalar>& workspace, ThreadTeam& team);

  /// From workspace.input() to workspace.logits().
  void forward(const Pass& pass);
  /// From workspace.logitsGradient() to all gradients, which are *set*. The first layer with
  /// parameters is not asked for its input's gradient. With `fused`, the first fusedParameters()
  /// parameters are updated at once instead.
  void backward(const Pass& pass, const FusedStep<Scalar>* fused = nullptr);
  /// How many of the first parameters a fused step updates: those of a first dense layer, else 0.
  /// Nobody needs that layer's weights any more when its gradient is computed.
  int fusedParameters() const;
  /// Takes the batch's statistics into the running ones of `target`, after a training step.
  void updateStatistics(const Pass& pass, Network<Scalar>& target) const;

private:
  using LayerWorkspace = typename Layer<Scalar>::Workspace;

  const Stage& stageAt(int stage) const { return m_work.m_stages[static_cast<std::size_t>(stage)]; }
  auto& stateAt(int stage) const { return m_work.m_stageStates[static_cast<std::size_t>(stage)]; }
  int sampleTasks(const Stage& stage, Index batch) const;
  LayerWorkspace workspaceOf(int layer, int stage, int thread) const;
  Columns<Scalar> gradientOf(int stage) const;
  template <typename Visit>
  void forEachGroup(const Pass& pass, const Stage& stage, int tasks, int task,
                    const Visit& visit) const;

  void forwardDense(const Pass& pass, int stage);
  void backwardDense(const Pass& pass, int stage, const FusedStep<Scalar>* fused);
  void backwardElements(const Pass& pass, int stage, const Block& block, int thread);
  void denseParameters(const Pass& pass, int layer, const ParameterBlock& block,
                       Columns<const Scalar> dy, const FusedStep<Scalar>* fused);
  void denseInput(const Pass& pass, int stage);

  void forwardSamples(const Pass& pass, int stage);
  void sumForward(const Pass& pass, int stage, int tasks);
  void backwardSamples(const Pass& pass, int stage);
  void backwardGroup(const Pass& pass, int stage, const Block& block, int task, int thread);
  void backwardSums(const Pass& pass, int stage, int tasks);
  void setTargets(int stage, int tasks, int task);
  void addPartialSums(int stage, int tasks, Scalar* total);
  void addPartialGradients(int stage, int tasks);

  const Network<Scalar>& m_network;
  Workspace<Scalar>& m_work;
  ThreadTeam& m_team;
  int m_firstParameterLayer = 0;
};

}  // namespace inkling
