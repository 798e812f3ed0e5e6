// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/prompter.h"

#include <QMainWindow>
#include <QStringList>

#include <memory>
#include <vector>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace inkling::ui {

class Appearance;
class ExchangeActions;
class FileActions;
class LearnPage;
class MessageBar;
class Page;
class Rail;
class RunActions;
class RescueActions;
class RunsPage;
class SweepPage;
class Session;
class ViewActions;

/// The window: menus, toolbar, rail and pages around one session. It asks through `prompter` (null:
/// with dialogs).
class MainWindow final : public QMainWindow {
  Q_OBJECT
public:
  explicit MainWindow(Session& session, std::unique_ptr<Prompter> prompter = nullptr);
  ~MainWindow() override;

  /// Models, recipes (.json) and data folders, each as what it is: FileActions::openPaths().
  void openPaths(const QStringList& paths);
  void openPath(const QString& path) { openPaths({path}); }
  /// The desktop session wants to end: stops the run and keeps its checkpoint for the next start.
  /// False: not now, as something would be lost; the window asks.
  bool mayEndSession();
  MessageBar* messages() const { return m_messages; }

protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  void buildCentre();
  void buildToolBar();
  void buildMenus();
  void addPage(Page* page);
  void showPage(int index);
  void connectAll();
  void showPreferences();
  void followPreferences();
  void beforeQuit();
  void endAtOnce();
  void remember() const;
  void showStatus();
  void showTitle();
  void showAbout();
  void retranslate();

  Session& m_session;
  std::unique_ptr<Appearance> m_appearance;  ///< before anything has a size or a text
  std::unique_ptr<Prompter> m_prompter;
  LearnPage* m_learn;
  SweepPage* m_sweep;
  RunsPage* m_runs;
  RunActions* m_run;
  FileActions* m_files;
  ExchangeActions* m_exchange;
  ViewActions* m_view;
  RescueActions* m_rescue;
  Rail* m_rail;
  QStackedWidget* m_pages;
  MessageBar* m_messages;
  QToolBar* m_toolBar;
  QLabel* m_status;
  QLabel* m_speed;
  QMenu* m_fileMenu;
  QMenu* m_editMenu;
  QMenu* m_runMenu;
  QMenu* m_viewMenu;
  QMenu* m_helpMenu;
  QAction* m_preferences;
  QAction* m_about;
  bool m_mayClose = false;
};

}  // namespace inkling::ui
