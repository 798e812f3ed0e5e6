// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/evaluate/evaluationreader.h"
#include "ui/pages/page.h"

#include <functional>

class QComboBox;
class QLabel;
class QMenu;
class QSplitter;
class QTabWidget;
class QTableView;
class QToolButton;

namespace inkling::ui {

class Card;
class ComparePane;
class ClassTable;
class ConfidencePane;
class ConfusionView;
struct ConfusionCell;
class Headline;
class Inspector;
class Prompter;
class RobustnessPane;
class SampleTiles;
class Session;

/// How good the network is and where it fails: figures, confusion matrix, classes, confidence, and
/// the images behind all of them.
class EvaluatePage final : public Page {
  Q_OBJECT
public:
  EvaluatePage(Session& session, Prompter& prompter, QWidget* parent = nullptr);

  Icon pageIcon() const override { return Icon::Evaluate; }
  QString title() const override { return tr("Evaluate"); }
  QString purpose() const override;

  const EvaluationReader& reader() const { return m_reader; }

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void build();
  QWidget* buildTop();
  QWidget* buildLeft();
  QWidget* buildRight();
  void connectAll();
  void showEvaluation();
  void showNothing();
  void showOrigin(const Model& model);
  void showCell(const ConfusionCell& cell);
  void showFilter();
  void inspect(int position);
  void saveBytes(const QString& name, bool table, std::function<QByteArray(const QString&)> make);
  void exportMatrix();
  void exportPicture();
  void exportClasses();
  void exportErrors();
  void exportPlots();
  void exportRobustness();
  QString whyNothing() const;
  QStringList classNames() const;
  void retranslate();

  Session& m_session;
  Prompter& m_prompter;
  EvaluationReader m_reader;
  QComboBox* m_part;
  QLabel* m_partNote;
  QLabel* m_originNote;
  Headline* m_headline;
  QToolButton* m_export;
  QMenu* m_exportMenu;
  QComboBox* m_mode;
  ConfusionView* m_matrix;
  QTabWidget* m_tabs;
  QSplitter* m_confusion;
  ClassTable* m_classes;
  QTableView* m_classView;
  ConfidencePane* m_confidence;
  RobustnessPane* m_robustness;
  ComparePane* m_compare;
  Card* m_galleryCard;
  SampleTiles* m_tiles;
  Inspector* m_inspector;
  QSplitter* m_columns;
  DataView m_shownView;
};

}  // namespace inkling::ui
