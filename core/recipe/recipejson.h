// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/recipe.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace inkling {

/// The recipe as JSON text (UTF-8, two-space indent, the version of the format and every field,
/// stable order), so equal recipes give equal bytes.
INKLING_CORE_API std::string toJson(const Recipe& recipe);

/// Reads JSON text of this or an older format. A field that is missing is at the default of that
/// format. Throws Error if the format is newer, or listing *all* problems: unknown fields, wrong
/// types, values out of range, each with the field's path, the value and what is allowed. `source`
/// names the file in it.
INKLING_CORE_API Recipe recipeFromJson(const std::string& text, const std::string& source);

/// Reads a recipe file of at most 1 MiB. Throws Error.
INKLING_CORE_API Recipe loadRecipe(const std::filesystem::path& file);

/// Sets one field by its path in the file, e.g. ("optimizer.learning_rate", "0.05") or
/// ("layers[0].units", "64"). ("data.validation.last", "400") chooses that in place of what was
/// chosen before; so does ("data.validation", "last 400"), and "default" there, or "all" for
/// data.train_limit, takes the choice back. Throws Error naming field, value and what is allowed.
INKLING_CORE_API void setField(Recipe& recipe, const std::string& path, const std::string& value);

/// Every field that setField() can set, with its value as text; not title, lesson and published
/// figures.
INKLING_CORE_API std::vector<std::pair<std::string, std::string>> fieldValues(const Recipe& recipe);

/// What differs in what a run does (not title, lesson and published figures), one line a field:
/// "optimizer.learning_rate 0.1 → 0.05"; "none" where one side lacks the field.
INKLING_CORE_API std::vector<std::string> differences(const Recipe& from, const Recipe& to);

}  // namespace inkling
