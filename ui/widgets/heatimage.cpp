// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/heatimage.h"

#include "ui/theme/colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling::ui {

namespace {

constexpr int kSteps = 127;  // of colour on either side of zero

}  // namespace

QImage heatImage(const HeatSource& source, float limit, const Colours& colours) {
  std::array<QRgb, 2 * kSteps + 1> table;
  for (int i = -kSteps; i <= kSteps; ++i)
    table[static_cast<std::size_t>(i + kSteps)] =
        diverging(colours, static_cast<double>(i) / kSteps).rgb();
  QImage image(source.width, source.height, QImage::Format_RGB32);
  for (int y = 0; y < source.height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < source.width; ++x) {
      const auto at = static_cast<std::size_t>((y * source.width + x) * source.channels);
      const float share = std::clamp(
          source.values[at + static_cast<std::size_t>(source.channel)] / limit, -1.0F, 1.0F);
      line[x] = table[static_cast<std::size_t>(std::lround(share * kSteps) + kSteps)];
    }
  }
  return image;
}

float largestSize(std::span<const float> values) {
  float largest = 1e-6F;
  for (const float value : values) largest = std::max(largest, std::abs(value));
  return largest;
}

}  // namespace inkling::ui
