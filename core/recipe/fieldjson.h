// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/jsontext.h"
#include "core/recipe/recipe.h"

#include <vector>

namespace inkling {

/// Every field of the recipe that counts, also those at their default.
Json everyField(const Recipe& recipe);

/// The same without what is at its default. Names and kinds stay in objects that are written at
/// all.
Json changedFields(const Recipe& recipe);

/// Overwrites the fields of `recipe` that `json` has; notes unknown fields and wrong types. Ranges
/// are not looked at.
void readFields(Recipe& recipe, const Json& json, std::vector<Problem>& problems);

}  // namespace inkling
