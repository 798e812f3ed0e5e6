// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inkling::cli {

struct ImportOptions {
  std::vector<std::filesystem::path>
      inputs;          ///< two .npy (weights, bias), or one .npz or .safetensors
  std::string recipe;  ///< whose network the weights of one file are for
  std::filesystem::path out;
};

/// Makes a model from weights of another program. Returns the exit status.
int importModel(const ImportOptions& options);

void addImport(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
