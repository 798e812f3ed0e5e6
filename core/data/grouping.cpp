// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/grouping.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace inkling {
namespace {

// All lengths are shares of the line's height: that of the tallest stroke.
constexpr float kReach = 0.05F;      // added to both ends of an extent
constexpr float kTall = 0.7F;        // from this height on a stroke may be a digit of its own
constexpr float kTouch = 0.06F;      // strokes this near touch
constexpr float kTallApart = 0.75F;  // shares of the narrower extent that have to overlap …
constexpr float kTallTouching = 0.5F;
constexpr float kSmallApart = 0.5F;
constexpr float kSmallTouching = 0.2F;
constexpr float kSmallNext = 0.25F;
constexpr float kMark = 0.3F;        // a stroke this small is never a digit …
constexpr float kMarkReach = 0.35F;  // … and goes to what is this near

struct Part {
  std::vector<InkPoint> points;
  float left = 0;
  float right = 0;
  float height = 0;
  float width() const { return right - left; }
};

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
float slant(const std::vector<Part>& parts) {
  float dx = 0;
  float dy = 0;
  for (const Part& part : parts) {
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

std::vector<Part> toParts(const Ink& ink) {
  std::vector<Part> parts;
  for (const Stroke& stroke : ink) parts.push_back({thinned(stroke), 0, 0, 0});
  const float lean = slant(parts);
  float tallest = 0;
  float widest = 0;
  for (Part& part : parts) {
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
  for (Part& part : parts) {
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

bool touch(const Part& a, const Part& b) {
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
float overlap(const Part& a, const Part& b) {
  const float common = std::min(a.right, b.right) - std::max(a.left, b.left) + 2 * kReach;
  return common / (std::min(a.width(), b.width()) + 2 * kReach);
}

bool isTall(const Part& part) { return part.height >= kTall; }

// How strongly two strokes belong together; 0: not at all.
float bond(const std::vector<Part>& parts, std::size_t i, std::size_t k) {
  const Part& a = parts[i];
  const Part& b = parts[k];
  if (a.points.empty() || b.points.empty()) return 0;
  const float share = overlap(a, b);
  if (share <= 0) return 0;
  const bool near = touch(a, b);
  const bool tall = isTall(a) && isTall(b);
  const bool next = std::max(i, k) - std::min(i, k) == 1;
  const float needed = tall ? (near ? kTallTouching : kTallApart)
                            : (near ? kSmallTouching : (next ? kSmallNext : kSmallApart));
  if (share < needed) return 0;
  return share + (near ? 1.0F : 0.0F) + (next ? 0.25F : 0.0F);
}

// Groups as a forest of parents.
class Groups {
public:
  explicit Groups(std::size_t count) : m_parent(count) {
    std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) const {
    while (m_parent[i] != i) i = m_parent[i];
    return i;
  }
  void join(std::size_t a, std::size_t b) { m_parent[root(b)] = root(a); }

private:
  std::vector<std::size_t> m_parent;
};

// Tall strokes go with all they are bound to, smaller ones only with what they are bound to most.
void joinBound(const std::vector<Part>& parts, Groups& groups) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t best = i;
    float strongest = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      const float strength = i == k ? 0 : bond(parts, i, k);
      if (strength > 0 && isTall(parts[i]) && isTall(parts[k])) groups.join(i, k);
      if (strength <= strongest) continue;
      strongest = strength;
      best = k;
    }
    if (!isTall(parts[i])) groups.join(best, i);
  }
}

// Dots and dashes that are bound to nothing go to the nearest stroke.
void joinMarks(const std::vector<Part>& parts, Groups& groups) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& mark = parts[i];
    if (mark.points.empty() || mark.height > kMark || mark.width() > kMark) continue;
    std::size_t nearest = i;
    float least = kMarkReach;
    bool bound = false;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (k == i || parts[k].points.empty()) continue;
      bound = bound || groups.root(k) == groups.root(i);
      const float gap = std::max(mark.left, parts[k].left) - std::min(mark.right, parts[k].right);
      if (gap >= least) continue;
      least = gap;
      nearest = k;
    }
    if (!bound) groups.join(nearest, i);
  }
}

}  // namespace

std::vector<StrokeGroup> groupStrokes(const Ink& ink) {
  const std::vector<Part> parts = toParts(ink);
  Groups groups(parts.size());
  joinBound(parts, groups);
  joinMarks(parts, groups);
  std::vector<StrokeGroup> byRoot(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!parts[i].points.empty()) byRoot[groups.root(i)].push_back(static_cast<int>(i));
  std::erase_if(byRoot, [](const StrokeGroup& group) { return group.empty(); });
  const auto middle = [&parts](const StrokeGroup& group) {
    float left = std::numeric_limits<float>::max();
    float right = std::numeric_limits<float>::lowest();
    for (const int i : group) {
      left = std::min(left, parts[static_cast<std::size_t>(i)].left);
      right = std::max(right, parts[static_cast<std::size_t>(i)].right);
    }
    return left + right;
  };
  std::stable_sort(byRoot.begin(), byRoot.end(), [&](const StrokeGroup& a, const StrokeGroup& b) {
    return middle(a) < middle(b);
  });
  return byRoot;
}

Ink selectStrokes(const Ink& ink, const StrokeGroup& group) {
  Ink selected;
  for (const int i : group) selected.push_back(ink[static_cast<std::size_t>(i)]);
  return selected;
}

}  // namespace inkling
