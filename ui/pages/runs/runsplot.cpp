// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/runs/runsplot.h"

#include "ui/pages/runs/runcolours.h"
#include "ui/pages/runs/runtable.h"
#include "ui/plots/autorange.h"
#include "ui/plots/curve.h"
#include "ui/plots/curvegraphs.h"
#include "ui/plots/scaleticker.h"
#include "ui/theme/colours.h"

#include <QEvent>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

namespace inkling::ui {

namespace {

constexpr double kPointSize = 5;
constexpr double kFaint = 0.45;
constexpr double kSmoothed = 50;  // batches

/// How many batches an epoch of the run has; 1 if that is not known.
double stepsPerEpoch(const RunRecord& run) {
  return std::max(1, run.result.history.stepsPerEpoch(std::max(1, run.result.recipe.batch)));
}

/// As wide as the Learn page smooths; the points of a long run are means already.
double smoothingWindow(const RunRecord& run) {
  if (run.batches.size() < 2) return 1;
  const double steps = static_cast<double>(run.batches.back().step - run.batches.front().step);
  return std::max(1.0, kSmoothed * static_cast<double>(run.batches.size() - 1) / steps);
}

Curve smoothed(const RunRecord& run, bool accuracy) {
  SmoothedCurve curve(smoothingWindow(run));
  const double steps = stepsPerEpoch(run);
  for (const BatchPoint& point : run.batches) {
    const float value = accuracy ? point.accuracy : point.loss;
    curve.append(static_cast<double>(point.step) / steps, static_cast<double>(value));
  }
  return curve.curve();
}

Curve measured(const RunRecord& run, bool accuracy) {
  Curve curve;
  for (const EpochRecord& epoch : run.result.history.epochs) {
    const Score& held = epoch.validation.count > 0 ? epoch.validation : epoch.test;
    const Score& score = held.count > 0 ? held : epoch.train;
    curve.append(epoch.epoch, accuracy ? score.accuracy : score.loss);
  }
  return curve;
}

/// "a ""b"" c" with its quotes, as RFC 4180 has it.
std::string quoted(const QString& text) {
  QString doubled = text;
  doubled.replace(QLatin1Char('"'), QLatin1String("\"\""));
  return '"' + doubled.toStdString() + '"';
}

}  // namespace

RunsPlot::RunsPlot(ValueScale::Kind kind, QWidget* parent)
    : QCustomPlot(parent),
      m_scale{kind},
      m_ticker(new ScaleTicker(*yAxis)) {
  m_ticker->setScale(m_scale);
  m_ticker->setTickCount(5);
  yAxis->setTicker(m_ticker);
  for (QCPAxis* axis : {xAxis, yAxis}) axis->setTickLength(0, 4);
  setMinimumSize(160, 120);
  applyPalette();
  retranslate();
}

void RunsPlot::setRuns(Runs runs) {
  m_runs = std::move(runs);
  refresh();
}

void RunsPlot::refresh() {
  clearGraphs();
  m_values.clear();
  m_points.clear();
  double last = 0;
  for (std::size_t i = 0; i < m_runs.size(); ++i) {
    draw(*m_runs[i], runColour(palette(), static_cast<int>(i)));
    const Position& at = m_runs[i]->result.position;
    last = std::max(last, at.epoch + (at.step > 0 ? 1.0 : 0.0));
  }
  const AxisRange x = autoRangeX(last, last);
  xAxis->setRange(x.low, x.high);
  const AxisRange y = autoRangeY(m_values, m_points, m_scale);
  yAxis->setRange(y.low, y.high);
  replot(rpQueuedReplot);
}

void RunsPlot::draw(const RunRecord& run, const QColor& colour) {
  const bool accuracy = m_scale.isPercent();
  const auto add = [this](const Curve& curve, std::vector<double>& values) {
    QCPGraph* graph = addGraph();
    for (std::size_t i = 0; i < curve.size(); ++i) {
      const double y = m_scale.toAxis(curve.y[i]);
      if (!std::isfinite(y)) continue;
      graph->addData(curve.x[i], y);
      values.push_back(y);
    }
    return graph;
  };
  add(smoothed(run, accuracy), m_values)
      ->setPen(QPen(blend(colour, coloursOf(palette()).card, kFaint), 1));
  QCPGraph* points = add(measured(run, accuracy), m_points);
  points->setPen(QPen(colour, 1.5));
  points->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colour, 1), QBrush(colour), kPointSize));
}

void RunsPlot::applyPalette() {
  const Colours colours = coloursOf(palette());
  setBackground(QBrush(colours.card));
  for (QCPAxis* axis : {xAxis, yAxis}) setAxisColours(axis, colours);
  refresh();
}

void RunsPlot::retranslate() {
  xAxis->setLabel(tr("epochs (points: after each; thin: batches)"));
  setAccessibleName(m_scale.isPercent() ? tr("Accuracy of the selected runs")
                                        : tr("Loss of the selected runs"));
  setToolTip(
      tr("Points: validation after each epoch. Thin lines: the training batches. The "
         "colours stand beside the names in the table."));
  replot(rpQueuedReplot);
}

void RunsPlot::changeEvent(QEvent* event) {
  QCustomPlot::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) applyPalette();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

std::string runsCsv(const RunsPlot::Runs& runs) {
  std::string text;
  for (const auto& run : runs) {
    std::istringstream rows(epochsCsv(*run));
    std::string row;
    std::getline(rows, row);
    if (text.empty()) text = "run," + row + "\n";
    while (std::getline(rows, row)) text += quoted(nameOf(*run)) + "," + row + "\n";
  }
  return text;
}

}  // namespace inkling::ui
