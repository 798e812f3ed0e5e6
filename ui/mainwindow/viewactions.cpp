// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/viewactions.h"

#include "ui/session/preferences.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <array>

namespace inkling::ui {

namespace {

constexpr std::array kLanguages{Language::System, Language::English, Language::Chinese};
constexpr std::array kThemes{Theme::System, Theme::Light, Theme::Dark};

void check(const QMenu* menu, const QString& name) {
  for (QAction* action : menu->actions()) action->setChecked(action->data() == name);
}

}  // namespace

ViewActions::ViewActions(Preferences& preferences, QWidget* window)
    : QObject(window),
      m_preferences(preferences),
      m_language(new QMenu(window)),
      m_theme(new QMenu(window)),
      m_lesson(new QAction(this)),
      m_advice(new QAction(this)) {
  m_language->setObjectName(QStringLiteral("languageMenu"));
  m_theme->setObjectName(QStringLiteral("themeMenu"));
  auto* languages = new QActionGroup(this);
  for (const Language language : kLanguages)
    addChoice(languages, m_language, languageName(language));
  auto* themes = new QActionGroup(this);
  for (const Theme theme : kThemes) addChoice(themes, m_theme, themeName(theme));
  connect(languages, &QActionGroup::triggered, this, [this](const QAction* action) {
    m_preferences.set(&PreferenceValues::language, languageFromName(action->data().toString()));
  });
  connect(themes, &QActionGroup::triggered, this, [this](const QAction* action) {
    m_preferences.set(&PreferenceValues::theme, themeFromName(action->data().toString()));
  });
  addSwitch(m_lesson, "lessonAction", &PreferenceValues::lesson);
  m_lesson->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  addSwitch(m_advice, "adviceAction", &PreferenceValues::advice);
  connect(&preferences, &Preferences::changed, this, &ViewActions::show);
  show();
  retranslate();
}

void ViewActions::addChoice(QActionGroup* group, QMenu* menu, const QString& name) {
  auto* action = menu->addAction(QString());
  action->setObjectName(menu->objectName() + QLatin1Char('.') + name);
  action->setData(name);
  action->setCheckable(true);
  group->addAction(action);
}

void ViewActions::addSwitch(QAction* action, const char* name, bool PreferenceValues::*which) {
  action->setObjectName(QLatin1String(name));
  action->setCheckable(true);
  connect(action, &QAction::triggered, this,
          [this, which](bool on) { m_preferences.set(which, on); });
}

/// What is preferred now, whoever has said so.
void ViewActions::show() {
  const PreferenceValues& now = m_preferences.values();
  check(m_language, languageName(now.language));
  check(m_theme, themeName(now.theme));
  m_lesson->setChecked(now.lesson);
  m_advice->setChecked(now.advice);
}

void ViewActions::fillMenu(QMenu* menu) const {
  menu->addAction(m_lesson);
  menu->addAction(m_advice);
  menu->addSeparator();
  menu->addMenu(m_language);
  menu->addMenu(m_theme);
}

void ViewActions::retranslate() {
  m_language->setTitle(tr("&Language"));
  m_theme->setTitle(tr("&Theme"));
  m_lesson->setText(tr("Le&sson of the recipe"));
  m_advice->setText(tr("&Advice on the run"));
  m_advice->setToolTip(tr("Says when a run shows a problem, and what to try."));
  const auto languages = m_language->actions();
  languages.at(0)->setText(tr("&System language"));
  languages.at(1)->setText(QStringLiteral("&English"));
  languages.at(2)->setText(QStringLiteral("简体中文(&C)"));
  const auto themes = m_theme->actions();
  themes.at(0)->setText(tr("&System colours"));
  themes.at(1)->setText(tr("&Light"));
  themes.at(2)->setText(tr("&Dark"));
}

}  // namespace inkling::ui
