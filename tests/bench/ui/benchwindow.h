// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/qtpictures.h"
#include "core/base/folders.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/session/session.h"

#include <QCoreApplication>

namespace inkling::bench {

/// The real window with settings of its own, shown. Needs a QApplication.
class BenchWindow {
public:
  BenchWindow() : session((prepare(), resourceFolder()), qtPictures()), window(session) { window.show(); }

private:
  static void prepare() { QCoreApplication::setOrganizationName(QStringLiteral("InklingBench")); }

public:
  ui::Session session;
  ui::MainWindow window;
};

}  // namespace inkling::bench
