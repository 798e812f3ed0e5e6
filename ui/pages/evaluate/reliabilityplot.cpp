// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/reliabilityplot.h"

#include <QHelpEvent>
#include <QToolTip>

namespace inkling::ui {

ReliabilityPlot::ReliabilityPlot(QWidget* parent)
    : FigurePlot(parent),
      m_bars(new QCPBars(xAxis, yAxis)),
      m_diagonal(addGraph()),
      m_cooled(addGraph()) {
  setObjectName(QStringLiteral("reliabilityPlot"));
  for (QCPAxis* axis : {xAxis, yAxis}) {
    showPercent(axis);
    axis->setRange(0, 1.02);
  }
  m_diagonal->setData({0, 1}, {0, 1}, true);
  retranslate();
  applyColours();
}

void ReliabilityPlot::setBins(const std::vector<ReliabilityBin>& bins,
                              const std::vector<ReliabilityBin>& cooled) {
  m_bins = bins;
  QVector<double> x;
  QVector<double> y;
  for (const ReliabilityBin& bin : bins) {
    if (bin.count == 0) continue;
    x << (bin.low + bin.high) / 2;
    y << bin.accuracy;
  }
  m_bars->setWidth(bins.empty() ? 1 : 0.86 / static_cast<double>(bins.size()));
  m_bars->setData(x, y, true);
  x.clear();
  y.clear();
  for (const ReliabilityBin& bin : cooled) {
    if (bin.count == 0) continue;
    x << bin.confidence;
    y << bin.accuracy;
  }
  m_cooled->setData(x, y, true);
  replot(QCustomPlot::rpQueuedReplot);
}

void ReliabilityPlot::recolour(const Colours& colours) {
  m_bars->setPen(Qt::NoPen);
  m_bars->setBrush(blend(colours.train, colours.card, 0.55));
  m_diagonal->setPen(QPen(colours.muted, 1, Qt::DashLine));
  m_cooled->setPen(QPen(colours.validation, 1));
  m_cooled->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colours.validation, 1),
                                            QBrush(colours.validation), 5));
}

void ReliabilityPlot::retranslate() {
  xAxis->setLabel(tr("confidence"));
  yAxis->setLabel(tr("accuracy"));
}

QString ReliabilityPlot::describe(double confidence) const {
  for (const ReliabilityBin& bin : m_bins) {
    if (confidence < bin.low || confidence >= bin.high) continue;
    const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', 1); };
    if (bin.count == 0)
      return tr("No image gets %1 to %2 %.").arg(percent(bin.low), percent(bin.high));
    return tr("%1 images get %2 to %3 %: %4 % on average, and %5 % of them are right.")
        .arg(QLocale().toString(bin.count), percent(bin.low), percent(bin.high),
             percent(bin.confidence), percent(bin.accuracy));
  }
  return {};
}

bool ReliabilityPlot::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return FigurePlot::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const bool inside = axisRect()->rect().contains(help->pos());
  const QString bin = inside ? describe(xAxis->pixelToCoord(help->pos().x())) : QString();
  QToolTip::showText(help->globalPos(), bin.isEmpty() ? toolTip() : bin, this);
  return true;
}

}  // namespace inkling::ui
