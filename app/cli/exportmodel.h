// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace CLI {
class App;
}

namespace inkling::cli {

struct ExportOptions {
  std::filesystem::path model;
  std::vector<std::filesystem::path>
      outputs;           ///< one .onnx, .npz or .safetensors, or two .npy: weights, bias
  bool snippet = false;  ///< print Python that reads the file
};

/// Writes a model's weights for other programs. Returns the exit status.
int exportModel(const ExportOptions& options);

void addExport(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
