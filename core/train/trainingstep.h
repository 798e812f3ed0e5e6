// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/batchgather.h"
#include "core/loss/softmaxcrossentropy.h"
#include "core/model/passrunner.h"
#include "core/optim/optimizer.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace inkling {

/// One step of training, again and again: forward, loss, backward, update. Allocates everything
/// when it is made; a step allocates nothing.
template <typename Scalar>
class INKLING_CORE_API TrainingStep {
public:
  /// For batches of up to `most` samples. `network` and `team` must outlive this.
  TrainingStep(const Recipe& recipe, Network<Scalar>& network, ThreadTeam& team, int most);
  TrainingStep(const TrainingStep&) = delete;
  TrainingStep& operator=(const TrainingStep&) = delete;

  /// From now on the gradients are those of Σ w_y·loss / batch size, with the weight w of each
  /// sample's class (1 for kNoClass). The losses that are returned stay those without weights: they
  /// compare with those of other data and other recipes. Empty: no weights.
  void setClassWeights(std::vector<double> weights) { m_classWeights = std::move(weights); }

  /// The batch of the step to come: to be filled first.
  Columns<Scalar> input() { return m_work.input(); }
  std::span<Label> labels(std::size_t count) { return {m_labels.data(), count}; }

  /// Trains on the first `count` columns. `step` counts from the beginning of the run. With
  /// `source` the columns are filled on the way. If the loss is not finite nothing is changed.
  BatchLoss run(int count, double rate, std::uint32_t step,
                const BatchSource<Scalar>* source = nullptr);
  /// Forward, loss and backward only: the gradients of the mean loss stand in gradients().
  BatchLoss differentiate(int count, std::uint32_t step);
  const std::vector<Matrix<Scalar>>& gradients() const { return m_work.gradients(); }

  Optimizer<Scalar>& optimizer() { return m_optimizer; }
  const Optimizer<Scalar>& optimizer() const { return m_optimizer; }

private:
  /// The optimizer's part of a backward pass.
  class Update final : public ParameterUpdate<Scalar> {
  public:
    explicit Update(TrainingStep& step) : m_step(step) {}
    GradientTarget<Scalar> target(int parameter, Scalar* gradient) const override;
    bool needsGradients() const override { return !m_step.m_optimizer.canFuse(); }
    void apply(int parameter, const ParameterPart& part, const Scalar* gradient) override;

  private:
    TrainingStep& m_step;
  };

  /// The loss function's part of a pass.
  class Loss final : public LossGradient<Scalar> {
  public:
    explicit Loss(TrainingStep& step) : m_step(step) {}
    void differentiate(Index sample, Index samples) override;

  private:
    TrainingStep& m_step;
  };

  BatchLoss forward(int count, const BatchSource<Scalar>* source);
  void updateRest(bool all);

  Network<Scalar>& m_network;
  ThreadTeam& m_team;
  std::vector<Parameter<Scalar>> m_parameters;
  Workspace<Scalar> m_work;
  PassRunner<Scalar> m_runner;
  Optimizer<Scalar> m_optimizer;
  Update m_update{*this};
  Loss m_loss{*this};
  std::vector<BatchLoss> m_losses;  ///< of blocks of samples, by their first sample
  std::vector<Label> m_labels;
  std::vector<double> m_classWeights;
  double m_smoothing;
  double m_lossCeiling;
  Pass m_pass;
  bool m_clips;
  std::vector<bool> m_updatedAtOnce;  ///< by parameter
};

}  // namespace inkling
