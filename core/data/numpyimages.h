// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/arrayreader.h"
#include "core/data/datareading.h"
#include "core/data/pixelscale.h"
#include "core/recipe/layerspec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inkling {

/// The images of an array of numbers: (N, pixels of a square, or three times as many), (N, H, W),
/// (N, H, W, C) or (N, C, H, W). Its values are read once if they are bytes, else twice: for their
/// range, and when the scale is known.
class INKLING_CORE_API NumpyImages {
public:
  /// Reads the header. Throws Error (no images, more than 10,000,000, too large).
  explicit NumpyImages(ArrayPlace place);

  const std::string& name() const { return m_name; }
  int count() const { return m_count; }
  Shape shape() const { return m_shape; }
  std::uint64_t bytes() const;  ///< of memory that the pixels take

  /// Reads what is needed to know the range. Throws Error.
  PixelRange readRange(const DataReading& reading);
  /// The pixels as bytes, channels last unless isFlatColour(). Throws Error.
  std::vector<std::uint8_t> readPixels(const PixelScale& scale, const DataReading& reading);
  /// Colour images in rows of values, of which is not said in what order they stand.
  bool isFlatColour() const { return m_flat && m_shape.channels > 1; }

private:
  void setShape(const std::vector<int>& extents);
  void place(std::uint64_t at, std::span<const std::uint8_t> values);

  ArrayPlace m_place;
  std::string m_name;
  bool m_isBytes = false;
  int m_count = 0;
  Shape m_shape;
  bool m_flat = false;
  bool m_channelsFirst = false;
  std::vector<std::uint32_t> m_offsets;  ///< of Fortran order: where in an image a value belongs
  std::vector<std::uint8_t> m_pixels;
};

}  // namespace inkling
