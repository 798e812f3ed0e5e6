// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/layers/dense.h"
#include "core/model/workspace.h"
#include "core/tensor/batchsource.h"
#include "core/tensor/parameterpart.h"

namespace inkling {

/// Updates the parameters of dense layers while a backward pass goes on: as soon as nobody needs
/// the old values any more, on the thread that has just computed the gradient and has it in its
/// cache. Called from several threads, for different parts.
template <typename Scalar>
class ParameterUpdate {
public:
  virtual ~ParameterUpdate() = default;
  /// Where the gradient of a parameter is to go: by default into `gradient`, or straight into the
  /// parameter.
  virtual GradientTarget<Scalar> target(int parameter, Scalar* gradient) const = 0;
  /// False if the targets are the parameters themselves.
  virtual bool needsGradients() const = 0;
  /// The gradient of a part stands at `gradient`, with the part's stride.
  virtual void apply(int parameter, const ParameterPart& part, const Scalar* gradient) = 0;
};

/// Sets the gradient of the logits as soon as those of some samples are there, on the thread that
/// has just computed them. Called from several threads, for different samples.
template <typename Scalar>
class LossGradient {
public:
  virtual ~LossGradient() = default;
  virtual void differentiate(Index sample, Index samples) = 0;
};

/// Takes batches through a network and back, on a team of threads. Work is cut up by the shapes
/// alone, so the results have the same bits for any team.
template <typename Scalar>
class INKLING_CORE_API PassRunner {
public:
  PassRunner(const Network<Scalar>& network, Workspace<Scalar>& workspace, ThreadTeam& team);

  /// From workspace.input() to workspace.logits(). With `source`, the input is filled on the way;
  /// with `loss`, workspace.logitsGradient() is set, too.
  void forward(const Pass& pass, const BatchSource<Scalar>* source = nullptr,
               LossGradient<Scalar>* loss = nullptr);
  /// From workspace.logitsGradient() to all gradients, which are *set*. The first layer with
  /// parameters is not asked for its input's gradient. With `update`, parameters that
  /// updatesAtOnce() are updated on the way.
  void backward(const Pass& pass, ParameterUpdate<Scalar>* update = nullptr);
  /// True for the parameters of dense layers.
  bool updatesAtOnce(int parameter) const;
  /// Takes the batch's statistics into the running ones of `target`, after a training step.
  void updateStatistics(const Pass& pass, Network<Scalar>& target) const;

private:
  using LayerWorkspace = typename Layer<Scalar>::Workspace;

  const Stage& stageAt(int stage) const { return m_work.m_stages[static_cast<std::size_t>(stage)]; }
  auto& stateAt(int stage) const { return m_work.m_stageStates[static_cast<std::size_t>(stage)]; }
  bool skips(int layer) const { return m_work.m_layers[static_cast<std::size_t>(layer)].skipped; }
  int sampleTasks(const Stage& stage, Index batch) const;
  LayerWorkspace workspaceOf(int layer, int stage, int thread) const;
  Columns<Scalar> gradientOf(int stage) const;
  Columns<Scalar> outputOf(int layer, int thread, Index sample) const;
  void fillInput(const Pass& pass);
  Columns<Scalar> inputOf(int stage, int thread) const;
  template <typename Visit>
  void forEachGroup(const Pass& pass, const Stage& stage, int tasks, int task,
                    const Visit& visit) const;

  bool isWide(int stage) const;
  bool givesInputGradient(int stage) const;
  bool isFinishedFromBehind(int stage) const;
  const Dense<Scalar>& denseOf(int stage) const {
    return static_cast<const Dense<Scalar>&>(m_network.layer(stageAt(stage).begin));
  }
  Index unitsOf(int stage) const { return denseOf(stage).outputShape().size(); }
  Index inputsOf(int stage) const { return denseOf(stage).inputShape().size(); }
  double flopsOf(int stage, const Pass& pass) const;
  int unitTasks(const Pass& pass, int stage) const;
  bool comesInParts(int stage) const;
  Columns<Scalar> partOf(const Pass& pass, int stage, int task) const;
  void forwardDense(const Pass& pass, int stage);
  void addParts(const Pass& pass, int stage);
  void backwardDense(const Pass& pass, int stage, ParameterUpdate<Scalar>* update);
  void backwardElements(const Pass& pass, int stage, const Block& block, int thread);
  void denseParameters(const Pass& pass, int stage, const ParameterBlock& block,
                       ParameterUpdate<Scalar>* update, int thread);
  void updateInParts(const Pass& pass, int stage, const ParameterBlock& block,
                     GradientTarget<Scalar>* targets, ParameterUpdate<Scalar>& update, int thread);
  void backwardByInputs(const Pass& pass, int stage, ParameterUpdate<Scalar>* update);

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
  const BatchSource<Scalar>* m_source = nullptr;  ///< if tasks fill the input
  bool m_copiesInput = false;                     ///< each thread fills a copy for itself
  LossGradient<Scalar>* m_loss = nullptr;
};

}  // namespace inkling
