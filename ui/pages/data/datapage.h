// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/datasurvey.h"
#include "ui/pages/page.h"

#include <QStringList>

class QComboBox;
class QLabel;
class QSpinBox;
class QTabWidget;
class QTableView;

namespace inkling::ui {

class AugmentPane;
class Card;
class ClassesTable;
class DivisionBar;
class DuplicatesPane;
class PixelPlot;
class ProblemList;
class SampleDetail;
class SampleTiles;
class Session;

/// What there is to learn from: every image, counts, means, pixels, augmentation, duplicates.
class DataPage final : public Page {
  Q_OBJECT
public:
  explicit DataPage(Session& session, QWidget* parent = nullptr);

  Icon pageIcon() const override { return Icon::Data; }
  QString title() const override { return tr("Data"); }
  QString purpose() const override;

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  QWidget* buildLeft();
  QWidget* buildRight();
  void connectAll();
  QString headline() const;
  void showFigures();
  void showPart();
  void showClass(int row);
  void goTo(int index);
  void showDetail(int position);
  QStringList classNames() const;
  void retranslate();

  Session& m_session;
  DataSurvey m_survey;
  QLabel* m_headline;
  DivisionBar* m_division;
  ProblemList* m_problems;
  Card* m_classesCard;
  ClassesTable* m_classes;
  QTableView* m_classView;
  QTabWidget* m_tabs;
  QWidget* m_pixels;
  PixelPlot* m_plot;
  QLabel* m_scaling;
  AugmentPane* m_augment;
  DuplicatesPane* m_duplicates;
  Card* m_browseCard;
  QComboBox* m_part;
  QSpinBox* m_index;
  SampleTiles* m_tiles;
  SampleDetail* m_detail;
};

}  // namespace inkling::ui
