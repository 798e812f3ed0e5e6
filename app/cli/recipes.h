// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace inkling::cli {

struct RecipesOptions {
  bool json = false;
};

/// Lists the recipes that come with Inkling. Returns the exit status.
int recipes(const RecipesOptions& options);

void addRecipes(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
