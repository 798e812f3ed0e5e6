// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/glyphstrip.h"

#include "ui/theme/colours.h"
#include "ui/widgets/sampleimage.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kGlyphGap = 6;
constexpr int kSide = 28;  // where there is no image to measure

}  // namespace

GlyphStrip::GlyphStrip(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GlyphStrip::setItems(QList<Item> items) {
  m_items = std::move(items);
  QStringList captions;
  for (const Item& item : m_items) captions << item.caption;
  setAccessibleDescription(captions.join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

void GlyphStrip::setHint(const QString& text) {
  m_hint = text;
  update();
}

void GlyphStrip::setPixel(int pixel) {
  m_pixel = pixel;
  updateGeometry();
  update();
}

QSize GlyphStrip::sizeHint() const {
  const int side = kSide * m_pixel + 2;
  return {static_cast<int>(std::max<qsizetype>(1, m_items.size())) * (side + kGlyphGap),
          side + fontMetrics().height() + 4};
}

QSize GlyphStrip::minimumSizeHint() const { return {kSide * m_pixel, sizeHint().height()}; }

// All of them fit, if need be smaller.
QRectF GlyphStrip::cell(int item) const {
  const int room =
      (width() + kGlyphGap) / std::max(1, static_cast<int>(m_items.size())) - kGlyphGap;
  const double side = std::clamp(room, kSide + 2, kSide * m_pixel + 2);
  return {item * (side + kGlyphGap), 0, side, side + fontMetrics().height() + 2};
}

int GlyphStrip::itemAt(const QPoint& point) const {
  for (int i = 0; i < m_items.size(); ++i)
    if (cell(i).contains(point)) return i;
  return -1;
}

void GlyphStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  if (m_items.isEmpty()) {
    painter.setPen(colours.muted);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_hint);
    return;
  }
  const QList<QRgb> table = inkTable(colours);
  for (int i = 0; i < m_items.size(); ++i) {
    const QRectF whole = cell(i);
    if (whole.left() > width()) break;
    QRectF picture = whole;
    picture.setHeight(whole.width());
    painter.fillRect(picture, colours.frame);
    painter.fillRect(picture.adjusted(1, 1, -1, -1), colours.paper);
    QImage image = m_items[i].image;
    if (!image.isNull()) {
      image.setColorTable(table);
      const QRectF paper = picture.adjusted(1, 1, -1, -1);
      const bool smaller = picture.width() < kSide * m_pixel + 2;
      painter.setRenderHint(QPainter::SmoothPixmapTransform, smaller);
      painter.drawImage(smaller ? paper : pixelRect(paper, image.size(), devicePixelRatioF()),
                        image);
    }
    painter.setPen(m_items[i].marked ? colours.wrong : colours.text);
    const QRectF caption(whole.left(), picture.bottom() + 1, whole.width(), fontMetrics().height());
    painter.drawText(caption, Qt::AlignCenter,
                     fontMetrics().elidedText(m_items[i].caption, Qt::ElideRight,
                                              static_cast<int>(whole.width())));
  }
}

bool GlyphStrip::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int item = itemAt(help->pos());
  const QString text = item >= 0 ? m_items[item].toolTip : QString();
  QToolTip::showText(help->globalPos(), text.isEmpty() ? toolTip() : text, this);
  return true;
}

void GlyphStrip::mouseReleaseEvent(QMouseEvent* event) {
  const int item = itemAt(event->pos());
  if (event->button() == Qt::LeftButton && item >= 0) emit clicked(item);
}

}  // namespace inkling::ui
