// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/robustness.h"
#include "ui/plots/figureplot.h"

namespace inkling::ui {

/// Accuracy against the strength of one corruption, over that of an earlier measurement.
class RobustnessPlot final : public FigurePlot {
  Q_OBJECT
public:
  explicit RobustnessPlot(Corruption kind, QWidget* parent = nullptr);

  Corruption kind() const { return m_kind; }
  void setCurve(const RobustnessCurve& curve);
  void setGhost(const RobustnessCurve& curve);
  int points() const { return m_curve->dataCount(); }

protected:
  void recolour(const Colours& colours) override;
  void retranslate() override;

private:
  static void fill(QCPGraph* graph, const RobustnessCurve& curve);

  Corruption m_kind;
  QCPGraph* m_ghost;
  QCPGraph* m_curve;
};

}  // namespace inkling::ui
