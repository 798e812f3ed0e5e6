// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/mcnemar.h"
#include "ui/pages/evaluate/evaluation.h"
#include "ui/session/background.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;

namespace inkling::ui {

class Prompter;

/// The network against another one from a file, on the same images: figures side by side, McNemar's
/// test, the images on which they differ.
class ComparePane final : public QWidget {
  Q_OBJECT
public:
  explicit ComparePane(Prompter& prompter, QWidget* parent = nullptr);

  void setEvaluation(const EvaluationPtr& evaluation);
  const std::shared_ptr<const ModelComparison>& comparison() const { return m_comparison; }

signals:
  /// Show these images: positions in the view.
  void imagesWanted(std::shared_ptr<const std::vector<int>> positions);
  void failed(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  void chooseOther();
  void open(const QString& file);
  void readOther();
  void compare();
  void offer(int which);
  void retranslate();

  Prompter& m_prompter;
  EvaluationPtr m_evaluation;
  ModelPtr m_other;
  QString m_otherName;
  EvaluationPtr m_otherEvaluation;
  std::shared_ptr<const ModelComparison> m_comparison;
  QPushButton* m_open;
  QLabel* m_figures;
  QLabel* m_verdict;
  QPushButton* m_onlyThis;
  QPushButton* m_onlyOther;
  QPushButton* m_different;
  Background m_loader;
  Background m_work;
};

}  // namespace inkling::ui
