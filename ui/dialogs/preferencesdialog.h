// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace inkling::ui {

class Card;
class Prompter;
class ScrollPane;

/// Edit → Preferences: every control takes effect at once, and shows what others change.
class PreferencesDialog final : public QDialog {
  Q_OBJECT
public:
  PreferencesDialog(Preferences& preferences, Prompter& prompter, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  QSize fullSize() const;
  void fit();
  void alignLabels();
  void build();
  void buildAppearance();
  void buildHelp();
  void buildTraining();
  void buildRuns();
  QLabel* addRow(QFormLayout& form, QWidget* control, const char* name);
  QCheckBox* addSwitch(Card& card, const char* name, bool PreferenceValues::*which);
  QSpinBox* makeNumber(int PreferenceValues::*which, int least, int most, int step);
  void chooseFolder();
  void useFolder(const QString& folder);
  void showValues();
  void retranslate();
  void retranslateRuns();
  void fillChoices();

  Preferences& m_preferences;
  Prompter& m_prompter;
  QWidget* m_cards;
  ScrollPane* m_pane;
  Card* m_appearance;
  Card* m_help;
  Card* m_training;
  Card* m_runs;
  QComboBox* m_language;
  QComboBox* m_theme;
  QSpinBox* m_textSize;
  QCheckBox* m_lesson;
  QCheckBox* m_advice;
  QSpinBox* m_threads;
  QCheckBox* m_checkpoint;
  QLineEdit* m_folder;
  QPushButton* m_choose;
  QSpinBox* m_limit;
  QLabel* m_languageText;
  QLabel* m_themeText;
  QLabel* m_textSizeText;
  QLabel* m_threadsText;
  QLabel* m_folderText;
  QLabel* m_limitText;
  QLabel* m_runsNote;
  QLabel* m_message;
  QPushButton* m_restore;
  QPushButton* m_close;
};

}  // namespace inkling::ui
