// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/torture/hands.h"

#include "tests/torture/places.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <array>
#include <utility>

namespace inkling::torture {

namespace {

QString nameOf(const QWidget* widget) {
  QString name = QString::fromLatin1(widget->metaObject()->className());
  for (const QWidget* at = widget; at; at = at->parentWidget())
    if (!at->objectName().isEmpty()) {
      name += (at == widget ? QLatin1String(" ") : QLatin1String(" in ")) + at->objectName();
      break;
    }
  if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
    name += QStringLiteral(" “%1”").arg(button->text());
  return name;
}

bool canBeReached(const QWidget* widget) {
  return widget->isVisible() && widget->isEnabled() && !widget->visibleRegion().isEmpty();
}

}  // namespace

QWidget* inFront() {
  QWidget* popup = QApplication::activePopupWidget();
  if (popup && popup->isVisible()) return popup;
  if (popup) {  // a double click can leave it so, also those of Qt
    popup->show();
    popup->hide();
  }
  if (QWidget* modal = QApplication::activeModalWidget()) return modal;
  if (QWidget* active = QApplication::activeWindow()) return active;
  for (QWidget* top : QApplication::topLevelWidgets())
    if (top->isVisible() && top->windowType() != Qt::ToolTip) return top;
  return nullptr;
}

QWindow* Hands::Spot::window() const { return widget ? widget->window()->windowHandle() : nullptr; }

Hands::Hands(Random& random, std::function<void(const QString&)> say)
    : m_random(random),
      m_say(std::move(say)) {}

Hands::Spot Hands::pick() {
  QWidget* top = inFront();
  if (!top) return {};
  QWidgetList widgets = top->findChildren<QWidget*>();
  widgets << top;
  erase_if(widgets, [](const QWidget* widget) { return !canBeReached(widget); });
  return widgets.isEmpty() ? Spot{} : spotIn(oneOf(widgets, m_random));
}

Hands::Spot Hands::spotIn(QWidget* widget) { return {widget, pointIn(widget)}; }

QPoint Hands::pointIn(QWidget* widget) {
  const QRect area = widget->visibleRegion().boundingRect();
  const auto along = [this](int first, int length) {
    return first + static_cast<int>(m_random.below(static_cast<std::uint32_t>(qMax(1, length))));
  };
  return widget->mapTo(widget->window(),
                       QPoint(along(area.x(), area.width()), along(area.y(), area.height())));
}

void Hands::say(const char* what, const QWidget* widget) const {
  m_say(QLatin1String(what) + QLatin1Char(' ') +
        (widget ? nameOf(widget) : QStringLiteral("nothing")));
}

/// The window may go between press and release.
void Hands::click(const Spot& spot, Qt::MouseButton button) {
  const QPointer<QWindow> window = spot.window();
  if (window) QTest::mousePress(window, button, {}, spot.point);
  if (window) QTest::mouseRelease(window, button, {}, spot.point);
}

void Hands::press() {
  const Spot spot = pick();
  say("press", spot.widget);
  click(spot, Qt::LeftButton);
}

/// QTest::mouseDClick() goes on with a window that went with the first click.
void Hands::doubleClick() {
  const Spot spot = pick();
  say("double-click", spot.widget);
  const int first = QTest::lastMouseTimestamp;
  click(spot, Qt::LeftButton);
  QTest::lastMouseTimestamp = first + 2;  // else they are two clicks
  click(spot, Qt::LeftButton);
}

void Hands::pressRight() {
  const Spot spot = pick();
  say("press right", spot.widget);
  click(spot, Qt::RightButton);
}

void Hands::dragOver(const Spot& spot, int moves) {
  const QPointer<QWindow> window = spot.window();
  if (!window) return;
  QTest::mousePress(window, Qt::LeftButton, {}, spot.point);
  QPoint last = spot.point;
  for (int i = 0; i < moves && window && spot.widget; ++i) {
    last = pointIn(spot.widget);
    QTest::mouseMove(window, last);
  }
  if (window) QTest::mouseRelease(window, Qt::LeftButton, {}, last);
}

void Hands::drag() {
  const Spot spot = pick();
  say("drag", spot.widget);
  dragOver(spot, 4);
}

void Hands::draw() {
  QWidget* top = inFront();
  auto* canvas = top ? top->findChild<QWidget*>(QStringLiteral("inkCanvas")) : nullptr;
  if (!canvas || !canBeReached(canvas)) return drag();
  say("draw on", canvas);
  dragOver(spotIn(canvas), 12);
}

void Hands::hover() {
  const Spot spot = pick();
  say("hover over", spot.widget);
  if (spot.window()) QTest::mouseMove(spot.window(), spot.point);
}

void Hands::wheel() {
  const Spot spot = pick();
  say("wheel over", spot.widget);
  if (!spot.widget) return;
  const QPoint global = spot.widget->window()->mapToGlobal(spot.point);
  const int notch = m_random.below(2) == 0 ? 120 : -120;
  const auto keys = m_random.below(4) == 0 ? Qt::ControlModifier : Qt::NoModifier;
  QWheelEvent event(spot.widget->mapFromGlobal(global), global, {}, {0, notch}, Qt::NoButton, keys,
                    Qt::NoScrollPhase, false);
  QSpontaneKeyEvent::setSpontaneous(&event);  // else it gives no focus
  qApp->notify(spot.widget, &event);
}

QWidget* Hands::keyTarget() const {
  QWidget* front = inFront();
  return front ? front->window() : nullptr;
}

void Hands::send(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  const QWidget* target = keyTarget();
  const QPointer<QWindow> window = target ? target->windowHandle() : nullptr;
  if (window) QTest::keyPress(window, key, modifiers);
  if (window) QTest::keyRelease(window, key, modifiers);
}

void Hands::key() {
  constexpr std::array kKeys{Qt::Key_Tab,    Qt::Key_Backtab,   Qt::Key_Space, Qt::Key_Return,
                             Qt::Key_Up,     Qt::Key_Down,      Qt::Key_Left,  Qt::Key_Right,
                             Qt::Key_PageUp, Qt::Key_PageDown,  Qt::Key_Home,  Qt::Key_End,
                             Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_F2,    Qt::Key_Menu,
                             Qt::Key_Plus,   Qt::Key_Minus,     Qt::Key_F10};
  const Qt::Key key = oneOf(kKeys, m_random);
  const auto modifiers = m_random.below(5) == 0 ? Qt::ShiftModifier : Qt::NoModifier;
  m_say(QStringLiteral("key %1").arg(QKeySequence(key | modifiers).toString()));
  send(key, modifiers);
}

void Hands::type() {
  const QStringList words{QStringLiteral("7"),     QStringLiteral("0.05"),  QStringLiteral("-3"),
                          QStringLiteral("1e9"),   QStringLiteral("99999"), QStringLiteral("abc"),
                          QStringLiteral("1 0, "), QStringLiteral("3.")};
  const QString word = oneOf(words, m_random);
  m_say(QStringLiteral("type ") + word);
  if (m_random.below(2) == 0) send(Qt::Key_A, Qt::ControlModifier);
  for (const QChar letter : word) send(QTest::asciiToKey(letter.toLatin1()));
  if (m_random.below(2) == 0) send(Qt::Key_Return);
}

void Hands::shortcut() {
  constexpr std::array kKeys{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5,
                             Qt::Key_6, Qt::Key_S, Qt::Key_O, Qt::Key_R, Qt::Key_E,
                             Qt::Key_I, Qt::Key_Z, Qt::Key_C, Qt::Key_V, Qt::Key_A};
  const Qt::Key key = oneOf(kKeys, m_random);
  const Qt::KeyboardModifiers modifiers =
      m_random.below(4) == 0 ? Qt::ControlModifier | Qt::ShiftModifier : Qt::ControlModifier;
  m_say(QStringLiteral("shortcut %1").arg(QKeySequence(key | modifiers).toString()));
  send(key, modifiers);
}

void Hands::escape() {
  m_say(QStringLiteral("escape"));
  send(Qt::Key_Escape);
}

}  // namespace inkling::torture
