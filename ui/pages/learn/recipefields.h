// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <optional>
#include <string>
#include <vector>

namespace inkling::ui {

/// The settings that have a control of their own on the Learn page, and how they stand in a recipe.
enum class RecipeField {
  Data,
  Recipe,
  LearningRate,
  Epochs,
  Hidden,
  Optimizer,
  Schedule,
  Batch,
  Dropout,
  WeightDecay,
  Augment,
  TrainLimit,
  Validation,
  Balance,
  Seed
};

/// Which control a problem belongs to, by its path ("optimizer.learning_rate"); none: to no single
/// one.
std::optional<RecipeField> fieldOf(const std::string& path);

/// Units of the dense layers and channels of the convolutions, all but the last layer's.
std::vector<int> hiddenUnits(const Recipe& recipe);
/// With as many numbers as there are, changes them; a network of dense layers alone also takes more
/// or fewer. None if the number of layers cannot be changed that way.
std::optional<Recipe> withHiddenUnits(Recipe recipe, const std::vector<int>& units);
bool hasConvolution(const Recipe& recipe);

/// The largest dropout rate, 0 without dropout.
double dropout(const Recipe& recipe);
/// Sets every dropout layer to `rate`; puts one before the last layer if there is none, takes all
/// away for 0.
Recipe withDropout(Recipe recipe, double rate);

}  // namespace inkling::ui
