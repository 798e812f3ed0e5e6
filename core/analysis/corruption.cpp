// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/corruption.h"

#include "core/base/random.h"
#include "core/ink/glyphwarp.h"
#include "core/ink/plane.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace inkling {
namespace {

using Out = std::span<std::uint8_t>;

std::uint8_t toPixel(float value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

Plane toPlane(const ImageView& image) {
  Plane plane(image.width, image.height);
  std::copy(image.pixels.begin(), image.pixels.end(), plane.values.begin());
  return plane;
}

// Output point → source point, both relative to the middle of the image.
struct Affine {
  double xx = 1, xy = 0, yx = 0, yy = 1, shiftX = 0, shiftY = 0;
};

float bilinear(const Plane& plane, double x, double y) {
  const double left = std::floor(x);
  const double top = std::floor(y);
  const auto fx = static_cast<float>(x - left);
  const auto fy = static_cast<float>(y - top);
  const int x0 = static_cast<int>(left);
  const int y0 = static_cast<int>(top);
  const float above = plane.orZero(x0, y0) * (1 - fx) + plane.orZero(x0 + 1, y0) * fx;
  const float below = plane.orZero(x0, y0 + 1) * (1 - fx) + plane.orZero(x0 + 1, y0 + 1) * fx;
  return above * (1 - fy) + below * fy;
}

void transform(const ImageView& image, const Affine& map, Out out) {
  const Plane source = toPlane(image);
  const double middleX = (image.width - 1) / 2.0;
  const double middleY = (image.height - 1) / 2.0;
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      const double dx = x - middleX;
      const double dy = y - middleY;
      out[static_cast<std::size_t>(y * image.width + x)] =
          toPixel(bilinear(source, map.xx * dx + map.xy * dy + middleX - map.shiftX,
                           map.yx * dx + map.yy * dy + middleY - map.shiftY));
    }
}

void addNoise(const ImageView& image, double strength, Random& random, Out out) {
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = toPixel(static_cast<float>(image.pixels[i] + 255 * strength * random.normal()));
}

void rotate(const ImageView& image, double degrees, Random& random, Out out) {
  const double angle = degrees * std::numbers::pi / 180 * (random.chance(0.5) ? 1 : -1);
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  transform(image, {c, s, -s, c}, out);
}

void shift(const ImageView& image, double pixels, Random& random, Out out) {
  const double angle = random.uniform(0, 2 * std::numbers::pi);
  Affine map;
  map.shiftX = pixels * std::cos(angle);
  map.shiftY = pixels * std::sin(angle);
  transform(image, map, out);
}

void changeStrokeWidth(const ImageView& image, double strength, Out out) {
  Glyph glyph;
  if (image.pixels.size() != glyph.size() || image.width != kGlyphSide) {
    std::copy(image.pixels.begin(), image.pixels.end(), out.begin());
    return;
  }
  std::copy(image.pixels.begin(), image.pixels.end(), glyph.begin());
  PaddedGlyph padded(glyph);
  changeStrokes(padded, static_cast<float>(strength / 2));  // the outline moves on both sides
  glyph = padded.glyph();
  std::copy(glyph.begin(), glyph.end(), out.begin());
}

// One direction of the blur; `step` leads from pixel to pixel along it.
void blurLines(const Plane& from, Plane& to, const std::vector<float>& kernel, int stepX,
               int stepY) {
  const int reach = static_cast<int>(kernel.size()) / 2;
  for (int y = 0; y < from.height; ++y)
    for (int x = 0; x < from.width; ++x) {
      float sum = 0;
      for (int k = -reach; k <= reach; ++k)
        sum +=
            kernel[static_cast<std::size_t>(k + reach)] * from.orZero(x + k * stepX, y + k * stepY);
      to.at(x, y) = sum;
    }
}

void blur(const ImageView& image, double sigma, Out out) {
  const int reach = static_cast<int>(std::ceil(3 * sigma));
  std::vector<float> kernel;
  float sum = 0;
  for (int k = -reach; k <= reach; ++k) {
    kernel.push_back(static_cast<float>(sigma > 0 ? std::exp(-k * k / (2 * sigma * sigma)) : 1));
    sum += kernel.back();
  }
  for (float& weight : kernel) weight /= sum;
  Plane plane = toPlane(image);
  Plane half(image.width, image.height);
  blurLines(plane, half, kernel, 1, 0);
  blurLines(half, plane, kernel, 0, 1);
  std::transform(plane.values.begin(), plane.values.end(), out.begin(), toPixel);
}

void occlude(const ImageView& image, double side, Random& random, Out out) {
  std::copy(image.pixels.begin(), image.pixels.end(), out.begin());
  const int size = std::min({static_cast<int>(std::lround(side)), image.width, image.height});
  const auto place = [&](int extent) {
    return static_cast<int>(random.below(static_cast<std::uint32_t>(extent - size + 1)));
  };
  const int left = place(image.width);
  const int top = place(image.height);
  for (int y = top; y < top + size; ++y)
    std::fill_n(out.begin() + y * image.width + left, size, std::uint8_t(0));
}

}  // namespace

const std::vector<Corruption>& allCorruptions() {
  static const std::vector<Corruption> kAll = {
      Corruption::Noise,       Corruption::Rotation, Corruption::Shift,    Corruption::Scale,
      Corruption::StrokeWidth, Corruption::Blur,     Corruption::Occlusion};
  return kAll;
}

std::string toString(Corruption kind) {
  switch (kind) {
    case Corruption::Noise:
      return "noise";
    case Corruption::Rotation:
      return "rotation";
    case Corruption::Shift:
      return "shift";
    case Corruption::Scale:
      return "scale";
    case Corruption::StrokeWidth:
      return "stroke-width";
    case Corruption::Blur:
      return "blur";
    case Corruption::Occlusion:
      return "occlusion";
  }
  return {};
}

std::vector<double> usualStrengths(Corruption kind) {
  switch (kind) {
    case Corruption::Noise:
      return {0, 0.1, 0.2, 0.3, 0.4, 0.5};
    case Corruption::Rotation:
      return {0, 10, 20, 30, 45, 60};
    case Corruption::Shift:
      return {0, 1, 2, 3, 4, 6};
    case Corruption::Scale:
      return {0.6, 0.8, 0.9, 1, 1.1, 1.25};
    case Corruption::StrokeWidth:
      return {-2, -1, 0, 1, 2, 3};
    case Corruption::Blur:
      return {0, 0.5, 1, 1.5, 2, 2.5};
    case Corruption::Occlusion:
      return {0, 4, 6, 8, 10, 12};
  }
  return {};
}

double neutralStrength(Corruption kind) { return kind == Corruption::Scale ? 1 : 0; }

void corrupt(const ImageView& image, Corruption kind, double strength, std::uint64_t seed,
             std::uint32_t sample, std::span<std::uint8_t> out) {
  if (strength == neutralStrength(kind)) {
    std::copy(image.pixels.begin(), image.pixels.end(), out.begin());
    return;
  }
  Random random(seed, RandomPurpose::Analysis, static_cast<std::uint32_t>(kind), sample);
  switch (kind) {
    case Corruption::Noise:
      return addNoise(image, strength, random, out);
    case Corruption::Rotation:
      return rotate(image, strength, random, out);
    case Corruption::Shift:
      return shift(image, strength, random, out);
    case Corruption::Scale:
      return transform(image, {1 / strength, 0, 0, 1 / strength}, out);
    case Corruption::StrokeWidth:
      return changeStrokeWidth(image, strength, out);
    case Corruption::Blur:
      return blur(image, strength, out);
    case Corruption::Occlusion:
      return occlude(image, strength, random, out);
  }
}

}  // namespace inkling
