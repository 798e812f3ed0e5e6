// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/inkfinder.h"

#include <algorithm>
#include <functional>

namespace inkling {
namespace {

constexpr int kLargestSide = 400;
constexpr float kFaintest = 20;       // difference of ink and paper in grey levels
constexpr float kUneven = 12;         // range of the background from which on it is taken out
constexpr int kSmallest = 64;         // side of a picture in which light is looked for
constexpr int kStrokes = 6;           // strokes are narrower than this part of the longer side
constexpr int kBlots = 2;             // and so is what a thick pen fills
constexpr double kSpeckShare = 0.03;  // of the largest part's pixels
constexpr double kBorderShare =
    0.25;                           // a part inside this large makes parts at the border strangers
constexpr double kMainShare = 0.1;  // of the largest part's pixels, from which on a part tells …
constexpr float kPale = 0.55F;      // … that what is paler than this share of its ink is shadow

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

// The least (or with std::greater the greatest) of every value and those up to `reach` beside it in
// a line, from the running extremes of blocks in both directions (van Herk 1992).
template <typename Less>
void extremeOfLine(float* line, std::size_t stride, int count, int reach, Less less) {
  const int block = 2 * reach + 1;
  const auto at = [](int i) { return static_cast<std::size_t>(i); };
  const auto best = [less](float a, float b) { return less(b, a) ? b : a; };
  // With the values at the ends repeated.
  std::vector<float> ahead(at(count + 2 * reach));
  for (int i = 0; i < count + 2 * reach; ++i)
    ahead[at(i)] = line[at(std::clamp(i - reach, 0, count - 1)) * stride];
  std::vector<float> behind = ahead;
  for (int i = count + 2 * reach - 2; i >= 0; --i)
    if ((i + 1) % block != 0) behind[at(i)] = best(behind[at(i + 1)], behind[at(i)]);
  for (int i = 1; i < count + 2 * reach; ++i)
    if (i % block != 0) ahead[at(i)] = best(ahead[at(i - 1)], ahead[at(i)]);
  for (int i = 0; i < count; ++i)
    line[at(i) * stride] = best(behind[at(i)], ahead[at(i + 2 * reach)]);
}

// The same in a square.
template <typename Less>
void spreadExtreme(Plane& plane, int reach, Less less) {
  for (int y = 0; y < plane.height; ++y)
    extremeOfLine(&plane.at(0, y), 1, plane.width, reach, less);
  for (int x = 0; x < plane.width; ++x)
    extremeOfLine(&plane.at(x, 0), static_cast<std::size_t>(plane.width), plane.height, reach,
                  less);
}

// Opening: what is narrower than a window takes the paper beside it, the edge of a shadow stays.
Plane paperOf(const Plane& plane, int reach) {
  Plane paper = plane;
  spreadExtreme(paper, reach, std::less<>());
  spreadExtreme(paper, reach, std::greater<>());
  return paper;
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

// Paper is dark here; on `bright` paper, which was inverted, light multiplies what paper and ink
// reflect.
void removeUnevenLight(Plane& plane, bool bright) {
  const int side = std::max(plane.width, plane.height);
  if (side < kSmallest) return;
  const Plane light = paperOf(plane, side / kBlots / 2);
  const auto [low, high] = std::minmax_element(light.values.begin(), light.values.end());
  if (*high - *low < kUneven) return;
  const Plane paper = paperOf(plane, side / kStrokes / 2);
  for (std::size_t i = 0; i < plane.values.size(); ++i) {
    const float above = std::max(0.0F, plane.values[i] - paper.values[i]);
    plane.values[i] = bright ? 255 * above / std::max(255 - paper.values[i], 1.0F) : above;
  }
}

bool touchesBorder(const PixelBox& box, const Plane& plane) {
  return box.left == 0 || box.top == 0 || box.right == plane.width || box.bottom == plane.height;
}

// What the shadow's edge leaves when the light is taken out is paler than any pen.
void dropPale(const Plane& plane, double largest, std::vector<Component>& parts) {
  std::vector<float> values;
  std::vector<float> ink;
  float strongest = 0;
  for (const Component& part : parts) {
    values.clear();
    for (const std::size_t pixel : part.pixels) values.push_back(plane.values[pixel]);
    ink.push_back(quantile(values, 0.9));
    if (static_cast<double>(part.pixels.size()) >= kMainShare * largest)
      strongest = std::max(strongest, ink.back());
  }
  std::size_t at = 0;
  std::erase_if(parts, [&](const Component&) { return ink[at++] < kPale * strongest; });
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
  dropPale(plane, largest, parts);
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
