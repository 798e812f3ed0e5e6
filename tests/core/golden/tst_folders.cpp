// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/golden.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTest>

using namespace inkling::test;

/// Every file of tests/golden is opened by a test. Each folder there has a test that compares its
/// files with those it opens, through goldenFiles(); this one sees that no folder lacks one.
class TestGoldenFolders final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyFolder_hasATestOfItsFiles();
};

void TestGoldenFolders::everyFolder_hasATestOfItsFiles() {
  const QString source = qEnvironmentVariable("INKLING_SOURCE_DIR");
  QByteArray tests;
  for (const char* area : {"core", "ui"}) {
    const QDir folder(QString("%1/tests/%2/golden").arg(source, area));
    for (const QString& name : folder.entryList({"tst_*.cpp"}, QDir::Files))
      tests += fileBytes(folder.filePath(name).toStdString());
  }
  QVERIFY(!tests.isEmpty());
  const QDir root(source + "/tests/golden");
  const QStringList folders = root.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
  QVERIFY(!folders.isEmpty());
  for (const QString& folder : folders)
    QVERIFY2(tests.contains("goldenFiles(\"" + folder.toUtf8() + "\")"), qPrintable(folder));
  QCOMPARE(root.entryList(QDir::Files | QDir::Hidden), QStringList{"README.md"});
}

INKLING_TEST(TestGoldenFolders)
#include "tst_folders.moc"
