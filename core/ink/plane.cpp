// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/plane.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr float kFar = 1e12F;

// Lower envelope of parabolas: squared distances along one line, in place.
class LineTransform {
public:
  explicit LineTransform(std::size_t length)
      : m_input(length),
        m_vertex(length),
        m_border(length + 1) {}

  void run(float* line, std::size_t stride) {
    const int count = static_cast<int>(m_input.size());
    for (int i = 0; i < count; ++i) m_input[index(i)] = line[index(i) * stride];
    buildEnvelope(count);
    int k = 0;
    for (int i = 0; i < count; ++i) {
      while (m_border[index(k + 1)] < static_cast<float>(i)) ++k;
      const auto offset = static_cast<float>(i - m_vertex[index(k)]);
      line[index(i) * stride] = offset * offset + m_input[index(m_vertex[index(k)])];
    }
  }

private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }

  float crossing(int a, int b) const {
    const auto square = [](int v) { return static_cast<float>(v) * static_cast<float>(v); };
    const float rise = m_input[index(b)] + square(b) - m_input[index(a)] - square(a);
    return rise / static_cast<float>(2 * (b - a));
  }

  void buildEnvelope(int count) {
    int k = 0;
    m_vertex[0] = 0;
    m_border[0] = -kFar;
    m_border[1] = kFar;
    for (int i = 1; i < count; ++i) {
      float at = crossing(m_vertex[index(k)], i);
      while (k > 0 && at <= m_border[index(k)]) at = crossing(m_vertex[index(--k)], i);
      m_vertex[index(++k)] = i;
      m_border[index(k)] = at;
      m_border[index(k + 1)] = kFar;
    }
  }

  std::vector<float> m_input;
  std::vector<int> m_vertex;
  std::vector<float> m_border;
};

// Distance from every pixel's centre to the nearest pixel on the other side of a half.
Plane distanceTo(const Plane& plane, bool inside) {
  Plane squared(plane.width, plane.height);
  std::transform(plane.values.begin(), plane.values.end(), squared.values.begin(),
                 [inside](float v) { return (v >= 0.5F) == inside ? 0 : kFar; });
  LineTransform rows(static_cast<std::size_t>(plane.width));
  for (int y = 0; y < plane.height; ++y) rows.run(&squared.at(0, y), 1);
  LineTransform columns(static_cast<std::size_t>(plane.height));
  for (int x = 0; x < plane.width; ++x)
    columns.run(&squared.at(x, 0), static_cast<std::size_t>(plane.width));
  for (float& v : squared.values) v = std::sqrt(v);
  return squared;
}

// How much of pixel i the interval [from, to) covers.
float overlap(int i, float from, float to) {
  const auto low = static_cast<float>(i);
  return std::max(0.0F, std::min(low + 1, to) - std::max(low, from));
}

}  // namespace

Threshold otsu(const Plane& plane) {
  std::array<double, 256> count{};
  double total = 0;
  for (const float v : plane.values) {
    const int level = std::clamp(static_cast<int>(std::lround(v)), 0, 255);
    ++count[static_cast<std::size_t>(level)];
    total += level;
  }
  const auto all = static_cast<double>(plane.values.size());
  Threshold best;
  double bestSpread = -1;
  double below = 0;
  double belowSum = 0;
  for (int level = 0; level < 255; ++level) {
    below += count[static_cast<std::size_t>(level)];
    belowSum += level * count[static_cast<std::size_t>(level)];
    if (below <= 0 || below >= all) continue;
    const double low = belowSum / below;
    const double high = (total - belowSum) / (all - below);
    const double spread = below * (all - below) * (high - low) * (high - low);
    if (spread <= bestSpread) continue;
    bestSpread = spread;
    best = {static_cast<float>(low + high) / 2, static_cast<float>(low), static_cast<float>(high)};
  }
  return best;
}

std::vector<Component> components(const Plane& plane, float threshold) {
  std::vector<Component> found;
  std::vector<std::uint8_t> seen(plane.values.size(), 0);
  std::vector<std::size_t> open;
  const auto width = static_cast<std::size_t>(plane.width);
  for (std::size_t start = 0; start < plane.values.size(); ++start) {
    if (seen[start] != 0 || plane.values[start] < threshold) continue;
    Component part;
    part.box = {plane.width, plane.height, 0, 0};
    open.assign(1, start);
    seen[start] = 1;
    while (!open.empty()) {
      const std::size_t pixel = open.back();
      open.pop_back();
      part.pixels.push_back(pixel);
      const int x = static_cast<int>(pixel % width);
      const int y = static_cast<int>(pixel / width);
      part.box = {std::min(part.box.left, x), std::min(part.box.top, y),
                  std::max(part.box.right, x + 1), std::max(part.box.bottom, y + 1)};
      for (int ny = std::max(0, y - 1); ny <= std::min(plane.height - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(plane.width - 1, x + 1); ++nx) {
          const std::size_t next =
              static_cast<std::size_t>(ny) * width + static_cast<std::size_t>(nx);
          if (seen[next] != 0 || plane.values[next] < threshold) continue;
          seen[next] = 1;
          open.push_back(next);
        }
      }
    }
    found.push_back(std::move(part));
  }
  return found;
}

Plane signedDistance(const Plane& plane) {
  Plane toPaper = distanceTo(plane, false);
  const Plane toInk = distanceTo(plane, true);
  // Between two pixel centres lies the outline: half a pixel from each.
  for (std::size_t i = 0; i < toPaper.values.size(); ++i) {
    const bool inside = plane.values[i] >= 0.5F;
    toPaper.values[i] = inside ? toPaper.values[i] - 0.5F : 0.5F - toInk.values[i];
  }
  return toPaper;
}

Plane resampled(const Plane& plane, int width, int height, float scale, float shiftX,
                float shiftY) {
  Plane result(width, height);
  for (int y = 0; y < height; ++y) {
    const float top = (static_cast<float>(y) - shiftY) / scale;
    const float bottom = (static_cast<float>(y + 1) - shiftY) / scale;
    const int y0 = std::max(0, static_cast<int>(std::floor(top)));
    const int y1 = std::min(plane.height, static_cast<int>(std::ceil(bottom)));
    for (int x = 0; x < width; ++x) {
      const float left = (static_cast<float>(x) - shiftX) / scale;
      const float right = (static_cast<float>(x + 1) - shiftX) / scale;
      const int x0 = std::max(0, static_cast<int>(std::floor(left)));
      const int x1 = std::min(plane.width, static_cast<int>(std::ceil(right)));
      float sum = 0;
      for (int sy = y0; sy < y1; ++sy) {
        float row = 0;
        for (int sx = x0; sx < x1; ++sx) row += plane.at(sx, sy) * overlap(sx, left, right);
        sum += row * overlap(sy, top, bottom);
      }
      result.at(x, y) = sum * scale * scale;
    }
  }
  return result;
}

namespace {

/// `at` gives the source's value anywhere.
template <typename At>
Plane enlargedBy(const Plane& plane, int factor, At at) {
  Plane result(plane.width * factor, plane.height * factor);
  const auto step = 1 / static_cast<float>(factor);
  for (int y = 0; y < result.height; ++y) {
    const float sy = (static_cast<float>(y) + 0.5F) * step - 0.5F;
    const int y0 = static_cast<int>(std::floor(sy));
    const float fy = sy - static_cast<float>(y0);
    for (int x = 0; x < result.width; ++x) {
      const float sx = (static_cast<float>(x) + 0.5F) * step - 0.5F;
      const int x0 = static_cast<int>(std::floor(sx));
      const float fx = sx - static_cast<float>(x0);
      const float top = (1 - fx) * at(x0, y0) + fx * at(x0 + 1, y0);
      const float bottom = (1 - fx) * at(x0, y0 + 1) + fx * at(x0 + 1, y0 + 1);
      result.at(x, y) = (1 - fy) * top + fy * bottom;
    }
  }
  return result;
}

}  // namespace

Plane enlarged(const Plane& plane, int factor) {
  return enlargedBy(plane, factor, [&](int x, int y) { return plane.orZero(x, y); });
}

Plane enlargedToEdge(const Plane& plane, int factor) {
  return enlargedBy(plane, factor, [&](int x, int y) {
    return plane.at(std::clamp(x, 0, plane.width - 1), std::clamp(y, 0, plane.height - 1));
  });
}

}  // namespace inkling
