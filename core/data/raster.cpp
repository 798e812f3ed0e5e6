// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/raster.h"

#include <algorithm>
#include <array>

namespace inkling {
namespace {

constexpr int kPaperWhite = 255;
constexpr std::size_t kRgb = 3;
constexpr std::size_t kRgba = 4;

bool isGrey(std::span<const std::uint8_t> rgba) {
  for (std::size_t at = 0; at < rgba.size(); at += kRgba)
    if (rgba[at] != rgba[at + 1] || rgba[at] != rgba[at + 2]) return false;
  return true;
}

bool isOpaque(std::span<const std::uint8_t> rgba) {
  for (std::size_t at = 0; at < rgba.size(); at += kRgba)
    if (rgba[at + kRgb] != kPaperWhite) return false;
  return true;
}

std::vector<std::uint8_t> blended(std::span<const std::uint8_t> rgba, int channels, int paper) {
  std::vector<std::uint8_t> values;
  values.reserve(rgba.size() / kRgba * static_cast<std::size_t>(channels));
  for (std::size_t at = 0; at < rgba.size(); at += kRgba) {
    const int opacity = rgba[at + kRgb];
    for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c)
      values.push_back(static_cast<std::uint8_t>(
          (rgba[at + c] * opacity + paper * (kPaperWhite - opacity)) / kPaperWhite));
  }
  return values;
}

}  // namespace

Raster onPaper(int width, int height, std::span<const std::uint8_t> rgba) {
  Raster raster{width, height, isGrey(rgba) ? 1 : 3, {}};
  raster.pixels = blended(rgba, raster.channels, kPaperWhite);
  if (isUniform(raster) && !isOpaque(rgba)) raster.pixels = blended(rgba, raster.channels, 0);
  return raster;
}

Raster greyOf(Raster raster) {
  if (raster.channels == 1) return raster;
  const std::size_t count = raster.pixels.size() / kRgb;
  for (std::size_t i = 0; i < count; ++i)
    raster.pixels[i] = greyValue(raster.pixels.data() + i * kRgb);
  raster.pixels.resize(count);
  raster.channels = 1;
  return raster;
}

bool isUniform(const Raster& raster) {
  constexpr int kVisible = 8;
  const auto channels = static_cast<std::size_t>(raster.channels);
  std::array<std::uint8_t, kRgb> low{255, 255, 255};
  std::array<std::uint8_t, kRgb> high{};
  for (std::size_t at = 0; at < raster.pixels.size(); at += channels) {
    for (std::size_t c = 0; c < channels; ++c) {
      low[c] = std::min(low[c], raster.pixels[at + c]);
      high[c] = std::max(high[c], raster.pixels[at + c]);
    }
  }
  for (std::size_t c = 0; c < channels; ++c)
    if (high[c] - low[c] >= kVisible) return false;
  return true;
}

bool isColourful(const Raster& raster) {
  constexpr int kVisible = 32;
  constexpr std::size_t kShare = 100;
  if (raster.channels == 1) return false;
  std::size_t coloured = 0;
  for (std::size_t at = 0; at < raster.pixels.size(); at += kRgb) {
    const auto [low, high] =
        std::minmax({raster.pixels[at], raster.pixels[at + 1], raster.pixels[at + 2]});
    if (high - low > kVisible) ++coloured;
  }
  return coloured * kShare > raster.pixels.size() / kRgb;
}

}  // namespace inkling
