// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words of the window, apart from its workings.

#include "core/base/version.h"
#include "ui/mainwindow/exchangeactions.h"
#include "ui/mainwindow/fileactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/rescueactions.h"
#include "ui/mainwindow/runactions.h"
#include "ui/mainwindow/viewactions.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QToolBar>

namespace inkling::ui {

void MainWindow::showStatus() {
  m_status->setText(statusSentence(m_session));
  const Training& training = m_session.training();
  const Progress& progress = training.progress();
  const bool running =
      training.state() == Training::State::Running && progress.samplesPerSecond > 0;
  const int decimals = progress.gflops < 10 ? 1 : 0;
  m_speed->setText(running ? tr("%1 images/s · %2 GFLOP/s")
                                 .arg(shortNumber(progress.samplesPerSecond),
                                      QLocale().toString(progress.gflops, 'f', decimals))
                           : QString());
}

void MainWindow::showTitle() {
  const UsedModel& used = m_session.document().used();
  const QString images = m_session.data() ? QString::fromStdString(m_session.data()->title)
                                          : QString::fromStdString(m_session.recipe().data.set);
  const QString what =
      tr("%1 · %2").arg(QString::fromStdString(m_session.recipeInUse().name), images);
  // A doubled [*] in a file's name is no mark of ours.
  const QString file =
      QFileInfo(used.path).fileName().replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
  setWindowTitle(used.path.isEmpty() ? tr("Inkling — %1").arg(what) + QStringLiteral("[*]")
                                     : tr("Inkling — %1[*] — %2").arg(file, what));
  setWindowModified(used.modified);
}

void MainWindow::showAbout() {
  auto* box = new QMessageBox(this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setObjectName(QStringLiteral("aboutBox"));
  box->setWindowTitle(tr("About Inkling"));
  box->setText(tr("<h3>Inkling %1</h3>").arg(QString::fromLatin1(version())));
  box->setInformativeText(
      tr("Trains a neural network to read handwritten digits while you watch, and then reads "
         "yours.\n\n"
         "Free software under the GNU General Public License, version 3 or later."));
  box->setStandardButtons(QMessageBox::Close);
  box->open();
}

void MainWindow::retranslate() {
  m_fileMenu->setTitle(tr("&File"));
  m_editMenu->setTitle(tr("&Edit"));
  m_runMenu->setTitle(tr("&Run"));
  m_viewMenu->setTitle(tr("&View"));
  m_helpMenu->setTitle(tr("&Help"));
  m_preferences->setText(tr("&Preferences…"));
  m_about->setText(tr("&About Inkling"));
  m_toolBar->setWindowTitle(tr("Run"));
  m_speed->setToolTip(tr(
      "Training images and billions of operations each second. GFLOP/s counts the multiplications "
      "and additions that a textbook needs for this network, so a faster algorithm shows as more. "
      "Try another batch size and see both change."));
  m_run->update();
  m_files->retranslate();
  m_exchange->retranslate();
  m_view->retranslate();
  m_rescue->retranslate();
  showStatus();
  showTitle();
}

}  // namespace inkling::ui
