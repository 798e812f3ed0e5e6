// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/weightarrays.h"

#include <numeric>
#include <utility>

namespace inkling {
namespace {

using Indices = std::vector<std::size_t>;

std::size_t sizeFrom(int extent) { return static_cast<std::size_t>(extent); }

// Where input i of ours stands among the file's inputs.
Indices inputOrder(const WeightSlot& slot, WeightLayout layout) {
  Indices order(sizeFrom(slot.inputs));
  std::iota(order.begin(), order.end(), std::size_t{0});
  const Shape& from = slot.flattened;
  if (!layout.channelsFirst || slot.inputs != from.size()) return order;
  const std::size_t pixels = sizeFrom(from.height) * sizeFrom(from.width);
  const std::size_t channels = sizeFrom(from.channels);
  for (std::size_t pixel = 0; pixel < pixels; ++pixel)
    for (std::size_t c = 0; c < channels; ++c) order[pixel * channels + c] = c * pixels + pixel;
  return order;
}

Tensor denseWeight(const WeightSlot& slot, const WeightGroup& group, WeightLayout layout) {
  const int outputs = outputsOf(group, layout);
  const Indices order = inputOrder(slot, layout);
  const auto rows = sizeFrom(outputs);
  Tensor weight{{}, {outputs, slot.inputs}, {}};
  weight.values.reserve(rows * order.size());
  for (std::size_t o = 0; o < rows; ++o) {
    for (const std::size_t i : order) {
      const std::size_t at = layout.inputsFirst ? i * rows + o : o * order.size() + i;
      weight.values.push_back(group.weight->values[at]);
    }
  }
  return weight;
}

Tensor convolutionWeight(const WeightSlot& slot, const WeightGroup& group, WeightLayout layout) {
  const auto outputs = sizeFrom(slot.outputs);
  const auto inputs = sizeFrom(slot.inputs);
  const auto taps = sizeFrom(slot.kernel) * sizeFrom(slot.kernel);
  Tensor weight{{}, {slot.outputs, slot.kernel, slot.kernel, slot.inputs}, {}};
  weight.values.reserve(outputs * taps * inputs);
  const auto placeOf = [&](std::size_t o, std::size_t tap, std::size_t i) {
    if (layout.channelsFirst) return (o * inputs + i) * taps + tap;
    if (layout.inputsFirst) return (tap * inputs + i) * outputs + o;
    return (o * taps + tap) * inputs + i;
  };
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t tap = 0; tap < taps; ++tap)
      for (std::size_t i = 0; i < inputs; ++i)
        weight.values.push_back(group.weight->values[placeOf(o, tap, i)]);
  return weight;
}

Tensor vectorOf(const Tensor& tensor) {
  return {{}, {static_cast<int>(tensor.values.size())}, tensor.values};
}

// Of batch norm: one number an input.
Tensor normVector(const Tensor& tensor, const Indices& order) {
  Tensor vector = vectorOf(tensor);
  for (std::size_t i = 0; i < order.size(); ++i) vector.values[i] = tensor.values[order[i]];
  return vector;
}

void append(TensorFile& file, std::size_t layer, const char* name, Tensor tensor) {
  tensor.name = "layers." + std::to_string(layer) + "." + name;
  file.tensors.push_back(std::move(tensor));
}

}  // namespace

TensorFile arrangedWeights(const WeightMatch& match) {
  TensorFile file;
  for (std::size_t i = 0; i < match.slots.size(); ++i) {
    const WeightSlot& slot = match.slots[i];
    const WeightGroup& group = match.groups[i];
    if (slot.kind == LayerKind::BatchNorm) {
      const Indices order = inputOrder(slot, match.layout);
      append(file, slot.layer, "weight", normVector(*group.weight, order));
      append(file, slot.layer, "bias", normVector(*group.bias, order));
      append(file, slot.layer, "running_mean", normVector(*group.mean, order));
      append(file, slot.layer, "running_var", normVector(*group.variance, order));
      continue;
    }
    append(file, slot.layer, "weight",
           slot.kind == LayerKind::Dense ? denseWeight(slot, group, match.layout)
                                         : convolutionWeight(slot, group, match.layout));
    if (group.bias) append(file, slot.layer, "bias", vectorOf(*group.bias));
  }
  return file;
}

}  // namespace inkling
