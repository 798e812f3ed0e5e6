// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/recipe/recipe.h"

namespace inkling::test {

/// A small recipe with random layers, optimizer, schedule, dropout, batch norm, augmentation,
/// averaging, smoothing, clipping, live changes … that is valid for images of side×side and this
/// many classes. A pure function of the state of `random`.
Recipe randomRecipe(Random& random, int side, int classes);

}  // namespace inkling::test
