// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/curve.h"
#include "ui/plots/range.h"
#include "ui/plots/valuescale.h"

#include <qcustomplot.h>

namespace inkling::ui {

class ScaleTicker;
struct Colours;

/// Line, labels and grid of an axis in the colours of a palette.
void setAxisColours(QCPAxis* axis, const Colours& colours);

/// The graphs of one metric in a QCustomPlot, which owns them: for the window and for files alike.
class CurveGraphs {
public:
  explicit CurveGraphs(QCustomPlot& plot);

  /// Pens, axes and ground in the colours of a palette.
  void setColours(const Colours& colours);
  /// Gives the plot what can be seen of the curves in its present x range, `columns` pixels wide.
  void update(const RunCurves& run, const RunCurves& ghost, const ValueScale& scale, int columns);
  /// The y range in axis units that shows this best, from what update() was last given.
  AxisRange bestRangeY(const ValueScale& scale) const;
  void setLegendNames();  ///< of the curves that have points

private:
  void set(QCPGraph* graph, const Curve& curve, const ValueScale& scale, int columns);
  void setPoints(QCPGraph* graph, const QColor& colour, QCPScatterStyle::ScatterShape shape);

  QCustomPlot& m_plot;
  QSharedPointer<ScaleTicker> m_ticker;
  QCPGraph* m_batches;
  QCPGraph* m_ghost;
  QCPGraph* m_ghostValidation;
  QCPGraph* m_smoothed;
  QCPGraph* m_validation;
  QCPGraph* m_test;
  QCPGraph* m_best;
  QCPItemStraightLine* m_bestLine;
  QPen m_faint;
  QPen m_fainter;
};

}  // namespace inkling::ui
