// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace inkling::ui {

class Preferences;
struct PreferenceValues;

/// View → Language, View → Theme, View → Lesson and Advice: preferences at hand.
class ViewActions final : public QObject {
  Q_OBJECT
public:
  ViewActions(Preferences& preferences, QWidget* window);

  void fillMenu(QMenu* menu) const;
  void retranslate();

private:
  void addChoice(QActionGroup* group, QMenu* menu, const QString& name);
  void addSwitch(QAction* action, const char* name, bool PreferenceValues::*which);
  void show();

  Preferences& m_preferences;
  QMenu* m_language;
  QMenu* m_theme;
  QAction* m_lesson;
  QAction* m_advice;
};

}  // namespace inkling::ui
