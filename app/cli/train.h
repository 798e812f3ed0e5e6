// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inkling::cli {

struct TrainOptions {
  std::string recipe = "mlp";    ///< name or file
  std::filesystem::path resume;  ///< a checkpoint to go on from, instead of a recipe
  std::string data;              ///< folder or name; empty: as the recipe says
  bool otherData = false;        ///< go on although the checkpoint was trained on other images
  std::optional<int> epochs;
  std::optional<std::uint64_t> seed;
  std::vector<std::string> fields;  ///< "field=value"
  int threads = 0;                  ///< 0: all cores
  long maxSteps = 0;                ///< stop after so many batches of the run; 0: do not
  bool checkpoint = false;          ///< also keep at the end what is needed to go on
  std::string checkpointEvery;      ///< while it trains, "30s" or "5min"; empty: not
  std::filesystem::path out;        ///< empty: models/<recipe>.safetensors in the user's folder
  std::filesystem::path log;        ///< empty: none
  bool json = false;
};

/// Trains and saves. Returns the exit status.
int train(const TrainOptions& options);

void addTrain(CLI::App& app, int& exitCode);

}  // namespace inkling::cli
