// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/trainingmemory.h"

namespace inkling {

TrainingMemory trainingMemory(const Recipe& recipe, Shape input) {
  const int moments = momentsOf(recipe.optimizer.kind);
  const int averages = recipe.averageDecay > 0 ? 1 : 0;
  // Weights, gradient, two copies to return to; the averages stand in a network of their own, too.
  const int training = 4 + moments + 2 * averages;
  const int checkpoint = 2 + moments + averages;
  const int copies = training + checkpoint;
  std::uint64_t parameters = 0;
  auto values = static_cast<std::uint64_t>(input.size());
  for (const LayerSpec& layer : recipe.layers) {
    const int parts = layer.kind == LayerKind::Conv2d ? kGradientParts : 0;
    parameters += static_cast<std::uint64_t>(parameterCount(layer, input)) *
                  static_cast<std::uint64_t>(copies + parts);
    input = outputShape(layer, input);
    const bool owns = layer.kind == LayerKind::Dense || layer.kind == LayerKind::Conv2d ||
                      layer.kind == LayerKind::MaxPool2d || layer.kind == LayerKind::BatchNorm;
    if (owns) values += 2 * static_cast<std::uint64_t>(input.size());
  }
  return {parameters * sizeof(float), values * sizeof(float)};
}

}  // namespace inkling
