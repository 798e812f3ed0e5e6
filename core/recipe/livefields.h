// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/fieldkinds.h"
#include "core/recipe/recipe.h"

#include <array>
#include <string_view>

namespace inkling {

/// A field that may be changed by hand while a run is under way.
struct LiveField {
  std::string_view path;
  Range range;
  bool whole;  ///< whole numbers only
  double (*get)(const Recipe&);
};

inline constexpr LiveField kLiveRate{
    "optimizer.learning_rate", kRate, false,
    [](const Recipe& recipe) { return recipe.optimizer.learningRate; }};
inline constexpr LiveField kLiveEpochs{"epochs", kEpochs, true,
                                       [](const Recipe& recipe) { return double(recipe.epochs); }};

/// The one table of them.
inline constexpr std::array kLiveFields{&kLiveRate, &kLiveEpochs};
inline constexpr std::array kLivePaths{kLiveRate.path, kLiveEpochs.path};

/// What the changes by hand leave the field at in the end.
INKLING_CORE_API double valueInTheEnd(const Recipe& recipe, const LiveField& field);

/// The changes whose field may not change, or not to that value.
std::vector<Problem> changeProblems(const Recipe& recipe);

}  // namespace inkling
