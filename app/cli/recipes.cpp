// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recipes.h"

#include "app/cli/text.h"
#include "core/base/folders.h"
#include "core/recipe/recipelibrary.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>
#include <memory>

namespace inkling::cli {

int recipes(const RecipesOptions& options) {
  std::vector<std::string> problems;
  for (const Recipe& recipe : bundledRecipes(resourceFolder(), problems)) {
    const std::string title = inLanguage(recipe.title, "en");
    if (options.json) {
      printLine(Json{{"name", recipe.name},
                     {"title", title},
                     {"layers", outline(recipe)},
                     {"batch", recipe.batch},
                     {"epochs", recipe.epochs}});
      continue;
    }
    std::cout << std::left << std::setw(14) << recipe.name << std::setw(30) << outline(recipe) + " "
              << title << '\n';
  }
  for (const std::string& problem : problems) std::cerr << problem << '\n';
  return problems.empty() ? 0 : 1;
}

void addRecipes(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<RecipesOptions>();
  CLI::App* command = app.add_subcommand("recipes", "List the recipes that come with Inkling");
  command->add_flag("--json", options->json, "One JSON object a line instead of text");
  command->callback([options, &exitCode] { exitCode = recipes(*options); });
}

}  // namespace inkling::cli
