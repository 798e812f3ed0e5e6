// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// The values of a picture: 8-bit, row by row from the top, channel last.
struct Raster {
  int width = 0;
  int height = 0;
  int channels = 1;                  ///< 1: grey, 3: red, green and blue
  std::vector<std::uint8_t> pixels;  ///< width · height · channels
};

/// Reads pictures. Core does not know how; who can hands one in.
class PictureDecoder {
public:
  virtual ~PictureDecoder() = default;
  /// The picture in the bytes of a file, upright, as its file says; what is transparent shows white
  /// paper, or black if nothing would be seen on white. Grey pictures have one channel. A side of
  /// more than `mostSide` pixels is scaled down to it while reading, or refused before memory is
  /// taken. Any thread may call. Throws Error (empty, cut off, no picture), naming `name`.
  virtual Raster decode(std::span<const char> bytes, const std::string& name,
                        int mostSide) const = 0;
};

}  // namespace inkling
