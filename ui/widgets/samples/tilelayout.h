// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QSizeF>

namespace inkling::ui {

/// The parts of a sample tile. Pixel mathematics only.
struct TileLayout {
  double imageSide = 0;   ///< 28 pixels, each a whole number of device pixels
  double lineHeight = 0;  ///< of the text

  static constexpr double kPadding = 4;
  static constexpr double kMargin = 2;  ///< between tile and cell

  /// For a font this high at this device pixel ratio; about `wanted` wide.
  static TileLayout forFont(double lineHeight, double scale, double wanted = 56);

  QSizeF cell() const;
  QRectF tile(const QRectF& cell) const;
  QRectF image(const QRectF& cell) const;
  QRectF mark(const QRectF& cell) const;  ///< tick or cross
  QRectF label(const QRectF& cell) const;
  QRectF confidence(const QRectF& cell) const;  ///< a thin bar at the bottom

private:
  double innerWidth() const;
  QRectF caption(const QRectF& cell) const;
};

}  // namespace inkling::ui
