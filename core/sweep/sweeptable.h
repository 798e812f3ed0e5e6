// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/sweep/sweepfolder.h"
#include "core/sweep/trialresult.h"

#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// A trial and its result, if there is one.
struct SweepRow {
  Trial trial;
  std::optional<TrialResult> result;
  std::string problem;  ///< why a result file that is there cannot be used
};

/// One setting over its seeds.
struct SweepCell {
  std::vector<std::string> at;
  std::vector<int> rows;  ///< into the table, one for each seed
  int finished = 0;       ///< that have a result and did not diverge
  Score validation;       ///< mean over those; count 0: not measured
  Score test;             ///< the same
};

/// What is there, in the order of the plan.
struct SweepTable {
  std::vector<std::string> axes;  ///< names
  std::vector<SweepRow> rows;
  INKLING_CORE_API bool complete() const;
};

INKLING_CORE_API SweepTable collectSweep(const SweepSpec& spec, const std::vector<Trial>& trials,
                                         const SweepFolder& folder);

/// Rows that differ in the seed only, together; in the order of the plan.
INKLING_CORE_API std::vector<SweepCell> cellsOf(const SweepTable& table);

/// Index of the cell with the highest validation accuracy, the lower loss among equals; −1 if
/// nothing was held out. The test set has no say in it.
INKLING_CORE_API int bestCell(const std::vector<SweepCell>& cells);

/// The share of the work that is done, by trialCost(), for a training set of so many images.
INKLING_CORE_API double workDone(const SweepTable& table, int images);

/// A row a trial: id, axes, seed, reason, epochs, seconds, losses and accuracies, published figure.
INKLING_CORE_API std::string toCsv(const SweepTable& table);

}  // namespace inkling
