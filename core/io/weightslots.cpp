// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/weightslots.h"

#include "core/base/error.h"
#include "core/base/labels.h"

#include <algorithm>
#include <array>

namespace inkling {
namespace {

constexpr int kAnyNumber = -1;  // in shapes that are expected

bool hasWeights(const LayerSpec& spec) {
  return spec.kind == LayerKind::Dense || spec.kind == LayerKind::Conv2d ||
         spec.kind == LayerKind::BatchNorm;
}

WeightSlot slotFor(const LayerSpec& spec, Shape input, Shape flattened) {
  WeightSlot slot{.kind = spec.kind, .outputs = spec.units, .flattened = flattened};
  slot.inputs = spec.kind == LayerKind::Dense ? input.size() : input.channels;
  slot.bias = spec.bias;
  if (spec.kind == LayerKind::Conv2d) slot.kernel = spec.kernel;
  if (spec.kind == LayerKind::BatchNorm) {
    slot.outputs = input.channels;
    slot.bias = true;
  }
  return slot;
}

std::vector<int> weightShape(const WeightSlot& slot, WeightLayout layout) {
  const int outputs = slot.outputs > 0 ? slot.outputs : kAnyNumber;
  const int k = slot.kernel;
  if (slot.kind == LayerKind::BatchNorm) return {outputs};
  if (slot.kind == LayerKind::Dense) {
    if (layout.inputsFirst) return {slot.inputs, outputs};
    return {outputs, slot.inputs};
  }
  if (layout.channelsFirst) return {outputs, slot.inputs, k, k};
  if (layout.inputsFirst) return {k, k, slot.inputs, outputs};
  return {outputs, k, k, slot.inputs};
}

bool isCount(int classes) { return classes >= 2 && classes <= kMostClasses; }

bool matches(const std::vector<int>& expected, const std::vector<int>& found) {
  return std::ranges::equal(expected, found, [](int wanted, int extent) {
    return wanted == kAnyNumber ? isCount(extent) : extent == wanted;
  });
}

// One number for each output: a vector, a row or a column.
bool isVector(const Tensor& tensor, int size) {
  const auto isOne = [](int extent) { return extent == 1; };
  const auto ones = static_cast<std::size_t>(std::ranges::count_if(tensor.shape, isOne));
  return tensor.values.size() == static_cast<std::size_t>(size) && ones + 1 >= tensor.shape.size();
}

std::string shouldBe(const Tensor& tensor, const std::vector<int>& expected) {
  std::string shape;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (!shape.empty()) shape += "×";
    int extent = expected[i];
    if (extent == kAnyNumber && tensor.shape.size() == expected.size() && isCount(tensor.shape[i]))
      extent = tensor.shape[i];
    shape += extent == kAnyNumber ? "(2 … " + std::to_string(kMostClasses) + " classes)"
                                  : std::to_string(extent);
  }
  return tensor.name + " should have the shape " + shape + ", found " + shapeText(tensor.shape);
}

bool weightFits(const WeightSlot& slot, const Tensor& weight, WeightLayout layout) {
  return slot.kind == LayerKind::BatchNorm ? isVector(weight, slot.outputs)
                                           : matches(weightShape(slot, layout), weight.shape);
}

// Of the vectors that a layer has or has not.
struct WantedVector {
  const char* name;
  const Tensor* found;
  bool wanted;
};

std::array<WantedVector, 3> vectorsOf(const WeightSlot& slot, const WeightGroup& group) {
  const bool norm = slot.kind == LayerKind::BatchNorm;
  return {{{"bias", group.bias, slot.bias},
           {"running_mean", group.mean, norm},
           {"running_var", group.variance, norm}}};
}

bool vectorFits(const WantedVector& vector, int size) {
  return vector.wanted ? vector.found && isVector(*vector.found, size) : !vector.found;
}

int sizeOfVectors(const WeightSlot& slot, const WeightGroup& group, WeightLayout layout) {
  return slot.outputs > 0 ? slot.outputs : outputsOf(group, layout);
}

}  // namespace

std::optional<std::vector<WeightSlot>> weightSlots(const std::vector<LayerSpec>& layers,
                                                   Shape input, bool openClasses) {
  std::vector<WeightSlot> slots;
  Shape shape = input;
  Shape flattened = input;
  try {
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const LayerSpec& spec = layers[i];
      if (hasWeights(spec)) {
        slots.push_back(slotFor(spec, shape, flattened));
        slots.back().layer = i;
      }
      shape = outputShape(spec, shape);
      if (spec.kind == LayerKind::Dense || spec.kind == LayerKind::Conv2d ||
          spec.kind == LayerKind::MaxPool2d)
        flattened = shape;
    }
  } catch (const Error&) {
    return {};
  }
  if (openClasses && !slots.empty() && slots.back().kind == LayerKind::Dense)
    slots.back().outputs = 0;
  return slots;
}

bool fits(const WeightSlot& slot, const WeightGroup& group, WeightLayout layout) {
  if (!group.weight || !weightFits(slot, *group.weight, layout)) return false;
  const int size = sizeOfVectors(slot, group, layout);
  return std::ranges::all_of(vectorsOf(slot, group),
                             [&](const WantedVector& vector) { return vectorFits(vector, size); });
}

std::string misfit(const WeightSlot& slot, const WeightGroup& group, WeightLayout layout) {
  if (!group.weight) return "the weight beside " + group.bias->name + " is missing";
  if (!weightFits(slot, *group.weight, layout))
    return shouldBe(*group.weight, weightShape(slot, layout));
  const int size = sizeOfVectors(slot, group, layout);
  for (const WantedVector& vector : vectorsOf(slot, group)) {
    if (vectorFits(vector, size)) continue;
    if (!vector.found)
      return std::string("the ") + vector.name + " beside " + group.weight->name + " is missing";
    if (!vector.wanted) return "the layer has no place for " + vector.found->name;
    return shouldBe(*vector.found, {size});
  }
  return {};
}

int outputsOf(const WeightGroup& group, WeightLayout layout) {
  return group.weight->shape[layout.inputsFirst ? 1 : 0];
}

bool channelsMatter(const std::vector<WeightSlot>& slots) {
  return std::ranges::any_of(slots, [](const WeightSlot& slot) {
    if (slot.kind == LayerKind::Conv2d) return slot.inputs > 1 && slot.kernel > 1;
    const Shape& from = slot.flattened;
    return slot.inputs == from.size() && from.channels > 1 && from.channels < from.size();
  });
}

}  // namespace inkling
