// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <string>
#include <vector>

namespace inkling::cli {

/// A row of the speed table: plain SGD on MNIST's 60,000 training images.
struct BenchNetwork {
  std::string name;
  std::vector<LayerSpec> layers;
  int batch = 64;
  double learningRate = 0.1;
  double share = 1;  ///< of the training images; the slowest network is timed on a part and scaled
};

/// The rows in the order of the table.
std::vector<BenchNetwork> benchNetworks();

Recipe benchRecipe(const BenchNetwork& network);

}  // namespace inkling::cli
