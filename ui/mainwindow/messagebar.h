// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace inkling::ui {

/// A strip over the status bar that says what went wrong or was done: nothing moves when it comes,
/// and it is never a box in the way. Notes go by themselves; errors stay until they are closed
/// (Escape anywhere in the window) or replaced.
class MessageBar final : public QFrame {
  Q_OBJECT
public:
  enum class Kind {
    Note,
    Error,
    Work  ///< stays until it is over
  };
  /// What can be done about it, with one click.
  struct Offer {
    QString words;
    std::function<void()> act;
  };

  explicit MessageBar(QWidget& statusBar);  ///< a sibling of the strip

  void say(Kind kind, const QString& sentence, const Offer& offer = {});
  void end(Kind kind);   ///< hides it if it is of that kind
  void withdraw();       ///< hides it if it offers something
  void settle();         ///< an error is over: what came next has succeeded
  QString text() const;  ///< empty while nothing is shown
  Kind kind() const { return m_kind; }

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void showIcon();
  void makeRoom();
  void place();
  void retranslate();

  QWidget& m_statusBar;
  Kind m_kind = Kind::Note;
  QLabel* m_icon;
  QLabel* m_text;
  QToolButton* m_close;
  QPushButton* m_offer;
  std::function<void()> m_act;
  QTimer m_timer;
};

}  // namespace inkling::ui
