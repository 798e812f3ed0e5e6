// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ink/ink.h"

#include <QImage>
#include <QRectF>

#include <cstddef>

class QPainter;

namespace inkling::ui {

struct Colours;

/// Paints ink smoothly: quadratic curves through the middles between the points. Keeps what is
/// final on a picture, so that a longer stroke costs no more than its newest points.
class InkPainter {
public:
  /// The picture covers a square of `side` pixels at `scale` device pixels each; `brush` is a share
  /// of the side.
  void setGround(double side, double scale, double brush, const Colours& colours);
  void paint(QPainter& painter, const QRectF& square, const Ink& ink);
  /// The drawn things are no longer a continuation of what was painted before.
  void invalidate() { m_valid = false; }

  /// What the newest two points of a stroke may have changed, in pixels of the square.
  QRectF dirtyRect(const Stroke& stroke) const;

private:
  void extend(const Ink& ink);
  void drawSegment(QPainter& painter, const std::vector<InkPoint>& points, std::size_t index) const;
  void drawTail(QPainter& painter, const std::vector<InkPoint>& points) const;
  void setPen(QPainter& painter, float pressure) const;
  QPointF place(const InkPoint& point) const;

  QImage m_layer;
  double m_side = 0;
  double m_brush = 0;
  QRgb m_ink = 0;
  bool m_valid = false;
  std::size_t m_strokes = 0;  ///< wholly on the layer
  std::size_t m_points = 0;   ///< of the next stroke, on the layer
};

}  // namespace inkling::ui
