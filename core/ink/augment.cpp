// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/augment.h"

#include "core/base/random.h"
#include "core/ink/glyphvariants.h"
#include "core/ink/glyphwarp.h"
#include "core/ink/imagewarp.h"
#include "core/ink/inkmeasure.h"
#include "core/ink/penwriter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace inkling {
namespace {

float symmetric(Random& random, double range) {
  return static_cast<float>(random.uniform(-range, range));
}

// A linear map of the plane.
struct Linear {
  float xx = 1, xy = 0, yx = 0, yy = 1;
  float determinant() const { return xx * yy - xy * yx; }
};

Linear drawLinear(const AugmentSpec& spec, Random& random) {
  const float angle = symmetric(random, spec.rotation) * std::numbers::pi_v<float> / 180;
  const float shear = symmetric(random, spec.shear);
  const float scaleX = 1 + symmetric(random, spec.scale);
  const float scaleY = 1 + symmetric(random, spec.scale);
  const float c = std::cos(angle);
  const float s = std::sin(angle);
  // rotation · shear along x · scale
  return {c * scaleX, (c * shear - s) * scaleY, s * scaleX, (s * shear + c) * scaleY};
}

// The larger side of the ink's box after `map`.
float mappedSide(const Glyph& glyph, const Linear& map) {
  constexpr int kInk = 40;
  float left = 1e6F;
  float right = -1e6F;
  float top = 1e6F;
  float bottom = -1e6F;
  const auto add = [&](int x, int y) {
    const float px = map.xx * static_cast<float>(x) + map.xy * static_cast<float>(y);
    const float py = map.yx * static_cast<float>(x) + map.yy * static_cast<float>(y);
    left = std::min(left, px);
    right = std::max(right, px);
    top = std::min(top, py);
    bottom = std::max(bottom, py);
  };
  for (int y = 0; y < kGlyphSide; ++y) {
    const std::uint8_t* const row = glyph.data() + y * kGlyphSide;
    int first = 0;
    while (first < kGlyphSide && row[first] < kInk) ++first;
    if (first == kGlyphSide) continue;
    int last = kGlyphSide - 1;
    while (row[last] < kInk) --last;
    add(first, y);
    add(last, y);
  }
  return std::max(std::max(right - left, bottom - top) + 1, 1.0F);
}

// How one sample is to be changed.
struct Plan {
  Linear map;
  float outline = 0;  // pixels of the source by which the outline moves outwards
};

// Scales `map` so that the box's larger side becomes 20, and finds what makes strokes `target` wide
// (0: as they come) after it. The pen's path is what is fitted: strokes grow on both sides of it.
Plan plan(const Glyph& glyph, const InkMeasure& ink, Linear map, float target, bool refit) {
  float size = std::sqrt(std::abs(map.determinant()));
  if (refit) {
    const float side = mappedSide(glyph, map);
    const float path = side - ink.strokeWidth * size;
    const float factor =
        target > 0 ? (kGlyphBox - target) / std::max(path, 2.0F) : kGlyphBox / side;
    const float bounded = std::clamp(factor, 0.4F, 2.5F);
    map = {map.xx * bounded, map.xy * bounded, map.yx * bounded, map.yy * bounded};
    size *= bounded;
  }
  return {map, target > 0 ? (target / size - ink.strokeWidth) / 2 : 0};
}

InverseMap inverse(const Linear& map, float fromX, float fromY, float toX, float toY) {
  const float d = map.determinant();
  InverseMap back;
  back.xx = map.yy / d;
  back.xy = -map.xy / d;
  back.yx = -map.yx / d;
  back.yy = map.xx / d;
  back.x0 = fromX - back.xx * toX - back.xy * toY;
  back.y0 = fromY - back.yx * toX - back.yy * toY;
  return back;
}

// Takes a round bite out of the stroke at a random pixel of ink.
void cutGap(Glyph& glyph, float strokeWidth, Random& random) {
  const auto isInk = [](std::uint8_t p) { return p >= 128; };
  const auto count = std::count_if(glyph.begin(), glyph.end(), isInk);
  if (count == 0) return;
  auto chosen = std::find_if(glyph.begin(), glyph.end(), isInk);
  for (std::uint32_t skip = random.below(static_cast<std::uint32_t>(count)); skip > 0; --skip)
    chosen = std::find_if(chosen + 1, glyph.end(), isInk);
  const auto at = static_cast<int>(chosen - glyph.begin());
  PenRaster bite(strokeWidth * static_cast<float>(random.uniform(1.0, 1.5)));
  const float x = static_cast<float>(at % kGlyphSide) + 0.5F;
  const float y = static_cast<float>(at / kGlyphSide) + 0.5F;
  bite.line(x, y, x, y);
  const Glyph gone = bite.glyph();
  std::transform(glyph.begin(), glyph.end(), gone.begin(), glyph.begin(), [](int ink, int cut) {
    return static_cast<std::uint8_t>(ink * (255 - cut) / 255);
  });
}

void blot(PaddedGlyph& padded, const AugmentSpec& spec, Random& random) {
  if (spec.blots == 0 || !random.chance(spec.blots)) return;
  closeGaps(padded, static_cast<float>(random.uniform(0.3, 1.4)));
}

void change(Glyph& glyph, int label, const AugmentSpec& spec, Random& random, std::uint8_t* out) {
  const bool measured = spec.variants > 0 || spec.gaps > 0 || spec.strokeMax > 0 || spec.refit;
  InkMeasure ink = measured ? measure(glyph) : InkMeasure();
  if (spec.variants > 0 && random.chance(spec.variants) &&
      drawVariant(glyph, label, ink.strokeWidth, random))
    ink = measure(glyph);
  if (spec.gaps > 0 && random.chance(spec.gaps)) cutGap(glyph, ink.strokeWidth, random);
  const Linear drawn = drawLinear(spec, random);
  const auto target = spec.strokeMax > 0
                          ? static_cast<float>(random.uniform(spec.strokeMin, spec.strokeMax))
                          : 0.0F;
  const Plan todo = plan(glyph, ink, drawn, target, spec.refit);
  const float shiftX = symmetric(random, spec.shift);
  const float shiftY = symmetric(random, spec.shift);
  const float contrast = 1 + symmetric(random, spec.contrast);
  PaddedGlyph padded(glyph);
  if (todo.outline != 0) changeStrokes(padded, todo.outline);
  blot(padded, spec, random);
  const InverseMap map = spec.refit ? inverse(todo.map, ink.centreX, ink.centreY,
                                              kCentreOfMass + shiftX, kCentreOfMass + shiftY)
                                    : inverse(todo.map, kGlyphMiddle, kGlyphMiddle,
                                              kGlyphMiddle + shiftX, kGlyphMiddle + shiftY);
  if (spec.elastic > 0) {
    const ElasticField elastic(random, static_cast<float>(spec.elastic));
    warp(padded, map, &elastic, contrast, out);
  } else {
    warp(padded, map, nullptr, contrast, out);
  }
}

// Images of any kind.
void changeAny(std::span<const std::uint8_t> image, Shape shape, const AugmentSpec& spec,
               Random& random, std::span<std::uint8_t> out) {
  const Linear map = drawLinear(spec, random);
  const float shiftX = symmetric(random, spec.shift);
  const float shiftY = symmetric(random, spec.shift);
  const float contrast = 1 + symmetric(random, spec.contrast);
  const DisplacementField field(random, static_cast<float>(spec.elastic));
  const float x = static_cast<float>(shape.width) / 2;
  const float y = static_cast<float>(shape.height) / 2;
  warpImage(image, shape, inverse(map, x, y, x + shiftX, y + shiftY), field, contrast, out);
}

// Ink from templates, drawn as the canvas does; strokes as wide as the recipe says.
Glyph pen(const PenInk& ink, const AugmentSpec& spec, Random& random) {
  NormaliseOptions options;
  if (spec.strokeMax > 0)
    options.strokeWidth = random.uniform(std::max(spec.strokeMin, 1.0), spec.strokeMax);
  PaddedGlyph padded(renderStrokes(ink.strokes(), options));
  blot(padded, spec, random);
  return padded.glyph();
}

}  // namespace

bool Augmentation::apply(std::span<const std::uint8_t> image, int label, std::uint32_t epoch,
                         std::uint32_t sample, std::span<std::uint8_t> out) const {
  const AugmentSpec& spec = m_spec;
  Random random(m_seed, RandomPurpose::Augmentation, epoch, sample);
  Glyph glyph;
  const bool fits = image.size() == static_cast<std::size_t>(m_shape.size());
  if (!spec.enabled || !fits || random.chance(spec.cleanShare)) {
    std::copy(image.begin(), image.end(), out.begin());
    return true;
  }
  if (m_shape != kGlyphShape) {
    changeAny(image, m_shape, spec, random, out);
    return true;
  }
  const double kind = random.uniform();
  if (kind < spec.scribbles) {
    PenInk ink;
    writeScribble(random, ink);
    glyph = pen(ink, spec, random);
    std::copy(glyph.begin(), glyph.end(), out.begin());
    return false;
  }
  if (kind < spec.scribbles + spec.synthetic && label >= 0 && label <= 9) {
    PenInk ink;
    writeDigit(label, random, ink);
    glyph = pen(ink, spec, random);
    std::copy(glyph.begin(), glyph.end(), out.begin());
    return true;
  }
  std::copy(image.begin(), image.end(), glyph.begin());
  change(glyph, label, spec, random, out.data());
  return true;
}

}  // namespace inkling
