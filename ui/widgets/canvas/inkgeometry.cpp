// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/inkgeometry.h"

#include <algorithm>
#include <cmath>

namespace inkling::ui {
namespace {

// Twice the area of a, b, c; its sign tells on which side of a–b the point c is.
float cross(const InkPoint& a, const InkPoint& b, const InkPoint& c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

float distanceToSegment(const InkPoint& p, const InkPoint& a, const InkPoint& b) {
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const float squared = dx * dx + dy * dy;
  if (squared <= 0) return distance(p, a);
  const float t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0F, 1.0F);
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

}  // namespace

float distance(const InkPoint& a, const InkPoint& b) { return std::hypot(a.x - b.x, a.y - b.y); }

float distance(const InkPoint& a, const InkPoint& b, const InkPoint& c, const InkPoint& d) {
  if (cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0) return 0;
  return std::min({distanceToSegment(a, c, d), distanceToSegment(b, c, d),
                   distanceToSegment(c, a, b), distanceToSegment(d, a, b)});
}

bool touches(const Stroke& stroke, const InkPoint& a, const InkPoint& b, float radius) {
  const auto& points = stroke.points;
  if (points.empty()) return false;
  if (distance(a, b, points.front(), points.front()) <= radius) return true;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (distance(a, b, points[i - 1], points[i]) <= radius) return true;
  }
  return false;
}

}  // namespace inkling::ui
