// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/folders.h"
#include "core/base/version.h"
#include "ui/mainwindow/application.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/session/caught.h"
#include "ui/session/session.h"
#include "ui/session/userfiles.h"

#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <string_view>

namespace {

/// Words for the terminal need no display.
bool wantsWords(int argc, char* argv[]) {
  constexpr std::array<std::string_view, 5> kWords{"-h", "--help", "--help-all", "-v", "--version"};
  return std::any_of(argv + 1, argv + argc, [&](const char* argument) {
    return std::find(kWords.begin(), kWords.end(), argument) != kWords.end();
  });
}

/// The file to open, if one was named. Does not return where only words are wanted.
QString parseArguments(const QCoreApplication& application) {
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
  inkling::ui::Session session(inkling::resourceFolder());
  inkling::ui::MainWindow window(session);
  window.show();
  if (!file.isEmpty()) window.openPath(file);
  return QApplication::exec();
}

}  // namespace

int main(int argc, char* argv[]) {
  // Writing beyond the allowed size of a file is an error of that file, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  QCoreApplication::setOrganizationName(QStringLiteral("Inkling"));
  QCoreApplication::setApplicationName(QStringLiteral("inkling"));
  QCoreApplication::setApplicationVersion(QString::fromLatin1(inkling::version()));
  if (argc > 1 && wantsWords(argc, argv)) {
    const QCoreApplication application(argc, argv);
    parseArguments(application);
    return 0;
  }
  inkling::ui::findHome();
  inkling::ui::Application application(argc, argv);
  application.hearSignals();
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
