// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTest>

// Whether the programs stand on their own: the folder they were built in is not written into them.
class TestInstall final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void programs_doNotNameTheSourceFolder();

private:
  QDir m_bin{qEnvironmentVariable("INKLING_BIN_DIR")};
};

void TestInstall::programs_doNotNameTheSourceFolder() {
#ifndef NDEBUG
  QSKIP("debug information names the sources");
#endif
  const QByteArray source = qgetenv("INKLING_SOURCE_DIR");
  QVERIFY(!source.isEmpty());
  for (const char* name : {"inkling-cli", "inkling", "../lib/libinkling-core.so"}) {
    QFile file(m_bin.filePath(name));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    QVERIFY2(!file.readAll().contains(source), name);
  }
}

INKLING_TEST(TestInstall)
#include "tst_install.moc"
