// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/model.h"
#include "core/train/control.h"
#include "core/train/observer.h"

#include <memory>
#include <optional>

namespace inkling {

/// Sums over the batches since the last step report.
struct ReportWindow {
  int steps = 0;
  int samples = 0;
  double loss = 0;  ///< of the batches' means
  int correct = 0;
};

/// What a run needs beside the model to go on as if it had never stopped.
struct TrainingState {
  long optimizerStep = 0;
  std::vector<Matrix<float>>
      moments;  ///< optimizer state, slot by slot, parameter by parameter ("slots" is a Qt macro)
  std::vector<Matrix<float>>
      averages;  ///< moving average of the weights; empty if the recipe has none
  std::vector<Matrix<float>>
      kept;                       ///< weights a diverging run returns to; empty: those of the model
  Score running;                  ///< sums over the epoch under way
  std::optional<int> unlabelled;  ///< of running's samples, those of no class, if there are any
  std::optional<ReportWindow> window;  ///< of the step report to come; none if there are none
  double bestLoss = 0;                 ///< early stopping
  int epochsSinceBest = 0;
};

/// A model in the middle of its training; the network holds the raw weights, not the averaged ones.
struct Checkpoint {
  Model model;
  TrainingState state;
};

/// A model with drawn weights that has not been trained. Throws Error if the recipe cannot run on
/// the data.
INKLING_CORE_API Model freshModel(Recipe recipe, const DataSource& source);

/// What to do with a checkpoint that was trained on other images than those it is given.
enum class OtherData { Refuse, Take };

class Run;

/// Trains one network. Synchronous and free of any window. Same recipe, data and instruction set:
/// same bits, for any number of threads.
class INKLING_CORE_API Trainer {
public:
  /// Fresh weights. Throws Error if the recipe has problems or does not fit the data. threads 0:
  /// all cores.
  Trainer(Recipe recipe, const DataSource& source, int threads = 0);
  /// Goes on from these weights under the model's recipe; the optimizer begins afresh. Throws Error
  /// if they do not fit the data.
  Trainer(Model model, const DataSource& source, int threads = 0);
  /// Goes on where the checkpoint stopped. Throws Error if it does not fit the data, or was trained
  /// on others and they are not taken knowingly.
  Trainer(Checkpoint checkpoint, const DataSource& source, int threads = 0,
          OtherData others = OtherData::Refuse);
  ~Trainer();
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  /// Trains until the planned epochs are done, a stop rule fires or `control` says stop. Blocks.
  /// May be called again after it returned, with a fresh control: it goes on from there. The test
  /// set is measured once, when the planned epochs are done.
  Summary run(Control& control, Observer& observer);

  /// A copy of what has been trained so far, with the averaged weights if the recipe averages.
  /// Not while run() is under way (use the observer's snapshots).
  Model model() const;
  /// Everything that is needed to continue. Not while run() is under way.
  Checkpoint checkpoint() const;
  const Split& split() const;

private:
  std::unique_ptr<Run> m_run;
};

}  // namespace inkling
