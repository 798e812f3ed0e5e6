// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/pixelplot.h"

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kBinValues = 8;

}  // namespace

PixelPlot::PixelPlot(QWidget* parent) : FigurePlot(parent), m_bars(new QCPBars(xAxis, yAxis)) {
  setObjectName(QStringLiteral("pixelPlot"));
  yAxis->setScaleType(QCPAxis::stLogarithmic);
  const QSharedPointer<QCPAxisTickerLog> ticker(new QCPAxisTickerLog);
  ticker->setTickCount(4);
  yAxis->setTicker(ticker);
  setLocale(QLocale::c());  // another one writes 1E+06, which is not made 10⁶
  yAxis->setNumberFormat(QStringLiteral("eb"));
  yAxis->setNumberPrecision(0);
  xAxis->setRange(0, 256);
  m_bars->setWidth(kBinValues * 0.9);
  m_bars->setBaseValue(0.5);
  retranslate();
  applyColours();
}

void PixelPlot::setHistogram(const std::array<long, 256>& histogram) {
  QVector<double> x;
  QVector<double> y;
  double most = 1;
  for (int begin = 0; begin < 256; begin += kBinValues) {
    double sum = 0;
    for (int v = begin; v < begin + kBinValues; ++v)
      sum += static_cast<double>(histogram[static_cast<std::size_t>(v)]);
    x << begin + kBinValues / 2.0;
    y << sum;
    most = std::max(most, sum);
  }
  m_bars->setData(x, y, true);
  yAxis->setRange(0.5, most * 2);
  replot(QCustomPlot::rpQueuedReplot);
}

void PixelPlot::recolour(const Colours& colours) {
  m_bars->setPen(Qt::NoPen);
  m_bars->setBrush(blend(colours.train, colours.card, 0.7));
}

void PixelPlot::retranslate() {
  xAxis->setLabel(tr("grey value: 0 paper … 255 ink"));
  yAxis->setLabel(tr("pixels"));
}

}  // namespace inkling::ui
