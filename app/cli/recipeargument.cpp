// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recipeargument.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/catalogue.h"
#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace inkling::cli {

void tellIfThere(const std::string& name, const std::string& kind) {
  if (!isThere(name)) return;
  std::cerr << "\"" << name << "\" is taken for the " << kind << " of that name; "
            << "what is called so in this folder is ./" << name << ".\n";
}

bool isBundled(const std::string& name, const std::filesystem::path& resources) {
  const std::vector<std::string> names = bundledNames(resources);
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool namesFile(const std::string& argument) {
  return argument.find_first_of("/.") != std::string::npos || isThere(argument);
}

void tellIfBoth(const std::string& data, const std::filesystem::path& resources) {
  const auto sets = catalogue(resources);
  if (std::ranges::find(sets, data, &CatalogueEntry::name) != sets.end())
    tellIfThere(data, "data set");
}

Recipe recipeFromArgument(const std::string& option, const std::string& argument,
                          const std::filesystem::path& resources) {
  const bool bundled = isBundled(argument, resources);
  if (bundled) tellIfThere(argument, "recipe");
  if (bundled || namesFile(argument)) return findRecipe(argument, resources);
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
