// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/startguard.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace inkling::gui {

namespace {

struct Message {
  QtMsgType type;
  QByteArray category;
  QString text;
};

QtMessageHandler before = nullptr;
QByteArray platform;  ///< the one that was asked for; empty: Qt chooses
std::vector<Message> kept;

QByteArray askedPlatform(int argc, char* argv[]) {
  for (int i = 1; i + 1 < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "-platform" || argument == "--platform") return argv[i + 1];
  }
  return qgetenv("QT_QPA_PLATFORM");
}

QByteArray whyNoWindow() {
  const QByteArray x11 = qgetenv("DISPLAY");
  const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
  if (!platform.isEmpty())
    return "the Qt platform \"" + platform +
           "\" that was asked for does not work here (DISPLAY is \"" + x11 +
           "\", WAYLAND_DISPLAY is \"" + wayland + "\").";
  if (x11.isEmpty() && wayland.isEmpty())
    return "there is no display, neither DISPLAY nor WAYLAND_DISPLAY is set. inkling-cli works "
           "without one.";
  if (x11.isEmpty())
    return "the Wayland display \"" + wayland +
           "\" cannot be used. Is it running, and is Qt's plugin for Wayland installed "
           "(qt6-wayland)?";
  return "the display \"" + x11 + "\" cannot be reached. Is it running, and may you use it?";
}

void keep(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  if (type != QtFatalMsg) {
    kept.push_back({type, context.category, text});
    return;
  }
  std::fprintf(stderr, "inkling: Cannot open a window: %s\n", whyNoWindow().constData());
  std::fflush(stderr);
  std::_Exit(EXIT_FAILURE);  // the application is half made: nothing of it may be destroyed
}

}  // namespace

StartGuard::StartGuard(int argc, char* argv[]) {
  platform = askedPlatform(argc, argv);
  before = qInstallMessageHandler(keep);
}

StartGuard::~StartGuard() {
  qInstallMessageHandler(before);
  for (const Message& message : kept)
    qt_message_output(message.type, {"", 0, "", message.category.constData()}, message.text);
  kept.clear();
}

}  // namespace inkling::gui
