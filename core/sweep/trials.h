// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/datareading.h"
#include "core/sweep/sweepspec.h"

#include <string>
#include <vector>

namespace inkling {

/// One training run of a sweep.
struct Trial {
  std::string id;               ///< 16 hexadecimal digits, a pure function of the recipe
  std::vector<std::string> at;  ///< its value on each axis, as shown: "32", "0.05", "32/64"
  Recipe recipe;                ///< complete
  Shape input{28, 28, 1};       ///< of the images of its data set
};

/// All trials, each once: seed by seed, and within a seed the first axis slowest; a pure function
/// of the sweep. A random search has as many settings as it asks for, or all that there are. Throws
/// Error if a trial's recipe cannot run on the images of its data set, or if there are more than
/// 10,000. Sets are found as by loadDataSource(); one that is not there is taken to be of 28×28
/// pixels and ten classes.
INKLING_CORE_API std::vector<Trial> expandTrials(const SweepSpec& spec,
                                                 const std::filesystem::path& resources = {},
                                                 const DataReading& reading = {});

/// By how many settings a random search falls short of what it asks for, because there are no
/// more; 0 for every other sweep.
INKLING_CORE_API int drawsMissing(const SweepSpec& spec, const std::vector<Trial>& trials);

/// The identity of a recipe: FNV-1a (Fowler, Noll, Vo) of its JSON without texts and published
/// figures. The same whatever format the recipe is written in: results are found by it.
INKLING_CORE_API std::string trialId(const Recipe& recipe);

/// How much work a trial is beside others of the same sweep, for `samples` training images of that
/// shape; only ratios mean something.
INKLING_CORE_API double trialCost(const Recipe& recipe, Shape input, int samples);

}  // namespace inkling
