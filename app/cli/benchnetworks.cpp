// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchnetworks.h"

#include <cmath>

namespace inkling::cli {
namespace {

constexpr int kTrainingImages = 60000;
// More than are ever timed: the benchmark stops the run itself.
constexpr int kManyEpochs = 1000;

LayerSpec dense(int units) { return LayerSpec::dense(units); }
LayerSpec conv(int channels, int kernel, int padding = 0) {
  return LayerSpec::conv2d(channels, kernel, padding);
}
LayerSpec pool() { return LayerSpec::maxPool2d(2); }
LayerSpec relu() { return LayerSpec::of(LayerKind::ReLU); }
LayerSpec flatten() { return LayerSpec::of(LayerKind::Flatten); }

std::vector<LayerSpec> lenet() {
  return {conv(6, 5, 2), relu(),     pool(), conv(16, 5), relu(), pool(),
          flatten(),     dense(120), relu(), dense(84),   relu(), dense(10)};
}

std::vector<LayerSpec> poolFirst() {
  return {conv(24, 5), pool(),    relu(),     conv(32, 3), pool(),
          relu(),      flatten(), dense(256), relu(),      dense(10)};
}

std::vector<LayerSpec> padded() {
  return {conv(16, 3, 1), relu(),    pool(),     conv(32, 3, 1), relu(),
          pool(),         flatten(), dense(128), relu(),         dense(10)};
}

std::vector<LayerSpec> wide() {
  return {conv(32, 3), relu(),     conv(64, 3), relu(),   pool(),
          flatten(),   dense(128), relu(),      dense(10)};
}

}  // namespace

std::vector<BenchNetwork> benchNetworks() {
  return {{"softmax_b128", {dense(10)}, 128, 0.1},
          {"mlp128_b64", {dense(128), relu(), dense(10)}, 64, 0.1},
          {"mlp128x128_b32", {dense(128), relu(), dense(128), relu(), dense(10)}, 32, 0.05},
          {"mlp128x128_b8", {dense(128), relu(), dense(128), relu(), dense(10)}, 8, 0.01},
          {"mlp1024_b128", {dense(1024), relu(), dense(10)}, 128, 0.1},
          {"mlp1024_b16", {dense(1024), relu(), dense(10)}, 16, 0.1},
          {"seedcnn_b64", {conv(8, 3), pool(), flatten(), dense(10)}, 64, 0.05},
          {"lenet_b64", lenet(), 64, 0.1},
          {"cnn16_32_b64", padded(), 64, 0.1},
          {"netA_b256", poolFirst(), 256, 0.1},
          {"cnn32_64_b64", wide(), 64, 0.1, 0.25}};
}

Recipe benchRecipe(const BenchNetwork& network) {
  Recipe recipe;
  recipe.name = network.name;
  recipe.layers = network.layers;
  recipe.batch = network.batch;
  recipe.epochs = kManyEpochs;
  recipe.optimizer = {.kind = OptimizerKind::Sgd, .learningRate = network.learningRate};
  recipe.data.validation = HeldOut::last(0);
  if (network.share < 1) {
    recipe.data.trainLimit =
        TrainLimit::first(static_cast<int>(std::lround(kTrainingImages * network.share)));
  }
  return recipe;
}

}  // namespace inkling::cli
