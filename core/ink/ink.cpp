// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/ink.h"

#include "core/ink/distance.h"
#include "core/ink/inkmeasure.h"
#include "core/ink/pencurve.h"
#include "core/ink/penraster.h"
#include "core/ink/placement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace inkling {
namespace {

struct Box {
  float left = std::numeric_limits<float>::max();
  float top = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  float bottom = std::numeric_limits<float>::lowest();
  void add(float x, float y) {
    left = std::min(left, x);
    right = std::max(right, x);
    top = std::min(top, y);
    bottom = std::max(bottom, y);
  }
  float width() const { return right - left; }
  float height() const { return bottom - top; }
  float side() const { return std::max(width(), height()); }
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
      box.add(p.x, p.y);
    }
  }
  return any ? std::optional(box) : std::nullopt;
}

class BoxSink final : public LineSink {
public:
  void line(float x0, float y0, float x1, float y1) override {
    m_box.add(x0, y0);
    m_box.add(x1, y1);
  }
  const Box& box() const { return m_box; }

private:
  Box m_box;
};

class RasterSink final : public LineSink {
public:
  explicit RasterSink(float width, int side = kGlyphSide) : m_raster(width, side) {}
  void line(float x0, float y0, float x1, float y1) override { m_raster.line(x0, y0, x1, y1); }
  const PenRaster& raster() const { return m_raster; }

private:
  PenRaster m_raster;
};

// Leaves out points that make no visible difference.
void trace(const StrokeView& stroke, const Placement& at, PenCurve& curve) {
  constexpr float kStep = 0.1F;
  bool any = false;
  float lastX = 0;
  float lastY = 0;
  for (const InkPoint& p : stroke.points) {
    if (!isFinite(p)) continue;
    const float x = at.x + at.scale * p.x;
    const float y = at.y + at.scale * p.y;
    if (any && distance(x - lastX, y - lastY) < kStep) continue;
    curve.add(x, y);
    any = true;
    lastX = x;
    lastY = y;
  }
  if (any) curve.finish();
}

void trace(Strokes ink, const Placement& at, LineSink& sink) {
  PenCurve curve(sink);
  for (const StrokeView& stroke : ink) trace(stroke, at, curve);
}

Glyph drawStrokes(Strokes ink, const Placement& at, float width) {
  RasterSink raster(width);
  trace(ink, at, raster);
  return raster.raster().glyph();
}

// How far to move [low, high] so that the centre of mass comes where MNIST has it and no ink leaves
// the image.
float centringShift(float centre, float low, float high) {
  return std::clamp(kCentreOfMass - centre, std::min(-low, 0.0F),
                    std::max(kGlyphSide - high, 0.0F));
}

// The box of the points into the middle.
Placement placed(const Box& box, float side) {
  const float scale = box.side() > 0 ? side / box.side() : 1;
  return {scale, kGlyphMiddle - scale * (box.left + box.right) / 2,
          kGlyphMiddle - scale * (box.top + box.bottom) / 2};
}

// `outer` after `inner`.
Placement combined(const Placement& outer, const Placement& inner) {
  return {outer.scale * inner.scale, outer.scale * inner.x + outer.x,
          outer.scale * inner.y + outer.y};
}

GlyphPlacement fit(Strokes ink, const Box& points, float width) {
  const float side = kGlyphBox - width;
  const Placement rough = placed(points, side);
  // Between points that lie far apart the path leaves their box.
  BoxSink path;
  trace(ink, rough, path);
  const Placement at = combined(placed(path.box(), side), rough);
  const InkMeasure first = measure(drawStrokes(ink, at, width));
  const float scale = at.scale / rough.scale;
  const float halfWidth = (scale * path.box().width() + width) / 2;
  const float halfHeight = (scale * path.box().height() + width) / 2;
  return {at.scale, at.x, at.y,
          centringShift(first.centreX, kGlyphMiddle - halfWidth, kGlyphMiddle + halfWidth),
          centringShift(first.centreY, kGlyphMiddle - halfHeight, kGlyphMiddle + halfHeight)};
}

Glyph fittedStrokes(Strokes ink, const Box& points, float width) {
  const GlyphPlacement at = fit(ink, points, width);
  return drawStrokes(ink, {at.scale, at.x + at.shiftX, at.y + at.shiftY}, width);
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
  if (options.fit) return fittedStrokes(ink, *box, width);
  const float side = options.canvasSide > 0 ? options.canvasSide : std::max(box->side(), 1.0F);
  return drawStrokes(ink, {kGlyphSide / side, 0, 0}, width);
}

Glyph renderGlyph(const Ink& ink, const NormaliseOptions& options) {
  return renderStrokes(views(ink), options);
}

std::vector<std::uint8_t> renderInk(const Ink& ink, int side, const NormaliseOptions& options) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  const std::vector<StrokeView> strokes = views(ink);
  const std::optional<Box> box = pathBox(strokes);
  if (!box) return pixels;
  const auto width = static_cast<float>(options.strokeWidth);
  const float enlargement = static_cast<float>(side) / kGlyphSide;
  Placement at;
  if (options.fit) {
    const GlyphPlacement glyph = fit(strokes, *box, width);
    at = {glyph.scale, glyph.x + glyph.shiftX, glyph.y + glyph.shiftY};
  } else {
    at.scale =
        kGlyphSide / (options.canvasSide > 0 ? options.canvasSide : std::max(box->side(), 1.0F));
  }
  RasterSink raster(width * enlargement, side);
  trace(strokes, {at.scale * enlargement, at.x * enlargement, at.y * enlargement}, raster);
  raster.raster().paint(pixels);
  return pixels;
}

std::optional<GlyphPlacement> placeInk(const Ink& ink, const NormaliseOptions& options) {
  const std::vector<StrokeView> strokes = views(ink);
  const std::optional<Box> box = pathBox(strokes);
  if (!box) return std::nullopt;
  return fit(strokes, *box, static_cast<float>(options.strokeWidth));
}

bool isBlank(std::span<const std::uint8_t> image) {
  return std::all_of(image.begin(), image.end(), [](std::uint8_t p) { return p == 0; });
}

}  // namespace inkling
