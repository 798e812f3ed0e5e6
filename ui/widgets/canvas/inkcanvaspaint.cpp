// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colours.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/sampleimage.h"

#include <QPaintEvent>
#include <QPainter>

namespace inkling::ui {
namespace {

constexpr double kCorner = 6;

void paintHint(QPainter& painter, const QRectF& square, const QColor& colour, const QFont& font,
               const QString& text) {
  QFont larger = font;
  larger.setPointSizeF(font.pointSizeF() * 1.25);
  painter.setFont(larger);
  painter.setPen(colour);
  painter.drawText(square, Qt::AlignCenter | Qt::TextWordWrap, text);
}

void paintGlyph(QPainter& painter, const QRectF& square, const Glyph& glyph,
                const Colours& colours) {
  QImage image = sampleImage(glyph, 28, 28);
  image.setColorTable(inkTable(colours));
  painter.drawImage(square, image);
}

void paintKeyPen(QPainter& painter, const QRectF& square, const KeyPen& pen,
                 const Colours& colours) {
  const QPointF at(square.left() + pen.position.x() * square.width(),
                   square.top() + pen.position.y() * square.height());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colours.accent, 2));
  painter.setBrush(pen.down ? QBrush(colours.accent) : QBrush(Qt::NoBrush));
  painter.drawEllipse(at, 5, 5);
  for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
    painter.drawLine(at + 8 * way, at + 13 * way);
  }
}

// Under the digit, or over it where there is no room.
void paintMark(QPainter& painter, const QRectF& square, const InkMark& mark, double brush,
               const Colours& colours) {
  const double margin = brush * square.width() / 2 + 3;
  const QRectF inside = square.adjusted(2, 2, -2, -2);
  const QRectF box = QRectF(square.left() + mark.box.left() * square.width(),
                            square.top() + mark.box.top() * square.height(),
                            mark.box.width() * square.width(), mark.box.height() * square.height())
                         .adjusted(-margin, -margin, margin, margin)
                         .intersected(inside);
  const QColor colour = mark.chosen ? colours.accent : blend(colours.muted, colours.paper, 0.6);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, mark.chosen ? 1.5 : 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(box, 4, 4);
  const double line = QFontMetricsF(painter.font()).height();
  const bool below = box.bottom() + line <= inside.bottom();
  const QRectF place(box.left() - line, below ? box.bottom() : box.top() - line,
                     box.width() + 2 * line, line);
  if (!below && place.top() < inside.top()) return;
  painter.setPen(mark.chosen ? colours.accent : colours.muted);
  painter.drawText(place, Qt::AlignCenter, mark.text);
}

}  // namespace

void InkCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  const QRectF place = square();
  stylepaint::panel(&painter, place.adjusted(-1, -1, 1, 1), colours.paper,
                    hasFocus() ? colours.accent : colours.frame, kCorner);
  if (glyph()) {
    paintGlyph(painter, place.adjusted(1, 1, -1, -1), *glyph(), colours);
  } else if (isEmpty() && !m_keyPen.visible) {
    paintHint(painter, place, colours.muted, font(), tr("Draw a digit here"));
  }
  m_painter.setGround(place.width(), devicePixelRatioF(), m_brush, colours);
  if (!ink().empty()) m_painter.paint(painter, place, ink());
  for (const InkMark& mark : m_marks) paintMark(painter, place, mark, m_brush, colours);
  if (m_keyPen.visible) paintKeyPen(painter, place, m_keyPen, colours);
}

}  // namespace inkling::ui
