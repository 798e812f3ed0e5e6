// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace inkling {

/// A picture of floats, row by row.
struct Plane {
  int width = 0;
  int height = 0;
  std::vector<float> values;

  Plane() = default;
  Plane(int w, int h, float value = 0)
      : width(w),
        height(h),
        values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value) {}
  float& at(int x, int y) {
    return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
  float at(int x, int y) const {
    return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
  /// 0 outside.
  float orZero(int x, int y) const {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : at(x, y);
  }
};

/// Columns left … right−1, rows top … bottom−1.
struct PixelBox {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  int width() const { return right - left; }
  int height() const { return bottom - top; }
  bool empty() const { return right <= left || bottom <= top; }
};

/// A connected part (8 neighbours) of what is at least a threshold.
struct Component {
  std::vector<std::size_t> pixels;
  PixelBox box;
};

/// What Otsu's threshold (1979) makes of values 0 … 255: the two classes are below and from it on.
struct Threshold {
  float value = 0;
  float lowMean = 0;
  float highMean = 0;
};

Threshold otsu(const Plane& plane);
std::vector<Component> components(const Plane& plane, float threshold);

/// Euclidean distance of every pixel to the outline of what is at least a half, positive inside
/// (Felzenszwalb and Huttenlocher 2012).
Plane signedDistance(const Plane& plane);

/// Every pixel of the result is the mean of a square of the source of side 1/scale; the source's
/// point (x, y) comes to (scale·x + shiftX, scale·y + shiftY). Outside the source there are zeros.
Plane resampled(const Plane& plane, int width, int height, float scale, float shiftX, float shiftY);

/// Enlarged by a whole factor, bilinear between pixel centres. Outside there are zeros …
Plane enlarged(const Plane& plane, int factor);
/// … or what is at the edge.
Plane enlargedToEdge(const Plane& plane, int factor);

}  // namespace inkling
