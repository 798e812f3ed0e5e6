// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <cstdint>
#include <vector>

namespace inkling::test {

/// An untrained model for images of `side`×`side` pixels with all parameters drawn, biases too.
inline Model modelOf(int side, std::vector<LayerSpec> layers, std::uint64_t seed = 1) {
  for (LayerSpec& layer : layers) layer.biasInit = {InitKind::Normal, 0.1};
  Model model;
  model.recipe.layers = layers;
  model.network = Network<float>({side, side, 1}, layers);
  model.network.initialise(seed);
  for (int i = 0; i < model.network.outputs(); ++i) model.classNames.push_back(std::to_string(i));
  return model;
}

/// Convolutions with padding and stride, pooling, batch norm, dropout and dense layers: 12×12 → 3.
inline Model smallConvNet(std::uint64_t seed = 1) {
  LayerSpec strided = LayerSpec::conv2d(4, 2);
  strided.stride = 2;
  return modelOf(
      12,
      {LayerSpec::conv2d(3, 3, 1), LayerSpec::of(LayerKind::BatchNorm),
       LayerSpec::of(LayerKind::ReLU), LayerSpec::maxPool2d(2), strided,
       LayerSpec::of(LayerKind::Tanh), LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(8),
       LayerSpec::of(LayerKind::ReLU), LayerSpec::dropout(0.5), LayerSpec::dense(3)},
      seed);
}

}  // namespace inkling::test
