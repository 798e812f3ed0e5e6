// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/folders.h"
#include "core/base/version.h"
#include "ui/mainwindow/application.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/viewactions.h"
#include "ui/session/caught.h"
#include "ui/session/session.h"

#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>

#include <cstdio>

namespace {

/// The file to open, if one was named.
QString parseArguments(const QApplication& application) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Trains a network to read handwritten digits while you watch."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(
      QStringLiteral("file"), QStringLiteral("A model, a recipe (.json) or a data folder to open."),
      QStringLiteral("[file]"));
  parser.process(application);
  return parser.positionalArguments().value(0);
}

int run(const QApplication& application) {
  const QString file = parseArguments(application);
  inkling::ui::ViewActions::applySettings();
  inkling::ui::Session session(inkling::resourceFolder());
  inkling::ui::MainWindow window(session);
  window.show();
  if (!file.isEmpty()) window.openPath(file);
  return QApplication::exec();
}

}  // namespace

int main(int argc, char* argv[]) {
  const inkling::ui::Application application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("Inkling"));
  QCoreApplication::setApplicationName(QStringLiteral("inkling"));
  QCoreApplication::setApplicationVersion(QString::fromLatin1(inkling::version()));
  QGuiApplication::setDesktopFileName(QStringLiteral("org.inkling.Inkling"));
  try {
    return run(application);
  } catch (...) {
    const QString sentence = inkling::ui::sentenceOf(std::current_exception());
    std::fprintf(stderr, "inkling: %s\n", qUtf8Printable(sentence));
    QMessageBox::critical(nullptr, QStringLiteral("Inkling"), sentence);
    return 1;
  }
}
