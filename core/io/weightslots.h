// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/weightgroups.h"
#include "core/recipe/layerspec.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// How another program lays out its arrays.
struct WeightLayout {
  /// Images and activations are channels × rows × columns, and convolutions outputs × inputs × rows
  /// × columns (PyTorch); else channels come last, as here.
  bool channelsFirst = false;
  /// Dense weights are inputs × outputs (x·W); else outputs × inputs, as here. Convolutions with
  /// channels last are then rows × columns × inputs × outputs (Keras).
  bool inputsFirst = false;
  bool operator==(const WeightLayout&) const = default;
};

/// A layer that has weights, for images of a certain shape.
struct WeightSlot {
  std::size_t layer = 0;  ///< its place in the recipe
  LayerKind kind = LayerKind::Dense;
  int outputs = 0;    ///< 0: as many as the weights have, the classes
  int inputs = 0;     ///< batch norm: its channels; conv2d: input channels
  int kernel = 0;     ///< conv2d
  bool bias = false;  ///< batch norm too
  Shape flattened{};  ///< what comes in, as it was before it became a vector
};

/// The layers that have weights, in order. Nothing if a layer cannot take what comes in. With
/// `openClasses` the outputs of the last one, if it is dense, are left open.
std::optional<std::vector<WeightSlot>> weightSlots(const std::vector<LayerSpec>& layers,
                                                   Shape input, bool openClasses);

bool fits(const WeightSlot& slot, const WeightGroup& group, WeightLayout layout);

/// Why they do not fit, as a sentence without a full stop: "fc1.weight should have the shape
/// 128×784, found 100×784". Empty if they do.
std::string misfit(const WeightSlot& slot, const WeightGroup& group, WeightLayout layout);

/// The outputs of weights that fit a dense layer.
int outputsOf(const WeightGroup& group, WeightLayout layout);

/// Whether, for these layers, channels first or last makes a difference to the numbers.
bool channelsMatter(const std::vector<WeightSlot>& slots);

}  // namespace inkling
