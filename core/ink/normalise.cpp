// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/ink.h"
#include "core/ink/inkfinder.h"
#include "core/ink/penraster.h"
#include "core/ink/penwidth.h"
#include "core/ink/plane.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// Strokes that differ less than this from the wanted width stay as they are. MNIST's own differ by
// 0.6 pixels (standard deviation), and in a picture as coarse as its images nothing can be gained.
constexpr float kTolerance = 0.1F;
constexpr float kCoarseTolerance = 1;
constexpr float kCoarseSide = 32;
// Ratio of the two measures of a stroke's width from which on it is none: 1.22 for a bar three
// times as long as wide.
constexpr float kBlob = 1.25F;
// Share of ink that counts for the box.
constexpr float kCountedInk = 0.02F;
// Side of the digit in pixels from which on its outline is known well enough to be moved.
constexpr int kFineSide = 160;

PixelBox inkBox(const Plane& ink) {
  PixelBox box{ink.width, ink.height, 0, 0};
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      if (ink.at(x, y) < kCountedInk) continue;
      box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1),
             std::max(box.bottom, y + 1)};
    }
  }
  return box;
}

// 2·area/perimeter as in inkmeasure.h, for any size.
float strokeWidth(const Plane& ink) {
  float area = 0;
  float outline = 0;
  for (int y = -1; y < ink.height; ++y) {
    for (int x = -1; x < ink.width; ++x) {
      const float down = ink.orZero(x, y) - ink.orZero(x + 1, y + 1);
      const float up = ink.orZero(x + 1, y) - ink.orZero(x, y + 1);
      outline += std::sqrt((down * down + up * up) / 2);
      area += ink.orZero(x, y);
    }
  }
  return outline > 0 ? 2 * area / outline : 0;
}

Plane cropped(const Plane& ink, const PixelBox& box, int margin) {
  Plane part(box.width() + 2 * margin, box.height() + 2 * margin);
  for (int y = 0; y < part.height; ++y)
    for (int x = 0; x < part.width; ++x)
      part.at(x, y) = ink.orZero(box.left - margin + x, box.top - margin + y);
  return part;
}

struct Centre {
  float x = 0;
  float y = 0;
};

Centre centreOfMass(const Plane& ink) {
  float area = 0;
  Centre sum;
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      area += ink.at(x, y);
      sum.x += ink.at(x, y) * (static_cast<float>(x) + 0.5F);
      sum.y += ink.at(x, y) * (static_cast<float>(y) + 0.5F);
    }
  }
  return area > 0 ? Centre{sum.x / area, sum.y / area} : Centre{kGlyphMiddle, kGlyphMiddle};
}

Glyph toGlyph(const Plane& plane) {
  Glyph glyph;
  std::transform(plane.values.begin(), plane.values.end(), glyph.begin(), [](float share) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * 255));
  });
  return glyph;
}

// The digit cut out, with strokes of the right width at `scale` pixels of the glyph to one of the
// plane.
struct InkCut {
  Plane ink;
  float scale = 1;
};

InkCut cutOut(const Plane& ink, const NormaliseOptions& options) {
  const PixelBox box = inkBox(ink);
  const auto side = static_cast<float>(std::max(box.width(), box.height()));
  const bool coarse = side < kCoarseSide;
  const auto wanted = static_cast<float>(options.strokeWidth);
  const float tolerance = coarse ? kCoarseTolerance : kTolerance;
  const float plain = kGlyphBox / side;
  const auto target = [&](float width) {
    return std::clamp(width * plain, wanted - tolerance, wanted + tolerance);
  };
  const auto fits = [&](float width) { return std::abs(target(width) - width * plain) < 0.05F; };
  const float rough = std::min(strokeWidth(ink), 0.9F * side);
  if (coarse && fits(rough)) return {cropped(ink, box, 1), plain};

  const int factor = std::max(1, static_cast<int>(std::ceil(kFineSide / side)));
  const int margin = 2 + static_cast<int>(std::ceil(side * wanted / (kGlyphBox - wanted) / 2));
  Plane fine = signedDistance(enlarged(cropped(ink, box, margin), factor));
  const auto enlargement = static_cast<float>(factor);
  const float ridge = penWidth(fine) / enlargement;
  // Where a thick pen filled everything there are no lines left to go by.
  const bool lines = !coarse && ridge < kBlob * rough;
  const float width = lines ? std::min(ridge, 0.9F * side) : rough;
  if (fits(width)) return {cropped(ink, box, 1), plain};
  // The pen's path stays, its width changes: the outline moves by half the difference.
  const float scale = (kGlyphBox - target(width)) / (side - width);
  const float growth = enlargement * (target(width) / scale - width) / 2;
  for (float& v : fine.values) v = std::clamp(v + growth + 0.5F, 0.0F, 1.0F);
  return {std::move(fine), scale / enlargement};
}

// To the middle by whole pixels, as MNIST was made: its own images come out as they went in.
float wholeShift(float centre, float low, float high) {
  const float shift = std::round(kCentreOfMass - centre);
  return std::clamp(shift, std::min(0.0F, std::ceil(-low)),
                    std::max(0.0F, std::floor(kGlyphSide - high)));
}

Glyph fittedImage(const Plane& ink, const NormaliseOptions& options) {
  const InkCut cut = cutOut(ink, options);
  const PixelBox box = inkBox(cut.ink);
  const auto place = [&](int low, int length) {
    const float size = cut.scale * static_cast<float>(length);
    return std::round(kGlyphMiddle - size / 2) - cut.scale * static_cast<float>(low);
  };
  const float x = place(box.left, box.width());
  const float y = place(box.top, box.height());
  const Plane first = resampled(cut.ink, kGlyphSide, kGlyphSide, cut.scale, x, y);
  const Centre centre = centreOfMass(first);
  const PixelBox drawn = inkBox(first);
  const float moveX =
      wholeShift(centre.x, static_cast<float>(drawn.left), static_cast<float>(drawn.right));
  const float moveY =
      wholeShift(centre.y, static_cast<float>(drawn.top), static_cast<float>(drawn.bottom));
  return toGlyph(resampled(cut.ink, kGlyphSide, kGlyphSide, cut.scale, x + moveX, y + moveY));
}

}  // namespace

Glyph normaliseImage(const GreyImage& image, const NormaliseOptions& options) {
  const Plane ink = findInk(image);
  if (ink.width == 0) return {};
  if (options.fit) return fittedImage(ink, options);
  const float scale = kGlyphSide / static_cast<float>(std::max(ink.width, ink.height));
  const float x = kGlyphMiddle - scale * static_cast<float>(ink.width) / 2;
  const float y = kGlyphMiddle - scale * static_cast<float>(ink.height) / 2;
  return toGlyph(resampled(ink, kGlyphSide, kGlyphSide, scale, x, y));
}

}  // namespace inkling
