// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/robustness.h"
#include "ui/pages/evaluate/evaluation.h"
#include "ui/session/background.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <atomic>
#include <cstddef>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inkling::ui {

class FigurePlot;
class RobustnessPlot;
class Session;

/// How the accuracy falls when the images are noisy, turned, shifted …; measured beside the window
/// when asked for, one kind after the other. Cancelled, it keeps the kinds that are finished and
/// goes on with the others when asked again. The measurement before it stays as a ghost, or the
/// model that is compared with.
class RobustnessPane final : public QWidget {
  Q_OBJECT
public:
  static constexpr int kImages = 2000;

  explicit RobustnessPane(Session& session, QWidget* parent = nullptr);

  void setEvaluation(const EvaluationPtr& evaluation);
  bool measuring() const { return m_measuring; }
  /// Measured too, and overlaid; null: the measurement before stays as a ghost.
  void setOther(const ModelPtr& other, const QString& name);
  /// Of the kinds that are finished, the first so many of all.
  const std::vector<RobustnessCurve>& curves() const { return m_curves; }
  const std::vector<RobustnessCurve>& ghosts() const { return m_ghosts; }
  QList<FigurePlot*> plots() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Subject {
    EvaluationPtr evaluation;
    ModelPtr other;  ///< measured as well; null: none
    QString otherName;
    bool operator==(const Subject&) const = default;
  };

  void toggle();
  void start();
  void cancel();
  void measure(const Subject& subject, std::size_t first, int number, int threads,
               const std::atomic<bool>& cancel);
  void keep(const Subject& subject, const RobustnessCurve& curve,
            const std::vector<RobustnessCurve>& other);
  void begin(const Subject& subject);
  bool unfinished() const;
  void showCurves(const RobustnessCurve* underWay = nullptr);
  void showGhosts();
  void describe();
  QString sentence() const;
  void retranslate();

  Session& m_session;
  Subject m_next;      ///< what Measure would measure
  Subject m_subject;   ///< what has been measured
  QString m_measured;  ///< its name
  QString m_before;    ///< which one the ghost is of
  std::vector<RobustnessCurve> m_curves;
  std::vector<RobustnessCurve> m_ghosts;
  bool m_measuring = false;
  bool m_fresh = false;  ///< a measurement from the start has not finished a kind yet
  int m_number = 0;      ///< of the measurement; what an earlier one still tells is dropped
  std::vector<RobustnessPlot*> m_plots;
  QPushButton* m_start;
  QProgressBar* m_progress;
  QLabel* m_state;
  Background m_work;
};

}  // namespace inkling::ui
