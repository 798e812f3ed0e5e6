// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/recipe/recipe.h"

#include <string>

namespace inkling {

/// Gives the last layer of a recipe one unit for each class, if it is a dense one. Returns whether
/// it had another number.
INKLING_CORE_API bool fitToClasses(Recipe& recipe, int classes);

/// "The last layer gets 26 units, one for each class of letters."
INKLING_CORE_API std::string fittedSentence(const DataSource& source);

/// How pictures are prepared for what the recipe trains: as it says, or as the set looks.
INKLING_CORE_API Preparation preparationFor(const Recipe& recipe, const DataSource& source);

/// The augmentation as it is done on these images: of other signs than digits no variants are
/// known, nothing is written with the pen, and scribbles are left out.
INKLING_CORE_API AugmentSpec augmentFor(const Recipe& recipe, const DataSource& source);

/// What augmentFor() leaves out, in a sentence; empty: nothing.
INKLING_CORE_API std::string leftOutSentence(const Recipe& recipe, const DataSource& source);

}  // namespace inkling
