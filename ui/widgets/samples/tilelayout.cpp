// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/tilelayout.h"

#include <algorithm>
#include <cmath>

namespace inkling::ui {
namespace {

constexpr double kImagePixels = 28;
constexpr double kBar = 3;
constexpr double kCaption = 3.2;  // lines high is how wide "7 ≠ 1" and a mark are
constexpr double kMark = 0.72;    // of a line

}  // namespace

TileLayout TileLayout::forFont(double lineHeight, double scale, double wanted) {
  const double pixel = std::max(1.0, std::round(wanted * scale / kImagePixels));
  return {kImagePixels * pixel / scale, lineHeight};
}

double TileLayout::innerWidth() const { return std::max(imageSide, kCaption * lineHeight); }

QSizeF TileLayout::cell() const {
  const double around = 2 * (kMargin + kPadding);
  return {innerWidth() + around, imageSide + lineHeight + kBar + 2 + around};
}

QRectF TileLayout::tile(const QRectF& cell) const {
  return cell.adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

QRectF TileLayout::image(const QRectF& cell) const {
  const QRectF inner = tile(cell);
  return {inner.center().x() - imageSide / 2, inner.top() + kPadding, imageSide, imageSide};
}

QRectF TileLayout::caption(const QRectF& cell) const {
  const QRectF picture = image(cell);
  return {picture.center().x() - innerWidth() / 2, picture.bottom() + 1, innerWidth(), lineHeight};
}

QRectF TileLayout::mark(const QRectF& cell) const {
  const QRectF line = caption(cell);
  const double side = lineHeight * kMark;
  return {line.right() - side, line.top() + (lineHeight - side) / 2, side, side};
}

QRectF TileLayout::label(const QRectF& cell) const {
  return caption(cell).adjusted(0, 0, -lineHeight * kMark, 0);
}

QRectF TileLayout::confidence(const QRectF& cell) const {
  const QRectF line = caption(cell);
  return {line.left(), line.bottom() + 1, line.width(), kBar};
}

}  // namespace inkling::ui
