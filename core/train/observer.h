// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/history.h"
#include "core/model/model.h"

#include <memory>
#include <string>
#include <vector>

namespace inkling {

struct Checkpoint;  // core/train/trainer.h
using CheckpointPtr = std::shared_ptr<const Checkpoint>;

/// One training batch.
struct BatchRecord {
  long step = 0;  ///< 1 for the first batch of the run
  int epoch = 0;  ///< epochs done before it
  float loss = 0;
  float accuracy = 0;
  float learningRate = 0;
};

/// How far and how fast.
struct Progress {
  Position position;
  int stepsPerEpoch = 0;
  int epochs = 0;
  double samplesPerSecond = 0;  ///< over about the last second, pauses left out
  double gflops = 0;       ///< floating-point operations (multiply and add count two), same span
  double secondsLeft = 0;  ///< 0 when not known yet
};

/// The mean over the last `count` batches (recipe.reportEvery).
struct StepReport {
  long step = 0;
  int count = 0;
  double loss = 0;
  double accuracy = 0;
};

enum class StopReason { Finished, Stopped, EarlyStopped, Diverged };

/// How a run ended. Every reason is a result, not an error.
struct Summary {
  StopReason reason = StopReason::Finished;
  History history;
  Position position;
  double seconds = 0;  ///< of training and evaluation, pauses left out
  std::string
      sentence;  ///< English, for the terminal: "Stopped after epoch 3: 97.6 % on validation"
};

/// Told what happens, on the training thread, between two batches: return quickly, never wait for a
/// window.
class INKLING_CORE_API Observer {
public:
  virtual ~Observer() = default;
  virtual void onBatch(const BatchRecord&, const Progress&) {}
  virtual void onStepReport(const StepReport&) {}
  virtual void onEpoch(const EpochRecord&, const Progress&) {}
  /// Asked after every batch and at every epoch's end; if true, a copy of the model follows in
  /// onSnapshot, unless the last step has made weights that are not finite.
  virtual bool wantsSnapshot(bool epochEnd) {
    static_cast<void>(epochEnd);
    return false;
  }
  virtual void onSnapshot(ModelPtr) {}
  /// Asked at the same times, the beginning and the end of run() apart; if true, all that is needed
  /// to go on from here follows in onCheckpoint, unless the weights are not finite.
  virtual bool wantsCheckpoint(bool epochEnd) {
    static_cast<void>(epochEnd);
    return false;
  }
  virtual void onCheckpoint(CheckpointPtr) {}
};

}  // namespace inkling
