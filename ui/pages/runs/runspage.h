// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/modelfile.h"
#include "ui/pages/page.h"
#include "ui/pages/runs/runsplot.h"
#include "ui/session/runkeeper.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

class QAction;
class QLabel;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;
class QToolBar;

namespace inkling::ui {

class Prompter;
class RunTable;
class Session;

/// The history of runs: a table, the selected ones' curves over one another, and what differs in
/// their recipes.
class RunsPage final : public Page {
  Q_OBJECT
public:
  RunsPage(Session& session, Prompter& prompter, QWidget* parent = nullptr);

  Icon pageIcon() const override { return Icon::Runs; }
  QString title() const override { return tr("Runs"); }
  QString purpose() const override;
  /// Takes models among the runs, beside the window; one that is there already is not taken again.
  void readFiles(const QStringList& files);

signals:
  /// Put this model in place of the one in use.
  void modelWanted(std::shared_ptr<inkling::ModelFile> file);
  void runKept();  ///< the history has got a run of this window

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  using Slot = void (RunsPage::*)();

  void build();
  QWidget* buildEmpty();
  QWidget* buildFilled();
  QAction* add(const char* name, Icon which, Slot slot);
  void reload();
  void fill(std::vector<RunRecord> runs);
  std::vector<std::string> selection() const;  ///< ids, in the order of the table
  void onSelection();
  void loadSelected();
  void showSelected();
  void updateActions();
  void retranslate();
  void restoreSettings();
  void loadModel();
  void rename();
  void remove();
  void removeNow(const std::vector<std::string>& ids);
  void exportCsv();
  void readFile();
  void readNext();
  QString differencesText() const;
  QString changesText(const RunRecord& run) const;  ///< against the bundled recipe of its name

  Session& m_session;
  Prompter& m_prompter;
  RunKeeper m_keeper;
  bool m_stale = true;  ///< the table is older than the history
  std::map<std::string, std::shared_ptr<const RunRecord>> m_loaded;  ///< with their batches
  QStringList m_unread;                                              ///< files that wait to be read
  RunTable* m_table;
  QSortFilterProxyModel* m_sorted;
  QTableView* m_view;
  QStackedLayout* m_stack;
  QLabel* m_empty;
  QToolBar* m_bar;
  QAction* m_read;
  QAction* m_restore;
  QAction* m_load;
  QAction* m_rename;
  QAction* m_remove;
  QAction* m_export;
  RunsPlot* m_loss;
  RunsPlot* m_accuracy;
  QLabel* m_lossTitle;
  QLabel* m_accuracyTitle;
  QLabel* m_differencesTitle;
  QLabel* m_differences;
  Background m_listing;
  Background m_loading;
  Background m_opening;
  Background m_reading;
};

}  // namespace inkling::ui
