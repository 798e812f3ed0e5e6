// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/coverage.h"
#include "ui/plots/figureplot.h"

namespace inkling::ui {

/// Accuracy against the share that is answered when unsure images are left to a person. The
/// threshold is dragged with the mouse or moved with the arrow keys.
class CoveragePlot final : public FigurePlot {
  Q_OBJECT
public:
  explicit CoveragePlot(QWidget* parent = nullptr);

  void setCurve(const std::vector<CoveragePoint>& curve);
  double threshold() const { return m_threshold; }
  void setThreshold(double threshold);
  /// What the threshold does: the last point of the curve at or above it.
  CoveragePoint current() const;

signals:
  void thresholdChanged();

protected:
  void recolour(const Colours& colours) override;
  void retranslate() override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void dragTo(double x);
  void showThreshold();
  void fitAxes();

  QCPGraph* m_graph;
  QCPItemStraightLine* m_line;
  QCPGraph* m_point;
  std::vector<CoveragePoint> m_curve;
  double m_threshold = 0.9;
};

}  // namespace inkling::ui
