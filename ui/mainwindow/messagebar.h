// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace inkling::ui {

/// A strip below the toolbar that says what went wrong or was done; never a box in the way. Notes
/// go by themselves, errors stay until they are closed or replaced.
class MessageBar final : public QFrame {
  Q_OBJECT
public:
  enum class Kind { Note, Error };

  explicit MessageBar(QWidget* parent = nullptr);

  void say(Kind kind, const QString& sentence);
  QString text() const;  ///< empty while nothing is shown
  Kind kind() const { return m_kind; }

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void retranslate();

  Kind m_kind = Kind::Note;
  QLabel* m_icon;
  QLabel* m_text;
  QToolButton* m_close;
  QTimer m_timer;
};

}  // namespace inkling::ui
