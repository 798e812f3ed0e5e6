// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/modelfile.h"
#include "ui/pages/page.h"
#include "ui/pages/sweep/sweepjob.h"
#include "ui/pages/sweep/sweeplibrary.h"

#include <functional>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace inkling::ui {

class ChoiceTabs;
class Heatmap;
class Prompter;
class Session;
class TrialTable;

/// Many trainings that differ in a few fields: started by one click, seen as a heatmap while they
/// come in, gone on with where they were.
class SweepPage final : public Page {
  Q_OBJECT
public:
  SweepPage(Session& session, Prompter& prompter, QWidget* parent = nullptr);

  Icon pageIcon() const override { return Icon::Sweep; }
  QString title() const override { return tr("Sweep"); }
  QString purpose() const override;

  /// Asks if a sweep is under way; `proceed` is called when the window may close.
  void beforeQuit(std::function<void()> proceed);

signals:
  /// Put this model in place of the one in use.
  void modelWanted(std::shared_ptr<inkling::ModelFile> file);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  static constexpr int kProgressParts = 1000;

  struct Seen {
    SweepTable table;
    std::optional<SweepChoice> choice;
    QString problem;  ///< why the choice on record cannot be read
  };

  void build();
  QWidget* buildTop();
  QWidget* buildCentre();
  QToolButton* button(const char* name, Icon which);
  void connectAll();
  void loadLibrary();
  void makeNew();
  void openFile();
  void add(const SweepSpec& spec);
  bool isOwn() const;
  void removeCurrent();
  void plan(int index);
  void toggle();
  void collect();
  void show(const Seen& seen);
  void showProgress();
  void showStart(bool running, int finished, int count);
  void showHeatmap();
  static QString heldOutText(const HeldOut& held);
  QString description() const;
  QString chosen() const;
  QString verdict() const;
  void loadCell(int cell);
  void loadRow(int row);
  void exportAs();
  void retranslate();
  void fillChooser();

  Session& m_session;
  Prompter& m_prompter;
  SweepLibrary m_library;
  std::optional<SweepPlan> m_plan;
  std::optional<SweepChoice> m_choice;
  double m_share = 0;  ///< of the work that is done
  QComboBox* m_chooser;
  QToolButton* m_new;
  QToolButton* m_open;
  QToolButton* m_remove;
  QToolButton* m_start;
  QToolButton* m_export;
  QLabel* m_lesson;
  QLabel* m_description;
  QProgressBar* m_bar;
  QLabel* m_state;
  QLabel* m_mapTitle;
  ChoiceTabs* m_tabs;
  Heatmap* m_heatmap;
  QLabel* m_tableTitle;
  TrialTable* m_trials;
  QSortFilterProxyModel* m_sorted;
  QTableView* m_view;
  QLabel* m_verdict;
  Background m_collecting;
  Background m_opening;
  bool m_askingToQuit = false;
  SweepJob m_job;
};

}  // namespace inkling::ui
