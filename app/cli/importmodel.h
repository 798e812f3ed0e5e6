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
      inputs;            ///< .npy files (weights, biases), or one .npz or .safetensors
  std::string recipe;    ///< whose network the weights are for; a pair of .npy needs none
  std::string shape;     ///< of the images, such as 20x20x1; empty: follows from the weights
  int classes = 0;       ///< 0: follow from the weights
  std::string channels;  ///< "first", "last" or empty
  std::filesystem::path out;
};

/// Makes a model from weights of another program. Returns the exit status.
int importModel(const ImportOptions& options);

void addImport(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
