// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curve.h"

#include <QString>
#include <QWidget>

class QLabel;
class QToolButton;

namespace inkling::ui {

class PlotView;
class PlotLegend;

/// One metric against epochs, live: raw batch values faint, their average in front, validation and
/// test points, the best epoch marked, the last run as a ghost behind. Wheel zooms, dragging pans,
/// double click resets, hovering reads every curve. Appending is cheap and repaints at most 30
/// times a second.
class TrainingPlot final : public QWidget {
  Q_OBJECT

public:
  enum class Metric { Loss, Accuracy };

  explicit TrainingPlot(Metric metric, QWidget* parent = nullptr);
  ~TrainingPlot() override;

  /// What is shown becomes the ghost; the plot is ready for a new run. Does nothing if it is empty.
  void beginRun();
  /// Forgets everything, the ghost too.
  void clear();
  void appendBatch(double epoch, double value);
  /// A mean over the `steps` batches up to `epoch`: hovering reads it, files hold it.
  void appendReport(double epoch, double value, int steps);
  void appendValidation(double epoch, double value);
  void appendTest(double epoch, double value);
  /// Marks an epoch as the best; −1: none.
  void setBestEpoch(double epoch);
  /// The automatic x range stops growing in steps here; 0: not known.
  void setPlannedEpochs(double epochs);

  const RunCurves& run() const;
  const RunCurves& ghost() const;
  /// Loss: logarithmic axis. Accuracy: logarithmic in the error, so that 90, 99 and 99.9 % are
  /// equally far apart.
  bool isLogarithmic() const;
  void setLogarithmic(bool on);
  void resetView();

  /// PNG, PDF, SVG or CSV by the name's ending. Returns what went wrong, empty if nothing did.
  QString exportTo(const QString& file) const;

signals:
  /// The user asked to save the picture; ask for a name and call exportTo().
  void exportRequested();
  void logarithmicChanged(bool on);

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void applyLogarithmic(bool on);
  void changed();
  void retranslate();

  Metric m_metric;
  PlotView* m_view;
  QLabel* m_title;
  PlotLegend* m_legend;
  QToolButton* m_log;
  QToolButton* m_fit;
  QToolButton* m_export;
};

}  // namespace inkling::ui
