// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/python.h"

#include <QProcess>

namespace inkling::test {
namespace {

bool run(QProcess& process, const QString& python, const QStringList& arguments) {
  process.start(python, arguments);
  return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit &&
         process.exitCode() == 0;
}

// The system's own may be hidden behind one without NumPy.
QString findPython() {
  for (const char* candidate : {"python3", "/usr/bin/python3"}) {
    QProcess process;
    if (run(process, candidate, {"-c", "import numpy"})) return candidate;
  }
  qFatal("These tests need Python with NumPy: install python3-numpy.");
}

}  // namespace

QString runPython(const QString& program, const QStringList& arguments) {
  static const QString kPython = findPython();
  QProcess process;
  if (!run(process, kPython, QStringList{"-c", program} + arguments)) {
    qFatal("%s\n%s", qPrintable(program), process.readAllStandardError().constData());
  }
  return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace inkling::test
