// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>
#include <QTest>

namespace inkling::test {

/// The sentence of the Error that `call` throws; empty if it throws none.
template <typename Call>
QString errorOf(Call&& call) {
  try {
    call();
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

/// Those of `parts` that `text` lacks, for messages of failed tests; empty if it has them all.
inline QString missingIn(const QString& text, const QStringList& parts) {
  QString missing;
  for (const QString& part : parts) {
    if (!text.contains(part)) missing += "\"" + part + "\" is missing in: " + text + "\n";
  }
  return missing;
}

}  // namespace inkling::test

/// Fails the test unless `call` throws an Error whose sentence has all of the given parts.
#define EXPECT_ERROR(call, ...)                                                                 \
  do {                                                                                          \
    const QString thrownHere = inkling::test::errorOf([&] { static_cast<void>(call); });        \
    QVERIFY2(!thrownHere.isEmpty(), "no Error was thrown");                                     \
    const QString missingHere = inkling::test::missingIn(thrownHere, QStringList{__VA_ARGS__}); \
    QVERIFY2(missingHere.isEmpty(), qPrintable(missingHere));                                   \
  } while (false)
