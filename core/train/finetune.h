// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/model.h"
#include "core/train/evaluate.h"

#include <functional>

namespace inkling {

/// Some digits of one person, of which a few are never learnt from.
struct OwnDigits {
  std::shared_ptr<const Dataset> learnt;
  std::shared_ptr<const Dataset> heldOut;
};

struct FineTuneOptions {
  int epochs = 2;
  int others = 6000;             ///< images of `others` mixed in, so that it forgets nothing
  double personalShare = 0.2;    ///< of the mix; each personal digit comes several times, changed
  double learningRate = 0.0005;  ///< of Adam, at its peak
  int batch = 50;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0: all cores
};

/// A copy of a model that has learnt one person's digits, and what it gained and lost.
struct FineTuned {
  ModelPtr model;  ///< null: cancelled
  Score personalBefore;
  Score personalAfter;
  Score othersBefore;
  Score othersAfter;
  double seconds = 0;
};

/// Trains a copy of `model` on the personal digits mixed with training images of `others`; measures
/// on the digits held out and on the test set of `others`. `goOn` is told the progress, 0 … 1, and
/// cancels by returning false. Same arguments: same bits. Throws Error if the images do not fit the
/// model or there are no personal digits to learn from.
INKLING_CORE_API FineTuned fineTune(const Model& model, const OwnDigits& digits,
                                    const DataSource& others, const FineTuneOptions& options = {},
                                    const std::function<bool(double)>& goOn = {});

}  // namespace inkling
