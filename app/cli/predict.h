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

struct PredictOptions {
  std::filesystem::path model;
  std::vector<std::string> pictures;  ///< "-": names from standard input, one a line
  std::filesystem::path strokes;      ///< a stroke file (core/ink/strokefile.h); empty: none
  std::string prepare;                ///< empty: as the model says
  bool json = false;
};

/// Prints what a model reads in each picture and in each digit of the stroke file; a picture that
/// cannot be read is a sentence on standard error and does not keep the others from being read.
/// Returns the exit status.
int predict(const PredictOptions& options);

void addPredict(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
