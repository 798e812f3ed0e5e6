// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/calibration.h"
#include "ui/plots/figureplot.h"

namespace inkling::ui {

/// Accuracy against confidence: bars as the network is, a line as it would be with the fitted
/// temperature, and the diagonal where both would be equal.
class ReliabilityPlot final : public FigurePlot {
  Q_OBJECT
public:
  explicit ReliabilityPlot(QWidget* parent = nullptr);

  void setBins(const std::vector<ReliabilityBin>& bins, const std::vector<ReliabilityBin>& cooled);

protected:
  void recolour(const Colours& colours) override;
  void retranslate() override;
  bool event(QEvent* event) override;

private:
  QString describe(double confidence) const;

  QCPBars* m_bars;
  QCPGraph* m_diagonal;
  QCPGraph* m_cooled;
  std::vector<ReliabilityBin> m_bins;
};

}  // namespace inkling::ui
