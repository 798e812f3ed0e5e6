// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/hands.h"
#include "tests/torture/monkeyprompter.h"
#include "tests/torture/places.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/session/session.h"

#include <QDeadlineTimer>
#include <QObject>

#include <atomic>
#include <memory>

namespace inkling::torture {

/// Uses the real main window at random, one act after the other, also while something waits in a
/// loop of its own (menus). Each act is said before it is done.
class WindowMonkey final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(WindowMonkey)
public:
  WindowMonkey(const Places& places, std::uint64_t seed, int acts, QDeadlineTimer end);
  ~WindowMonkey() override;

  void begin();
  const std::atomic<int>& acts() const { return m_acts; }
  int windows() const { return m_windows; }
  /// Exceptions that nobody caught, as sentences.
  const QStringList& faults() const { return m_faults; }

signals:
  void ended();

private:
  void openWindow();
  void next();
  void act();
  void trigger();
  void train();
  void resize();
  void openPath();
  void drop();
  void close();
  void say(const QString& what) const;

  const Places& m_places;
  Random m_random;
  int m_most;
  QDeadlineTimer m_end;
  Hands m_hands;
  std::atomic<int> m_acts = 0;
  int m_windows = 0;
  int m_depth = 0;  ///< acts that wait for their end
  QStringList m_faults;
  std::unique_ptr<ui::Session> m_session;
  std::unique_ptr<ui::MainWindow> m_window;
};

}  // namespace inkling::torture
