// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/figureplot.h"

#include "ui/theme/theme.h"

namespace inkling::ui {

namespace {

/// 0.95 → "95 %", with as many decimals as the distance of the ticks asks for.
class PercentTicker final : public QCPAxisTicker {
protected:
  QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
    const double percent = 100 * tick;
    const int digits = std::abs(percent - std::round(percent)) > 1e-6 ? 1 : 0;
    return locale.toString(percent, 'f', digits) + QStringLiteral(" %");
  }
};

}  // namespace

FigurePlot::FigurePlot(QWidget* parent) : QCustomPlot(parent) {
  setMinimumSize(160, 100);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setTickLength(0, 4);
    axis->ticker()->setTickCount(4);
  }
}

void FigurePlot::showPercent(QCPAxis* axis) {
  const QSharedPointer<PercentTicker> ticker(new PercentTicker);
  ticker->setTickCount(4);
  axis->setTicker(ticker);
}

void FigurePlot::paintFigure(QCPPainter& painter, const QRect& place) {
  Colours colours = coloursOf(lightPalette());
  colours.card = Qt::white;
  applyColours(colours);
  painter.save();
  painter.translate(place.topLeft());
  toPainter(&painter, place.width(), place.height());
  painter.restore();
  applyColours();
}

void FigurePlot::applyColours(const Colours& colours) {
  setBackground(QBrush(colours.card));
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setTickLabelFont(font());
    axis->setLabelFont(font());
    axis->setBasePen(QPen(colours.frame, 1));
    axis->setTickPen(QPen(colours.frame, 1));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(colours.muted);
    axis->setLabelColor(colours.muted);
    axis->grid()->setPen(QPen(blend(colours.text, colours.card, 0.08), 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
  const int half = fontMetrics().height() / 2;
  axisRect()->setMinimumMargins(QMargins(4, half + 2, half + 14, 2));
  recolour(colours);
  replot(QCustomPlot::rpQueuedReplot);
}

void FigurePlot::showEvent(QShowEvent* event) {
  QCustomPlot::showEvent(event);
  applyColours();
}

void FigurePlot::changeEvent(QEvent* event) {
  QCustomPlot::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) applyColours();
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    replot(QCustomPlot::rpQueuedReplot);
  }
}

}  // namespace inkling::ui
