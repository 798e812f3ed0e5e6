// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturefit.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling {
namespace {

/// What one new pixel is made of, along one axis.
struct Taps {
  std::size_t first = 0;
  std::vector<float> weights;  ///< their sum is 1
};

/// Of the old pixels, the shares that lie under each new one.
Taps areaTaps(int index, int from, int to) {
  const double scale = static_cast<double>(from) / to;
  const double begin = index * scale;
  const double end = begin + scale;
  Taps taps{static_cast<std::size_t>(begin), {}};
  for (auto i = static_cast<int>(taps.first); i < from && i < end; ++i)
    taps.weights.push_back(
        static_cast<float>((std::min(end, i + 1.0) - std::max(begin, 1.0 * i)) / scale));
  return taps;
}

/// The two old pixels whose centres a new one's lies between.
Taps linearTaps(int index, int from, int to) {
  const double centre = std::clamp((index + 0.5) * from / to - 0.5, 0.0, from - 1.0);
  const double first = std::floor(centre);
  const auto share = static_cast<float>(centre - first);
  Taps taps{static_cast<std::size_t>(first), {1 - share}};
  if (share > 0) taps.weights.push_back(share);
  return taps;
}

std::vector<Taps> tapsOf(int from, int to) {
  std::vector<Taps> taps;
  for (int i = 0; i < to; ++i)
    taps.push_back(from > to ? areaTaps(i, from, to) : linearTaps(i, from, to));
  return taps;
}

/// The rows of the picture, each made of new pixels; not rounded yet.
std::vector<float> acrossRows(const Raster& raster, const std::vector<Taps>& columns) {
  const auto channels = static_cast<std::size_t>(raster.channels);
  const std::size_t row = static_cast<std::size_t>(raster.width) * channels;
  std::vector<float> values;
  values.reserve(static_cast<std::size_t>(raster.height) * columns.size() * channels);
  for (std::size_t begin = 0; begin < raster.pixels.size(); begin += row) {
    for (const Taps& taps : columns) {
      for (std::size_t c = 0; c < channels; ++c) {
        const std::uint8_t* from = raster.pixels.data() + begin + taps.first * channels + c;
        float sum = 0;
        for (std::size_t i = 0; i < taps.weights.size(); ++i)
          sum += taps.weights[i] * static_cast<float>(from[i * channels]);
        values.push_back(sum);
      }
    }
  }
  return values;
}

Raster scaled(const Raster& raster, int width, int height) {
  const std::vector<float> rows = acrossRows(raster, tapsOf(raster.width, width));
  const std::size_t row =
      static_cast<std::size_t>(width) * static_cast<std::size_t>(raster.channels);
  Raster result{width, height, raster.channels, {}};
  result.pixels.reserve(row * static_cast<std::size_t>(height));
  for (const Taps& taps : tapsOf(raster.height, height)) {
    for (std::size_t x = 0; x < row; ++x) {
      float sum = 0;
      for (std::size_t i = 0; i < taps.weights.size(); ++i)
        sum += taps.weights[i] * rows[(taps.first + i) * row + x];
      result.pixels.push_back(static_cast<std::uint8_t>(std::lround(std::min(sum, 255.0F))));
    }
  }
  return result;
}

std::uint8_t borderMedian(const Raster& raster, std::size_t channel) {
  const auto channels = static_cast<std::size_t>(raster.channels);
  const auto width = static_cast<std::size_t>(raster.width);
  const auto height = static_cast<std::size_t>(raster.height);
  std::vector<std::uint8_t> values;
  const auto take = [&](std::size_t x, std::size_t y) {
    values.push_back(raster.pixels[(y * width + x) * channels + channel]);
  };
  for (std::size_t x = 0; x < width; ++x) {
    take(x, 0);
    take(x, height - 1);
  }
  for (std::size_t y = 0; y < height; ++y) {
    take(0, y);
    take(width - 1, y);
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace

Raster fitted(const Raster& raster, int width, int height) {
  const double scale = std::min(static_cast<double>(width) / raster.width,
                                static_cast<double>(height) / raster.height);
  const auto side = [scale](int from, int most) {
    return std::clamp(static_cast<int>(std::lround(from * scale)), 1, most);
  };
  const Raster inner = scaled(raster, side(raster.width, width), side(raster.height, height));
  const auto channels = static_cast<std::size_t>(raster.channels);
  std::array<std::uint8_t, 3> paper{};
  for (std::size_t c = 0; c < channels; ++c) paper[c] = borderMedian(raster, c);
  Raster result{width, height, raster.channels, {}};
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  for (std::size_t i = 0; i < count * channels; ++i) result.pixels.push_back(paper[i % channels]);
  const auto left = static_cast<std::size_t>((width - inner.width) / 2);
  const auto top = static_cast<std::size_t>((height - inner.height) / 2);
  const std::size_t row = static_cast<std::size_t>(inner.width) * channels;
  for (std::size_t y = 0; y < static_cast<std::size_t>(inner.height); ++y)
    std::copy_n(
        inner.pixels.data() + y * row, row,
        result.pixels.data() + ((top + y) * static_cast<std::size_t>(width) + left) * channels);
  return result;
}

}  // namespace inkling
