// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/flatcolour.h"

#include "core/base/labels.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace inkling {
namespace {

// How much values differ from those `step` further on.
std::uint64_t differences(std::span<const std::uint8_t> image, std::size_t step) {
  std::uint64_t sum = 0;
  for (std::size_t i = step; i < image.size(); ++i)
    sum += static_cast<std::uint64_t>(std::abs(image[i] - image[i - step]));
  return sum * image.size() / std::max<std::size_t>(image.size() - step, 1);
}

}  // namespace

std::optional<Shape> flatShape(std::uint64_t values) {
  constexpr std::uint64_t kMost = kMostPixelsASide;
  for (const int channels : {1, 3}) {
    const auto pixels = values / static_cast<std::uint64_t>(channels);
    if (pixels * static_cast<std::uint64_t>(channels) != values || pixels > kMost * kMost) continue;
    const auto side = std::llround(std::sqrt(static_cast<double>(pixels)));
    if (side > 0 && static_cast<std::uint64_t>(side * side) == pixels)
      return Shape{static_cast<int>(side), static_cast<int>(side), channels};
  }
  return std::nullopt;
}

bool isChannelsFirst(std::span<const std::uint8_t> pixels, Shape shape) {
  constexpr std::size_t kEnough = 500;  // images
  const auto size = static_cast<std::size_t>(shape.size());
  const auto width = static_cast<std::size_t>(shape.width);
  const std::size_t count = std::min(pixels.size() / size, kEnough);
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto image = pixels.subspan(i * size, size);
    first += differences(image, width);
    last += differences(image, width * static_cast<std::size_t>(shape.channels));
  }
  return first < last;
}

void putChannelsLast(std::span<std::uint8_t> pixels, Shape shape) {
  const auto size = static_cast<std::size_t>(shape.size());
  const auto channels = static_cast<std::size_t>(shape.channels);
  const std::size_t plane = size / channels;
  std::vector<std::uint8_t> image(size);
  for (std::size_t at = 0; at < pixels.size(); at += size) {
    const auto values = pixels.subspan(at, size);
    for (std::size_t i = 0; i < size; ++i) image[i % plane * channels + i / plane] = values[i];
    std::ranges::copy(image, values.begin());
  }
}

std::string orderFlatColour(Dataset& train, Dataset& test) {
  if (train.channels == 1 || !isChannelsFirst(train.pixels, train.shape())) return {};
  putChannelsLast(train.pixels, train.shape());
  if (test.shape() == train.shape()) putChannelsLast(test.pixels, test.shape());
  return "The channels of the images stand one after the other; they were put together by pixel.";
}

}  // namespace inkling
