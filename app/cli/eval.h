// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace inkling::cli {

struct EvalOptions {
  std::filesystem::path model;
  std::string data;           ///< folder or name; empty: what the model was trained on
  std::string part = "test";  ///< test, validation or train
  int threads = 0;            ///< 0: all cores
  bool json = false;
  bool calibration = false;             ///< also: can the confidences be trusted
  bool robustness = false;              ///< also: accuracy on corrupted images
  std::filesystem::path errors;         ///< where the wrong ones are listed; empty: nowhere
  std::filesystem::path probabilities;  ///< .npy, images × classes; empty: nowhere
};

/// Prints how well a model reads a part of a data set. Returns the exit status.
int eval(const EvalOptions& options);

void addEval(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
