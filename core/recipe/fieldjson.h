// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/jsontext.h"
#include "core/recipe/recipe.h"

#include <vector>

namespace inkling {

/// Every field of the recipe that counts, also those at their default.
Json everyField(const Recipe& recipe);

/// The same with the version of the format: what is written into files.
Json fileJson(const Recipe& recipe);

/// Overwrites the fields of `recipe` that `json` has; notes unknown fields and wrong types. Ranges
/// are not looked at.
void readFields(Recipe& recipe, const Json& json, std::vector<Problem>& problems);

}  // namespace inkling
