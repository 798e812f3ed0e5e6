// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/heatview.h"

#include "ui/theme/colours.h"
#include "ui/widgets/heatimage.h"
#include "ui/widgets/sampleimage.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kCaptionGap = 2;      // between picture and caption
constexpr double kInkShare = 0.55;  // of the digit's colour over the map

}  // namespace

HeatView::HeatView(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HeatView::setCaption(const QString& caption) {
  m_caption = caption;
  setAccessibleName(caption);
  update();
}

void HeatView::setHint(const QString& hint) {
  m_hint = hint;
  update();
}

void HeatView::setHeat(std::vector<float> values, int width, int height,
                       const std::optional<Glyph>& ink) {
  m_values = std::move(values);
  m_width = width;
  m_height = height;
  m_ink = ink;
  update();
}

void HeatView::clear() {
  m_values.clear();
  update();
}

void HeatView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  const int line = fontMetrics().height();
  // The picture as large as it can be, its caption right below.
  const int side = std::min(width(), height() - line - kCaptionGap);
  const int top = (height() - side - line - kCaptionGap) / 2;
  const QRectF area((width() - side) / 2.0, top, side, side);
  painter.setPen(colours.muted);
  if (m_values.empty()) {
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_hint);
    return;
  }
  painter.drawText(QRectF(0, area.bottom() + kCaptionGap, width(), line), Qt::AlignCenter,
                   m_caption);
  QImage image = heatImage({m_values, m_width, m_height, 1, 0}, largestSize(m_values), colours);
  // The ink's outline as a shade: where there is ink, the map is drawn towards its colour.
  if (m_ink && m_width * m_height == static_cast<int>(m_ink->size()))
    for (int y = 0; y < m_height; ++y)
      for (int x = 0; x < m_width; ++x) {
        const double ink = (*m_ink)[static_cast<std::size_t>(y * m_width + x)] / 255.0;
        image.setPixelColor(x, y,
                            blend(colours.ink, image.pixelColor(x, y), kInkShare * ink * 0.6));
      }
  const QRectF place = pixelRect(area, image.size(), devicePixelRatioF());
  painter.drawImage(place, image);
  painter.setPen(colours.frame);
  painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
}

}  // namespace inkling::ui
