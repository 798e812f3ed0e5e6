// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ink.h"

#include "core/data/inkmeasure.h"
#include "core/data/penraster.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

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

bool isFinite(const InkPoint& p) { return std::isfinite(p.x) && std::isfinite(p.y); }

std::optional<Box> pathBox(const Ink& ink) {
  Box box;
  bool any = false;
  for (const Stroke& stroke : ink) {
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

void drawStroke(PenRaster& raster, const Stroke& stroke, const Placement& at) {
  // Points closer than this make no visible difference.
  constexpr float kStep2 = 0.1F * 0.1F;
  bool begun = false;
  float lastX = 0;
  float lastY = 0;
  for (std::size_t i = 0; i < stroke.points.size(); ++i) {
    const InkPoint& p = stroke.points[i];
    if (!isFinite(p)) continue;
    const float x = at.x + at.scale * p.x;
    const float y = at.y + at.scale * p.y;
    const float dx = x - lastX;
    const float dy = y - lastY;
    const bool last = i + 1 == stroke.points.size();
    if (begun && !last && dx * dx + dy * dy < kStep2) continue;
    raster.line(begun ? lastX : x, begun ? lastY : y, x, y);
    begun = true;
    lastX = x;
    lastY = y;
  }
}

Glyph draw(const Ink& ink, const Placement& at, float width) {
  PenRaster raster(width);
  for (const Stroke& stroke : ink) drawStroke(raster, stroke, at);
  return raster.glyph();
}

// How far to move [low, high] so that the centre of mass comes where MNIST has it and no ink leaves
// the image.
float centringShift(float centre, float low, float high) {
  return std::clamp(kCentreOfMass - centre, std::min(-low, 0.0F),
                    std::max(kGlyphSide - high, 0.0F));
}

Glyph fitted(const Ink& ink, const Box& box, float width) {
  const float side = box.side();
  Placement at;
  at.scale = side > 0 ? (kGlyphBox - width) / side : 1;
  at.x = kMiddle - at.scale * (box.left + box.right) / 2;
  at.y = kMiddle - at.scale * (box.top + box.bottom) / 2;
  const InkMeasure first = measure(draw(ink, at, width));
  const float halfWidth = (at.scale * (box.right - box.left) + width) / 2;
  const float halfHeight = (at.scale * (box.bottom - box.top) + width) / 2;
  at.x += centringShift(first.centreX, kMiddle - halfWidth, kMiddle + halfWidth);
  at.y += centringShift(first.centreY, kMiddle - halfHeight, kMiddle + halfHeight);
  return draw(ink, at, width);
}

}  // namespace

Glyph renderGlyph(const Ink& ink, const NormaliseOptions& options) {
  const std::optional<Box> box = pathBox(ink);
  if (!box) return {};
  const auto width = static_cast<float>(options.strokeWidth);
  if (options.fit) return fitted(ink, *box, width);
  const float side = options.canvasSide > 0 ? options.canvasSide : std::max(box->side(), 1.0F);
  return draw(ink, {kGlyphSide / side, 0, 0}, width);
}

bool isBlank(const Glyph& glyph) {
  return std::all_of(glyph.begin(), glyph.end(), [](std::uint8_t p) { return p == 0; });
}

}  // namespace inkling
