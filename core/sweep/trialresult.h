// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/io/runresult.h"
#include "core/sweep/sweepfolder.h"
#include "core/sweep/trials.h"

#include <optional>
#include <string>

namespace inkling {

using TrialResult = RunResult;

/// Throws Error if the trial was trained on other images than those of `source`.
void requireSameImages(const TrialResult& result, const DataSource& source);

INKLING_CORE_API void saveResult(const SweepFolder& folder, const TrialResult& result);

/// The result of that trial if it is there and usable. A file that is not usable counts as none
/// (the trial runs again); `problem`, if given, then says why. Throws Error for what is neither: a
/// file that cannot be read, or is of a newer version.
INKLING_CORE_API std::optional<TrialResult> storedResult(const SweepFolder& folder,
                                                         const std::string& id,
                                                         std::string* problem = nullptr);

}  // namespace inkling
