// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/sweep/sweepspec.h"

#include <string>
#include <vector>

namespace inkling {

/// One training run of a sweep.
struct Trial {
  std::string id;               ///< 16 hexadecimal digits, a pure function of the recipe
  std::vector<std::string> at;  ///< its value on each axis, as shown: "32", "0.05", "32/64"
  Recipe recipe;                ///< complete
};

/// All trials, each once: seed by seed, and within a seed the first axis slowest; a pure function
/// of the sweep. A random search has as many settings as it asks for, or all that there are. Throws
/// Error if a trial's recipe cannot run on images of that shape and so many classes, or if there
/// are more than 10,000.
INKLING_CORE_API std::vector<Trial> expandTrials(const SweepSpec& spec, Shape input = {28, 28, 1},
                                                 int classes = 10);

/// By how many settings a random search falls short of what it asks for, because there are no
/// more; 0 for every other sweep.
INKLING_CORE_API int drawsMissing(const SweepSpec& spec, const std::vector<Trial>& trials);

/// The identity of a recipe: FNV-1a (Fowler, Noll, Vo) of its JSON without texts and published
/// figures.
INKLING_CORE_API std::string trialId(const Recipe& recipe);

/// How much work a trial is beside others of the same sweep, for `samples` training images of that
/// shape; only ratios mean something.
INKLING_CORE_API double trialCost(const Recipe& recipe, Shape input, int samples);

}  // namespace inkling
