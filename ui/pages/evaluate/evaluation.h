// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/calibration.h"
#include "core/analysis/confusion.h"
#include "core/analysis/coverage.h"
#include "core/analysis/interval.h"
#include "core/data/dataset.h"
#include "core/train/evaluate.h"

#include <atomic>
#include <memory>
#include <vector>

namespace inkling::ui {

/// Everything the Evaluate page shows of one model on one set of images. Immutable once made.
struct Evaluation {
  ModelPtr model;
  DataView view;
  std::shared_ptr<const Predictions> predictions;
  Score score;
  Interval interval;  ///< of the accuracy
  Confusion confusion;
  std::vector<ReliabilityBin> bins;
  double calibrationError = 0;
  double temperature = 1;  ///< fitted on the validation images, if there are any
  std::vector<ReliabilityBin> cooledBins;
  double cooledError = 0;
  std::vector<CoveragePoint> coverage;
  double seconds = 0;  ///< it took
};

using EvaluationPtr = std::shared_ptr<const Evaluation>;

/// `validation` is what the temperature is fitted on; empty: `view`. Null if cancelled. threads 0:
/// all cores.
EvaluationPtr evaluateModel(const ModelPtr& model, const DataView& view, const DataView& validation,
                            int threads, const std::atomic<bool>& cancel);

}  // namespace inkling::ui
