// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/runstore.h"
#include "ui/plots/valuescale.h"

#include <qcustomplot.h>

#include <memory>
#include <vector>

namespace inkling::ui {

class ScaleTicker;

/// One metric of several runs against epochs: their training thin, their validation (the test set
/// where nothing was held out) with points. The colours are those of runColour(), by place.
class RunsPlot final : public QCustomPlot {
  Q_OBJECT
public:
  using Runs = std::vector<std::shared_ptr<const RunRecord>>;

  explicit RunsPlot(ValueScale::Kind kind, QWidget* parent = nullptr);

  void setRuns(Runs runs);
  const Runs& runs() const { return m_runs; }

protected:
  void changeEvent(QEvent* event) override;

private:
  void refresh();
  void draw(const RunRecord& run, const QColor& colour);
  void applyPalette();
  void retranslate();

  ValueScale m_scale;
  QSharedPointer<ScaleTicker> m_ticker;
  Runs m_runs;
  std::vector<double> m_values;  ///< on the axis, of the training curves
  std::vector<double> m_points;  ///< of the others: always in the picture
};

/// The text of a table with a row for each epoch of each run, the run's name first.
std::string runsCsv(const RunsPlot::Runs& runs);

}  // namespace inkling::ui
