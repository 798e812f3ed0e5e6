// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/recipefields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inkling::ui {

namespace {

bool hasUnits(const LayerSpec& layer) {
  return layer.kind == LayerKind::Dense || layer.kind == LayerKind::Conv2d;
}

bool isActivation(const LayerSpec& layer) {
  return layer.kind == LayerKind::ReLU || layer.kind == LayerKind::Tanh ||
         layer.kind == LayerKind::Sigmoid;
}

/// Index of the layer that yields the logits; −1: none.
int lastWithUnits(const Recipe& recipe) {
  for (int i = static_cast<int>(recipe.layers.size()) - 1; i >= 0; --i)
    if (hasUnits(recipe.layers[static_cast<std::size_t>(i)])) return i;
  return -1;
}

/// What one hidden layer of a dense network is made of: dense, batch norm, activation, dropout.
std::vector<LayerSpec> hiddenBlock(const Recipe& recipe) {
  const int last = lastWithUnits(recipe);
  const auto& layers = recipe.layers;
  std::vector<LayerSpec> block;
  for (int i = 0; i < last; ++i) {
    const LayerSpec& layer = layers[static_cast<std::size_t>(i)];
    if (layer.kind == LayerKind::Dense && !block.empty()) break;
    if (layer.kind != LayerKind::Flatten) block.push_back(layer);
  }
  if (block.empty()) block.push_back(LayerSpec::dense(1));
  if (std::none_of(block.begin(), block.end(), isActivation))
    block.insert(block.begin() + 1, LayerSpec::of(LayerKind::ReLU));
  return block;
}

}  // namespace

std::optional<RecipeField> fieldOf(const std::string& path) {
  static const std::array<std::pair<const char*, RecipeField>, 12> kFields{{
      {"optimizer.learning_rate", RecipeField::LearningRate},
      {"optimizer.weight_decay", RecipeField::WeightDecay},
      {"optimizer", RecipeField::Optimizer},
      {"epochs", RecipeField::Epochs},
      {"schedule", RecipeField::Schedule},
      {"batch", RecipeField::Batch},
      {"augment", RecipeField::Augment},
      {"seed", RecipeField::Seed},
      {"data.train_limit", RecipeField::TrainLimit},
      {"data.validation", RecipeField::Validation},
      {"data.balance", RecipeField::Balance},
      {"data", RecipeField::Data},
  }};
  for (const auto& [prefix, field] : kFields)
    if (path.rfind(prefix, 0) == 0) return field;
  if (path.find(".units") != std::string::npos) return RecipeField::Hidden;
  if (path.find(".rate") != std::string::npos) return RecipeField::Dropout;
  return std::nullopt;
}

std::vector<int> hiddenUnits(const Recipe& recipe) {
  std::vector<int> units;
  for (int i = 0; i < lastWithUnits(recipe); ++i)
    if (const LayerSpec& layer = recipe.layers[static_cast<std::size_t>(i)]; hasUnits(layer))
      units.push_back(layer.units);
  return units;
}

bool hasConvolution(const Recipe& recipe) {
  return std::any_of(recipe.layers.begin(), recipe.layers.end(),
                     [](const LayerSpec& layer) { return layer.kind == LayerKind::Conv2d; });
}

std::optional<Recipe> withHiddenUnits(Recipe recipe, const std::vector<int>& units) {
  const int last = lastWithUnits(recipe);
  if (last < 0) return std::nullopt;
  if (units.size() == hiddenUnits(recipe).size()) {
    auto next = units.begin();
    for (int i = 0; i < last; ++i)
      if (LayerSpec& layer = recipe.layers[static_cast<std::size_t>(i)]; hasUnits(layer))
        layer.units = *next++;
    return recipe;
  }
  if (hasConvolution(recipe)) return std::nullopt;

  std::vector<LayerSpec> layers;
  if (recipe.layers.front().kind == LayerKind::Flatten) layers.push_back(recipe.layers.front());
  auto block = hiddenBlock(recipe);
  for (const int n : units) {
    block.front().units = n;
    layers.insert(layers.end(), block.begin(), block.end());
  }
  layers.push_back(recipe.layers[static_cast<std::size_t>(last)]);
  recipe.layers = std::move(layers);
  return recipe;
}

double dropout(const Recipe& recipe) {
  double rate = 0;
  for (const LayerSpec& layer : recipe.layers)
    if (layer.kind == LayerKind::Dropout) rate = std::max(rate, layer.rate);
  return rate;
}

Recipe withDropout(Recipe recipe, double rate) {
  auto& layers = recipe.layers;
  const auto isDropout = [](const LayerSpec& layer) { return layer.kind == LayerKind::Dropout; };
  if (rate == 0) {
    std::erase_if(layers, isDropout);
    return recipe;
  }
  if (std::none_of(layers.begin(), layers.end(), isDropout))
    layers.insert(layers.begin() + std::max(0, lastWithUnits(recipe)), LayerSpec::dropout(rate));
  for (LayerSpec& layer : layers)
    if (isDropout(layer)) layer.rate = rate;
  return recipe;
}

}  // namespace inkling::ui
