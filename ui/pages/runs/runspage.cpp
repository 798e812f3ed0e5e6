// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/runs/runspage.h"

#include "core/base/error.h"
#include "core/io/atomicfile.h"
#include "ui/dialogs/prompter.h"
#include "ui/pages/runs/runcolours.h"
#include "ui/pages/runs/runtable.h"
#include "ui/session/session.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace inkling::ui {

RunsPage::RunsPage(Session& session, Prompter& prompter, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_prompter(prompter),
      m_keeper(session),
      m_table(new RunTable(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_read(add("readRunAction", Icon::Data, &RunsPage::readFile)),
      m_restore(add("restoreRunAction", Icon::Settings, &RunsPage::restoreSettings)),
      m_load(add("loadRunAction", Icon::Open, &RunsPage::loadModel)),
      m_rename(add("renameRunAction", Icon::Pencil, &RunsPage::rename)),
      m_remove(add("removeRunAction", Icon::Clear, &RunsPage::remove)),
      m_export(add("exportRunAction", Icon::Export, &RunsPage::exportCsv)) {
  setObjectName(QStringLiteral("runsPage"));
  m_rename->setShortcut(Qt::Key_F2);
  m_remove->setShortcut(QKeySequence::Delete);
  build();
  connect(&m_keeper, &RunKeeper::kept, this, &RunsPage::runKept);
  connect(&m_keeper, &RunKeeper::kept, this, [this] {
    m_stale = true;
    if (isVisible()) reload();
  });
  connect(&m_keeper, &RunKeeper::moved, this, [this] {
    m_loaded.clear();
    m_stale = true;
    if (isVisible()) reload();
  });
  connect(m_table, &RunTable::renamed, this,
          [this](const std::string& id, const std::string& name) {
            try {
              RunStore(m_keeper.store()).rename(id, name);
            } catch (const Error& error) {
              emit failed(QString::fromUtf8(error.what()));
            }
            m_loaded.erase(id);
            loadSelected();
          });
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &RunsPage::onSelection);
  retranslate();
  fill({});
}

QString RunsPage::purpose() const {
  return tr(
      "Every run that has ended, with its settings and its model: compare them, go back to "
      "one, or export the figures.");
}

QAction* RunsPage::add(const char* name, Icon which, Slot slot) {
  auto* action = new QAction(this);
  action->setObjectName(QLatin1String(name));
  action->setIcon(icon(which));
  // Other pages may use the same keys.
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(action);
  connect(action, &QAction::triggered, this, slot);
  return action;
}

void RunsPage::reload() {
  m_stale = false;
  using Listed = std::pair<std::vector<RunRecord>, std::vector<std::string>>;
  m_listing.start(
      [store = m_keeper.store()](const std::atomic<bool>&) {
        Listed listed;
        listed.first = store.list(&listed.second);
        return listed;
      },
      [this](Listed listed) {
        const auto& problems = listed.second;
        fill(std::move(listed.first));
        if (!problems.empty())
          emit failed(tr("Runs that cannot be read and are left out: %1. The first: %2")
                          .arg(problems.size())
                          .arg(QString::fromStdString(problems.front())));
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

void RunsPage::fill(std::vector<RunRecord> runs) {
  const auto selected = selection();
  m_stack->setCurrentIndex(runs.empty() ? 0 : 1);
  {
    // It tells of changes in the middle of them; what is selected is said below.
    const QSignalBlocker quiet(m_view->selectionModel());
    m_table->setRuns(std::move(runs));
  }
  QItemSelection rows;
  for (const std::string& id : selected) {
    const QModelIndex index = m_sorted->mapFromSource(m_table->index(m_table->rowOf(id), 0));
    if (index.isValid()) rows.select(index, index);
  }
  if (rows.isEmpty() && m_sorted->rowCount() > 0)
    rows.select(m_sorted->index(0, 0), m_sorted->index(0, 0));
  m_view->selectionModel()->select(rows,
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  onSelection();
}

std::vector<std::string> RunsPage::selection() const {
  std::vector<std::string> ids;
  if (!m_view->selectionModel()) return ids;
  auto rows = m_view->selectionModel()->selectedRows();
  std::ranges::sort(rows, {}, &QModelIndex::row);
  for (const QModelIndex& row : rows)
    ids.push_back(m_table->run(m_sorted->mapToSource(row).row()).id);
  return ids;
}

void RunsPage::onSelection() {
  updateActions();
  loadSelected();
}

void RunsPage::loadSelected() {
  std::vector<std::string> missing;
  for (const std::string& id : selection())
    if (!m_loaded.contains(id) && missing.size() < kRunColours) missing.push_back(id);
  showSelected();
  if (missing.empty()) return;
  using Found = std::vector<std::shared_ptr<const RunRecord>>;
  m_loading.start(
      [missing, store = m_keeper.store()](const std::atomic<bool>& cancel) {
        Found found;
        for (const std::string& id : missing)
          if (!cancel) found.push_back(std::make_shared<const RunRecord>(store.load(id)));
        return found;
      },
      [this](const Found& found) {
        for (const auto& run : found) m_loaded[run->id] = run;
        showSelected();
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

void RunsPage::showSelected() {
  RunsPlot::Runs drawn;
  std::map<std::string, int> places;
  for (const std::string& id : selection()) {
    const auto found = m_loaded.find(id);
    if (found == m_loaded.end() || drawn.size() == kRunColours) continue;
    places[id] = static_cast<int>(drawn.size());
    drawn.push_back(found->second);
  }
  m_table->setDrawn(std::move(places));
  m_loss->setRuns(drawn);
  m_accuracy->setRuns(std::move(drawn));
  m_differences->setText(differencesText());
}

void RunsPage::restoreSettings() {
  const auto ids = selection();
  if (ids.size() != 1) return;
  const RunRecord& run = m_table->run(m_table->rowOf(ids.front()));
  m_session.setRecipe(run.result.recipe);
  emit noted(tr("The settings of “%1” are back. Press Rewind, then Train.").arg(nameOf(run)));
}

void RunsPage::loadModel() {
  const auto ids = selection();
  if (ids.size() != 1) return;
  m_opening.start(
      [id = ids.front(), store = m_keeper.store()](const std::atomic<bool>&) {
        return std::make_shared<ModelFile>(ModelFile{store.loadModel(id), {}});
      },
      [this](const std::shared_ptr<ModelFile>& file) { emit modelWanted(file); },
      [this](const QString& sentence) { emit failed(sentence); });
}

void RunsPage::rename() {
  const auto ids = selection();
  if (ids.size() != 1) return;
  const QModelIndex index = m_table->index(m_table->rowOf(ids.front()), RunTable::Name);
  m_view->edit(m_sorted->mapFromSource(index));
}

void RunsPage::remove() {
  const auto ids = selection();
  if (ids.empty()) return;
  m_prompter.ask(Prompter::Question::RemoveRuns, [this, ids](Prompter::Answer answer) {
    if (answer == Prompter::Answer::Go) removeNow(ids);
  });
}

void RunsPage::removeNow(const std::vector<std::string>& ids) {
  try {
    RunStore store = m_keeper.store();
    for (const std::string& id : ids) {
      store.remove(id);
      m_loaded.erase(id);
    }
    emit noted(tr("The selected runs have been removed."));
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
  reload();
}

void RunsPage::exportCsv() {
  const RunsPlot::Runs runs = m_loss->runs();
  if (runs.empty()) return;
  const QString name = runs.size() == 1 ? QString::fromStdString(runs.front()->result.recipe.name)
                                        : QStringLiteral("runs");
  m_prompter.chooseFile(
      Prompter::File::SaveTable, QDir::home().filePath(name + QStringLiteral(".csv")),
      [this, runs](const QString& file) {
        if (file.isEmpty()) return;
        try {
          writeFileAtomically(file.toStdString(), runsCsv(runs));
          emit noted(tr("Saved the figures as %1.").arg(QDir::toNativeSeparators(file)));
        } catch (const Error& error) {
          emit failed(QString::fromUtf8(error.what()));
        }
      });
}

void RunsPage::readFile() {
  m_prompter.chooseFile(Prompter::File::OpenModel, QDir::homePath(), [this](const QString& file) {
    if (!file.isEmpty()) readFiles({file});
  });
}

void RunsPage::readFiles(const QStringList& files) {
  m_unread << files;
  readNext();
}

void RunsPage::readNext() {
  if (m_unread.isEmpty() || m_reading.busy()) return;
  const QStringList files = std::exchange(m_unread, {});
  m_reading.start(
      [files, store = m_keeper.store()](const std::atomic<bool>&) {
        QStringList problems;
        for (const QString& file : files) {
          try {
            RunStore(store).importModel(file.toStdString());
          } catch (const Error& error) {
            problems << QString::fromUtf8(error.what());
          }
        }
        return problems;
      },
      [this, files](const QStringList& problems) {
        if (problems.size() < files.size()) reload();
        if (!problems.isEmpty())
          emit failed(problems.join(QLatin1Char(' ')));
        else
          emit noted(tr("%1 is among the runs now.")
                         .arg(QDir::toNativeSeparators(files.join(QStringLiteral(", ")))));
        readNext();
      },
      [this](const QString& sentence) {
        emit failed(sentence);
        readNext();
      });
}

void RunsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_stale) reload();
}

void RunsPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) showSelected();
}

}  // namespace inkling::ui
