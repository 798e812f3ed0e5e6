// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/glyphwarp.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr int kStride = PaddedGlyph::kStride;
constexpr int kKnots = ElasticField::kKnots;
constexpr float kKnotDistance = 7;
// Root mean square of the spline over uniform knot values in [−1, 1): √(1/3) · mean Σ weight².
constexpr float kSplineRms = 0.277F;

using Basis = std::array<std::array<float, kGlyphSide>, kKnots>;

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

// Each pixel with its right, lower and lower right neighbour in one word: one load a sample.
using Quads = std::array<std::uint32_t, kStride * kStride>;

Quads packed(const Pixels& pixels) {
  Quads quads{};
  for (int i = 0; i + kStride + 1 < kStride * kStride; ++i) {
    const std::uint8_t* const p = pixels.data() + i;
    quads[static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(p[0]) |
                                         static_cast<std::uint32_t>(p[1]) << 8 |
                                         static_cast<std::uint32_t>(p[kStride]) << 16 |
                                         static_cast<std::uint32_t>(p[kStride + 1]) << 24;
  }
  return quads;
}

// Fixed point: 6 bits of fraction in positions, 8 in `contrast`. Three loops, because only the
// middle one, which looks up, cannot be vectorised.
void sampleRow(const Quads& quads, const float* sourceX, const float* sourceY, int contrast,
               std::uint8_t* out) {
  constexpr int kBits = 6;
  constexpr int kOne = 1 << kBits;
  constexpr auto kHigh = static_cast<float>((kStride - 1) * kOne - 1);
  int fx[kGlyphSide];
  int fy[kGlyphSide];
  int quad[kGlyphSide];
  for (int x = 0; x < kGlyphSide; ++x) {
    const int sx = static_cast<int>(std::min(std::max(sourceX[x] * kOne, 0.0F), kHigh));
    const int sy = static_cast<int>(std::min(std::max(sourceY[x] * kOne, 0.0F), kHigh));
    fx[x] = sx & (kOne - 1);
    fy[x] = sy & (kOne - 1);
    quad[x] = (sy >> kBits) * kStride + (sx >> kBits);
  }
  for (int& at : quad) at = static_cast<int>(quads[static_cast<std::size_t>(at)]);
  for (int x = 0; x < kGlyphSide; ++x) {
    const int top = (quad[x] & 255) * (kOne - fx[x]) + (quad[x] >> 8 & 255) * fx[x];
    const int bottom = (quad[x] >> 16 & 255) * (kOne - fx[x]) + (quad[x] >> 24 & 255) * fx[x];
    const int value = top * (kOne - fy[x]) + bottom * fy[x];
    const int ink = ((value >> 4) * contrast + (1 << 15)) >> 16;
    out[x] = static_cast<std::uint8_t>(std::min(ink, 255));
  }
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
  for (std::size_t i = 0; i < m_values.size(); i += 2) {
    const std::uint32_t word = random.next();
    m_values[i] = (static_cast<float>(word & 0xFFFFU) - 32767.5F) * unit;
    m_values[i + 1] = (static_cast<float>(word >> 16) - 32767.5F) * unit;
  }
}

void ElasticField::addTo(int y, float* sourceX, float* sourceY) const {
  const int first = static_cast<int>((static_cast<float>(y) + 0.5F) / kKnotDistance);
  for (int column = 0; column < kKnots; ++column) {
    float dx = 0;
    float dy = 0;
    for (int row = first; row < first + 4; ++row) {
      const float weight = kBasis[static_cast<std::size_t>(row)][static_cast<std::size_t>(y)];
      const auto at = static_cast<std::size_t>(2 * (row * kKnots + column));
      dx += weight * m_values[at];
      dy += weight * m_values[at + 1];
    }
    const float* const basis = kBasis[static_cast<std::size_t>(column)].data();
    for (int x = 0; x < kGlyphSide; ++x) {
      sourceX[x] += dx * basis[x];
      sourceY[x] += dy * basis[x];
    }
  }
}

void warp(const PaddedGlyph& source, const InverseMap& map, const ElasticField* elastic,
          float contrast, std::uint8_t* out) {
  // From points to indices of pixel centres in the padded glyph.
  constexpr float kOffset = PaddedGlyph::kPadding - 0.5F;
  const Quads quads = packed(source.pixels);
  const int factor = static_cast<int>(std::lround(contrast * 256));
  std::array<float, kGlyphSide> sourceX;
  std::array<float, kGlyphSide> sourceY;
  for (int y = 0; y < kGlyphSide; ++y) {
    const float py = static_cast<float>(y) + 0.5F;
    for (int x = 0; x < kGlyphSide; ++x) {
      const float px = static_cast<float>(x) + 0.5F;
      sourceX[static_cast<std::size_t>(x)] = map.x0 + map.xx * px + map.xy * py + kOffset;
      sourceY[static_cast<std::size_t>(x)] = map.y0 + map.yx * px + map.yy * py + kOffset;
    }
    if (elastic != nullptr) elastic->addTo(y, sourceX.data(), sourceY.data());
    sampleRow(quads, sourceX.data(), sourceY.data(), factor, out + y * kGlyphSide);
  }
}

}  // namespace inkling
