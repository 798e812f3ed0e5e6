// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/network.h"
#include "core/recipe/recipe.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inkling::test {

/// A few noisy square images that can be learnt: each class has a bright spot in a place of its
/// own. Always the same.
DataSource tinyData(int side = 8, int train = 96, int test = 40, int classes = 4);

/// A recipe for such data: no validation, batch 8, 2 epochs.
Recipe tinyRecipe(std::vector<LayerSpec> layers);

/// … with one hidden layer of 16: 12 batches an epoch on tinyData().
Recipe tinyMlp();

/// All parameters and statistics, one after the other.
std::vector<float> numbersOf(const Network<float>& network);

/// All these numbers are finite.
bool allFinite(const std::vector<float>& numbers);

}  // namespace inkling::test
