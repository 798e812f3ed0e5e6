// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/jsontext.h"
#include "core/recipe/recipe.h"

#include <vector>

namespace inkling {

// Recipes before they had a version. What was at its default was left out; validation was the last
// images, data.validation_count of them; data.train_limit took the first; a change by hand said the
// learning rate and the epochs together.

/// The same recipe with the fields of today, each written out. Notes fields that are newer.
Json fromFormatOne(Json json, std::vector<Problem>& problems);

/// The recipe as it was written then; what could not be said then as it is today. Stays the same
/// text for ever.
Json asFormatOne(const Recipe& recipe);

}  // namespace inkling
