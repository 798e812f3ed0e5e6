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

// What is fitted into, in pixels: that of a glyph, larger or smaller in proportion.
struct Frame {
  explicit Frame(int pixels) : side(pixels), enlargement(static_cast<float>(pixels) / kGlyphSide) {}
  int side;
  float enlargement;
  float box() const { return kGlyphBox * enlargement; }
  float middle() const { return kGlyphMiddle * enlargement; }
  float centreOfMass() const { return kCentreOfMass * enlargement; }
};

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
  const auto side = static_cast<float>(ink.width);
  return area > 0 ? Centre{sum.x / area, sum.y / area} : Centre{side / 2, side / 2};
}

std::vector<std::uint8_t> toBytes(const Plane& plane) {
  std::vector<std::uint8_t> bytes(plane.values.size());
  std::transform(plane.values.begin(), plane.values.end(), bytes.begin(), [](float share) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * 255));
  });
  return bytes;
}

// The digit cut out, with strokes of the right width at `scale` pixels of the frame to one of the
// plane.
struct InkCut {
  Plane ink;
  float scale = 1;
};

InkCut cutOut(const Plane& ink, const Frame& frame, const NormaliseOptions& options) {
  const PixelBox box = inkBox(ink);
  const auto side = static_cast<float>(std::max(box.width(), box.height()));
  const bool coarse = side < kCoarseSide;
  const auto wanted = static_cast<float>(options.strokeWidth) * frame.enlargement;
  const float tolerance = (coarse ? kCoarseTolerance : kTolerance) * frame.enlargement;
  const float plain = frame.box() / side;
  const auto target = [&](float width) {
    return std::clamp(width * plain, wanted - tolerance, wanted + tolerance);
  };
  const auto fits = [&](float width) { return std::abs(target(width) - width * plain) < 0.05F; };
  const float rough = std::min(strokeWidth(ink), 0.9F * side);
  if (coarse && fits(rough)) return {cropped(ink, box, 1), plain};

  const int factor = std::max(1, static_cast<int>(std::ceil(kFineSide / side)));
  const int margin = 2 + static_cast<int>(std::ceil(side * wanted / (frame.box() - wanted) / 2));
  Plane fine = signedDistance(enlarged(cropped(ink, box, margin), factor));
  const auto enlargement = static_cast<float>(factor);
  const float ridge = penWidth(fine) / enlargement;
  // Where a thick pen filled everything there are no lines left to go by.
  const bool lines = !coarse && ridge < kBlob * rough;
  const float width = lines ? std::min(ridge, 0.9F * side) : rough;
  if (fits(width)) return {cropped(ink, box, 1), plain};
  // The pen's path stays, its width changes: the outline moves by half the difference.
  const float scale = (frame.box() - target(width)) / (side - width);
  const float growth = enlargement * (target(width) / scale - width) / 2;
  for (float& v : fine.values) v = std::clamp(v + growth + 0.5F, 0.0F, 1.0F);
  return {std::move(fine), scale / enlargement};
}

// To the middle by whole pixels, as MNIST was made: its own images come out as they went in.
float wholeShift(float centre, float low, float high, const Frame& frame) {
  const float shift = std::round(frame.centreOfMass() - centre);
  return std::clamp(shift, std::min(0.0F, std::ceil(-low)),
                    std::max(0.0F, std::floor(static_cast<float>(frame.side) - high)));
}

Plane fittedImage(const Plane& ink, const Frame& frame, const NormaliseOptions& options) {
  const InkCut cut = cutOut(ink, frame, options);
  const PixelBox box = inkBox(cut.ink);
  const auto place = [&](int low, int length) {
    const float size = cut.scale * static_cast<float>(length);
    return std::round(frame.middle() - size / 2) - cut.scale * static_cast<float>(low);
  };
  const float x = place(box.left, box.width());
  const float y = place(box.top, box.height());
  const Plane first = resampled(cut.ink, frame.side, frame.side, cut.scale, x, y);
  const Centre centre = centreOfMass(first);
  const PixelBox drawn = inkBox(first);
  const float moveX =
      wholeShift(centre.x, static_cast<float>(drawn.left), static_cast<float>(drawn.right), frame);
  const float moveY =
      wholeShift(centre.y, static_cast<float>(drawn.top), static_cast<float>(drawn.bottom), frame);
  return resampled(cut.ink, frame.side, frame.side, cut.scale, x + moveX, y + moveY);
}

}  // namespace

std::vector<std::uint8_t> normaliseImage(const GreyImage& image, int side,
                                         const NormaliseOptions& options) {
  const Plane ink = findInk(image);
  const Frame frame(side);
  if (ink.width == 0)
    return std::vector<std::uint8_t>(static_cast<std::size_t>(side) *
                                     static_cast<std::size_t>(side));
  if (options.fit) return toBytes(fittedImage(ink, frame, options));
  const float scale =
      static_cast<float>(side) / static_cast<float>(std::max(ink.width, ink.height));
  const float x = frame.middle() - scale * static_cast<float>(ink.width) / 2;
  const float y = frame.middle() - scale * static_cast<float>(ink.height) / 2;
  return toBytes(resampled(ink, side, side, scale, x, y));
}

Glyph normaliseImage(const GreyImage& image, const NormaliseOptions& options) {
  const std::vector<std::uint8_t> pixels = normaliseImage(image, kGlyphSide, options);
  Glyph glyph;
  std::copy_n(pixels.begin(), glyph.size(), glyph.begin());
  return glyph;
}

}  // namespace inkling
