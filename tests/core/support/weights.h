// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/io/importweights.h"

#include <string>
#include <vector>

namespace inkling::test {

inline std::vector<std::string> numberedClasses(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.push_back(std::to_string(i));
  return names;
}

inline Recipe recipeOf(std::vector<LayerSpec> layers) {
  Recipe recipe;
  recipe.layers = std::move(layers);
  return recipe;
}

/// A model of the recipe for these images and so many classes whose every number is drawn, the
/// statistics of batch norm too.
inline Model drawnModel(Recipe recipe, Shape input, int classes) {
  recipe.layers.back().units = classes;
  Model model;
  model.network = Network<float>(input, recipe.layers);
  model.recipe = std::move(recipe);
  model.classNames = numberedClasses(classes);
  model.network.initialise(7);
  Random random(3, RandomPurpose::Analysis);
  const auto draw = [&](auto matrices) {
    for (auto& matrix : matrices) {
      for (Index i = 0; i < matrix.value->size(); ++i)
        matrix.value->data()[i] += 0.01F * static_cast<float>(1 + random.below(20));
    }
  };
  draw(model.network.parameters());
  draw(model.network.statistics());
  return model;
}

/// For the same images and classes, and to the bit the same probabilities for an image.
inline bool givesTheSame(const Model& a, const Model& b) {
  if (a.network.inputShape() != b.network.inputShape() || a.classNames != b.classNames)
    return false;
  Random random(5, RandomPurpose::Analysis);
  std::vector<std::uint8_t> image;
  for (int i = 0; i < a.network.inputShape().size(); ++i)
    image.push_back(static_cast<std::uint8_t>(random.below(256)));
  return predict(a, image) == predict(b, image);
}

/// An array of that shape whose values rise and fall.
inline Tensor ramp(const std::string& name, std::vector<int> shape) {
  Tensor tensor{name, std::move(shape), {}};
  for (std::int64_t i = 0; i < sizeOf(tensor.shape); ++i)
    tensor.values.push_back(0.01F * static_cast<float>(i % 17) - 0.07F);
  return tensor;
}

}  // namespace inkling::test
