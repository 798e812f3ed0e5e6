// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataformat.h"
#include "core/io/modelfile.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

class QAction;
class QMenu;

namespace inkling::ui {

class ExchangeActions;
class Prompter;
class RecentFiles;
class Session;

/// File menu and what belongs to it: models, recipes and data folders, with the questions they
/// need.
class FileActions final : public QObject {
  Q_OBJECT
public:
  FileActions(Session& session, Prompter& prompter, QWidget* window);

  void fillFileMenu(QMenu* menu, const ExchangeActions& exchange) const;
  void fillRunMenu(QMenu* menu) const;  ///< recipe files
  void retranslate();

  void open();
  void save();
  void saveAs();
  void openRecipe();
  void saveRecipe();
  void openDataFile();
  void openDataFolder();
  /// Models, recipes (.json) and data sets, in files or folders. The first model is put to use, the
  /// others are wanted among the runs. Then the first recipe and the first data set become the
  /// settings for the next run, also if the model cannot be read; a note names further ones, which
  /// are not opened.
  void openPaths(const QStringList& paths);
  void openPath(const QString& path) { openPaths({path}); }
  /// A model that is kept elsewhere: no file is named by it.
  void openModel(std::shared_ptr<ModelFile> file);
  /// The same, and what there is to know about it is added to the note.
  void openImported(std::shared_ptr<ModelFile> file, const QString& remarks);

signals:
  void failed(const QString& sentence);
  void noted(const QString& sentence);
  void runsWanted(const QStringList& models);  ///< put these files among the runs
  void quitWanted();

private:
  QAction* add(const char* name, void (FileActions::*slot)());
  void take(std::shared_ptr<ModelFile> file, const QString& path);
  void loadRecipeFile(const QString& path);
  void openRest();
  void loadSettings(const QStringList& recipes, const QStringList& data);
  void chooseSet(const QString& path, const std::vector<DataChoice>& choices);
  void takeData(const std::string& path);
  void update();

  Session& m_session;
  Prompter& m_prompter;
  RecentFiles* m_recent;
  std::function<void()> m_afterModel;  ///< what is opened together with the model being opened
  QAction* m_open;
  QAction* m_save;
  QAction* m_saveAs;
  QAction* m_openRecipe;
  QAction* m_saveRecipe;
  QAction* m_openData;
  QAction* m_openFolder;
  QAction* m_quit;
};

}  // namespace inkling::ui
