// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/glyphview.h"

#include "ui/theme/colours.h"
#include "ui/widgets/sampleimage.h"

#include <QPainter>

#include <algorithm>

namespace inkling::ui {

GlyphView::GlyphView(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void GlyphView::setGlyph(const Glyph& glyph) { setImage(glyph, 28, 28); }

void GlyphView::setImage(std::span<const std::uint8_t> pixels, int width, int height) {
  m_image = sampleImage(pixels, width, height).copy();
  update();
}

void GlyphView::clear() {
  m_image = {};
  update();
}

QSize GlyphView::sizeHint() const { return {28 * 4 + 2, 28 * 4 + 2}; }

QSize GlyphView::minimumSizeHint() const { return {28 + 2, 28 + 2}; }

void GlyphView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  const QSize image = m_image.isNull() ? QSize(28, 28) : m_image.size();
  const QRectF place = pixelRect(rect().adjusted(1, 1, -1, -1), image, devicePixelRatioF());
  painter.fillRect(place.adjusted(-1, -1, 1, 1), colours.frame);
  painter.fillRect(place, colours.paper);
  if (m_image.isNull()) return;
  m_image.setColorTable(inkTable(colours));
  painter.drawImage(place, m_image);
}

}  // namespace inkling::ui
