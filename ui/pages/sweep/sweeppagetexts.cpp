// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the Sweep page says.

#include "ui/pages/sweep/heatmap.h"
#include "ui/pages/sweep/sweeppage.h"
#include "ui/pages/sweep/trialtable.h"
#include "ui/session/sentences.h"
#include "ui/widgets/choicetabs.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace inkling::ui {

void SweepPage::showStart(bool running, int finished, int count) {
  const bool complete = count > 0 && finished == count;
  m_start->setIcon(icon(running ? Icon::Stop : Icon::Play));
  m_start->setText(running ? tr("Cancel") : finished > 0 && !complete ? tr("Resume") : tr("Start"));
  m_start->setToolTip(
      running ? tr("End the trials under way. What is finished stays; the rest can be done later.")
      : complete ? tr("Every trial of this sweep is done. Click a cell to use its model.")
                 : tr("Train every trial that is not there yet, one on each core."));
  m_start->setEnabled(running || (m_plan && !complete));
}

QString SweepPage::heldOutText(const HeldOut& held) {
  if (held.none()) return tr("nothing held out for validation");
  if (held.kind == HeldOut::Kind::Default)
    return tr("a twelfth of the images held out for validation, at most 5,000");
  if (held.kind == HeldOut::Kind::Share)
    return tr("%1 of the images held out for validation").arg(percent(held.share));
  return tr("%1 images held out for validation").arg(QLocale().toString(held.count));
}

QString SweepPage::description() const {
  if (!m_plan || m_plan->trials.empty()) return {};
  const SweepSpec& spec = m_plan->spec;
  const Recipe& recipe = m_plan->trials.front().recipe;
  const int seeds = std::max(1, static_cast<int>(spec.seeds.size()));
  QStringList parts{tr("recipe %1").arg(QString::fromStdString(recipe.name))};
  parts << (spec.randomCount > 0   ? tr("random search")
            : !spec.trials.empty() ? tr("a list of settings")
                                   : tr("every combination"));
  if (seeds > 1) parts << tr("%1 seeds").arg(seeds);
  parts << heldOutText(recipe.data.validation);
  parts << (recipe.earlyStopping > 0
                ? tr("early stopping with a patience of %1").arg(recipe.earlyStopping)
                : tr("no early stopping"));
  return parts.join(QStringLiteral(" · "));
}

/// Of the choice, and what its test figure is of.
QString SweepPage::chosen() const {
  const QString sentence =
      tr("Best on validation: %1, with %2. Measured on the test set only after that choice, "
         "once: %3.")
          .arg(settingText(m_choice->axes, m_choice->at), percent(m_choice->validation.accuracy),
               percent(m_choice->test.accuracy));
  const bool drawn = std::ranges::any_of(m_trials->table().rows, [](const SweepRow& row) {
    return row.result && row.result->testDrawn;
  });
  return drawn ? sentence + ' ' + testDrawnSentence() : sentence;
}

QString SweepPage::verdict() const {
  if (m_choice) return chosen();
  if (m_plan && m_plan->spec.test == SweepTest::All)
    return tr(
        "Nothing is held out in this sweep, so every trial is measured on the test set and "
        "none may be chosen by it.");
  if (m_plan && m_trials->table().complete() && !m_job.running())
    return tr("No setting can be chosen: nothing was held out, or every trial diverged.");
  return tr(
      "The best setting is chosen on validation when all trials are done; only then is the "
      "test set used, once.");
}

void SweepPage::retranslate() {
  fillChooser();
  m_chooser->setAccessibleName(tr("Sweep"));
  m_chooser->setToolTip(tr("The settings to try. Those of the notebooks are here already."));
  m_new->setText(tr("New…"));
  m_new->setToolTip(
      tr("Vary any settings of the recipe on the Learn page: a grid or a random "
         "search, several seeds, early stopping."));
  m_open->setText(tr("Open…"));
  m_remove->setText(tr("Delete"));
  m_remove->setToolTip(tr("Remove a sweep of your own, with its results and models."));
  m_export->setText(tr("Save…"));
  m_open->setToolTip(tr("Open a sweep from a file (.json)."));
  m_export->setAccessibleName(tr("Save the sweep"));
  m_export->setToolTip(tr("Save the heatmap as PNG or PDF, or the trials as CSV."));
  m_bar->setAccessibleName(tr("Progress of the sweep"));
  m_bar->setToolTip(tr("How much of the work is done."));
  m_tabs->setAccessibleName(tr("Other settings"));
  m_tabs->setToolTip(tr("The other settings of this sweep."));
  m_tableTitle->setText(tr("Trials"));
  m_heatmap->setAccessibleName(tr("Heatmap of the accuracies"));
  m_heatmap->setToolTip(
      tr("Accuracy over two settings; brighter is better. Click a cell, or choose it with the "
         "arrow keys and Enter, to use its model."));
  m_view->setAccessibleName(tr("Trials"));
  m_view->setToolTip(
      tr("Click a column's title to sort. Double click a row, or press Enter, to use its model."));
  m_description->setText(description());
  if (m_plan) m_lesson->setText(inWindowLanguage(m_plan->spec.lesson));
  emit m_trials->headerDataChanged(Qt::Horizontal, 0, std::max(0, m_trials->columnCount() - 1));
  showHeatmap();
  showProgress();
}

}  // namespace inkling::ui
