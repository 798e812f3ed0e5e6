// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/datastatistics.h"
#include "ui/plots/figureplot.h"

namespace inkling::ui {

/// How often each grey value occurs, on a logarithmic axis: paper is by far the most frequent.
class PixelPlot final : public FigurePlot {
  Q_OBJECT
public:
  explicit PixelPlot(QWidget* parent = nullptr);

  void setHistogram(const std::array<long, 256>& histogram);

protected:
  void recolour(const Colours& colours) override;
  void retranslate() override;

private:
  QCPBars* m_bars;
};

}  // namespace inkling::ui
