// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/evaluate/evaluation.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace inkling::ui {

class CoveragePlot;
class FigurePlot;
class ReliabilityPlot;

/// Whether the network's confidence can be trusted, and what it is good for.
class ConfidencePane final : public QWidget {
  Q_OBJECT
public:
  explicit ConfidencePane(QWidget* parent = nullptr);

  void show(const EvaluationPtr& evaluation);  ///< null: nothing
  QList<FigurePlot*> plots() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  void describe();
  void retranslate();

  EvaluationPtr m_evaluation;
  ReliabilityPlot* m_reliability;
  CoveragePlot* m_coverage;
  QLabel* m_trust;
  QLabel* m_use;
};

}  // namespace inkling::ui
