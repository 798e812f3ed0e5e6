// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recipeargument.h"

#include "core/base/error.h"
#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace inkling::cli {

bool isBundled(const std::string& name, const std::filesystem::path& resources) {
  const std::vector<std::string> names = bundledNames(resources);
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool namesFile(const std::string& argument) {
  std::error_code ignored;
  return argument.find_first_of("/.") != std::string::npos ||
         std::filesystem::exists(argument, ignored);
}

Recipe recipeFromArgument(const std::string& option, const std::string& argument,
                          const std::filesystem::path& resources) {
  if (namesFile(argument) || isBundled(argument, resources)) {
    return findRecipe(argument, resources);
  }
  std::string names;
  for (const std::string& each : bundledNames(resources))
    names += (names.empty() ? "" : ", ") + each;
  throw CLI::ValidationError(option,
                             "there is no recipe named \"" + argument + "\"; there are " + names);
}

void setFields(Recipe& recipe, const std::vector<std::string>& assignments) {
  for (const std::string& each : assignments) {
    const std::size_t equals = each.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw CLI::ValidationError("--set", "\"" + each + "\" is not of the form field=value");
    }
    try {
      setField(recipe, each.substr(0, equals), each.substr(equals + 1));
    } catch (const Error& error) {
      throw CLI::ValidationError("--set", error.what());
    }
  }
}

}  // namespace inkling::cli
