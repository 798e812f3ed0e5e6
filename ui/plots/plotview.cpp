// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/plotview.h"

#include "ui/plots/autorange.h"
#include "ui/plots/readoutoverlay.h"
#include "ui/theme/colours.h"

#include <cmath>

namespace inkling::ui {
namespace {

constexpr int kRefreshMs = 33;
constexpr double kZoomStep = 0.85;  // a notch of the wheel

}  // namespace

PlotView::PlotView(ValueScale::Kind kind, QWidget* parent)
    : QCustomPlot(parent),
      m_scale{kind},
      m_graphs(*this),
      m_overlay(new ReadoutOverlay(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent, false);
  setMinimumSize(160, 80);
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &PlotView::refresh);
  applyPalette();
  retranslate();
  refresh();
}

// A hidden plot costs nothing: it catches up when it is shown.
void PlotView::schedule() {
  if (isVisible() && !m_timer.isActive()) m_timer.start(kRefreshMs);
}

void PlotView::setKind(ValueScale::Kind kind) {
  m_scale.kind = kind;
  setOwn(m_ownX, false);
  refresh();
}

void PlotView::setPlannedEpochs(double epochs) {
  m_planned = epochs;
  schedule();
}

void PlotView::resetView() {
  setOwn(false, false);
  refresh();
}

void PlotView::setOwn(bool x, bool y) {
  const bool before = isZoomed();
  m_ownX = x;
  m_ownY = y;
  if (isZoomed() != before) emit zoomedChanged(isZoomed());
}

void PlotView::refresh() {
  m_timer.stop();
  if (!m_ownX) {
    const double last = m_run.empty() ? m_ghost.lastX() : m_run.lastX();
    const AxisRange x = autoRangeX(last, m_planned);
    xAxis->setRange(x.low, x.high);
  }
  const int columns = std::max(64, axisRect()->width());
  m_graphs.update(m_run, m_ghost, m_scale, columns);
  if (!m_ownY) {
    const AxisRange y = m_graphs.bestRangeY(m_scale);
    yAxis->setRange(y.low, y.high);
  }
  if (!isVisible()) return;
  replot(QCustomPlot::rpQueuedReplot);
  refreshReadout();
}

void PlotView::refreshReadout() {
  const QRectF axes = axisRect()->rect();
  if (m_dragging || !axes.contains(m_cursor) || (m_run.empty() && m_ghost.empty())) {
    return m_overlay->hideReadout();
  }
  const double x = xAxis->pixelToCoord(m_cursor.x());
  m_overlay->show(readAt(m_run, m_ghost, x), m_scale, axes, m_cursor.x());
}

QString PlotView::readoutText() const { return m_overlay->text(); }

void PlotView::zoom(QCPAxis* axis, double factor, double centre) {
  axis->scaleRange(factor, centre);
  if (axis == xAxis && xAxis->range().lower < 0) xAxis->setRangeLower(0);
  setOwn(m_ownX || axis == xAxis, m_ownY || axis == yAxis);
  refresh();
}

void PlotView::pan(QPointF way) {
  const QRect axes = axisRect()->rect();
  const double dx = -way.x() * xAxis->range().size() / std::max(1, axes.width());
  const double dy = way.y() * yAxis->range().size() / std::max(1, axes.height());
  xAxis->moveRange(std::max(dx, -xAxis->range().lower));
  yAxis->moveRange(dy);
  setOwn(m_ownX || dx != 0, m_ownY || dy != 0);
  refresh();
}

void PlotView::wheelEvent(QWheelEvent* event) {
  const QPointF at = event->position();
  const QPoint angle = event->angleDelta();
  const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / 120.0;
  const double factor = std::pow(kZoomStep, notches);
  const bool vertical =
      event->modifiers().testFlag(Qt::ControlModifier) || at.x() < axisRect()->left();
  QCPAxis* axis = vertical ? yAxis : xAxis;
  zoom(axis, factor, axis->pixelToCoord(vertical ? at.y() : at.x()));
  event->accept();
}

void PlotView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  m_dragging = true;
  m_dragFrom = event->position();
  setCursor(Qt::ClosedHandCursor);
  refreshReadout();
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
  m_cursor = event->position();
  if (!m_dragging) return refreshReadout();
  const QPointF way = event->position() - m_dragFrom;
  m_dragFrom = event->position();
  if (!way.isNull()) pan(way);
}

void PlotView::mouseReleaseEvent(QMouseEvent*) {
  m_dragging = false;
  unsetCursor();
  refreshReadout();
}

void PlotView::mouseDoubleClickEvent(QMouseEvent*) { resetView(); }

void PlotView::leaveEvent(QEvent* event) {
  m_cursor = {-1, -1};
  refreshReadout();
  QCustomPlot::leaveEvent(event);
}

void PlotView::keyPressEvent(QKeyEvent* event) {
  const QRectF axes = axisRect()->rect();
  const double centre = xAxis->range().center();
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(xAxis, kZoomStep, centre);
    case Qt::Key_Minus:
      return zoom(xAxis, 1 / kZoomStep, centre);
    case Qt::Key_Left:
      return pan({axes.width() / 10, 0});
    case Qt::Key_Right:
      return pan({-axes.width() / 10, 0});
    case Qt::Key_Up:
      return pan({0, axes.height() / 10});
    case Qt::Key_Down:
      return pan({0, -axes.height() / 10});
    case Qt::Key_Home:
    case Qt::Key_0:
      return resetView();
    default:
      QCustomPlot::keyPressEvent(event);
  }
}

void PlotView::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  m_overlay->setGeometry(rect());
  schedule();
}

void PlotView::showEvent(QShowEvent* event) {
  QCustomPlot::showEvent(event);
  refresh();
}

void PlotView::changeEvent(QEvent* event) {
  QCustomPlot::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) applyPalette();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PlotView::applyPalette() {
  m_graphs.setColours(coloursOf(palette()));
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setTickLabelFont(font());
    axis->setLabelFont(font());
  }
  // Labels that would be cut off at the border are not drawn at all.
  const int half = fontMetrics().height() / 2;
  axisRect()->setMinimumMargins(QMargins(4, half + 2, half + 8, 2));
  schedule();
}

void PlotView::retranslate() {
  xAxis->setLabel(tr("epochs"));
  schedule();
}

}  // namespace inkling::ui
