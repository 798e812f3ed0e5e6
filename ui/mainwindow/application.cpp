// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/application.h"

#include "ui/session/caught.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <new>
#include <unistd.h>

namespace inkling::ui {

namespace {

int signalPipe[2] = {-1, -1};  // a handler may do little more than write

void passOn(int) {
  const int before = errno;
  const char byte = 0;
  static_cast<void>(!::write(signalPipe[1], &byte, 1));
  errno = before;
}

}  // namespace

void Application::hearSignals() {
  if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
  auto* notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
  connect(notifier, &QSocketNotifier::activated, this, [this] {
    char bytes[16];
    while (::read(signalPipe[0], bytes, sizeof bytes) > 0) {
    }
    emit endWanted();
  });
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
  }
}

bool Application::notify(QObject* receiver, QEvent* event) {
  try {
    return QApplication::notify(receiver, event);
  } catch (...) {
    tell(std::current_exception());
    return true;
  }
}

void Application::tell(const std::exception_ptr& error) {
  try {
    const QString sentence = sentenceOf(error);
    QMetaObject::invokeMethod(
        this, [this, sentence] { emit failed(sentence); }, Qt::QueuedConnection);
  } catch (const std::bad_alloc&) {
    std::fputs("inkling: There is not enough memory.\n", stderr);
  }
}

}  // namespace inkling::ui
