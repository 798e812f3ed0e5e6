// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace inkling::ui {

/// View → Language, View → Theme, View → Lesson and Advice: applied at once and kept in the
/// settings.
class ViewActions final : public QObject {
  Q_OBJECT
public:
  explicit ViewActions(QWidget* window);

  /// Applies what the settings say; once, before the first window.
  static void applySettings();
  static bool lessonVisible();
  static bool adviceWanted();

  void fillMenu(QMenu* menu) const;
  void retranslate();

signals:
  void lessonToggled(bool visible);
  void adviceToggled(bool on);

private:
  QAction* addChoice(QActionGroup* group, QMenu* menu, const QString& name, bool current);

  QMenu* m_language;
  QMenu* m_theme;
  QAction* m_lesson;
  QAction* m_advice;
};

}  // namespace inkling::ui
