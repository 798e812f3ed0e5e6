// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/sweeppage.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/atomicfile.h"
#include "ui/dialogs/prompter.h"
#include "ui/pages/sweep/heatmap.h"
#include "ui/pages/sweep/sweepdialog.h"
#include "ui/pages/sweep/trialtable.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/widgets/choicetabs.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kUsualImages = 60'000;

QString lastKey() { return QStringLiteral("sweep/last"); }

int imagesOf(const Session& session) {
  return session.data() ? session.data()->train->count() : kUsualImages;
}

/// The choice on record if it was made among these trials. Throws Error if it cannot be read.
std::optional<SweepChoice> choiceAmong(const SweepTable& table, const SweepFolder& folder) {
  if (!table.complete()) return std::nullopt;
  auto choice = storedChoice(folder);
  if (!choice) return std::nullopt;
  const bool known = std::ranges::all_of(choice->trials, [&](const std::string& id) {
    return std::ranges::any_of(table.rows, [&](const SweepRow& row) { return row.trial.id == id; });
  });
  return known ? choice : std::nullopt;
}

}  // namespace

SweepPage::SweepPage(Session& session, Prompter& prompter, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_prompter(prompter) {
  setObjectName(QStringLiteral("sweepPage"));
  build();
  connectAll();
  retranslate();
}

void SweepPage::connectAll() {
  connect(&m_job, &SweepJob::failed, this, &SweepPage::failed);
  connect(&m_job, &SweepJob::progressed, this, &SweepPage::showProgress);
  connect(&m_job, &SweepJob::trialsEnded, this, &SweepPage::collect);
  connect(&m_job, &SweepJob::ended, this, &SweepPage::collect);
  connect(m_chooser, &QComboBox::activated, this, &SweepPage::plan);
  connect(m_tabs, &ChoiceTabs::currentChanged, this, &SweepPage::showHeatmap);
  connect(m_new, &QToolButton::clicked, this, &SweepPage::makeNew);
  connect(m_open, &QToolButton::clicked, this, &SweepPage::openFile);
  connect(m_remove, &QToolButton::clicked, this, &SweepPage::removeCurrent);
  connect(m_start, &QToolButton::clicked, this, &SweepPage::toggle);
  connect(m_export, &QToolButton::clicked, this, &SweepPage::exportAs);
  connect(m_heatmap, &Heatmap::chosen, this, &SweepPage::loadCell);
  connect(m_view, &QTableView::activated, this,
          [this](const QModelIndex& at) { loadRow(m_sorted->mapToSource(at).row()); });
}

QString SweepPage::purpose() const {
  return tr("Train many variants of a recipe side by side and see which settings matter.");
}

void SweepPage::loadLibrary() {
  std::vector<std::string> problems;
  m_library.load(m_session.resources(), problems);
  if (!problems.empty())
    emit failed(tr("Sweeps that cannot be read and are left out: %1. The first: %2")
                    .arg(problems.size())
                    .arg(QString::fromStdString(problems.front())));
  fillChooser();
  const int last = m_library.indexOf(QSettings().value(lastKey()).toString().toStdString());
  if (m_chooser->count() == 0) return;
  m_chooser->setCurrentIndex(std::max(0, last));
  plan(m_chooser->currentIndex());
}

void SweepPage::makeNew() {
  QStringList taken;
  for (const auto& entry : m_library.entries()) taken << QString::fromStdString(entry.spec.name);
  auto* dialog = new SweepDialog(m_session.recipe(), m_session.resources(), m_session.reading(),
                                 m_session.imagesUsed(), taken, window());
  connect(dialog, &SweepDialog::made, this, &SweepPage::add);
  dialog->open();
}

void SweepPage::openFile() {
  m_prompter.chooseFile(Prompter::File::OpenSweep, QDir::homePath(), [this](const QString& file) {
    if (file.isEmpty() || m_job.running()) return;
    try {
      add(loadSweep(file.toStdString(), m_session.resources()));
    } catch (const Error& error) {
      emit failed(QString::fromUtf8(error.what()));
    }
  });
}

void SweepPage::add(const SweepSpec& spec) {
  try {
    const int index = m_library.add(spec);
    fillChooser();
    m_chooser->setCurrentIndex(index);
    plan(index);
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
}

bool SweepPage::isOwn() const {
  const int index = m_chooser->currentIndex();
  return index >= 0 && m_library.entries()[static_cast<std::size_t>(index)].own;
}

void SweepPage::removeCurrent() {
  m_prompter.ask(Prompter::Question::RemoveSweep, [this](Prompter::Answer answer) {
    if (answer != Prompter::Answer::Go || m_job.running() || !isOwn()) return;
    try {
      m_library.remove(m_chooser->currentIndex());
      fillChooser();
      plan(m_chooser->currentIndex());
    } catch (const Error& error) {
      emit failed(QString::fromUtf8(error.what()));
    }
  });
}

void SweepPage::plan(int index) {
  const SweepSpec& spec = m_library.entries()[static_cast<std::size_t>(index)].spec;
  QSettings().setValue(lastKey(), QString::fromStdString(spec.name));
  try {
    m_plan = SweepPlan{spec, expandTrials(spec, m_session.resources(), m_session.reading()),
                       SweepLibrary::folderOf(spec)};
  } catch (const Error& error) {
    m_plan.reset();
    show({});
    emit failed(QString::fromUtf8(error.what()));
  }
  m_remove->setEnabled(isOwn() && !m_job.running());
  m_tabs->setCurrentIndex(0);
  m_lesson->setText(inWindowLanguage(spec.lesson));
  m_lesson->setVisible(!m_lesson->text().isEmpty());
  m_description->setText(description());
  collect();
}

void SweepPage::toggle() {
  if (m_job.running())
    m_job.cancel();
  else if (m_plan)
    m_job.start(*m_plan, m_session.resources(), m_session.preferences().values().threads,
                m_session.reading());
  showProgress();
}

void SweepPage::beforeQuit(std::function<void()> proceed) {
  if (!m_job.running()) {
    proceed();
    return;
  }
  if (std::exchange(m_askingToQuit, true)) return;
  m_prompter.ask(Prompter::Question::QuitSweep,
                 [this, proceed = std::move(proceed)](Prompter::Answer answer) {
                   m_askingToQuit = false;
                   if (answer == Prompter::Answer::Go) proceed();
                 });
}

void SweepPage::collect() {
  if (!m_plan) return;
  m_collecting.start(
      [plan = *m_plan](const std::atomic<bool>&) {
        Seen seen{collectSweep(plan.spec, plan.trials, plan.folder), {}, {}};
        try {
          seen.choice = choiceAmong(seen.table, plan.folder);
        } catch (const Error& error) {
          seen.problem = QString::fromUtf8(error.what());
        }
        return seen;
      },
      [this](const Seen& seen) { show(seen); },
      [this](const QString& sentence) { emit failed(sentence); });
}

void SweepPage::show(const Seen& seen) {
  m_choice = seen.choice;
  if (!seen.problem.isEmpty()) emit failed(seen.problem);
  m_share = workDone(seen.table, imagesOf(m_session));
  m_trials->setTable(seen.table);
  for (int i = 0; i < TrialTable::kFigures; ++i) {
    const auto figure = static_cast<TrialTable::Figure>(i);
    m_view->setColumnHidden(m_trials->columnOf(figure), !m_trials->tells(figure));
  }
  m_tabs->setTitles(heatTabs(seen.table));
  m_tabs->setVisible(m_tabs->count() > 0);
  showHeatmap();
  showProgress();
}

void SweepPage::showHeatmap() {
  m_mapTitle->setText(m_trials->tells(TrialTable::Validation) ? tr("Validation accuracy")
                                                              : tr("Test accuracy"));
  m_heatmap->setTable(heatTableOf(m_trials->table(), std::max(0, m_tabs->currentIndex())));
}

void SweepPage::showProgress() {
  const bool running = m_job.running();
  const auto& rows = m_trials->table().rows;
  const auto stored = static_cast<int>(
      std::ranges::count_if(rows, [](const SweepRow& row) { return row.result.has_value(); }));
  const int count = static_cast<int>(rows.size());
  const int finished = running ? std::max(stored, m_job.progress().finished) : stored;
  const double share = running ? std::max(m_share, m_job.progress().share) : m_share;
  m_bar->setValue(static_cast<int>(kProgressParts * share));
  QStringList parts{tr("%1 of %2 trials").arg(finished).arg(count)};
  if (running && m_job.progress().secondsLeft > 0)
    parts << tr("%1 left").arg(duration(m_job.progress().secondsLeft));
  m_state->setText(parts.join(QStringLiteral(" · ")));
  showStart(running, finished, count);
  for (QWidget* widget : {static_cast<QWidget*>(m_chooser), static_cast<QWidget*>(m_new),
                          static_cast<QWidget*>(m_open)})
    widget->setEnabled(!running);
  m_remove->setEnabled(isOwn() && !running);
  m_export->setEnabled(finished > 0);
  m_verdict->setText(verdict());
}

void SweepPage::loadCell(int cell) {
  const auto cells = cellsOf(m_trials->table());
  if (cell < 0 || cell >= static_cast<int>(cells.size())) return;
  const auto& rows = cells[static_cast<std::size_t>(cell)].rows;
  const auto done = std::ranges::find_if(rows, [this](int row) {
    return m_trials->table().rows[static_cast<std::size_t>(row)].result.has_value();
  });
  loadRow(done != rows.end() ? *done : rows.front());
}

void SweepPage::loadRow(int row) {
  if (!m_plan || row < 0 || row >= m_trials->rowCount()) return;
  const SweepRow& trial = m_trials->table().rows[static_cast<std::size_t>(row)];
  const auto file = m_plan->folder.modelFile(trial.trial.id);
  if (!trial.result) {
    emit noted(tr("This trial is not finished yet."));
    return;
  }
  if (!isThere(file)) {
    m_session.setRecipe(trial.trial.recipe);
    emit noted(tr("No model was kept with this trial. Its recipe is in the controls now."));
    return;
  }
  m_opening.start(
      [file](const std::atomic<bool>&) { return std::make_shared<ModelFile>(loadModel(file)); },
      [this](const std::shared_ptr<ModelFile>& model) { emit modelWanted(model); },
      [this](const QString& sentence) { emit failed(sentence); });
}

void SweepPage::exportAs() {
  if (!m_plan) return;
  const QString name = QString::fromStdString(m_plan->spec.name) + QStringLiteral(".png");
  m_prompter.chooseFile(
      Prompter::File::SaveHeatmap, QDir::home().filePath(name), [this](const QString& file) {
        if (file.isEmpty()) return;
        try {
          if (file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
            writeFileAtomically(file.toStdString(), toCsv(m_trials->table()));
          else if (!m_heatmap->saveTo(file))
            throw Error(tr("%1 could not be written.").arg(file).toStdString());
          emit noted(tr("Saved the sweep as %1.").arg(QDir::toNativeSeparators(file)));
        } catch (const Error& error) {
          emit failed(QString::fromUtf8(error.what()));
        }
      });
}

void SweepPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_library.entries().empty()) loadLibrary();
}

void SweepPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace inkling::ui
