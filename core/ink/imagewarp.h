// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/ink/glyphwarp.h"
#include "core/recipe/layerspec.h"

#include <cstdint>
#include <span>

namespace inkling {

/// A smooth random displacement for images of any size, as ElasticField: cubic B-splines on a grid
/// of four knots a side, and those around it.
class DisplacementField {
public:
  /// `amplitude`: displacement of one axis in pixels, root mean square; 0: none.
  DisplacementField(Random& random, float amplitude);
  struct Displacement {
    float x = 0;
    float y = 0;
  };
  /// At a point given as shares of the sides, 0 … 1.
  Displacement at(float x, float y) const;

private:
  static constexpr std::size_t kCells = 4;
  static constexpr std::size_t kKnots = kCells + 3;
  std::array<Displacement, kKnots * kKnots> m_knots{};
  bool m_any = false;
};

/// Resamples an image through `map`, displaced by `field`, and multiplies its values by `contrast`.
/// Bilinear; beyond the edges the image goes on as at them. Allocates nothing.
void warpImage(std::span<const std::uint8_t> image, Shape shape, const InverseMap& map,
               const DisplacementField& field, float contrast, std::span<std::uint8_t> out);

}  // namespace inkling
