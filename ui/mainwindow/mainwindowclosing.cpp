// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window ends: by its user, by the desktop session, by a signal.

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/rescueactions.h"
#include "ui/pages/learn/learnpage.h"
#include "ui/pages/sweep/sweeppage.h"
#include "ui/session/session.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QSettings>

namespace inkling::ui {

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_mayClose) {
    event->ignore();
    beforeQuit();
    return;
  }
  remember();
  event->accept();
}

void MainWindow::remember() const {
  QSettings settings;
  settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
  m_learn->remember(settings);
  settings.sync();
}

void MainWindow::beforeQuit() {
  const auto close = [this] {
    m_mayClose = true;
    m_rescue->rescue().release();  // saved, or the user has said that it may go
    // Not from within an event of closing: closing again must start afresh.
    QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
  };
  m_sweep->beforeQuit([this, close] { m_session.guard().pass(ModelGuard::Loss::Quit, close); });
}

bool MainWindow::mayEndSession() {
  if (m_mayClose) return true;
  if (!m_session.document().saving() && m_rescue->rescue().keepNow()) {
    remember();
    return true;
  }
  QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
  return false;
}

/// What the run has learnt is on the disk then, and offered at the next start.
void MainWindow::endAtOnce() {
  m_rescue->rescue().keepNow();
  if (m_session.document().saving()) {
    connect(&m_session.document(), &ModelDocument::savingEnded, this, &MainWindow::endAtOnce,
            Qt::UniqueConnection);
    return;
  }
  m_mayClose = true;
  close();
  QCoreApplication::exit(0);
}

}  // namespace inkling::ui
