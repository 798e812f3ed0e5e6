// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/layerspec.h"

#include "core/base/error.h"

#include <cstdint>

namespace inkling {
namespace {

// Values of one sample after a layer: a bound that keeps every size below far from overflow.
constexpr std::int64_t kMaxValues = 1 << 22;

[[noreturn]] void refuseLayer(const LayerSpec& spec, const std::string& why) {
  throw Error("A " + toString(spec.kind) + " layer " + why + ".");
}

Shape checked(const LayerSpec& spec, std::int64_t height, std::int64_t width,
              std::int64_t channels) {
  if (height * width > kMaxValues || height * width * channels > kMaxValues) {
    refuseLayer(spec, "would yield more than " + std::to_string(kMaxValues) + " values a sample");
  }
  return {static_cast<int>(height), static_cast<int>(width), static_cast<int>(channels)};
}

// How often a window of `kernel` fits into `extent` plus padding on both sides.
std::int64_t positions(const LayerSpec& spec, int extent, int padding, const char* side) {
  if (spec.kernel < 1 || spec.stride < 1 || padding < 0) {
    refuseLayer(spec, "needs a kernel and a stride of at least 1 and no negative padding");
  }
  const std::int64_t padded = std::int64_t{extent} + 2 * std::int64_t{padding};
  if (spec.kernel > padded) {
    refuseLayer(spec, "with a kernel of " + std::to_string(spec.kernel) +
                     " does not fit its input, whose " + side + " is " + std::to_string(padded) +
                     (padding > 0 ? " with padding" : ""));
  }
  return (padded - spec.kernel) / spec.stride + 1;
}

Shape windowed(const LayerSpec& spec, Shape input, int padding, int channels) {
  if (padding >= spec.kernel) {
    refuseLayer(spec, "needs a padding smaller than its kernel of " + std::to_string(spec.kernel));
  }
  const std::int64_t height = positions(spec, input.height, padding, "height");
  const std::int64_t width = positions(spec, input.width, padding, "width");
  return checked(spec, height, width, channels);
}

void requireUnits(const LayerSpec& spec) {
  if (spec.units < 1) refuseLayer(spec, "needs at least 1 unit, not " + std::to_string(spec.units));
}

}  // namespace

Shape outputShape(const LayerSpec& spec, Shape input) {
  if (input.height < 1 || input.width < 1 || input.channels < 1) refuseLayer(spec, "has no input");
  switch (spec.kind) {
    case LayerKind::Dense:
      requireUnits(spec);
      return checked(spec, 1, 1, spec.units);
    case LayerKind::Conv2d:
      requireUnits(spec);
      return windowed(spec, input, spec.padding, spec.units);
    case LayerKind::MaxPool2d:
      return windowed(spec, input, 0, input.channels);
    case LayerKind::Flatten:
      return {1, 1, input.size()};
    default:
      return input;
  }
}

long parameterCount(const LayerSpec& spec, Shape input) {
  const long units = spec.units;
  const long bias = spec.bias ? units : 0;
  switch (spec.kind) {
    case LayerKind::Dense:
      return units * input.size() + bias;
    case LayerKind::Conv2d:
      return units * spec.kernel * spec.kernel * input.channels + bias;
    case LayerKind::BatchNorm:
      return 2L * input.channels;
    default:
      return 0;
  }
}

}  // namespace inkling
