// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/usualrates.h"

#include <algorithm>
#include <cmath>

namespace inkling {

RateRange usualRates(const Recipe& recipe) {
  constexpr double kUsualBatch = 64;
  const double scale = std::min(1.0, std::sqrt(recipe.batch / kUsualBatch));
  const double inertia = 1 - recipe.optimizer.momentum;
  switch (recipe.optimizer.kind) {
    case OptimizerKind::Sgd:
      break;
    case OptimizerKind::Momentum:
    case OptimizerKind::Nesterov:
      return {0.01 * inertia * scale, 0.1 * inertia * scale};
    case OptimizerKind::Adam:
    case OptimizerKind::AdamW:
      return {0.0003 * scale, 0.003 * scale};
  }
  return {0.01 * scale, 0.1 * scale};
}

}  // namespace inkling
