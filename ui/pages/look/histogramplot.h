// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/health.h"
#include "ui/plots/figureplot.h"

namespace inkling::ui {

/// How the weights of a layer are distributed.
class HistogramPlot final : public FigurePlot {
  Q_OBJECT
public:
  explicit HistogramPlot(QWidget* parent = nullptr);

  void setHistogram(const WeightHistogram& histogram);

protected:
  void recolour(const Colours& colours) override;
  void retranslate() override;

private:
  QCPBars* m_bars;
};

}  // namespace inkling::ui
