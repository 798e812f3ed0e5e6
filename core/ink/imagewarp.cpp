// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/imagewarp.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// Root mean square of the spline over uniform knot values in [−1, 1): √(1/3) · mean Σ weight².
constexpr float kFieldRms = 0.277F;

std::array<float, 4> splineWeights(float t) {
  const float s = 1 - t;
  return {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6,
          t * t * t / 6};
}

/// The pixels between which a position stands, and how far it is from the first to the second.
struct Between {
  Between(float position, int side) {
    const float within = std::clamp(position - 0.5F, 0.0F, static_cast<float>(side - 1));
    first = static_cast<int>(within);
    second = std::min(first + 1, side - 1);
    share = within - static_cast<float>(first);
  }
  int first;
  int second;
  float share;
};

}  // namespace

DisplacementField::DisplacementField(Random& random, float amplitude) : m_any(amplitude > 0) {
  if (!m_any) return;
  const double scale = amplitude / kFieldRms;
  for (Displacement& knot : m_knots) {
    knot.x = static_cast<float>(random.uniform(-scale, scale));
    knot.y = static_cast<float>(random.uniform(-scale, scale));
  }
}

DisplacementField::Displacement DisplacementField::at(float x, float y) const {
  Displacement sum;
  if (!m_any) return sum;
  const auto cell = [](float share, float& rest) {
    const float at = std::clamp(share, 0.0F, 1.0F) * kCells;
    const auto whole = std::min(static_cast<std::size_t>(at), kCells - 1);
    rest = at - static_cast<float>(whole);
    return whole;
  };
  float restX = 0;
  float restY = 0;
  const std::size_t left = cell(x, restX);
  const std::size_t top = cell(y, restY);
  const auto across = splineWeights(restX);
  const auto down = splineWeights(restY);
  for (std::size_t j = 0; j < down.size(); ++j) {
    for (std::size_t i = 0; i < across.size(); ++i) {
      const Displacement& knot = m_knots[(top + j) * kKnots + left + i];
      sum.x += down[j] * across[i] * knot.x;
      sum.y += down[j] * across[i] * knot.y;
    }
  }
  return sum;
}

void warpImage(std::span<const std::uint8_t> image, Shape shape, const InverseMap& map,
               const DisplacementField& field, float contrast, std::span<std::uint8_t> out) {
  const auto value = [&](int x, int y, int c) {
    const std::size_t pixel = static_cast<std::size_t>(y) * static_cast<std::size_t>(shape.width) +
                              static_cast<std::size_t>(x);
    return static_cast<float>(
        image[pixel * static_cast<std::size_t>(shape.channels) + static_cast<std::size_t>(c)]);
  };
  auto to = out.begin();
  for (int y = 0; y < shape.height; ++y) {
    for (int x = 0; x < shape.width; ++x) {
      const float px = static_cast<float>(x) + 0.5F;
      const float py = static_cast<float>(y) + 0.5F;
      const auto moved =
          field.at(px / static_cast<float>(shape.width), py / static_cast<float>(shape.height));
      const Between column(map.x0 + map.xx * px + map.xy * py + moved.x, shape.width);
      const Between row(map.y0 + map.yx * px + map.yy * py + moved.y, shape.height);
      for (int c = 0; c < shape.channels; ++c) {
        const float top = (1 - column.share) * value(column.first, row.first, c) +
                          column.share * value(column.second, row.first, c);
        const float bottom = (1 - column.share) * value(column.first, row.second, c) +
                             column.share * value(column.second, row.second, c);
        const float all = ((1 - row.share) * top + row.share * bottom) * contrast;
        *to++ = static_cast<std::uint8_t>(std::clamp(all + 0.5F, 0.0F, 255.0F));
      }
    }
  }
}

}  // namespace inkling
