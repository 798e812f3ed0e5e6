// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QPoint>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

namespace inkling::torture {

/// Mouse, wheel and keys on whatever a user could reach now, as from the window system.
class Hands {
public:
  /// `say` is told what follows, before it is done.
  Hands(Random& random, std::function<void(const QString&)> say);

  void press();
  void doubleClick();
  void pressRight();
  void drag();
  void draw();  ///< on a canvas, if one is visible
  void hover();
  void wheel();
  void key();
  void type();
  void shortcut();
  /// Closes the popup that is open, or the dialog.
  void escape();

private:
  /// Where something is done: a widget in front, and a point of its window.
  struct Spot {
    QPointer<QWidget> widget;
    QPoint point;
    QWindow* window() const;
  };

  Spot pick();
  Spot spotIn(QWidget* widget);
  QPoint pointIn(QWidget* widget);
  void click(const Spot& spot, Qt::MouseButton button);
  void dragOver(const Spot& spot, int moves);
  void say(const char* what, const QWidget* widget) const;
  QWidget* keyTarget() const;
  void send(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

  Random& m_random;
  std::function<void(const QString&)> m_say;
};

/// The window, dialog or popup that takes mouse and keys now; null: none.
QWidget* inFront();

}  // namespace inkling::torture
