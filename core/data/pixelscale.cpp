// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/pixelscale.h"

#include "core/base/error.h"
#include "core/base/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling {
namespace {

constexpr int kDigitsShown = 5;
// Short floats overshoot 1 a little, and −1.
constexpr double kOvershoot = 1e-3;

}  // namespace

void PixelRange::add(std::span<const float> pixels) {
  float low = std::numeric_limits<float>::infinity();
  float high = -low;
  bool numbers = true;
  for (const float pixel : pixels) {
    low = std::min(low, pixel);
    high = std::max(high, pixel);
    numbers &= pixel - pixel == 0;
  }
  least = std::min<double>(least, low);
  greatest = std::max<double>(greatest, high);
  finite = finite && numbers;
}

void PixelRange::add(std::span<const std::uint8_t> pixels) {
  if (pixels.empty()) return;
  std::uint8_t low = 255;
  std::uint8_t high = 0;
  for (const std::uint8_t pixel : pixels) {
    low = std::min(low, pixel);
    high = std::max(high, pixel);
  }
  least = std::min<double>(least, low);
  greatest = std::max<double>(greatest, high);
}

void PixelRange::add(const PixelRange& other) {
  least = std::min(least, other.least);
  greatest = std::max(greatest, other.greatest);
  finite = finite && other.finite;
}

PixelScale PixelScale::of(const PixelRange& range, const std::string& source) {
  if (!range.finite) throw Error(source + " has pixels that are infinite or no numbers (NaN).");
  const auto holds = [&](double zero, double full) {
    const double over = full == 1 ? kOvershoot : 0;
    return range.least >= zero - over && range.greatest <= full + over;
  };
  for (const double full : {1.0, 16.0, 255.0, 4095.0, 65535.0})
    if (holds(0, full)) return {0, full};
  if (holds(-1, 1)) return {-1, 1};
  throw Error(source + " has pixels of " + significant(range.least, kDigitsShown) + " to " +
              significant(range.greatest, kDigitsShown) +
              "; expected are pixels of 0 to 1, 16, 255, 4095 or 65535, or of -1 to 1.");
}

std::uint8_t PixelScale::toByte(float pixel) const {
  constexpr double kMost = 255;
  const double value = (pixel - zero) * (kMost / (full - zero));
  return static_cast<std::uint8_t>(std::clamp(value, 0.0, kMost) + 0.5);
}

void PixelScale::apply(std::span<std::uint8_t> pixels) const {
  if (!changesBytes()) return;
  std::array<std::uint8_t, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = toByte(static_cast<float>(i));
  for (std::uint8_t& pixel : pixels) pixel = table[pixel];
}

std::string PixelScale::note() const {
  return "Pixel values of " + significant(zero, kDigitsShown) + " to " +
         significant(full, kDigitsShown) + " were scaled to 0 to 255.";
}

}  // namespace inkling
