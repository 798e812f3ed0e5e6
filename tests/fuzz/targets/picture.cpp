// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/ink.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// Width, height, then the grey pixels of a picture; those that are missing are white.
INKLING_FUZZ(picture) {
  constexpr int kMostSide = 48;
  if (input.size() < 2) return;
  const auto side = [&](std::size_t at) {
    return 1 + static_cast<std::uint8_t>(input[at]) % kMostSide;
  };
  GreyImage image{side(0), side(1), {}};
  const auto pixels = input.subspan(2);
  image.pixels.assign(pixels.begin(), pixels.end());
  image.pixels.resize(
      static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height), 255);
  normaliseImage(image);
  normaliseImage(image, {.fit = false, .canvasSide = static_cast<float>(image.width)});
}
