// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sampleimage.h"

#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace inkling::ui {

QImage sampleImage(std::span<const std::uint8_t> pixels, int width, int height) {
  const auto needed = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  if (needed == 0 || pixels.size() < needed) return {};
  constexpr int kColours = 3;
  if (pixels.size() == kColours * needed)
    return {pixels.data(), width, height, kColours * width, QImage::Format_RGB888};
  return {pixels.data(), width, height, width, QImage::Format_Indexed8};
}

QList<QRgb> inkTable(const Colours& colours) {
  QList<QRgb> table(256);
  for (int i = 0; i < 256; ++i) table[i] = blend(colours.ink, colours.paper, i / 255.0).rgb();
  return table;
}

QRectF pixelRect(const QRectF& area, const QSize& image, double scale) {
  const double fit = std::min(area.width() / image.width(), area.height() / image.height()) * scale;
  const double pixel = (fit >= 1 ? std::floor(fit) : fit) / scale;
  const QSizeF size(image.width() * pixel, image.height() * pixel);
  const auto snap = [scale](double v) { return std::round(v * scale) / scale; };
  return {QPointF(snap(area.center().x() - size.width() / 2),
                  snap(area.center().y() - size.height() / 2)),
          size};
}

}  // namespace inkling::ui
