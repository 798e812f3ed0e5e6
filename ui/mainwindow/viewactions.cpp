// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/viewactions.h"

#include "ui/mainwindow/language.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <array>

namespace inkling::ui {

namespace {

constexpr std::array kLanguages{Language::System, Language::English, Language::Chinese};
constexpr std::array kThemes{Theme::System, Theme::Light, Theme::Dark};

QString languageKey() { return QStringLiteral("view/language"); }
QString themeKey() { return QStringLiteral("view/theme"); }
QString lessonKey() { return QStringLiteral("view/lesson"); }
QString adviceKey() { return QStringLiteral("view/advice"); }

QString currentLanguage() {
  return languageName(languageFromName(QSettings().value(languageKey()).toString()));
}

QString currentTheme() {
  return themeName(themeFromName(QSettings().value(themeKey()).toString()));
}

}  // namespace

ViewActions::ViewActions(QWidget* window)
    : QObject(window),
      m_language(new QMenu(window)),
      m_theme(new QMenu(window)),
      m_lesson(new QAction(this)),
      m_advice(new QAction(this)) {
  m_language->setObjectName(QStringLiteral("languageMenu"));
  m_theme->setObjectName(QStringLiteral("themeMenu"));
  auto* languages = new QActionGroup(this);
  for (const Language language : kLanguages)
    addChoice(languages, m_language, languageName(language),
              languageName(language) == currentLanguage());
  auto* themes = new QActionGroup(this);
  for (const Theme theme : kThemes)
    addChoice(themes, m_theme, themeName(theme), themeName(theme) == currentTheme());
  connect(languages, &QActionGroup::triggered, this, [](const QAction* action) {
    QSettings().setValue(languageKey(), action->data());
    applyLanguage(languageFromName(action->data().toString()));
  });
  connect(themes, &QActionGroup::triggered, this, [](const QAction* action) {
    QSettings().setValue(themeKey(), action->data());
    applyTheme(themeFromName(action->data().toString()));
  });
  m_lesson->setObjectName(QStringLiteral("lessonAction"));
  m_lesson->setCheckable(true);
  m_lesson->setChecked(lessonVisible());
  m_lesson->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  connect(m_lesson, &QAction::toggled, this, [this](bool on) {
    QSettings().setValue(lessonKey(), on);
    emit lessonToggled(on);
  });
  m_advice->setObjectName(QStringLiteral("adviceAction"));
  m_advice->setCheckable(true);
  m_advice->setChecked(adviceWanted());
  connect(m_advice, &QAction::toggled, this, [this](bool on) {
    QSettings().setValue(adviceKey(), on);
    emit adviceToggled(on);
  });
  retranslate();
}

void ViewActions::applySettings() {
  applyLanguage(languageFromName(currentLanguage()));
  applyTheme(themeFromName(currentTheme()));
}

bool ViewActions::lessonVisible() { return QSettings().value(lessonKey(), true).toBool(); }

bool ViewActions::adviceWanted() { return QSettings().value(adviceKey(), true).toBool(); }

QAction* ViewActions::addChoice(QActionGroup* group, QMenu* menu, const QString& name,
                                bool current) {
  auto* action = menu->addAction(QString());
  action->setObjectName(menu->objectName() + QLatin1Char('.') + name);
  action->setData(name);
  action->setCheckable(true);
  action->setChecked(current);
  group->addAction(action);
  return action;
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
