// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/strokepart.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr float kReach = 0.05F;  // added to both ends of an extent
constexpr float kTouch = 0.06F;  // strokes this near touch

// At most this many points keep the comparison of two strokes cheap.
std::vector<InkPoint> thinned(const Stroke& stroke) {
  constexpr std::size_t kMost = 80;
  const std::size_t step = stroke.points.size() / kMost + 1;
  std::vector<InkPoint> points;
  for (std::size_t i = 0; i < stroke.points.size(); i += step) points.push_back(stroke.points[i]);
  if (!stroke.points.empty()) points.push_back(stroke.points.back());
  return points;
}

// How far the writing leans: change of x for one of y over what runs rather down than across.
float slant(const std::vector<StrokePart>& parts) {
  float dx = 0;
  float dy = 0;
  for (const StrokePart& part : parts) {
    for (std::size_t i = 0; i + 1 < part.points.size(); ++i) {
      const float x = part.points[i + 1].x - part.points[i].x;
      const float y = part.points[i + 1].y - part.points[i].y;
      if (std::abs(y) < std::abs(x)) continue;
      dx += y < 0 ? -x : x;
      dy += std::abs(y);
    }
  }
  return dy > 0 ? std::clamp(dx / dy, -0.7F, 0.7F) : 0;
}

float distance(const InkPoint& p, const InkPoint& a, const InkPoint& b) {
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const float length2 = dx * dx + dy * dy;
  const float along = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
  const float t = std::clamp(along, 0.0F, 1.0F);
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

bool cross(const InkPoint& a, const InkPoint& b, const InkPoint& c, const InkPoint& d) {
  const auto side = [](const InkPoint& p, const InkPoint& q, const InkPoint& r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0;
  };
  return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
}

}  // namespace

std::vector<StrokePart> toParts(const Ink& ink) {
  std::vector<StrokePart> parts;
  for (const Stroke& stroke : ink) parts.push_back({thinned(stroke), 0, 0, 0});
  const float lean = slant(parts);
  float tallest = 0;
  float widest = 0;
  for (StrokePart& part : parts) {
    if (part.points.empty()) continue;
    for (InkPoint& p : part.points) p.x -= lean * p.y;
    const auto [left, right] = std::minmax_element(part.points.begin(), part.points.end(),
                                                   [](auto& a, auto& b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(part.points.begin(), part.points.end(),
                                                   [](auto& a, auto& b) { return a.y < b.y; });
    part.left = left->x;
    part.right = right->x;
    part.height = bottom->y - top->y;
    tallest = std::max(tallest, part.height);
    widest = std::max(widest, part.width());
  }
  // Only dashes: their length has to do.
  const float unit = std::max({tallest, widest / 4, 1e-6F});
  for (StrokePart& part : parts) {
    for (InkPoint& p : part.points) {
      p.x /= unit;
      p.y /= unit;
    }
    part.left /= unit;
    part.right /= unit;
    part.height /= unit;
  }
  return parts;
}

bool touch(const StrokePart& a, const StrokePart& b) {
  if (std::max(a.left, b.left) - std::min(a.right, b.right) > kTouch) return false;
  for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
    for (std::size_t k = 0; k + 1 < b.points.size(); ++k) {
      const InkPoint& a0 = a.points[i];
      const InkPoint& a1 = a.points[i + 1];
      const InkPoint& b0 = b.points[k];
      const InkPoint& b1 = b.points[k + 1];
      if (distance(a0, b0, b1) < kTouch || distance(b0, a0, a1) < kTouch || cross(a0, a1, b0, b1))
        return true;
    }
  }
  return false;
}

// Share of the narrower extent, reach included, that lies over the other; negative: a gap.
float overlap(const StrokePart& a, const StrokePart& b) {
  const float common = std::min(a.right, b.right) - std::max(a.left, b.left) + 2 * kReach;
  return common / (std::min(a.width(), b.width()) + 2 * kReach);
}

}  // namespace inkling
