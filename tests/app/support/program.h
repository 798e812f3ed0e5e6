// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace inkling::test {

/// How a run of inkling-cli ended and what it said.
struct Result {
  int exitCode = -1;  ///< −1: it crashed, did not start or did not end in time
  QString out;
  QString err;

  /// The lines of standard output as JSON objects; an empty list if one of them is none.
  QList<QJsonObject> objects() const;
  QJsonObject lastObject() const;
  /// Everything, to be shown when a test fails.
  QByteArray report() const;
};

QString programFile();

/// Runs inkling-cli to its end.
Result run(const QStringList& arguments, const QByteArray& input = {});

}  // namespace inkling::test
