// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// What can happen to an image on its way to the network.
enum class Corruption {
  Noise,        ///< normal noise; strength: its standard deviation as a share of full ink
  Rotation,     ///< to either side; degrees
  Shift,        ///< in any direction; pixels
  Scale,        ///< factor
  StrokeWidth,  ///< pixels by which the strokes grow (negative: shrink); 28×28 images only
  Blur,         ///< Gaussian; its standard deviation in pixels
  Occlusion     ///< a square of paper anywhere; its side in pixels
};

/// All of them, in order.
INKLING_CORE_API const std::vector<Corruption>& allCorruptions();

/// "noise", "rotation", "shift", "scale", "stroke-width", "blur", "occlusion".
INKLING_CORE_API std::string toString(Corruption kind);

/// The strengths that are measured by default, among them the one that changes nothing.
INKLING_CORE_API std::vector<double> usualStrengths(Corruption kind);

/// The strength that changes nothing: 1 for Scale, 0 for all others.
INKLING_CORE_API double neutralStrength(Corruption kind);

/// An image as it stands in a data set.
struct ImageView {
  std::span<const std::uint8_t> pixels;  ///< row by row, 0 paper … 255 ink
  int width = 0;
  int height = 0;
};

/// The corrupted image into `out`: a pure function of its arguments; `sample` tells the images of a
/// set apart.
INKLING_CORE_API void corrupt(const ImageView& image, Corruption kind, double strength,
                              std::uint64_t seed, std::uint32_t sample,
                              std::span<std::uint8_t> out);

}  // namespace inkling
