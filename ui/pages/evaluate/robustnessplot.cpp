// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/robustnessplot.h"

namespace inkling::ui {

RobustnessPlot::RobustnessPlot(Corruption kind, QWidget* parent)
    : FigurePlot(parent),
      m_kind(kind),
      m_ghost(addGraph()),
      m_curve(addGraph()) {
  setObjectName(QStringLiteral("robustness-") + QString::fromStdString(toString(kind)));
  showPercent(yAxis);
  yAxis->setRange(0, 1.03);
  const auto strengths = usualStrengths(kind);
  const double margin = (strengths.back() - strengths.front()) * 0.04;
  xAxis->setRange(strengths.front() - margin, strengths.back() + margin);
  retranslate();
  applyColours();
}

void RobustnessPlot::fill(QCPGraph* graph, const RobustnessCurve& curve) {
  QVector<double> x;
  QVector<double> y;
  for (const RobustnessPoint& point : curve.points) {
    x << point.strength;
    y << point.accuracy;
  }
  graph->setData(x, y, true);
}

void RobustnessPlot::setCurve(const RobustnessCurve& curve) {
  fill(m_curve, curve);
  replot(QCustomPlot::rpQueuedReplot);
}

void RobustnessPlot::setGhost(const RobustnessCurve& curve) {
  fill(m_ghost, curve);
  replot(QCustomPlot::rpQueuedReplot);
}

void RobustnessPlot::recolour(const Colours& colours) {
  const auto set = [](QCPGraph* graph, const QColor& colour, Qt::PenStyle line) {
    graph->setPen(QPen(colour, 1, line));
    graph->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colour, 1), QBrush(colour), 5));
  };
  set(m_curve, colours.train, Qt::SolidLine);
  set(m_ghost, colours.ghost, Qt::DashLine);
}

void RobustnessPlot::retranslate() {
  switch (m_kind) {
    case Corruption::Noise:
      return xAxis->setLabel(tr("noise, share of full ink"));
    case Corruption::Rotation:
      return xAxis->setLabel(tr("turned, degrees"));
    case Corruption::Shift:
      return xAxis->setLabel(tr("shifted, pixels"));
    case Corruption::Scale:
      return xAxis->setLabel(tr("scaled by"));
    case Corruption::StrokeWidth:
      return xAxis->setLabel(tr("strokes wider by, pixels"));
    case Corruption::Blur:
      return xAxis->setLabel(tr("blur, pixels"));
    case Corruption::Occlusion:
      return xAxis->setLabel(tr("covered square, pixels"));
  }
}

}  // namespace inkling::ui
