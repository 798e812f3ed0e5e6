// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/histogramplot.h"

#include <algorithm>

namespace inkling::ui {

HistogramPlot::HistogramPlot(QWidget* parent)
    : FigurePlot(parent),
      m_bars(new QCPBars(xAxis, yAxis)) {
  setObjectName(QStringLiteral("weightHistogram"));
  retranslate();
  applyColours();
}

void HistogramPlot::setHistogram(const WeightHistogram& histogram) {
  QVector<double> x;
  QVector<double> y;
  const auto bins = static_cast<double>(histogram.counts.size());
  for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
    x << histogram.limit * ((2 * static_cast<double>(i) + 1) / bins - 1);
    y << histogram.counts[i];
  }
  const double limit = histogram.limit > 0 ? histogram.limit : 1;
  m_bars->setWidth(bins > 0 ? 1.8 * limit / bins : 1);
  m_bars->setData(x, y, true);
  xAxis->setRange(-limit * 1.02, limit * 1.02);
  yAxis->setRange(0, y.isEmpty() ? 1 : std::max(1.0, *std::max_element(y.begin(), y.end()) * 1.05));
  replot(QCustomPlot::rpQueuedReplot);
}

void HistogramPlot::recolour(const Colours& colours) {
  m_bars->setPen(Qt::NoPen);
  m_bars->setBrush(blend(colours.train, colours.card, 0.7));
}

void HistogramPlot::retranslate() {
  xAxis->setLabel(tr("weight"));
  yAxis->setLabel(tr("how many"));
}

}  // namespace inkling::ui
