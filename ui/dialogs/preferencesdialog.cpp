// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/preferencesdialog.h"

#include "core/base/error.h"
#include "ui/dialogs/prompter.h"
#include "ui/session/runkeeper.h"
#include "ui/session/userfiles.h"
#include "ui/widgets/card.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/scrollpane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kLettersWide = 76;
constexpr QSize kLeastPane{240, 180};

}  // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, Prompter& prompter, QWidget* parent)
    : QDialog(parent),
      m_preferences(preferences),
      m_prompter(prompter),
      m_cards(new QWidget),
      m_appearance(new Card),
      m_help(new Card),
      m_training(new Card),
      m_runs(new Card),
      m_message(new QLabel) {
  setObjectName(QStringLiteral("preferencesDialog"));
  build();
  retranslate();
  connect(&preferences, &Preferences::changed, this, &PreferencesDialog::showValues);
  new ScreenFit(*this, fullSize());
}

/// At which nothing has to be scrolled.
QSize PreferencesDialog::fullSize() const {
  const QMargins edge = layout()->contentsMargins();
  const int width =
      std::max(m_cards->sizeHint().width(), kLettersWide * fontMetrics().averageCharWidth());
  // With the texts and letters that were set just now.
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_appearance, m_help, m_training, m_runs, m_cards})
    part->layout()->activate();
  const int cards = m_cards->layout()->totalHeightForWidth(width);
  const int below = layout()->spacing() + m_close->sizeHint().height();
  return {edge.left() + width + edge.right(), edge.top() + cards + below + edge.bottom()};
}

/// The controls of all cards begin at one line.
void PreferencesDialog::alignLabels() {
  const auto labels = {m_languageText, m_themeText,  m_textSizeText,
                       m_threadsText,  m_folderText, m_limitText};
  int width = 0;
  for (QLabel* label : labels) label->setMinimumWidth(0);  // its hint is at least that
  for (const QLabel* label : labels) width = std::max(width, label->sizeHint().width());
  for (QLabel* label : labels) label->setMinimumWidth(width);
}

/// To other letters or words.
void PreferencesDialog::fit() {
  alignLabels();
  const QSize room = screen()->availableSize() - (frameSize() - size());
  resize(fullSize().boundedTo(room));
}

void PreferencesDialog::build() {
  buildAppearance();
  buildHelp();
  buildTraining();
  buildRuns();
  auto* list = new QVBoxLayout(m_cards);
  list->setContentsMargins(0, 0, 0, 0);
  for (Card* card : {m_appearance, m_help, m_training, m_runs}) list->addWidget(card);
  list->addStretch(1);
  auto* buttons = new QDialogButtonBox;
  m_restore = buttons->addButton(QString(), QDialogButtonBox::ResetRole);
  m_restore->setObjectName(QStringLiteral("restoreDefaults"));
  m_close = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
  m_close->setObjectName(QStringLiteral("closePreferences"));
  // Enter ends a number, not the dialog.
  for (QPushButton* button : {m_restore, m_close}) button->setAutoDefault(false);
  connect(m_restore, &QPushButton::clicked, &m_preferences, &Preferences::restoreDefaults);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  m_message->setObjectName(QStringLiteral("preferencesMessage"));
  m_message->setWordWrap(true);
  m_message->setTextFormat(Qt::PlainText);
  m_message->hide();
  auto* column = new QVBoxLayout(this);
  m_pane = new ScrollPane(m_cards);
  m_pane->setMinimumSize(kLeastPane);
  column->addWidget(m_pane, 1);
  column->addWidget(m_message);
  column->addWidget(buttons);
}

QLabel* PreferencesDialog::addRow(QFormLayout& form, QWidget* control, const char* name) {
  auto* label = new QLabel;
  // As high as the control: else a form sets it higher than that.
  label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
  control->setObjectName(QLatin1String(name));
  label->setBuddy(control);
  form.setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form.addRow(label, control);
  return label;
}

QSpinBox* PreferencesDialog::makeNumber(int PreferenceValues::*which, int least, int most,
                                        int step) {
  auto* box = new QSpinBox;
  box->setRange(least, most);
  box->setSingleStep(step);
  box->setGroupSeparatorShown(true);
  box->setKeyboardTracking(false);  // half a number is not meant
  connect(box, &QSpinBox::valueChanged, this,
          [this, which](int value) { m_preferences.set(which, value); });
  return box;
}

QCheckBox* PreferencesDialog::addSwitch(Card& card, const char* name,
                                        bool PreferenceValues::*which) {
  auto* box = new QCheckBox;
  box->setObjectName(QLatin1String(name));
  connect(box, &QCheckBox::clicked, this, [this, which](bool on) { m_preferences.set(which, on); });
  card.body()->addWidget(box, 0, Qt::AlignLeft);
  return box;
}

void PreferencesDialog::buildAppearance() {
  auto* form = new QFormLayout;
  m_languageText = addRow(*form, m_language = new QComboBox, "preferredLanguage");
  m_themeText = addRow(*form, m_theme = new QComboBox, "preferredTheme");
  m_textSize = makeNumber(&PreferenceValues::textSize, PreferenceValues::kLeastText,
                          PreferenceValues::kMostText, 10);
  m_textSizeText = addRow(*form, m_textSize, "preferredTextSize");
  m_appearance->body()->addLayout(form);
  for (QComboBox* box : {m_language, m_theme})
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  for (const Language language : {Language::System, Language::English, Language::Chinese})
    m_language->addItem(QString(), static_cast<int>(language));
  for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark})
    m_theme->addItem(QString(), static_cast<int>(theme));
  connect(m_language, &QComboBox::activated, this, [this] {
    m_preferences.set(&PreferenceValues::language,
                      static_cast<Language>(m_language->currentData().toInt()));
  });
  connect(m_theme, &QComboBox::activated, this, [this] {
    m_preferences.set(&PreferenceValues::theme, static_cast<Theme>(m_theme->currentData().toInt()));
  });
}

void PreferencesDialog::buildHelp() {
  m_lesson = addSwitch(*m_help, "preferredLesson", &PreferenceValues::lesson);
  m_advice = addSwitch(*m_help, "preferredAdvice", &PreferenceValues::advice);
}

void PreferencesDialog::buildTraining() {
  auto* form = new QFormLayout;
  m_threads = makeNumber(&PreferenceValues::threads, 0, Preferences::mostThreads(), 1);
  m_threadsText = addRow(*form, m_threads, "preferredThreads");
  m_training->body()->addLayout(form);
  m_checkpoint = addSwitch(*m_training, "preferredCheckpoint", &PreferenceValues::checkpoint);
}

void PreferencesDialog::buildRuns() {
  auto* form = new QFormLayout;
  m_folder = new QLineEdit;
  m_folder->setReadOnly(true);
  m_choose = new QPushButton;
  m_choose->setObjectName(QStringLiteral("chooseRunsFolder"));
  m_choose->setAutoDefault(false);
  connect(m_choose, &QPushButton::clicked, this, &PreferencesDialog::chooseFolder);
  auto* place = new QWidget;
  auto* row = new QHBoxLayout(place);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_folder, 1);
  row->addWidget(m_choose);
  m_folderText = addRow(*form, place, "runsPlace");
  m_folder->setObjectName(QStringLiteral("runsFolder"));
  m_folderText->setBuddy(m_choose);
  m_limit = makeNumber(&PreferenceValues::runsLimit, PreferenceValues::kLeastRuns,
                       PreferenceValues::kMostRuns, 256);
  m_limitText = addRow(*form, m_limit, "runsLimit");
  m_runsNote = new QLabel;
  m_runsNote->setObjectName(QStringLiteral("runsNote"));
  m_runsNote->setWordWrap(true);
  m_runs->body()->addLayout(form);
  m_runs->body()->addWidget(m_runsNote);
}

void PreferencesDialog::chooseFolder() {
  m_prompter.chooseFile(Prompter::File::RunsFolder, m_folder->text(), [this](const QString& path) {
    if (!path.isEmpty()) useFolder(path);
  });
}

/// Not one in which nothing can be kept.
void PreferencesDialog::useFolder(const QString& folder) {
  m_message->hide();
  PreferenceValues wanted = m_preferences.values();
  const bool usual = QDir(folder) == QDir(QString::fromStdString(userPlace("runs").string()));
  wanted.runsFolder = usual ? QString() : QDir(folder).absolutePath();
  try {
    runStore(wanted).prepare();
    m_preferences.set(wanted);
  } catch (const Error& error) {
    m_message->setText(tr("Runs cannot be kept there. %1").arg(QString::fromUtf8(error.what())));
    m_message->show();
  }
}

void PreferencesDialog::showValues() {
  const PreferenceValues& now = m_preferences.values();
  m_language->setCurrentIndex(m_language->findData(static_cast<int>(now.language)));
  m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(now.theme)));
  m_lesson->setChecked(now.lesson);
  m_advice->setChecked(now.advice);
  m_checkpoint->setChecked(now.checkpoint);
  const QString usual = QString::fromStdString(userPlace("runs").string());
  m_folder->setText(QDir::toNativeSeparators(now.runsFolder.isEmpty() ? usual : now.runsFolder));
  m_folder->setCursorPosition(0);
  for (const auto& [box, value] :
       {std::pair{m_textSize, now.textSize}, {m_threads, now.threads}, {m_limit, now.runsLimit}}) {
    const QSignalBlocker quiet(box);
    box->setValue(value);
  }
}

void PreferencesDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
    QMetaObject::invokeMethod(this, &PreferencesDialog::fit, Qt::QueuedConnection);
}

}  // namespace inkling::ui
