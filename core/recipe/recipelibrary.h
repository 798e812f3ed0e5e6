// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/recipe.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// The names of the recipes below `resources`/recipes: the rungs softmax, mlp and cnn first, then
/// the others.
INKLING_CORE_API std::vector<std::string> bundledNames(const std::filesystem::path& resources);

/// Those recipes. One that cannot be used is left out and named in `problems`.
INKLING_CORE_API std::vector<Recipe> bundledRecipes(const std::filesystem::path& resources,
                                                    std::vector<std::string>& problems);

/// The bundled recipe of that name, or else the recipe file of that path. Throws Error, listing the
/// names.
INKLING_CORE_API Recipe findRecipe(const std::string& nameOrFile,
                                   const std::filesystem::path& resources);

/// `text` (a title or a lesson) in `language` ("zh_CN", "en", "de_AT"); English, or else any, if it
/// is not there.
INKLING_CORE_API std::string inLanguage(const std::map<std::string, std::string>& text,
                                        const std::string& language);

}  // namespace inkling
