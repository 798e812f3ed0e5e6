// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/inkpainter.h"

#include "ui/theme/colours.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace inkling::ui {
namespace {

QPointF middle(const QPointF& a, const QPointF& b) { return (a + b) / 2; }

}  // namespace

void InkPainter::setGround(double side, double scale, double brush, const Colours& colours) {
  const int pixels = std::max(1, static_cast<int>(std::lround(side * scale)));
  const QRgb ink = colours.ink.rgb();
  const bool same = m_layer.width() == pixels && m_layer.devicePixelRatio() == scale &&
                    m_brush == brush && m_ink == ink;
  if (same) return;
  m_layer = QImage(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
  m_layer.setDevicePixelRatio(scale);
  m_side = side;
  m_brush = brush;
  m_ink = ink;
  m_valid = false;
}

QPointF InkPainter::place(const InkPoint& point) const {
  return {point.x * m_side, point.y * m_side};
}

void InkPainter::setPen(QPainter& painter, float pressure) const {
  const double width = std::max(1.0, m_side * m_brush * (0.35 + 0.65 * pressure));
  painter.setPen(QPen(QColor(m_ink), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

// From the middle before point index−1 to the middle after it, bent by the point itself.
void InkPainter::drawSegment(QPainter& painter, const std::vector<InkPoint>& points,
                             std::size_t index) const {
  const QPointF control = place(points[index - 1]);
  const QPointF from = index < 2 ? control : middle(place(points[index - 2]), control);
  const QPointF to = middle(control, place(points[index]));
  QPainterPath path(from);
  path.quadTo(control, to);
  setPen(painter, (points[index - 1].pressure + points[index].pressure) / 2);
  painter.drawPath(path);
}

// What the curve leaves out: from the last middle to the last point, or a dot.
void InkPainter::drawTail(QPainter& painter, const std::vector<InkPoint>& points) const {
  if (points.empty()) return;
  const QPointF last = place(points.back());
  setPen(painter, points.back().pressure);
  if (points.size() == 1) return painter.drawPoint(last);
  painter.drawLine(middle(place(points[points.size() - 2]), last), last);
}

void InkPainter::extend(const Ink& ink) {
  if (!m_valid || m_strokes > ink.size()) {
    m_layer.fill(Qt::transparent);
    m_strokes = 0;
    m_points = 0;
    m_valid = true;
  }
  QPainter painter(&m_layer);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (; m_strokes < ink.size(); ++m_strokes, m_points = 0) {
    const auto& points = ink[m_strokes].points;
    for (m_points = std::max<std::size_t>(m_points, 1); m_points < points.size(); ++m_points) {
      drawSegment(painter, points, m_points);
    }
    if (m_strokes + 1 == ink.size()) return;  // the last one may go on
    drawTail(painter, points);
  }
}

void InkPainter::paint(QPainter& painter, const QRectF& square, const Ink& ink) {
  extend(ink);
  painter.drawImage(square.topLeft(), m_layer);
  if (ink.empty()) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(square.topLeft());
  drawTail(painter, ink.back().points);
  painter.restore();
}

QRectF InkPainter::dirtyRect(const Stroke& stroke) const {
  const auto& points = stroke.points;
  if (points.empty()) return {};
  const std::size_t first = points.size() > 3 ? points.size() - 3 : 0;
  QPolygonF newest;
  for (std::size_t i = first; i < points.size(); ++i) newest << place(points[i]);
  const double margin = m_side * m_brush / 2 + 2;
  return newest.boundingRect().adjusted(-margin, -margin, margin, margin);
}

}  // namespace inkling::ui
