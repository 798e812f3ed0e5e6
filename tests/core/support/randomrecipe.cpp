// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/randomrecipe.h"

#include "tests/core/support/tinydata.h"

#include <initializer_list>

namespace inkling::test {
namespace {

int between(Random& random, int low, int high) {
  return low + static_cast<int>(random.below(static_cast<std::uint32_t>(high - low + 1)));
}

template <typename Value>
Value oneOf(Random& random, std::initializer_list<Value> values) {
  return values.begin()[random.below(static_cast<std::uint32_t>(values.size()))];
}

InitSpec randomInit(Random& random) {
  return {oneOf(random, {InitKind::HeNormal, InitKind::HeUniform, InitKind::XavierNormal,
                         InitKind::XavierUniform, InitKind::FanInUniform}),
          1};
}

/// What may stand between two layers with weights.
void addBetween(std::vector<LayerSpec>& layers, Random& random) {
  if (random.chance(0.35)) layers.push_back(LayerSpec::of(LayerKind::BatchNorm));
  layers.push_back(
      LayerSpec::of(oneOf(random, {LayerKind::ReLU, LayerKind::Tanh, LayerKind::Sigmoid})));
  if (random.chance(0.35)) layers.push_back(LayerSpec::dropout(random.uniform(0.1, 0.6)));
}

void addConvolution(std::vector<LayerSpec>& layers, Random& random) {
  LayerSpec conv = LayerSpec::conv2d(between(random, 1, 6), between(random, 1, 3));
  conv.stride = between(random, 1, 2);
  conv.padding = between(random, 0, conv.kernel - 1);
  conv.bias = random.chance(0.7);
  conv.weightInit = randomInit(random);
  layers.push_back(conv);
  if (random.chance(0.6)) {
    LayerSpec pool = LayerSpec::maxPool2d(2);
    pool.stride = between(random, 1, 2);
    pool.allTies = random.chance(0.3);
    layers.push_back(pool);
  }
  addBetween(layers, random);
}

std::vector<LayerSpec> randomLayers(Random& random, int side, int classes) {
  std::vector<LayerSpec> layers;
  if (random.chance(0.15)) layers.push_back(LayerSpec::dropout(0.2));
  for (int i = between(random, 0, 2); i > 0; --i) {
    std::vector<LayerSpec> longer = layers;
    addConvolution(longer, random);
    // Only as deep as the image is large.
    Recipe trial = tinyRecipe(longer);
    trial.layers.push_back(LayerSpec::dense(classes));
    if (validate(trial, {side, side, 1}, classes).empty()) layers = longer;
  }
  if (random.chance(0.5)) layers.push_back(LayerSpec::of(LayerKind::Flatten));
  for (int i = between(random, 0, 2); i > 0; --i) {
    LayerSpec dense = LayerSpec::dense(between(random, 1, 40));
    dense.bias = random.chance(0.8);
    dense.weightInit = randomInit(random);
    layers.push_back(dense);
    addBetween(layers, random);
  }
  layers.push_back(LayerSpec::dense(classes));
  return layers;
}

void drawOptimizer(Recipe& recipe, Random& random) {
  OptimizerSpec& optimizer = recipe.optimizer;
  optimizer.kind =
      oneOf(random, {OptimizerKind::Sgd, OptimizerKind::Momentum, OptimizerKind::Nesterov,
                     OptimizerKind::Adam, OptimizerKind::AdamW});
  const bool adam = optimizer.kind == OptimizerKind::Adam || optimizer.kind == OptimizerKind::AdamW;
  optimizer.learningRate = adam ? 0.003 : 0.03;
  if (random.chance(0.4)) optimizer.weightDecay = 0.01;
  if (random.chance(0.3)) optimizer.clipNorm = random.uniform(0.2, 2);
  ScheduleSpec& schedule = recipe.schedule;
  schedule.kind = oneOf(random, {ScheduleKind::Constant, ScheduleKind::Step, ScheduleKind::Cosine,
                                 ScheduleKind::OneCycle});
  schedule.stepEpochs = 1;
}

}  // namespace

Recipe randomRecipe(Random& random, int side, int classes) {
  Recipe recipe = tinyRecipe(randomLayers(random, side, classes));
  recipe.seed = random.next();
  recipe.batch = between(random, 1, 24);
  recipe.epochs = between(random, 1, 3);
  recipe.data.shuffle = random.chance(0.8);
  if (random.chance(0.5)) recipe.data.validation = HeldOut::last(between(random, 1, 10));
  if (random.chance(0.3)) recipe.data.mean = 0.3;
  if (random.chance(0.3)) recipe.labelSmoothing = 0.1;
  if (random.chance(0.4)) recipe.averageDecay = random.uniform(0.5, 0.99);
  if (random.chance(0.3)) recipe.earlyStopping = between(random, 1, 2);
  recipe.evaluateTrain = random.chance(0.2);
  recipe.evaluateTest = random.chance(0.2);
  drawOptimizer(recipe, random);
  if (random.chance(0.3)) recipe.changes.push_back({"optimizer.learning_rate", 0.01, 0, 1});
  recipe.augment.enabled = side == 28;
  recipe.augment.elastic = random.chance(0.5) ? 2 : 0;
  recipe.augment.scribbles = random.chance(0.5) ? 0.1 : 0;
  recipe.data.balance =
      oneOf(random, {ClassBalance::None, ClassBalance::Sampling, ClassBalance::Weights});
  return recipe;
}

}  // namespace inkling::test
