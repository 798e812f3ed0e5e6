// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/heatlegend.h"

#include "ui/theme/colours.h"

#include <QEvent>
#include <QPainter>

namespace inkling::ui {

namespace {

constexpr int kBar = 84;
constexpr int kThick = 10;
constexpr int kScaleGap = 6;

}  // namespace

HeatLegend::HeatLegend(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("heatLegend"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  retranslate();
}

QSize HeatLegend::sizeHint() const {
  const QFontMetrics metrics = fontMetrics();
  return {metrics.horizontalAdvance(m_negative) + metrics.horizontalAdvance(m_positive) + kBar +
              2 * kScaleGap + 2,
          metrics.height()};
}

void HeatLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  const int left = fontMetrics().horizontalAdvance(m_negative) + kScaleGap;
  const int top = (height() - kThick) / 2;
  for (int x = 0; x < kBar; ++x)
    painter.fillRect(left + x, top, 1, kThick, diverging(colours, 2.0 * x / (kBar - 1) - 1));
  painter.setPen(colours.muted);
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, m_negative);
  painter.drawText(QRect(left + kBar + kScaleGap, 0, width(), height()),
                   Qt::AlignLeft | Qt::AlignVCenter, m_positive);
}

void HeatLegend::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void HeatLegend::retranslate() {
  m_negative = tr("negative");
  m_positive = tr("positive");
  setAccessibleName(tr("Colours: orange is negative, grey zero, blue positive"));
  setToolTip(
      tr("The colours of all values here: orange is negative, grey is zero, blue is positive."));
  updateGeometry();
  update();
}

}  // namespace inkling::ui
