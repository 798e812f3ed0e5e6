// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweeptable.h"

#include <QPointF>
#include <QStringList>

#include <optional>
#include <vector>

namespace inkling::ui {

/// One setting: what it is worth, and which it is for the owner.
struct HeatCell {
  std::optional<double> accuracy;  ///< share of 1; none: not there yet
  QString hint;                    ///< all numbers, for the tooltip
  int id = -1;                     ///< −1: there is no such setting
  QPointF at;                      ///< where it lies if the table is scattered
};

/// Accuracies over two settings: a table in the colours of its values or, where the settings were
/// drawn at random, points.
struct HeatTable {
  QString xTitle, yTitle;
  QString others;  ///< what the other axes are set to: "epochs 2"
  QStringList xLabels, yLabels;
  std::vector<HeatCell> cells;  ///< row by row, the first row at the bottom; scattered: by x
  int best = -1;                ///< id of the cell with a frame
  double low = 0, high = -1;    ///< of all accuracies of the sweep; low above high: there are none
  QString valueTitle;           ///< what the colours tell
  bool scattered = false;
  bool xMagnitudes = false, yMagnitudes = false;  ///< scattered: logarithmic axes

  int columns() const { return static_cast<int>(xLabels.size()); }
  int rows() const { return static_cast<int>(yLabels.size()); }
};

/// The views of a sweep in which more than two axes vary, as titles for tabs; empty if one view
/// shows all. A whole grid has a view for each combination of the axes beyond the first two, other
/// sweeps have one for each pair of axes.
QStringList heatTabs(const SweepTable& table);

/// The view of that tab: means over the seeds on validation; on the test set where nothing was held
/// out. Of several settings in one place the best is shown. A cell's id is the number of the
/// setting, as in cellsOf().
HeatTable heatTableOf(const SweepTable& table, int tab);

/// The usual names of axes in the window's language, others as they are.
QString axisTitle(const std::string& name);
/// "hidden 32, batch 8"
QString settingText(const std::vector<std::string>& axes, const std::vector<std::string>& at);
/// The validation score, or the test score where nothing was held out.
const Score& judged(const SweepCell& cell);

}  // namespace inkling::ui
