// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batchgather.h"
#include "core/ink/augment.h"
#include "core/train/averaging.h"
#include "core/train/batchcurve.h"
#include "core/train/evaluator.h"
#include "core/train/keptweights.h"
#include "core/train/speedometer.h"
#include "core/train/stoprules.h"
#include "core/train/teamtuner.h"
#include "core/train/trainer.h"
#include "core/train/trainingstep.h"

#include <optional>
#include <vector>

namespace inkling {

/// What stands behind a Trainer: the loop, as named steps.
class Run {
public:
  Run(Model model, const DataSource& source, int threads);
  void restore(TrainingState state);

  Summary train(Control& control, Observer& observer);
  Model model() const;
  Checkpoint checkpoint() const;
  const Split& split() const { return m_split; }

private:
  bool proceed(Control& control);
  void takeChanges(Control& control);
  double learningRate() const;
  BatchLoss step();
  BatchLoss runTimed(int size, const ChosenBatch& batch);
  void report(const BatchLoss& loss, Observer& observer);
  void publish(bool epochEnd, Observer& observer) const;
  void offerCheckpoint(bool epochEnd, Observer& observer) const;
  std::optional<StopReason> endOfEpoch(Control& control, Observer& observer);
  std::optional<EpochRecord> recordOfEpoch();
  Summary finish(StopReason reason, Observer& observer);
  void returnToFinite();
  const Network<float>& evaluated();
  Progress progress() const;
  int batchSize(int step) const;
  int plannedEpochs() const;
  long stepsDone() const {
    return static_cast<long>(m_model.position.epoch) * m_stepsPerEpoch + m_model.position.step;
  }

  Model m_model;
  Split m_split;
  ThreadTeam m_team;
  TrainingStep<float> m_step;
  TeamTuner m_tuner;
  Augmentation m_augmentation;
  BatchGather m_gather;
  Evaluator m_evaluator;
  std::optional<Averaging> m_averaging;
  Network<float> m_averaged;  ///< holds the average while it is evaluated
  KeptWeights m_kept;
  StopRules m_rules;
  BatchCurve m_curve;
  Speedometer m_speed;
  TrainingState m_state;   ///< running sums and what early stopping remembers
  TrainingState m_before;  ///< … as it was before the last step
  std::vector<std::uint32_t> m_order;
  int m_orderEpoch = -1;
  int m_stepsPerEpoch = 0;
  double m_lastRate = 0;
  double m_flopsPerSample = 0;
};

}  // namespace inkling
