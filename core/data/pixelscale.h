// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>

namespace inkling {

// How pixels of whatever numbers become bytes: one rule for every format. They are taken to be of
// 0 to 1, 16, 255, 4095 or 65535, the first of these that holds all of them, or, if there are any
// below 0, of −1 to 1. Training and test images share the scale.

/// The least and the greatest of some pixels.
struct INKLING_CORE_API PixelRange {
  double least = std::numeric_limits<double>::infinity();
  double greatest = -std::numeric_limits<double>::infinity();
  bool finite = true;  ///< none was infinite or no number

  void add(std::span<const float> pixels);
  void add(std::span<const std::uint8_t> pixels);
  void add(const PixelRange& other);
};

/// A pixel p becomes (p − zero) · 255 / (full − zero), rounded.
struct INKLING_CORE_API PixelScale {
  double zero = 0;
  double full = 255;

  /// By the rule. Throws Error if it fits none; `source` names the images in it.
  static PixelScale of(const PixelRange& range, const std::string& source);

  bool changesBytes() const { return zero != 0 || full != 255; }
  std::uint8_t toByte(float pixel) const;
  void apply(std::span<std::uint8_t> pixels) const;
  /// "Pixel values of 0 to 1 were scaled to 0 to 255."
  std::string note() const;
  bool operator==(const PixelScale&) const = default;
};

}  // namespace inkling
