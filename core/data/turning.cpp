// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/turning.h"

#include "core/data/raster.h"

#include <algorithm>
#include <utility>

namespace inkling {
namespace {

/// Calls change(image as it was, image to write) for every image.
template <typename Change>
void changeImages(Dataset& set, Change&& change) {
  const auto size = static_cast<std::size_t>(set.shape().size());
  std::vector<std::uint8_t> before(size);
  for (std::size_t at = 0; at < set.pixels.size(); at += size) {
    const auto image = std::span(set.pixels).subspan(at, size);
    std::ranges::copy(image, before.begin());
    change(std::as_const(before), image);
  }
}

}  // namespace

void transpose(Dataset& set) {
  const auto rows = static_cast<std::size_t>(set.height);
  const auto columns = static_cast<std::size_t>(set.width);
  const auto channels = static_cast<std::size_t>(set.channels);
  changeImages(set, [=](const auto& from, std::span<std::uint8_t> to) {
    for (std::size_t row = 0; row < rows; ++row)
      for (std::size_t column = 0; column < columns; ++column)
        for (std::size_t c = 0; c < channels; ++c)
          to[(column * rows + row) * channels + c] = from[(row * columns + column) * channels + c];
  });
  std::swap(set.width, set.height);
}

void mirror(Dataset& set) {
  const auto columns = static_cast<std::size_t>(set.width);
  const auto channels = static_cast<std::size_t>(set.channels);
  changeImages(set, [=](const auto& from, std::span<std::uint8_t> to) {
    for (std::size_t row = 0; row < to.size(); row += columns * channels)
      for (std::size_t column = 0; column < columns; ++column)
        for (std::size_t c = 0; c < channels; ++c)
          to[row + (columns - 1 - column) * channels + c] = from[row + column * channels + c];
  });
}

void rotate(Dataset& set) {
  const auto channels = static_cast<std::size_t>(set.channels);
  changeImages(set, [=](const auto& from, std::span<std::uint8_t> to) {
    for (std::size_t p = 0; p < to.size(); p += channels)
      for (std::size_t c = 0; c < channels; ++c) to[to.size() - channels - p + c] = from[p + c];
  });
}

void invert(Dataset& set) {
  for (std::uint8_t& pixel : set.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
}

void makeGrey(Dataset& set) {
  if (set.channels != 3) return;
  const std::size_t count = set.pixels.size() / 3;
  for (std::size_t i = 0; i < count; ++i) set.pixels[i] = greyValue(set.pixels.data() + 3 * i);
  set.pixels.resize(count);
  set.pixels.shrink_to_fit();
  set.channels = 1;
}

}  // namespace inkling
