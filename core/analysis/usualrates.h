// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/recipe/recipe.h"

namespace inkling {

/// Learning rates that usually work.
struct RateRange {
  double low = 0;
  double high = 0;
};

/// For the optimizer and the batch size of `recipe`: small batches are noisy and want smaller
/// steps, about with the root of their size.
INKLING_CORE_API RateRange usualRates(const Recipe& recipe);

}  // namespace inkling
