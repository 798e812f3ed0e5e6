// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/scriptedprompter.h"
#include "tests/ui/support/toyset.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/session/session.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace inkling::ui {
class SampleTiles;
class TrainingPlot;
}  // namespace inkling::ui

namespace inkling::test {

inline constexpr int kLong = 60000;  // ms

/// The real main window on a small data set and a small recipe, with a prompter the test controls.
class WindowFixture {
public:
  struct Options {
    int train = 600;
    int epochs = 3;
    int batch = 16;
    QString home = {};  ///< a folder to work in as another window did before; empty: a new one
  };

  explicit WindowFixture(const Options& options);
  WindowFixture() : WindowFixture(Options{}) {}

  QString file(const QString& name) const { return m_home + QLatin1Char('/') + name; }
  /// Waits until the small data set is there; false if it does not come.
  bool ready();
  /// Writes a toy set of that name, opens its folder and waits until it is in use.
  bool openSet(const QString& name, const ToyFormat& format, int train = 300);
  /// Opens the folder of the set that the window began with and waits until it is in use.
  bool openFirstSet();
  /// Presses Train and waits for the end.
  bool train();
  void click(const char* button);    ///< a real mouse click on a tool button
  void trigger(const char* action);  ///< as from its menu
  QString message() const;           ///< what the message bar shows
  QString text(const char* label) const;
  ui::TrainingPlot* plot(const char* name) const;
  ui::SampleTiles* tiles() const;
  /// Probabilities of the first samples, as shown.
  std::vector<float> predictions() const;
  ui::Training::State state() const { return session->training().state(); }

  template <typename Widget>
  Widget* find(const char* name) const {
    return window->findChild<Widget*>(QLatin1String(name));
  }

private:
  bool open(const QString& folder);

  QTemporaryDir m_folder;
  QString m_home;

public:
  std::unique_ptr<ui::Session> session;
  ScriptedPrompter* prompter = nullptr;  ///< the window owns it
  std::unique_ptr<ui::MainWindow> window;
};

inline const WindowFixture::Options kEndless{.train = 2000, .epochs = 100000};

}  // namespace inkling::test
