// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ink.h"

#include "core/data/inkmeasure.h"
#include "core/data/penraster.h"
#include "core/data/placement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace inkling {
namespace {

constexpr float kMiddle = kGlyphSide / 2.0F;
// Where MNIST puts the centre of mass: the centre of pixel (14, 14), measured 14.50 ± 0.29.
constexpr float kCentreOfMass = kMiddle + 0.5F;

struct Box {
  float left = std::numeric_limits<float>::max();
  float top = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  float bottom = std::numeric_limits<float>::lowest();
  float side() const { return std::max(right - left, bottom - top); }
};

// From the ink's units to pixels.
struct Placement {
  float scale = 1;
  float x = 0;
  float y = 0;
};

using Strokes = std::span<const StrokeView>;

bool isFinite(const InkPoint& p) { return std::isfinite(p.x) && std::isfinite(p.y); }

std::optional<Box> pathBox(Strokes ink) {
  Box box;
  bool any = false;
  for (const StrokeView& stroke : ink) {
    for (const InkPoint& p : stroke.points) {
      if (!isFinite(p)) continue;
      any = true;
      box.left = std::min(box.left, p.x);
      box.right = std::max(box.right, p.x);
      box.top = std::min(box.top, p.y);
      box.bottom = std::max(box.bottom, p.y);
    }
  }
  return any ? std::optional(box) : std::nullopt;
}

struct Point {
  float x = 0;
  float y = 0;
};

float length(const Point& v) { return std::hypot(v.x, v.y); }

// Direction of the pen at `at`, of length 1; 0 at a corner, where it is not one direction.
Point direction(const Point& before, const Point& at, const Point& after) {
  constexpr float kCorner = 0.3F;  // cosine of the turn
  const Point in{at.x - before.x, at.y - before.y};
  const Point out{after.x - at.x, after.y - at.y};
  const float scale = length(in) * length(out);
  if (scale <= 0 || in.x * out.x + in.y * out.y < kCorner * scale) return {};
  const Point through{in.x / length(in) + out.x / length(out),
                      in.y / length(in) + out.y / length(out)};
  return {through.x / length(through), through.y / length(through)};
}

// What a fast mouse leaves out between two points: a cubic with the pen's direction at both ends.
void drawCurve(PenRaster& raster, const Point& a, const Point& b, const Point& fromA,
               const Point& toB) {
  constexpr float kStep = 0.7F;
  const Point chord{b.x - a.x, b.y - a.y};
  const float size = length(chord);
  const auto tangent = [&](const Point& unit) {
    return unit.x == 0 && unit.y == 0 ? chord : Point{unit.x * size, unit.y * size};
  };
  const Point m = tangent(fromA);
  const Point n = tangent(toB);
  const int steps = static_cast<int>(std::ceil(size / kStep));
  Point last = a;
  for (int k = 1; k <= steps; ++k) {
    const float t = static_cast<float>(k) / static_cast<float>(steps);
    const float s = 1 - t;
    // Hermite's basis.
    const float ha = (1 + 2 * t) * s * s;
    const float hb = t * t * (3 - 2 * t);
    const float hm = t * s * s;
    const float hn = -t * t * s;
    const Point next{ha * a.x + hb * b.x + hm * m.x + hn * n.x,
                     ha * a.y + hb * b.y + hm * m.y + hn * n.y};
    raster.line(last.x, last.y, next.x, next.y);
    last = next;
  }
}

// Draws a stroke from its points in pixels, one after the other.
class StrokeDrawer {
public:
  explicit StrokeDrawer(PenRaster& raster) : m_raster(raster) {}

  void add(const Point& point) {
    if (m_count >= 2) drawLine(direction(m_from, m_to, point));
    m_from = m_to;
    m_to = point;
    ++m_count;
  }
  void finish() {
    if (m_count >= 2) drawLine({});
    if (m_count == 1) m_raster.line(m_to.x, m_to.y, m_to.x, m_to.y);
  }
  bool isEmpty() const { return m_count == 0; }
  const Point& last() const { return m_to; }

private:
  void drawLine(const Point& atEnd) {
    constexpr float kSparse = 1;  // pixels between points from which on the path is rounded
    if (length({m_to.x - m_from.x, m_to.y - m_from.y}) < kSparse)
      m_raster.line(m_from.x, m_from.y, m_to.x, m_to.y);
    else
      drawCurve(m_raster, m_from, m_to, m_atStart, atEnd);
    m_atStart = atEnd;
  }

  PenRaster& m_raster;
  Point m_from;
  Point m_to;
  Point m_atStart;
  int m_count = 0;
};

// Leaves out points that make no visible difference.
void drawStroke(PenRaster& raster, const StrokeView& stroke, const Placement& at) {
  constexpr float kStep = 0.1F;
  StrokeDrawer drawer(raster);
  for (std::size_t i = 0; i < stroke.points.size(); ++i) {
    const InkPoint& p = stroke.points[i];
    if (!isFinite(p)) continue;
    const Point here{at.x + at.scale * p.x, at.y + at.scale * p.y};
    const bool last = i + 1 == stroke.points.size();
    if (drawer.isEmpty() || last ||
        length({here.x - drawer.last().x, here.y - drawer.last().y}) >= kStep)
      drawer.add(here);
  }
  drawer.finish();
}

Glyph draw(Strokes ink, const Placement& at, float width) {
  PenRaster raster(width);
  for (const StrokeView& stroke : ink) drawStroke(raster, stroke, at);
  return raster.glyph();
}

// How far to move [low, high] so that the centre of mass comes where MNIST has it and no ink leaves
// the image.
float centringShift(float centre, float low, float high) {
  return std::clamp(kCentreOfMass - centre, std::min(-low, 0.0F),
                    std::max(kGlyphSide - high, 0.0F));
}

GlyphPlacement fit(Strokes ink, const Box& box, float width) {
  const float side = box.side();
  GlyphPlacement at;
  at.scale = side > 0 ? (kGlyphBox - width) / side : 1;
  at.x = kMiddle - at.scale * (box.left + box.right) / 2;
  at.y = kMiddle - at.scale * (box.top + box.bottom) / 2;
  const InkMeasure first = measure(draw(ink, {at.scale, at.x, at.y}, width));
  const float halfWidth = (at.scale * (box.right - box.left) + width) / 2;
  const float halfHeight = (at.scale * (box.bottom - box.top) + width) / 2;
  at.shiftX = centringShift(first.centreX, kMiddle - halfWidth, kMiddle + halfWidth);
  at.shiftY = centringShift(first.centreY, kMiddle - halfHeight, kMiddle + halfHeight);
  return at;
}

Glyph fitted(Strokes ink, const Box& box, float width) {
  const GlyphPlacement at = fit(ink, box, width);
  return draw(ink, {at.scale, at.x + at.shiftX, at.y + at.shiftY}, width);
}

std::vector<StrokeView> views(const Ink& ink) {
  std::vector<StrokeView> strokes;
  strokes.reserve(ink.size());
  for (const Stroke& stroke : ink) strokes.push_back({stroke.points});
  return strokes;
}

}  // namespace

Glyph renderStrokes(std::span<const StrokeView> ink, const NormaliseOptions& options) {
  const std::optional<Box> box = pathBox(ink);
  if (!box) return {};
  const auto width = static_cast<float>(options.strokeWidth);
  if (options.fit) return fitted(ink, *box, width);
  const float side = options.canvasSide > 0 ? options.canvasSide : std::max(box->side(), 1.0F);
  return draw(ink, {kGlyphSide / side, 0, 0}, width);
}

Glyph renderGlyph(const Ink& ink, const NormaliseOptions& options) {
  return renderStrokes(views(ink), options);
}

std::optional<GlyphPlacement> placeInk(const Ink& ink, const NormaliseOptions& options) {
  const std::vector<StrokeView> strokes = views(ink);
  const std::optional<Box> box = pathBox(strokes);
  if (!box) return std::nullopt;
  return fit(strokes, *box, static_cast<float>(options.strokeWidth));
}

bool isBlank(const Glyph& glyph) {
  return std::all_of(glyph.begin(), glyph.end(), [](std::uint8_t p) { return p == 0; });
}

}  // namespace inkling
