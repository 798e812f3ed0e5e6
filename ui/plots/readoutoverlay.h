// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/readout.h"
#include "ui/plots/valuescale.h"

#include <QColor>
#include <QWidget>

#include <vector>

namespace inkling::ui {

/// Drawn over a plot: a vertical line at the cursor and a box with the value of every curve there.
/// Lets the mouse through.
class ReadoutOverlay final : public QWidget {
  Q_OBJECT

public:
  explicit ReadoutOverlay(QWidget* plot);

  void show(const Readout& readout, const ValueScale& scale, const QRectF& axes, double cursorX);
  void hideReadout();
  /// "epoch 3.20, train 0.0832, …": the same for screen readers and tests.
  QString text() const;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  struct Line {
    QColor colour;
    QString name;
    QString value;
  };
  std::vector<Line> lines() const;

  Readout m_readout;
  ValueScale m_scale;
  QRectF m_axes;
  double m_cursorX = 0;
  bool m_shown = false;
};

}  // namespace inkling::ui
