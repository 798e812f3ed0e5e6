// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/recipe.h"

#include <cstdint>

namespace inkling {

/// Parts of a batch that convolutions differentiate side by side, each with a gradient of its own.
inline constexpr int kGradientParts = 8;

/// Numbers that an optimizer keeps for each parameter.
constexpr int momentsOf(OptimizerKind kind) {
  switch (kind) {
    case OptimizerKind::Sgd:
      return 0;
    case OptimizerKind::Momentum:
    case OptimizerKind::Nesterov:
      return 1;
    case OptimizerKind::Adam:
    case OptimizerKind::AdamW:
      return 2;
  }
  return 0;
}

/// Bytes that training takes, beside the data.
struct TrainingMemory {
  /// The weights and all that is kept beside them: gradients, what the optimizer remembers, the
  /// copies that a diverging run returns to, moving averages; and a checkpoint of it.
  std::uint64_t network = 0;
  /// For each sample of a batch: what the layers give that do not work in place, with its gradient.
  std::uint64_t sample = 0;
};

/// Of a recipe whose layers fit images of that shape.
TrainingMemory trainingMemory(const Recipe& recipe, Shape input);

}  // namespace inkling
