// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/recipe.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// The names of the recipes in `resources`/recipes, in lesson order: softmax, mlp, cnn first, the
/// others by name. Throws Error if the folder cannot be read.
INKLING_CORE_API std::vector<std::string> presetNames(const std::filesystem::path& resources);

/// Loads one of them. Throws Error, listing the names there are, if `name` is none of them.
INKLING_CORE_API Recipe loadPreset(const std::string& name, const std::filesystem::path& resources);

}  // namespace inkling
