// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/robustness.h"
#include "ui/pages/evaluate/evaluation.h"
#include "ui/session/background.h"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inkling::ui {

class RobustnessPlot;
class Session;

/// How the accuracy falls when the images are noisy, turned, shifted …; measured beside the window
/// when asked for. The measurement before it stays as a ghost.
class RobustnessPane final : public QWidget {
  Q_OBJECT
public:
  static constexpr int kImages = 2000;

  explicit RobustnessPane(Session& session, QWidget* parent = nullptr);

  void setEvaluation(const EvaluationPtr& evaluation);
  bool measuring() const { return m_measuring; }
  const std::vector<RobustnessCurve>& curves() const { return m_curves; }  ///< complete, or none

protected:
  void changeEvent(QEvent* event) override;

private:
  void toggle();
  void start();
  void showCurves(const std::vector<RobustnessCurve>& curves);
  void describe();
  void retranslate();

  Session& m_session;
  EvaluationPtr m_evaluation;
  std::vector<RobustnessCurve> m_curves;
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
