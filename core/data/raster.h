// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <vector>

namespace inkling {

/// The values of a picture: 8-bit, row by row from the top, channel last.
struct Raster {
  int width = 0;
  int height = 0;
  int channels = 1;                  ///< 1: grey, 3: red, green and blue
  std::vector<std::uint8_t> pixels;  ///< width · height · channels
  bool deep = false;                 ///< the file has more than 8 bits a value: scaled
};

/// A picture whose pixels are red, green, blue and opacity, as it looks on white paper, or on black
/// if nothing would be seen on white. Grey if all its pixels are.
INKLING_CORE_API Raster onPaper(int width, int height, std::span<const std::uint8_t> rgba);

/// How bright a colour is, of red, green and blue: (11 red + 16 green + 5 blue) / 32.
inline std::uint8_t greyValue(const std::uint8_t* colour) {
  return static_cast<std::uint8_t>((11 * colour[0] + 16 * colour[1] + 5 * colour[2]) / 32);
}

/// With one channel.
INKLING_CORE_API Raster greyOf(Raster raster);

/// Whether no two values of a channel differ visibly: a blank sheet.
INKLING_CORE_API bool isUniform(const Raster& raster);

/// Whether the eye takes it for a picture in colour: in one of a hundred pixels the channels differ
/// by more than what lamps and lossy compression do to grey.
INKLING_CORE_API bool isColourful(const Raster& raster);

}  // namespace inkling
