// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/program.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

namespace inkling::test {
namespace {

constexpr int kPatience = 120000;

}  // namespace

QList<QJsonObject> Result::objects() const {
  QList<QJsonObject> found;
  const QStringList lines = out.split('\n', Qt::SkipEmptyParts);
  for (const QString& line : lines) {
    const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
    if (!document.isObject()) return {};
    found.append(document.object());
  }
  return found;
}

QJsonObject Result::lastObject() const {
  const QList<QJsonObject> all = objects();
  return all.isEmpty() ? QJsonObject() : all.last();
}

QByteArray Result::report() const {
  return "exit " + QByteArray::number(exitCode) + "\nstdout:\n" + out.toUtf8() + "stderr:\n" +
         err.toUtf8();
}

QString programFile() {
  const QString folder = qEnvironmentVariable("INKLING_BIN_DIR");
  return (folder.isEmpty() ? QCoreApplication::applicationDirPath() + "/../../bin" : folder) +
         "/inkling-cli";
}

Result run(const QStringList& arguments, const QByteArray& input) {
  QProcess process;
  process.start(programFile(), arguments);
  process.write(input);
  process.closeWriteChannel();
  const bool ended = process.waitForFinished(kPatience);
  Result result;
  if (ended && process.exitStatus() == QProcess::NormalExit) result.exitCode = process.exitCode();
  if (!ended) process.kill();
  result.out = QString::fromUtf8(process.readAllStandardOutput());
  result.err = QString::fromUtf8(process.readAllStandardError());
  return result;
}

}  // namespace inkling::test
