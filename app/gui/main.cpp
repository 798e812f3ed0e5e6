// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/startguard.h"
#include "app/pictures/qtpictures.h"
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
#include <exception>
#include <new>
#include <optional>
#include <string_view>

namespace {

constexpr int kBadUsage = 2;

/// Words for the terminal need no display.
bool wantsWords(int argc, char* argv[]) {
  constexpr std::array<std::string_view, 5> kWords{"-h", "--help", "--help-all", "-v", "--version"};
  return std::any_of(argv + 1, argv + argc, [&](const char* argument) {
    return std::find(kWords.begin(), kWords.end(), argument) != kWords.end();
  });
}

/// The files to open; nothing, after a sentence, if an option is unknown. Does not return where
/// only words are wanted.
std::optional<QStringList> parseArguments(const QCoreApplication& application) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Trains a network to read handwritten digits while you watch."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(
      QStringLiteral("files"),
      QStringLiteral("Models, recipes (.json) and data folders to open. The first model is put to "
                     "use, further ones are added to the runs."),
      QStringLiteral("[files...]"));
  if (!parser.parse(QCoreApplication::arguments())) {
    std::fprintf(stderr, "inkling: %s Try inkling --help.\n", qUtf8Printable(parser.errorText()));
    return {};
  }
  parser.process(application);
  return parser.positionalArguments();
}

void tell(const std::exception_ptr& error) {
  try {
    const QString sentence = inkling::ui::sentenceOf(error);
    std::fprintf(stderr, "inkling: %s\n", qUtf8Printable(sentence));
    QMessageBox::critical(nullptr, QStringLiteral("Inkling"), sentence);
  } catch (const std::bad_alloc&) {
    std::fputs("inkling: There is not enough memory.\n", stderr);
  }
}

int run(const QStringList& files) {
  inkling::ui::Session session(inkling::resourceFolder(), inkling::qtPictures());
  inkling::ui::MainWindow window(session);
  window.show();
  window.openPaths(files);
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
    return kBadUsage;  // words and something unknown
  }
  inkling::ui::findHome();
  std::optional<inkling::gui::StartGuard> guard(std::in_place, argc, argv);
  inkling::ui::Application application(argc, argv);
  guard.reset();
  const auto files = parseArguments(application);
  if (!files) return kBadUsage;
  application.hearSignals();
  QGuiApplication::setDesktopFileName(QStringLiteral("org.inkling.inkling"));
  try {
    return run(*files);
  } catch (...) {
    tell(std::current_exception());
    return 1;
  }
}
