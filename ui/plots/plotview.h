// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/curve.h"
#include "ui/plots/curvegraphs.h"
#include "ui/plots/valuescale.h"

#include <QTimer>
#include <qcustomplot.h>

namespace inkling::ui {

class ReadoutOverlay;

/// The drawing area of a TrainingPlot: keeps the data, repaints at most 30 times a second, and can
/// be zoomed and panned by mouse and keyboard.
class PlotView final : public QCustomPlot {
  Q_OBJECT

public:
  explicit PlotView(ValueScale::Kind kind, QWidget* parent = nullptr);

  RunCurves& run() { return m_run; }
  RunCurves& ghost() { return m_ghost; }
  /// The data have changed: repaint soon.
  void schedule();
  void setKind(ValueScale::Kind kind);
  const ValueScale& scale() const { return m_scale; }
  void setPlannedEpochs(double epochs);
  void resetView();
  bool isZoomed() const { return m_ownX || m_ownY; }
  QString readoutText() const;

signals:
  void zoomedChanged(bool zoomed);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void refresh();
  void refreshReadout();
  void applyPalette();
  void retranslate();
  void zoom(QCPAxis* axis, double factor, double centre);
  void pan(QPointF way);  ///< pixels
  void setOwn(bool x, bool y);

  RunCurves m_run;
  RunCurves m_ghost;
  ValueScale m_scale;
  CurveGraphs m_graphs;
  ReadoutOverlay* m_overlay;
  QTimer m_timer;
  double m_planned = 0;
  bool m_ownX = false;  ///< the user has chosen the x range
  bool m_ownY = false;
  QPointF m_cursor{-1, -1};
  QPointF m_dragFrom;
  bool m_dragging = false;
};

}  // namespace inkling::ui
