// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/sweep/heattable.h"

#include <qcustomplot.h>

namespace inkling::ui {

/// Accuracies over two axes: a sequential colour map that does not rely on hue (viridis, van der
/// Walt and Smith 2015) with the value in every cell, or points of those colours. Hovering says all
/// numbers, a click or Enter chooses a cell.
class Heatmap final : public QCustomPlot {
  Q_OBJECT
public:
  explicit Heatmap(QWidget* parent = nullptr);

  void setTable(HeatTable table);
  const HeatTable& table() const { return m_table; }
  QPointF centreOf(int cell) const;  ///< in pixels of the widget
  /// PDF by the name's ending, else PNG; always on white. False if it could not be written.
  bool saveTo(const QString& file);

signals:
  void chosen(int id);

protected:
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  void build(const QPalette& palette);
  void setAxes();
  void setPointAxis(QCPAxis* axis, bool magnitudes, double (QPointF::*value)() const);
  void fillColours();
  void addCell(int cell, const QPalette& palette);
  void addPoint(int cell, const QPalette& palette);
  void frame(int cell, const QPen& pen);
  QColor colourOf(const HeatCell& cell) const;
  int cellAt(const QPointF& position) const;  ///< −1: none
  bool steps(int key);

  HeatTable m_table;
  QCPColorMap* m_map;
  QCPColorScale* m_scale;
  int m_current = 0;  ///< for the keyboard
};

}  // namespace inkling::ui
