// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/tilelayout.h"

#include <algorithm>
#include <cmath>

namespace inkling::ui {
namespace {

constexpr double kImagePixels = 28;
constexpr double kBar = 3;

}  // namespace

TileLayout TileLayout::forFont(double lineHeight, double scale, double wanted) {
  const double pixel = std::max(1.0, std::round(wanted * scale / kImagePixels));
  return {kImagePixels * pixel / scale, lineHeight};
}

QSizeF TileLayout::cell() const {
  const double around = 2 * (kMargin + kPadding);
  return {imageSide + around, imageSide + lineHeight + kBar + 2 + around};
}

QRectF TileLayout::tile(const QRectF& cell) const {
  return cell.adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

QRectF TileLayout::image(const QRectF& cell) const {
  const QRectF inner = tile(cell);
  return {inner.center().x() - imageSide / 2, inner.top() + kPadding, imageSide, imageSide};
}

QRectF TileLayout::mark(const QRectF& cell) const {
  const QRectF picture = image(cell);
  const double side = lineHeight * 0.72;
  return {picture.right() - side, picture.bottom() + 1 + (lineHeight - side) / 2, side, side};
}

QRectF TileLayout::label(const QRectF& cell) const {
  const QRectF picture = image(cell);
  return {picture.left(), picture.bottom() + 1, picture.width() - lineHeight * 0.72, lineHeight};
}

QRectF TileLayout::confidence(const QRectF& cell) const {
  const QRectF picture = image(cell);
  return {picture.left(), picture.bottom() + 2 + lineHeight, picture.width(), kBar};
}

}  // namespace inkling::ui
