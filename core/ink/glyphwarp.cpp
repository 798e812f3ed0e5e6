// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/glyphwarp.h"

#include "core/tensor/simd.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr int kStride = PaddedGlyph::kStride;
constexpr std::size_t kKnots = ElasticField::kKnots;
constexpr float kKnotDistance = 7;
// Root mean square of the spline over uniform knot values in [−1, 1): √(1/3) · mean Σ weight².
constexpr float kSplineRms = 0.277F;

using Floats = Simd<float>;
using FloatPack = Floats::Pack;
constexpr int kLanes = Floats::kLanes;

using Basis = std::array<std::array<float, SourceRow::kCount>, kKnots>;

// Weight of knot k at the centre of pixel i.
constexpr Basis splineBasis() {
  Basis basis{};
  for (int i = 0; i < kGlyphSide; ++i) {
    const float at = (static_cast<float>(i) + 0.5F) / kKnotDistance;
    const int cell = static_cast<int>(at);
    const float t = at - static_cast<float>(cell);
    const float s = 1 - t;
    const float weights[4] = {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                              (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6};
    for (int k = 0; k < 4; ++k)
      basis[static_cast<std::size_t>(cell + k)][static_cast<std::size_t>(i)] = weights[k];
  }
  return basis;
}

constexpr Basis kBasis = splineBasis();

using Pixels = decltype(PaddedGlyph::pixels);

std::uint8_t greater(std::uint8_t a, std::uint8_t b) { return std::max(a, b); }
std::uint8_t less(std::uint8_t a, std::uint8_t b) { return std::min(a, b); }

// out = in + share/256 · (extreme − in), the extreme (greatest or least) of a neighbourhood half
// diamond, half square: an edge moves by `share` pixels in every direction, near enough.
template <std::uint8_t extreme(std::uint8_t, std::uint8_t)>
void moveOutline(Pixels& pixels, int share) {
  constexpr int kFirst = kStride + 1;
  constexpr int kLast = static_cast<int>(std::tuple_size_v<Pixels>) - kFirst;
  const Pixels in = pixels;
  for (int i = kFirst; i < kLast; ++i) {
    const std::uint8_t* const p = in.data() + i;
    const std::uint8_t sides = extreme(extreme(p[-1], p[1]), extreme(p[-kStride], p[kStride]));
    const std::uint8_t corners =
        extreme(extreme(p[-kStride - 1], p[-kStride + 1]), extreme(p[kStride - 1], p[kStride + 1]));
    const std::uint8_t diamond = extreme(sides, p[0]);
    const int both = diamond + extreme(diamond, corners);
    const int moved = 512 * p[0] + share * (both - 2 * p[0]);
    pixels[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>((moved + 256) >> 9);
  }
}

// Shrinks by a blur (1 2 1 in both directions) and a steeper threshold: the level at which the
// outline lies rises by a half a pixel, and doubling the slope makes edges as sharp as they were.
void shrink(Pixels& pixels, float amount) {
  constexpr int kFirst = kStride + 1;
  constexpr int kLast = static_cast<int>(std::tuple_size_v<Pixels>) - kFirst;
  const int level = static_cast<int>(std::lround((0.5F + amount / 2) * 255 * 16));
  const Pixels in = pixels;
  for (int i = kFirst; i < kLast; ++i) {
    const std::uint8_t* const p = in.data() + i;
    const int corners = p[-kStride - 1] + p[-kStride + 1] + p[kStride - 1] + p[kStride + 1];
    const int sides = p[-1] + p[1] + p[-kStride] + p[kStride];
    const int blurred = corners + 2 * sides + 4 * p[0];
    const int value = (2 * (blurred - level) + 255 * 8 + 8) >> 4;
    pixels[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
  }
}

// Each pixel with its right, lower and lower right neighbour in one word: one load a sample. The
// last row and the last pixel above it, which have none, are never asked for.
using Quads = std::array<std::uint32_t, kStride * kStride>;

void pack(const Pixels& pixels, Quads& quads) {
  for (int i = 0; i + kStride + 1 < kStride * kStride; ++i) {
    const std::uint8_t* const p = pixels.data() + i;
    quads[static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(p[0]) |
                                         static_cast<std::uint32_t>(p[1]) << 8 |
                                         static_cast<std::uint32_t>(p[kStride]) << 16 |
                                         static_cast<std::uint32_t>(p[kStride + 1]) << 24;
  }
}

using Words = Simd<std::uint32_t>;
using WordPack = Words::Pack;

// Positions in the padded glyph: 6 bits of fraction.
constexpr int kFractionBits = 6;
constexpr std::uint32_t kOnePixel = 1U << kFractionBits;

WordPack fixedPoint(FloatPack position) {
  constexpr auto kHigh = static_cast<float>((kStride - 1) * static_cast<int>(kOnePixel) - 1);
  const FloatPack low{};
  const FloatPack high = low + kHigh;
  FloatPack scaled = position * static_cast<float>(kOnePixel);
  scaled = scaled > low ? scaled : low;
  scaled = scaled < high ? scaled : high;
  return __builtin_convertvector(__builtin_convertvector(scaled, Simd<int>::Pack), WordPack);
}

// What stands between the four pixels of a quad, 8 bits with 12 of fraction. Upper and lower pixels
// are the two halves of a word and are multiplied at once.
WordPack between(WordPack quad, WordPack fx, WordPack fy) {
  constexpr std::uint32_t kHalves = 0x00FF00FF;
  const WordPack left = quad & kHalves;
  const WordPack right = quad >> 8 & kHalves;
  const WordPack both = (left << kFractionBits) + (right - left) * fx;
  const WordPack top = both & 0xFFFF;
  const WordPack bottom = both >> 16;
  return (top << kFractionBits) + (bottom - top) * fy;
}

void placeRow(const InverseMap& map, int y, SourceRow& row) {
  // From points to indices of pixel centres in the padded glyph.
  constexpr float kOffset = PaddedGlyph::kPadding - 0.5F;
  constexpr FloatPack kColumns = {0.5F, 1.5F, 2.5F, 3.5F, 4.5F, 5.5F, 6.5F, 7.5F};
  const float py = static_cast<float>(y) + 0.5F;
  for (std::size_t x = 0; x < SourceRow::kCount; x += kLanes) {
    const FloatPack px = kColumns + static_cast<float>(x);
    Floats::store(row.x + x, map.x0 + map.xx * px + map.xy * py + kOffset);
    Floats::store(row.y + x, map.y0 + map.yx * px + map.yy * py + kOffset);
  }
}

// Writes kCount pixels. `contrast` has 8 bits of fraction. Three loops, because looking up is done
// one by one.
void sampleRow(const Quads& quads, const SourceRow& source, std::uint32_t contrast,
               std::uint8_t* out) {
  constexpr std::size_t kCount = SourceRow::kCount;
  std::uint32_t fx[kCount];
  std::uint32_t fy[kCount];
  std::uint32_t quad[kCount];
  for (std::size_t x = 0; x < kCount; x += kLanes) {
    const WordPack sx = fixedPoint(Floats::load(source.x + x));
    const WordPack sy = fixedPoint(Floats::load(source.y + x));
    Words::store(fx + x, sx & (kOnePixel - 1));
    Words::store(fy + x, sy & (kOnePixel - 1));
    Words::store(quad + x, (sy >> kFractionBits) * kStride + (sx >> kFractionBits));
  }
  for (std::uint32_t& at : quad) at = quads[at];
  for (std::size_t x = 0; x < kCount; x += kLanes) {
    const WordPack value = between(Words::load(quad + x), Words::load(fx + x), Words::load(fy + x));
    Words::store(quad + x, ((value >> 4) * contrast + (1U << 15)) >> 16);
  }
  for (std::size_t x = 0; x < kCount; ++x)
    out[x] = static_cast<std::uint8_t>(std::min(quad[x], 255U));
}

}  // namespace

PaddedGlyph::PaddedGlyph(const Glyph& glyph) {
  for (int y = 0; y < kGlyphSide; ++y)
    std::copy_n(glyph.data() + y * kGlyphSide, kGlyphSide,
                pixels.data() + (y + kPadding) * kStride + kPadding);
}

Glyph PaddedGlyph::glyph() const {
  Glyph result;
  for (int y = 0; y < kGlyphSide; ++y)
    std::copy_n(pixels.data() + (y + kPadding) * kStride + kPadding, kGlyphSide,
                result.data() + y * kGlyphSide);
  return result;
}

void changeStrokes(PaddedGlyph& padded, float pixels) {
  constexpr float kShrinkStep = 0.6F;
  for (float left = std::min(-pixels, 2 * kShrinkStep); left > 0; left -= kShrinkStep)
    shrink(padded.pixels, std::min(left, kShrinkStep));
  for (float left = std::min(pixels, 2.0F); left > 0; left -= 1)
    moveOutline<greater>(padded.pixels, static_cast<int>(std::min(left, 1.0F) * 256));
}

void closeGaps(PaddedGlyph& padded, float pixels) {
  const float most = std::min(pixels, 2.0F);
  for (float left = most; left > 0; left -= 1)
    moveOutline<greater>(padded.pixels, static_cast<int>(std::min(left, 1.0F) * 256));
  for (float left = most; left > 0; left -= 1)
    moveOutline<less>(padded.pixels, static_cast<int>(std::min(left, 1.0F) * 256));
}

ElasticField::ElasticField(Random& random, float amplitude) {
  const float unit = amplitude / kSplineRms / 32768;
  for (Knots& row : m_rows) {
    for (std::size_t i = 0; i < kKnots; ++i) {
      const std::uint32_t word = random.next();
      row.x[i] = (static_cast<float>(word & 0xFFFFU) - 32767.5F) * unit;
      row.y[i] = (static_cast<float>(word >> 16) - 32767.5F) * unit;
    }
  }
}

void ElasticField::addTo(int y, SourceRow& row) const {
  const auto first = static_cast<std::size_t>((static_cast<float>(y) + 0.5F) / kKnotDistance);
  FloatPack sumX{};
  FloatPack sumY{};
  for (std::size_t knot = first; knot < first + 4; ++knot) {
    const float weight = kBasis[knot][static_cast<std::size_t>(y)];
    sumX = Floats::multiplyAdd(Floats::broadcast(weight), Floats::load(m_rows[knot].x), sumX);
    sumY = Floats::multiplyAdd(Floats::broadcast(weight), Floats::load(m_rows[knot].y), sumY);
  }
  Knots column;
  Floats::store(column.x, sumX);
  Floats::store(column.y, sumY);
  for (std::size_t x = 0; x < SourceRow::kCount; x += kLanes) {
    FloatPack sourceX = Floats::load(row.x + x);
    FloatPack sourceY = Floats::load(row.y + x);
    for (std::size_t knot = 0; knot < kKnots; ++knot) {
      const FloatPack weights = Floats::load(kBasis[knot].data() + x);
      sourceX = Floats::multiplyAdd(Floats::broadcast(column.x[knot]), weights, sourceX);
      sourceY = Floats::multiplyAdd(Floats::broadcast(column.y[knot]), weights, sourceY);
    }
    Floats::store(row.x + x, sourceX);
    Floats::store(row.y + x, sourceY);
  }
}

void warp(const PaddedGlyph& source, const InverseMap& map, const ElasticField* elastic,
          float contrast, std::uint8_t* out) {
  Quads quads;
  pack(source.pixels, quads);
  const auto factor = static_cast<std::uint32_t>(std::lround(contrast * 256));
  SourceRow row;
  // Each row is written over the end of the one before.
  std::array<std::uint8_t, kGlyphSide * kGlyphSide + SourceRow::kCount - kGlyphSide> pixels;
  for (int y = 0; y < kGlyphSide; ++y) {
    placeRow(map, y, row);
    if (elastic != nullptr) elastic->addTo(y, row);
    sampleRow(quads, row, factor, pixels.data() + y * kGlyphSide);
  }
  std::copy_n(pixels.data(), kGlyphSide * kGlyphSide, out);
}

}  // namespace inkling
