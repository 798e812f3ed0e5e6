// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/sweep/sweepfolder.h"
#include "core/sweep/trialresult.h"
#include "core/train/trainer.h"

namespace inkling {

enum class TrialOutcome {
  Done,          ///< trained here, the result is stored
  AlreadyThere,  ///< the result was there
  Claimed,       ///< somebody else is training it
  Stopped,       ///< by the control; nothing is stored
};

struct TrialOptions {
  bool keepModel = true;
  bool test = false;  ///< measure the test set at the end; otherwise the trial never sees it
};

/// Trains one trial on one thread and stores model and result, unless the result is there already.
/// Any number of processes may be at it: one trains, and if it is killed the next one does. Throws
/// Error.
INKLING_CORE_API TrialOutcome runTrial(const Recipe& recipe, const SweepFolder& folder,
                                       const TrialOptions& options, const DataSource& source,
                                       Control& control, Observer& observer);

/// The same data with an empty test set.
INKLING_CORE_API DataSource withoutTest(DataSource source);

}  // namespace inkling
