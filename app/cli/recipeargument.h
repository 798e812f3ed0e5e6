// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling::cli {

/// For a name that means something that comes with Inkling: says on standard error that it is
/// taken for that, should there be something of that name here.
void tellIfThere(const std::string& name, const std::string& kind);

/// True if a recipe of that name comes with Inkling.
bool isBundled(const std::string& name, const std::filesystem::path& resources);

/// True if the argument can only mean a file: it has a folder or an extension, or there is such a
/// file.
bool namesFile(const std::string& argument);

/// The same for the name of a data set of this machine.
void tellIfBoth(const std::string& data, const std::filesystem::path& resources);

/// The recipe that `option` names: a file, or one of those in `resources`. Throws
/// CLI::ValidationError (bad usage) for an unknown name, Error for a bad file.
Recipe recipeFromArgument(const std::string& option, const std::string& argument,
                          const std::filesystem::path& resources);

/// Applies "field=value" arguments of `--set`. Throws CLI::ValidationError naming what is wrong.
void setFields(Recipe& recipe, const std::vector<std::string>& assignments);

}  // namespace inkling::cli
