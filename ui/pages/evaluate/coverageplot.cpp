// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/coverageplot.h"

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr double kStep = 0.01;
// More points than there are pixels only cost time.
constexpr std::size_t kMostPoints = 600;

}  // namespace

CoveragePlot::CoveragePlot(QWidget* parent)
    : FigurePlot(parent),
      m_graph(addGraph()),
      m_line(new QCPItemStraightLine(this)),
      m_point(addGraph()) {
  setObjectName(QStringLiteral("coveragePlot"));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SplitHCursor);
  showPercent(xAxis);
  showPercent(yAxis);
  xAxis->setRange(0, 1.01);
  m_point->setLineStyle(QCPGraph::lsNone);
  retranslate();
  applyColours();
}

void CoveragePlot::setCurve(const std::vector<CoveragePoint>& curve) {
  m_curve = curve;
  QVector<double> x;
  QVector<double> y;
  const std::size_t step = std::max<std::size_t>(1, curve.size() / kMostPoints);
  for (std::size_t i = 0; i < curve.size(); i += step) {
    x << curve[i].share;
    y << curve[i].accuracy;
  }
  if (!curve.empty()) {
    x << curve.back().share;
    y << curve.back().accuracy;
  }
  m_graph->setData(x, y, true);
  fitAxes();
  showThreshold();
}

void CoveragePlot::fitAxes() {
  // A single mistake among the first few must not press the curve flat.
  double lowest = m_curve.empty() ? 0 : m_curve.back().accuracy;
  for (const CoveragePoint& point : m_curve)
    if (point.share > 0.05) lowest = std::min(lowest, point.accuracy);
  const double room = std::max(0.002, 1 - lowest);
  yAxis->setRange(lowest - 0.1 * room, 1 + 0.1 * room);
}

CoveragePoint CoveragePlot::current() const {
  CoveragePoint found;
  found.threshold = m_threshold;
  found.accuracy = 1;
  for (const CoveragePoint& point : m_curve) {
    if (point.threshold < m_threshold) break;
    found = point;
  }
  return found;
}

void CoveragePlot::setThreshold(double threshold) {
  threshold = std::clamp(threshold, 0.0, 1.0);
  if (threshold == m_threshold) return;
  m_threshold = threshold;
  showThreshold();
}

void CoveragePlot::showThreshold() {
  const CoveragePoint point = current();
  m_line->point1->setCoords(point.share, 0);
  m_line->point2->setCoords(point.share, 1);
  m_point->setData({point.share}, {point.accuracy}, true);
  replot(QCustomPlot::rpQueuedReplot);
  emit thresholdChanged();
}

// The threshold that answers the share under the mouse.
void CoveragePlot::dragTo(double x) {
  if (m_curve.empty()) return;
  const double share = xAxis->pixelToCoord(x);
  const auto found = std::find_if(m_curve.begin(), m_curve.end(),
                                  [share](const CoveragePoint& p) { return p.share >= share; });
  setThreshold(found == m_curve.end() ? m_curve.back().threshold : found->threshold);
}

void CoveragePlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) dragTo(event->position().x());
}

void CoveragePlot::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons().testFlag(Qt::LeftButton)) dragTo(event->position().x());
}

void CoveragePlot::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Left) return setThreshold(m_threshold + kStep);
  if (event->key() == Qt::Key_Right) return setThreshold(m_threshold - kStep);
  FigurePlot::keyPressEvent(event);
}

void CoveragePlot::recolour(const Colours& colours) {
  m_graph->setPen(QPen(colours.train, 1));
  m_line->setPen(QPen(colours.validation, 1, Qt::DashLine));
  m_point->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colours.validation, 1),
                                           QBrush(colours.validation), 8));
}

void CoveragePlot::retranslate() {
  xAxis->setLabel(tr("share answered"));
  yAxis->setLabel(tr("accuracy of the answers"));
}

}  // namespace inkling::ui
