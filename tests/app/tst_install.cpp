// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

// Whether the programs stand on their own: the right variant of the core is loaded, and the folder
// they were built in is not written into them.
class TestInstall final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void program_loadsTheBestVariantOfTheCore();
  void programs_doNotNameTheSourceFolder();

private:
  QDir m_bin{qEnvironmentVariable("INKLING_BIN_DIR")};
};

void TestInstall::program_loadsTheBestVariantOfTheCore() {
  const QString variant = "lib/glibc-hwcaps/x86-64-v3";
  const bool bothBuilt = m_bin.exists("../" + variant);
#if defined(__x86_64__)
  const bool fastMachine = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                           __builtin_cpu_supports("bmi2");
#else
  const bool fastMachine = false;
#endif
  if (!bothBuilt || !fastMachine) QSKIP("one variant only, on this machine or in this build");

  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("LD_DEBUG", "libs");
  program.setProcessEnvironment(environment);
  program.start(m_bin.filePath("inkling-cli"), {"--help"});
  QVERIFY(program.waitForFinished());
  QCOMPARE(program.exitCode(), 0);
  const QString log = QString::fromUtf8(program.readAllStandardError());
  const QStringList loaded = log.split('\n').filter("calling init").filter("libinkling-core");
  QCOMPARE(loaded.size(), 1);
  QVERIFY2(loaded.front().contains(variant), qPrintable(loaded.front()));
}

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
