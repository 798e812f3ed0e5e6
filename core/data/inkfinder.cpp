// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/inkfinder.h"

#include <algorithm>
#include <functional>

namespace inkling {
namespace {

constexpr int kLargestSide = 400;
constexpr float kFaintest = 20;       // difference of ink and paper in grey levels
constexpr float kUneven = 12;         // range of the background from which on it is taken out
constexpr int kTiles = 8;             // background tiles along the longer side
constexpr double kSpeckShare = 0.03;  // of the largest part's pixels
constexpr double kBorderShare =
    0.25;  // a part inside this large makes parts at the border strangers

Plane toPlane(const GreyImage& image) {
  Plane plane(image.width, image.height);
  std::copy_n(image.pixels.begin(), plane.values.size(), plane.values.begin());
  const int side = std::max(image.width, image.height);
  if (side <= kLargestSide) return plane;
  const float scale = static_cast<float>(kLargestSide) / static_cast<float>(side);
  const auto shrunk = [scale](int length) {
    return std::max(1, static_cast<int>(static_cast<float>(length) * scale));
  };
  return resampled(plane, shrunk(plane.width), shrunk(plane.height), scale, 0, 0);
}

float quantile(std::vector<float>& values, double share) {
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

bool paperIsBright(const Plane& plane, float threshold) {
  int bright = 0;
  int all = 0;
  for (int y = 0; y < plane.height; ++y) {
    const bool wholeRow = y == 0 || y == plane.height - 1;
    const int step = wholeRow || plane.width == 1 ? 1 : plane.width - 1;
    for (int x = 0; x < plane.width; x += step, ++all)
      if (plane.at(x, y) >= threshold) ++bright;
  }
  return 2 * bright >= all;
}

// The darkest tenth (paper is dark here) of each tile.
Plane tileBackground(const Plane& plane, int tile) {
  const auto tiles = [tile](int length) { return (length + tile - 1) / tile; };
  Plane background(tiles(plane.width), tiles(plane.height));
  std::vector<float> values;
  for (int ty = 0; ty < background.height; ++ty) {
    for (int tx = 0; tx < background.width; ++tx) {
      values.clear();
      for (int y = ty * tile; y < std::min(plane.height, (ty + 1) * tile); ++y)
        for (int x = tx * tile; x < std::min(plane.width, (tx + 1) * tile); ++x)
          values.push_back(plane.at(x, y));
      background.at(tx, ty) = quantile(values, 0.1);
    }
  }
  return background;
}

// The least (or with std::greater the greatest) of each tile and its neighbours.
template <typename Less>
Plane extreme(const Plane& tiles, Less less) {
  Plane result = tiles;
  for (int y = 0; y < tiles.height; ++y) {
    for (int x = 0; x < tiles.width; ++x) {
      float& best = result.at(x, y);
      for (int ny = std::max(0, y - 1); ny <= std::min(tiles.height - 1, y + 1); ++ny)
        for (int nx = std::max(0, x - 1); nx <= std::min(tiles.width - 1, x + 1); ++nx)
          if (less(tiles.at(nx, ny), best)) best = tiles.at(nx, ny);
    }
  }
  return result;
}

// Between the middles of the tiles, bilinear; beyond the outermost middles as there.
float interpolated(const Plane& tiles, float x, float y) {
  const float cx = std::clamp(x, 0.0F, static_cast<float>(tiles.width - 1));
  const float cy = std::clamp(y, 0.0F, static_cast<float>(tiles.height - 1));
  const int x0 = static_cast<int>(cx);
  const int y0 = static_cast<int>(cy);
  const int x1 = std::min(x0 + 1, tiles.width - 1);
  const int y1 = std::min(y0 + 1, tiles.height - 1);
  const float fx = cx - static_cast<float>(x0);
  const float fy = cy - static_cast<float>(y0);
  return (1 - fy) * ((1 - fx) * tiles.at(x0, y0) + fx * tiles.at(x1, y0)) +
         fy * ((1 - fx) * tiles.at(x0, y1) + fx * tiles.at(x1, y1));
}

// Paper is dark here; on `bright` paper, which was inverted, light multiplies what paper and ink
// reflect.
void removeUnevenLight(Plane& plane, bool bright) {
  const int tile = std::max(plane.width, plane.height) / kTiles;
  if (tile < 8) return;
  // Opening: tiles that are all ink take their neighbours' paper.
  const Plane tiles =
      extreme(extreme(tileBackground(plane, tile), std::less<>()), std::greater<>());
  const auto [low, high] = std::minmax_element(tiles.values.begin(), tiles.values.end());
  if (*high - *low < kUneven) return;
  const auto side = static_cast<float>(tile);
  for (int y = 0; y < plane.height; ++y) {
    for (int x = 0; x < plane.width; ++x) {
      const float paper = interpolated(tiles, (static_cast<float>(x) + 0.5F) / side - 0.5F,
                                       (static_cast<float>(y) + 0.5F) / side - 0.5F);
      const float above = std::max(0.0F, plane.at(x, y) - paper);
      plane.at(x, y) = bright ? 255 * above / std::max(255 - paper, 1.0F) : above;
    }
  }
}

bool touchesBorder(const PixelBox& box, const Plane& plane) {
  return box.left == 0 || box.top == 0 || box.right == plane.width || box.bottom == plane.height;
}

// The parts that belong to the digit.
std::vector<Component> digitParts(const Plane& plane, float threshold) {
  std::vector<Component> parts = components(plane, threshold);
  double largest = 0;
  double largestInside = 0;
  for (const Component& part : parts) {
    const auto size = static_cast<double>(part.pixels.size());
    largest = std::max(largest, size);
    if (!touchesBorder(part.box, plane)) largestInside = std::max(largestInside, size);
  }
  const bool strangers = largestInside >= kBorderShare * largest;
  if (strangers) largest = largestInside;
  std::erase_if(parts, [&](const Component& part) {
    return static_cast<double>(part.pixels.size()) < kSpeckShare * largest ||
           (strangers && touchesBorder(part.box, plane));
  });
  return parts;
}

// Paper to 0 and full ink to 1, only on the parts and the pixels beside them.
Plane shares(const Plane& plane, const Threshold& levels, const std::vector<Component>& parts) {
  std::vector<float> paper;
  std::vector<float> full;
  for (const float v : plane.values) (v < levels.value ? paper : full).push_back(v);
  const float low = quantile(paper, 0.5);
  const float high = std::max(quantile(full, 0.95), low + 1);
  Plane ink(plane.width, plane.height);
  for (const Component& part : parts) {
    for (const std::size_t pixel : part.pixels) {
      const int x = static_cast<int>(pixel) % plane.width;
      const int y = static_cast<int>(pixel) / plane.width;
      for (int ny = std::max(0, y - 1); ny <= std::min(plane.height - 1, y + 1); ++ny)
        for (int nx = std::max(0, x - 1); nx <= std::min(plane.width - 1, x + 1); ++nx)
          ink.at(nx, ny) = std::clamp((plane.at(nx, ny) - low) / (high - low), 0.0F, 1.0F);
    }
  }
  return ink;
}

}  // namespace

Plane findInk(const GreyImage& image) {
  const auto size = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  if (image.width <= 0 || image.height <= 0 || image.pixels.size() < size) return {};
  Plane plane = toPlane(image);
  Threshold levels = otsu(plane);
  if (levels.highMean - levels.lowMean < kFaintest) return {};
  const bool bright = paperIsBright(plane, levels.value);
  if (bright)
    for (float& v : plane.values) v = 255 - v;
  removeUnevenLight(plane, bright);
  levels = otsu(plane);
  if (levels.highMean - levels.lowMean < kFaintest) return {};
  const std::vector<Component> parts = digitParts(plane, levels.value);
  return parts.empty() ? Plane() : shares(plane, levels, parts);
}

}  // namespace inkling
