// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/sweep/sweeprunner.h"
#include "core/sweep/sweeptable.h"

#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// The setting that validation chose, and what the test set then said, once.
struct SweepChoice {
  std::vector<std::string> axes;    ///< names
  std::vector<std::string> at;      ///< value by axis
  std::vector<std::string> trials;  ///< ids, one for each seed
  Score validation;                 ///< mean over the seeds
  Score test;                       ///< mean over the seeds, measured after the choice
};

/// What best.json says; nothing if it is not there. Throws Error if it is not usable.
INKLING_CORE_API std::optional<SweepChoice> storedChoice(const SweepFolder& folder);

/// Chooses on validation and measures the test set for the chosen setting, unless that is on record
/// already; records it. A choice that a larger plan replaces stays on record under "earlier".
/// Nothing if trials are missing, nothing was held out or `control`, if given, stops it. Trains the
/// chosen trials again if their models were not kept. Throws Error, also if the trials are of
/// different images, or the set's are others by now; a record that is not usable stays as it is.
INKLING_CORE_API std::optional<SweepChoice> chooseBest(const SweepTable& table,
                                                       const SweepFolder& folder,
                                                       const std::filesystem::path& resources,
                                                       SweepControl* control = nullptr,
                                                       const DataReading& reading = {});

}  // namespace inkling
