// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/robustness.h"
#include "ui/pages/evaluate/evaluation.h"
#include "ui/session/background.h"

#include <QList>
#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inkling::ui {

class FigurePlot;
class RobustnessPlot;
class Session;

/// How the accuracy falls when the images are noisy, turned, shifted …; measured beside the window
/// when asked for. The measurement before it stays as a ghost, or the model that is compared with.
class RobustnessPane final : public QWidget {
  Q_OBJECT
public:
  static constexpr int kImages = 2000;

  explicit RobustnessPane(Session& session, QWidget* parent = nullptr);

  void setEvaluation(const EvaluationPtr& evaluation);
  bool measuring() const { return m_measuring; }
  /// Measured too, and overlaid; null: the measurement before stays as a ghost.
  void setOther(const ModelPtr& other, const QString& name);
  const std::vector<RobustnessCurve>& curves() const { return m_curves; }  ///< complete, or none
  const std::vector<RobustnessCurve>& ghosts() const { return m_ghosts; }
  QList<FigurePlot*> plots() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  void toggle();
  void start();
  void finish(const EvaluationPtr& subject, std::vector<RobustnessCurve> curves,
              std::vector<RobustnessCurve> others);
  void showCurves(const std::vector<RobustnessCurve>& curves);
  void describe();
  void retranslate();

  Session& m_session;
  EvaluationPtr m_evaluation;
  ModelPtr m_other;
  QString m_otherName;
  std::vector<RobustnessCurve> m_curves;
  std::vector<RobustnessCurve> m_ghosts;
  QString m_measured;  ///< which model
  QString m_before;    ///< which one the ghost is of
  bool m_measuring = false;
  std::vector<RobustnessPlot*> m_plots;
  QPushButton* m_start;
  QProgressBar* m_progress;
  QLabel* m_state;
  Background m_work;
};

}  // namespace inkling::ui
