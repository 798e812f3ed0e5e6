// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/mcnemar.h"
#include "core/io/runstore.h"
#include "ui/pages/evaluate/evaluation.h"
#include "ui/session/background.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <string>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;

namespace inkling::ui {

class Prompter;
class Session;

/// The network against another one from a file or of an earlier run, on the same images: figures
/// side by side, McNemar's test, the images on which they differ.
class ComparePane final : public QWidget {
  Q_OBJECT
public:
  ComparePane(Session& session, Prompter& prompter, QWidget* parent = nullptr);

  void setEvaluation(const EvaluationPtr& evaluation);
  const std::shared_ptr<const ModelComparison>& comparison() const { return m_comparison; }

signals:
  void otherChanged(const inkling::ModelPtr& other, const QString& name);
  /// Show these images: positions in the view.
  void imagesWanted(std::shared_ptr<const std::vector<int>> positions);
  void failed(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void chooseOther();
  void open(const QString& file);
  void openRun(const std::string& id, const QString& name);
  void load(const QString& name, std::function<ModelPtr()> read);
  void listRuns();
  void fillRuns(const std::vector<RunRecord>& runs);
  void readOther();
  void compare();
  void offer(int which);
  void retranslate();

  Session& m_session;
  Prompter& m_prompter;
  EvaluationPtr m_evaluation;
  ModelPtr m_other;
  QString m_otherName;
  EvaluationPtr m_otherEvaluation;
  std::shared_ptr<const ModelComparison> m_comparison;
  QPushButton* m_open;
  QPushButton* m_run;
  QMenu* m_runs;
  QLabel* m_figures;
  QLabel* m_verdict;
  QPushButton* m_onlyThis;
  QPushButton* m_onlyOther;
  QPushButton* m_different;
  Background m_lister;
  Background m_loader;
  Background m_work;
};

}  // namespace inkling::ui
