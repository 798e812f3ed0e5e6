// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace inkling {

/// How bright a colour is, of red, green and blue (Rec. ITU-R BT.601).
inline std::uint8_t luma(const std::uint8_t* colour) {
  constexpr unsigned kRed = 299;
  constexpr unsigned kGreen = 587;
  constexpr unsigned kBlue = 114;
  constexpr unsigned kAll = kRed + kGreen + kBlue;
  return static_cast<std::uint8_t>(
      (kRed * colour[0] + kGreen * colour[1] + kBlue * colour[2] + kAll / 2) / kAll);
}

}  // namespace inkling
