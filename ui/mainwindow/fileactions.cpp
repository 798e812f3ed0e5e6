// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/fileactions.h"

#include "core/base/error.h"
#include "core/data/dataformat.h"
#include "core/io/atomicfile.h"
#include "core/model/trainedon.h"
#include "core/recipe/recipejson.h"
#include "ui/dialogs/prompter.h"
#include "ui/mainwindow/exchangeactions.h"
#include "ui/mainwindow/recentfiles.h"
#include "ui/session/session.h"
#include "ui/session/userfiles.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

#include <utility>

namespace inkling::ui {

namespace {

QString native(const QString& path) { return QDir::toNativeSeparators(path); }

/// What is to be opened, by kind; absolute paths.
struct Chosen {
  QStringList models;
  QStringList recipes;
  QStringList data;
};

/// Models are known by their ending, data sets by what is in them.
bool isData(const QFileInfo& info) {
  if (info.isDir()) return true;
  return info.suffix().compare(QLatin1String("safetensors"), Qt::CaseInsensitive) != 0 &&
         isDataSet(info.absoluteFilePath().toStdString());
}

Chosen sorted(const QStringList& paths) {
  Chosen chosen;
  for (const QString& path : paths) {
    const QFileInfo info(path);
    const bool recipe = info.suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0;
    QStringList& kind = recipe ? chosen.recipes : isData(info) ? chosen.data : chosen.models;
    kind << info.absoluteFilePath();
  }
  return chosen;
}

}  // namespace

FileActions::FileActions(Session& session, Prompter& prompter, QWidget* window)
    : QObject(window),
      m_session(session),
      m_prompter(prompter),
      m_recent(new RecentFiles(window)),
      m_open(add("openAction", &FileActions::open)),
      m_save(add("saveAction", &FileActions::save)),
      m_saveAs(add("saveAsAction", &FileActions::saveAs)),
      m_openRecipe(add("openRecipeAction", &FileActions::openRecipe)),
      m_saveRecipe(add("saveRecipeAction", &FileActions::saveRecipe)),
      m_openData(add("openDataAction", &FileActions::openDataFile)),
      m_openFolder(add("openFolderAction", &FileActions::openDataFolder)),
      m_quit(add("quitAction", &FileActions::quitWanted)) {
  m_open->setIcon(icon(Icon::Open));
  m_save->setIcon(icon(Icon::Save));
  m_open->setShortcut(QKeySequence::Open);
  m_save->setShortcut(QKeySequence::Save);
  m_saveAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
  m_openRecipe->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
  m_saveRecipe->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
  connect(&session, &Session::choiceWanted, this, &FileActions::chooseSet);
  m_openFolder->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
  m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
  m_quit->setMenuRole(QAction::QuitRole);
  connect(m_recent, &RecentFiles::chosen, this, &FileActions::openPath);
  const ModelDocument& document = session.document();
  connect(&document, &ModelDocument::opened, this, &FileActions::take);
  connect(&document, &ModelDocument::failed, this, &FileActions::failed);
  connect(&document, &ModelDocument::notOpened, this, &FileActions::openRest);
  connect(&document, &ModelDocument::saved, this, [this](const QString& path) {
    m_recent->add(path);
    emit noted(tr("Saved the model as %1.").arg(native(path)));
  });
  connect(&session, &Session::modelChanged, this, &FileActions::update);
  retranslate();
  update();
}

QAction* FileActions::add(const char* name, void (FileActions::*slot)()) {
  auto* action = new QAction(this);
  action->setObjectName(QLatin1String(name));
  connect(action, &QAction::triggered, this, slot);
  return action;
}

void FileActions::fillFileMenu(QMenu* menu, const ExchangeActions& exchange) const {
  menu->addAction(m_open);
  menu->addMenu(m_recent);
  menu->addAction(m_openData);
  menu->addAction(m_openFolder);
  menu->addSeparator();
  menu->addAction(m_save);
  menu->addAction(m_saveAs);
  menu->addSeparator();
  exchange.fillMenu(menu);
  menu->addSeparator();
  menu->addAction(m_quit);
}

void FileActions::fillRunMenu(QMenu* menu) const {
  menu->addAction(m_openRecipe);
  menu->addAction(m_saveRecipe);
}

void FileActions::retranslate() {
  m_open->setText(tr("&Open model…"));
  m_save->setText(tr("&Save model"));
  m_saveAs->setText(tr("Save model &as…"));
  m_openRecipe->setText(tr("&Open recipe…"));
  m_saveRecipe->setText(tr("Sa&ve recipe…"));
  m_openData->setText(tr("Open da&ta file…"));
  m_openFolder->setText(tr("Open &data folder…"));
  m_quit->setText(tr("&Quit"));
}

void FileActions::update() {
  const bool model = m_session.model() != nullptr;
  m_save->setEnabled(model);
  m_saveAs->setEnabled(model);
  const QString nothing = tr("There is no model to save yet. Press Train first.");
  m_save->setToolTip(model ? QString() : nothing);
  m_saveAs->setToolTip(model ? QString() : nothing);
}

void FileActions::open() {
  m_prompter.chooseFile(Prompter::File::OpenModel, lastFolder(), [this](const QString& path) {
    if (!path.isEmpty()) openPath(path);
  });
}

void FileActions::save() { m_session.guard().save(); }

void FileActions::saveAs() { m_session.guard().saveAs(); }

void FileActions::openRecipe() {
  m_prompter.chooseFile(Prompter::File::OpenRecipe, lastFolder(), [this](const QString& path) {
    if (!path.isEmpty()) loadRecipeFile(path);
  });
}

void FileActions::saveRecipe() {
  const QString name = recipeFileName(QString::fromStdString(m_session.recipe().name));
  m_prompter.chooseFile(Prompter::File::SaveRecipe, QDir(lastFolder()).filePath(name),
                        [this](const QString& path) {
                          if (path.isEmpty()) return;
                          rememberFolder(path);
                          try {
                            // The name stays, whatever the file is called: it is in the bytes
                            // that a replay must give again.
                            const std::string text = toJson(m_session.recipeForFile());
                            writeFileAtomically(path.toStdString(), text);
                            emit noted(tr("Saved the recipe as %1.").arg(native(path)));
                          } catch (const Error& error) {
                            emit failed(QString::fromUtf8(error.what()));
                          }
                        });
}

void FileActions::openDataFolder() {
  m_prompter.chooseFile(Prompter::File::DataFolder, lastFolder(), [this](const QString& path) {
    if (!path.isEmpty()) openPath(path);
  });
}

void FileActions::openDataFile() {
  m_prompter.chooseFile(Prompter::File::DataFile, lastFolder(), [this](const QString& path) {
    if (path.isEmpty()) return;
    rememberFolder(QFileInfo(path).absoluteFilePath());
    takeData(QFileInfo(path).absoluteFilePath().toStdString());
  });
}

void FileActions::chooseSet(const QString& path, const std::vector<DataChoice>& choices) {
  QStringList titles;
  for (const DataChoice& choice : choices) titles << QString::fromStdString(choice.title);
  m_prompter.chooseOne(tr("There are several data sets in %1.").arg(native(path)), titles,
                       [this, choices](int chosen) {
                         if (chosen < 0) return;
                         takeData(choices[static_cast<std::size_t>(chosen)].path.string());
                       });
}

void FileActions::takeData(const std::string& path) {
  Recipe recipe = m_session.recipe();
  useData(recipe, path);
  m_session.setRecipe(recipe);
}

void FileActions::openPaths(const QStringList& paths) {
  if (paths.isEmpty()) return;
  const Chosen chosen = sorted(paths);
  rememberFolder(QFileInfo(paths.last()).absoluteFilePath());
  const auto settings = [this, chosen] { loadSettings(chosen.recipes, chosen.data); };
  if (chosen.models.isEmpty()) {
    settings();
    return;
  }
  // A model brings its own recipe, so the others come after it.
  m_afterModel = settings;
  const QString& first = chosen.models.first();
  if (!QFileInfo::exists(first)) m_recent->remove(first);
  m_session.document().open(first);
  if (chosen.models.size() > 1) emit runsWanted(chosen.models.mid(1));
}

void FileActions::openRest() {
  if (const auto rest = std::exchange(m_afterModel, {})) rest();
}

void FileActions::loadSettings(const QStringList& recipes, const QStringList& data) {
  if (!recipes.isEmpty()) loadRecipeFile(recipes.first());
  if (!data.isEmpty()) takeData(data.first().toStdString());
  const QStringList left = recipes.mid(1) + data.mid(1);
  if (!left.isEmpty())
    emit noted(tr("Only one recipe and one data set can be in use. Not opened: %1.")
                   .arg(native(left.join(QStringLiteral(", ")))));
}

void FileActions::loadRecipeFile(const QString& path) {
  rememberFolder(path);
  try {
    m_session.setRecipe(loadRecipe(path.toStdString()));
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
}

void FileActions::openModel(std::shared_ptr<ModelFile> file) { openImported(std::move(file), {}); }

void FileActions::openImported(std::shared_ptr<ModelFile> file, const QString& remarks) {
  m_session.adopt(std::move(file), {}, [this, remarks] {
    emit noted((tr("The model is in use now.") + QLatin1Char(' ') + remarks).trimmed());
  });
}

void FileActions::take(std::shared_ptr<ModelFile> file, const QString& path) {
  m_session.adopt(std::move(file), path, [this, path] {
    m_recent->add(path);
    emit noted(tr("Opened %1.").arg(native(path)));
    openRest();
  });
}

}  // namespace inkling::ui
