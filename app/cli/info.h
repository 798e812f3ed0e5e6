// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace inkling::cli {

struct InfoOptions {
  std::string subject;  ///< a model file, a recipe file or the name of a recipe
  bool json = false;
};

/// Prints what is in a model or recipe. Returns the exit status.
int info(const InfoOptions& options);

void addInfo(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
