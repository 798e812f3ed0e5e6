// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words of the preferences, apart from their workings.

#include "ui/dialogs/preferencesdialog.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

namespace inkling::ui {

namespace {

/// What is said about a control to those who see it and to those who hear it.
void say(QWidget* control, const QString& name, const QString& tip) {
  control->setAccessibleName(name);
  control->setToolTip(tip);
}

}  // namespace

void PreferencesDialog::retranslate() {
  setWindowTitle(tr("Preferences"));
  setLocale(QLocale());  // numbers as the language writes them
  m_appearance->setTitle(tr("Appearance"));
  m_help->setTitle(tr("Help while training"));
  m_training->setTitle(tr("Training"));
  m_runs->setTitle(tr("History of runs"));
  m_languageText->setText(tr("&Language"));
  m_themeText->setText(tr("&Theme"));
  m_textSizeText->setText(tr("Text &size"));
  m_threadsText->setText(tr("Th&reads"));
  m_lesson->setText(tr("L&esson of the recipe"));
  m_advice->setText(tr("&Advice on the run"));
  m_checkpoint->setText(tr("&Keep a checkpoint of the run"));
  m_restore->setText(tr("Restore &defaults"));
  m_close->setText(tr("&Close"));
  say(m_language, tr("Language"), tr("Of all texts and numbers in the window."));
  say(m_theme, tr("Theme"), tr("Light or dark colours, or those of the system."));
  say(m_textSize, tr("Text size"),
      tr("In percent of the system's. Try 150 % when you show Inkling to a class."));
  say(m_threads, tr("Threads"),
      tr("How many cores a run may use. Fewer leave room for other programs; the results are the "
         "same to the bit. A sweep takes it up when it is started next."));
  say(m_lesson, tr("Lesson of the recipe"),
      tr("Shows above the curves what the recipe teaches and what to try."));
  say(m_advice, tr("Advice on the run"), tr("Says when a run shows a problem, and what to try."));
  say(m_checkpoint, tr("Keep a checkpoint of the run"),
      tr("Written after an epoch and at least every 30 seconds, so that the run can go on after a "
         "crash or a power cut."));
  m_restore->setToolTip(
      tr("Sets everything here as it was when Inkling was new. No run is removed."));
  m_close->setToolTip(tr("Everything has been applied already."));
  m_textSize->setSuffix(tr(" %"));
  retranslateRuns();
  fillChoices();
  alignLabels();
  showValues();
}

void PreferencesDialog::retranslateRuns() {
  m_folderText->setText(tr("&Folder"));
  m_limitText->setText(tr("L&imit"));
  m_choose->setText(tr("C&hange…"));
  say(m_folder, tr("Folder of the runs"), tr("Where finished runs are kept."));
  say(m_choose, tr("Change the folder of the runs"),
      tr("Chooses another folder for the runs, say on a larger disk. The list of runs shows what "
         "is in it."));
  say(m_limit, tr("Limit of the history"),
      tr("How much of the disk all runs together may take. Give a run a name to keep it for "
         "good."));
  m_limit->setSuffix(tr(" MB"));
  m_runsNote->setText(
      tr("Above the limit, a new run replaces the oldest ones without a name. Runs stay in the "
         "folder they are in."));
}

void PreferencesDialog::fillChoices() {
  m_language->setItemText(0, tr("System language"));
  m_language->setItemText(1, QStringLiteral("English"));
  m_language->setItemText(2, QStringLiteral("简体中文"));
  m_theme->setItemText(0, tr("System colours"));
  m_theme->setItemText(1, tr("Light"));
  m_theme->setItemText(2, tr("Dark"));
  m_threads->setSpecialValueText(
      tr("All cores (%1)").arg(QLocale().toString(Preferences::mostThreads())));
  m_threads->updateGeometry();  // Qt does not tell the layout of these words
}

}  // namespace inkling::ui
