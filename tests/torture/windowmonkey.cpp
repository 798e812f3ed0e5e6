// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/torture/windowmonkey.h"

#include "app/pictures/qtpictures.h"
#include "ui/mainwindow/application.h"

#include <QAction>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <array>
#include <cstdio>
#include <functional>
#include <utility>

namespace inkling::torture {

namespace {

constexpr int kStuck = 300;  // ms after which an act is taken to wait for something

}  // namespace

WindowMonkey::WindowMonkey(const Places& places, std::uint64_t seed, int acts, QDeadlineTimer end)
    : m_places(places),
      m_random(seed, RandomPurpose::Analysis),
      m_most(acts),
      m_end(end),
      m_hands(m_random, [this](const QString& what) { say(what); }) {
  if (const auto* application = qobject_cast<ui::Application*>(qApp))
    connect(application, &ui::Application::failed, this,
            [this](const QString& sentence) { m_faults << sentence; });
}

WindowMonkey::~WindowMonkey() = default;

void WindowMonkey::say(const QString& what) const {
  std::printf("%d: %s\n", m_acts.load(), qUtf8Printable(what));
  std::fflush(stdout);
}

void WindowMonkey::begin() {
  openWindow();
  QTimer::singleShot(0, this, &WindowMonkey::next);
}

void WindowMonkey::openWindow() {
  m_window.reset();
  m_session = std::make_unique<ui::Session>(m_places.resources().toStdString(), qtPictures());
  auto prompter = std::make_unique<MonkeyPrompter>(m_places, m_random);
  MonkeyPrompter* asks = prompter.get();
  m_window = std::make_unique<ui::MainWindow>(*m_session, std::move(prompter));
  asks->setWindow(m_window.get());
  const auto listen = [this](const QString& sentence) {
    if (sentence.contains(QLatin1String("unexpected"))) m_faults << sentence;
  };
  connect(m_session.get(), &ui::Session::failed, this, listen);
  m_window->show();
  ++m_windows;
}

/// One act. While it waits in a loop of its own, the next ones come by another timer.
void WindowMonkey::next() {
  if (m_acts >= m_most || m_end.hasExpired() || !m_faults.isEmpty()) {
    if (m_depth > 0) {
      m_hands.escape();
      QTimer::singleShot(1, this, &WindowMonkey::next);
    } else if (std::exchange(m_most, -1) >= 0) {
      m_window.reset();
      m_session.reset();
      emit ended();
    }
    return;
  }
  if (m_depth == 0 && !m_window->isVisible()) openWindow();
  ++m_acts;
  QTimer rescue;
  connect(&rescue, &QTimer::timeout, this, &WindowMonkey::next);
  rescue.setSingleShot(true);
  rescue.start(kStuck);
  ++m_depth;
  act();
  --m_depth;
  if (!rescue.isActive()) return;  // it has passed on
  constexpr std::array kPauses{0, 0, 0, 1, 5, 30};
  QTimer::singleShot(oneOf(kPauses, m_random), this, &WindowMonkey::next);
}

void WindowMonkey::act() {
  static const std::vector<std::pair<int, std::function<void(WindowMonkey&)>>> kActs = {
      {30, [](WindowMonkey& m) { m.m_hands.press(); }},
      {3, [](WindowMonkey& m) { m.m_hands.doubleClick(); }},
      {4, [](WindowMonkey& m) { m.m_hands.pressRight(); }},
      {6, [](WindowMonkey& m) { m.m_hands.drag(); }},
      {6, [](WindowMonkey& m) { m.m_hands.draw(); }},
      {5, [](WindowMonkey& m) { m.m_hands.hover(); }},
      {6, [](WindowMonkey& m) { m.m_hands.wheel(); }},
      {12, [](WindowMonkey& m) { m.m_hands.key(); }},
      {5, [](WindowMonkey& m) { m.m_hands.type(); }},
      {8, [](WindowMonkey& m) { m.m_hands.shortcut(); }},
      {6, [](WindowMonkey& m) { m.m_hands.escape(); }},
      {8, [](WindowMonkey& m) { m.trigger(); }},
      {6, [](WindowMonkey& m) { m.train(); }},
      {2, [](WindowMonkey& m) { m.resize(); }},
      {4, [](WindowMonkey& m) { m.openPath(); }},
      {1, [](WindowMonkey& m) { m.drop(); }},
      {1, [](WindowMonkey& m) { m.close(); }}};
  std::uint32_t sum = 0;
  for (const auto& [weight, does] : kActs) sum += static_cast<std::uint32_t>(weight);
  int drawn = static_cast<int>(m_random.below(sum));
  for (const auto& [weight, does] : kActs)
    if ((drawn -= weight) < 0) return does(*this);
}

/// As from a menu, which cannot be opened over a dialog.
void WindowMonkey::trigger() {
  if (inFront() != m_window.get()) return m_hands.escape();
  QList<QAction*> actions = m_window->findChildren<QAction*>();
  erase_if(actions, [](const QAction* action) {
    return !action->isEnabled() || action->isSeparator() || action->menu();
  });
  QAction* action = oneOf(actions, m_random);
  say(QStringLiteral("trigger %1 “%2”").arg(action->objectName(), action->text()));
  action->trigger();
}

void WindowMonkey::train() {
  if (inFront() != m_window.get()) return m_hands.press();
  constexpr std::array kNames{"toggleAction",    "toggleAction", "stepBatchAction",
                              "stepEpochAction", "stopAction",   "rewindAction"};
  auto* action = m_window->findChild<QAction*>(QLatin1String(oneOf(kNames, m_random)));
  say(QStringLiteral("trigger ") + action->objectName());
  action->trigger();
}

void WindowMonkey::resize() {
  const QSize size(static_cast<int>(200 + m_random.below(1700)),
                   static_cast<int>(150 + m_random.below(1000)));
  say(QStringLiteral("resize to %1×%2").arg(size.width()).arg(size.height()));
  m_window->resize(size);
}

void WindowMonkey::openPath() {
  if (inFront() != m_window.get()) return m_hands.press();
  const QString path = MonkeyPrompter::anything(m_places, m_random);
  say(QStringLiteral("open ") + path);
  m_window->openPath(path);
}

void WindowMonkey::drop() {
  if (inFront() != m_window.get()) return m_hands.drag();
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(MonkeyPrompter::anything(m_places, m_random))});
  say(QStringLiteral("drop ") + files.urls().front().toString());
  const QPoint middle = m_window->rect().center();
  QDragEnterEvent enter(middle, Qt::CopyAction, &files, Qt::LeftButton, {});
  QCoreApplication::sendEvent(m_window.get(), &enter);
  QDropEvent event(middle, Qt::CopyAction, &files, Qt::LeftButton, {});
  QCoreApplication::sendEvent(m_window.get(), &event);
}

void WindowMonkey::close() {
  if (inFront() != m_window.get()) return m_hands.escape();
  say(QStringLiteral("close"));
  m_window->close();
}

}  // namespace inkling::torture
