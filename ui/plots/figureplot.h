// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <qcustomplot.h>

namespace inkling::ui {

/// A small plot in the colours of the palette, without zoom and pan; percent on axes that are told
/// so.
class FigurePlot : public QCustomPlot {
  Q_OBJECT
public:
  explicit FigurePlot(QWidget* parent = nullptr);

  static void showPercent(QCPAxis* axis);
  /// On white paper, whatever the window looks like.
  void paintFigure(QCPPainter& painter, const QRect& place);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  /// Colours of what the plot shows; call applyColours() once everything is there.
  virtual void recolour(const Colours& colours) = 0;
  virtual void retranslate() {}
  void applyColours() { applyColours(coloursOf(palette())); }

private:
  void applyColours(const Colours& colours);
};

}  // namespace inkling::ui
