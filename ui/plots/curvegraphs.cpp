// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/curvegraphs.h"

#include "ui/plots/autorange.h"
#include "ui/plots/decimate.h"
#include "ui/plots/readout.h"
#include "ui/plots/scaleticker.h"
#include "ui/theme/colours.h"

#include <QCoreApplication>

namespace inkling::ui {
namespace {

constexpr double kPointSize = 6;

void appendValues(std::vector<double>& values, const QCPGraph* graph, const ValueScale& scale) {
  for (const QCPGraphData& point : *graph->data()) values.push_back(scale.fromAxis(point.value));
}

}  // namespace

void setAxisColours(QCPAxis* axis, const Colours& colours) {
  axis->setBasePen(QPen(colours.frame, 1));
  axis->setTickPen(QPen(colours.frame, 1));
  axis->setSubTickPen(Qt::NoPen);
  axis->setTickLabelColor(colours.muted);
  axis->setLabelColor(colours.muted);
  axis->grid()->setPen(QPen(blend(colours.text, colours.card, 0.08), 1));
  axis->grid()->setZeroLinePen(Qt::NoPen);
}

CurveGraphs::CurveGraphs(QCustomPlot& plot)
    : m_plot(plot),
      m_ticker(new ScaleTicker(*plot.yAxis)),
      m_batches(plot.addGraph()),
      m_ghost(plot.addGraph()),
      m_ghostValidation(plot.addGraph()),
      m_smoothed(plot.addGraph()),
      m_validation(plot.addGraph()),
      m_test(plot.addGraph()),
      m_best(plot.addGraph()),
      m_bestLine(new QCPItemStraightLine(&plot)) {
  m_ticker->setTickCount(5);
  plot.yAxis->setTicker(m_ticker);
  plot.yAxis->setTickLength(0, 4);
  plot.xAxis->setTickLength(0, 4);
  m_batches->setAntialiased(false);
  m_bestLine->point1->setTypeX(QCPItemPosition::ptPlotCoords);
  m_bestLine->setVisible(false);
}

void CurveGraphs::setPoints(QCPGraph* graph, const QColor& colour,
                            QCPScatterStyle::ScatterShape shape) {
  graph->setPen(QPen(colour, 1));
  graph->setScatterStyle(QCPScatterStyle(shape, QPen(colour, 1), QBrush(colour), kPointSize));
}

void CurveGraphs::setColours(const Colours& colours) {
  m_plot.setBackground(QBrush(colours.card));
  for (QCPAxis* axis : {m_plot.xAxis, m_plot.yAxis}) setAxisColours(axis, colours);
  m_ghost->setPen(QPen(colours.ghost, 1));
  setPoints(m_ghostValidation, colours.ghost, QCPScatterStyle::ssCircle);
  m_ghostValidation->setPen(QPen(colours.ghost, 1, Qt::DotLine));
  m_faint = QPen(blend(colours.train, colours.card, colours.dark ? 0.3 : 0.24), 1);
  // Accuracies of single batches are so few different numbers that they fill the ground.
  m_fainter = QPen(blend(colours.train, colours.card, colours.dark ? 0.17 : 0.12), 1);
  m_smoothed->setPen(QPen(colours.train, 1));
  setPoints(m_validation, colours.validation, QCPScatterStyle::ssDisc);
  setPoints(m_test, colours.test, QCPScatterStyle::ssSquare);
  m_best->setPen(Qt::NoPen);
  m_best->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(colours.text, 1),
                                          QBrush(colours.validation), kPointSize * 1.8));
  m_bestLine->setPen(QPen(blend(colours.validation, colours.card, 0.5), 1, Qt::DashLine));
}

void CurveGraphs::set(QCPGraph* graph, const Curve& curve, const ValueScale& scale, int columns) {
  const QCPRange x = m_plot.xAxis->range();
  const Curve seen = decimate(curve, {x.lower, x.upper}, columns);
  QVector<QCPGraphData> points;
  points.reserve(static_cast<qsizetype>(seen.size()));
  for (std::size_t i = 0; i < seen.size(); ++i) {
    points << QCPGraphData(seen.x[i], scale.toAxis(seen.y[i]));
  }
  graph->data()->set(points, true);
  graph->setVisible(!points.isEmpty());
}

void CurveGraphs::update(const RunCurves& run, const RunCurves& ghost, const ValueScale& scale,
                         int columns) {
  m_ticker->setScale(scale);
  m_batches->setPen(scale.isPercent() ? m_fainter : m_faint);
  set(m_ghost, ghost.smoothed.curve(), scale, columns / 2);
  set(m_ghostValidation, ghost.validation, scale, columns);
  set(m_batches, run.batches, scale, columns);
  set(m_smoothed, run.smoothed.curve(), scale, columns / 2);
  set(m_validation, run.validation, scale, columns);
  set(m_test, run.test, scale, columns);
  const Curve& judged = run.validation.empty() ? run.smoothed.curve() : run.validation;
  const auto best = run.bestEpoch < 0 ? std::nullopt : nearestAt(judged, run.bestEpoch, 0.5);
  m_best->data()->clear();
  if (best) m_best->addData(run.bestEpoch, scale.toAxis(*best));
  m_best->setVisible(best.has_value());
  m_bestLine->setVisible(best.has_value());
  m_bestLine->point1->setCoords(run.bestEpoch, 0);
  m_bestLine->point2->setCoords(run.bestEpoch, 1);
}

AxisRange CurveGraphs::bestRangeY(const ValueScale& scale) const {
  std::vector<double> values;
  std::vector<double> must;
  appendValues(values, m_smoothed, scale);
  appendValues(values, m_ghost, scale);
  appendValues(must, m_validation, scale);
  appendValues(must, m_test, scale);
  if (values.empty()) appendValues(must, m_ghostValidation, scale);
  return autoRangeY(std::move(values), must, scale);
}

void CurveGraphs::setLegendNames() {
  const auto tr = [](const char* text) {
    return QCoreApplication::translate("inkling::ui::CurveGraphs", text);
  };
  m_batches->setName(tr(QT_TRANSLATE_NOOP("inkling::ui::CurveGraphs", "each batch")));
  m_smoothed->setName(tr(QT_TRANSLATE_NOOP("inkling::ui::CurveGraphs", "train")));
  m_validation->setName(tr(QT_TRANSLATE_NOOP("inkling::ui::CurveGraphs", "validation")));
  m_test->setName(tr(QT_TRANSLATE_NOOP("inkling::ui::CurveGraphs", "test")));
  m_best->setName(tr(QT_TRANSLATE_NOOP("inkling::ui::CurveGraphs", "best")));
  m_ghost->setName(tr(QT_TRANSLATE_NOOP("inkling::ui::CurveGraphs", "last run")));
  for (QCPGraph* graph : {m_batches, m_smoothed, m_validation, m_test, m_best, m_ghost}) {
    if (!graph->visible()) graph->removeFromLegend();
  }
  m_ghostValidation->removeFromLegend();
}

}  // namespace inkling::ui
