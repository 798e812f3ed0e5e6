// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/modeldocument.h"

#include <QObject>

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

  const ModelDocument& document() const { return m_document; }
  void fillFileMenu(QMenu* menu, const ExchangeActions& exchange) const;
  void fillRunMenu(QMenu* menu) const;  ///< recipe files
  void retranslate();

  void open();
  void save();
  void saveAs();
  void openRecipe();
  void saveRecipe();
  void openDataFolder();
  /// A model, a recipe (.json) or a data folder.
  void openPath(const QString& path);
  /// A model that is kept elsewhere: no file is named by it.
  void openModel(std::shared_ptr<ModelFile> file);
  /// Asks about a model that is not saved; `proceed` is called when nothing is left to lose.
  void beforeQuit(std::function<void()> proceed);

signals:
  void failed(const QString& sentence);
  void noted(const QString& sentence);
  void documentChanged();
  void quitWanted();

private:
  using Then = std::function<void()>;

  QAction* add(const char* name, void (FileActions::*slot)());
  void onOpened(std::shared_ptr<ModelFile> file, const QString& path);
  void take(std::shared_ptr<ModelFile> file, const QString& path);
  void saveThen(Then then);
  void saveAsThen(Then then);
  void loadRecipeFile(const QString& path);
  void update();

  Session& m_session;
  Prompter& m_prompter;
  ModelDocument m_document;
  RecentFiles* m_recent;
  Then m_afterSave;
  bool m_asking = false;
  QAction* m_open;
  QAction* m_save;
  QAction* m_saveAs;
  QAction* m_openRecipe;
  QAction* m_saveRecipe;
  QAction* m_openFolder;
  QAction* m_quit;
};

}  // namespace inkling::ui
