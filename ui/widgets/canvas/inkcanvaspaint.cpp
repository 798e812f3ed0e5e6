// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colours.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/greyimage.h"

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
  QImage image = greyImage(glyph, 28, 28);
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
  if (m_keyPen.visible) paintKeyPen(painter, place, m_keyPen, colours);
}

}  // namespace inkling::ui
