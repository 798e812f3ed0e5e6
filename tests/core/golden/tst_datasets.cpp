// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/qtpictures.h"
#include "core/data/datasource.h"
#include "tests/core/support/golden.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using test::golden;
using test::goldenFiles;

class TestDatasets final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void set_isReadAsEver_data();
  void set_isReadAsEver();
  void everyFile_isOfASetHere();
};

void TestDatasets::set_isReadAsEver_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("format");
  QTest::addColumn<QString>("fingerprint");
  QTest::addColumn<int>("classes");
  QTest::addColumn<int>("channels");
  QTest::addColumn<int>("train");
  QTest::addColumn<int>("test");
  QTest::newRow("pictures") << "pictures"
                            << "pictures"
                            << "760518a10667a3a4" << 6 << 1 << 5 << 1;
  QTest::newRow("cifar") << "cifar"
                         << "CIFAR"
                         << "b26c019f917be814" << 10 << 3 << 2 << 2;
  for (const char* file : {"letters.csv", "letters.npz"})
    QTest::newRow(file) << file << (QString(file).endsWith("csv") ? "CSV" : "NumPy")
                        << "c245fa5dda6fc799" << 3 << 1 << 13 << 2;
  QTest::newRow("strokes") << "strokes.txt"
                           << "strokes"
                           << "1d6546d96b9214f5" << 10 << 1 << 2 << 1;
}

void TestDatasets::set_isReadAsEver() {
  QFETCH(QString, name);
  const DataSource source =
      loadDataSource(golden("data/" + name).string(), {}, {.pictures = &qtPictures()});
  QTEST(QString::fromStdString(source.format), "format");
  QTEST(source.classes(), "classes");
  QTEST(source.train->channels, "channels");
  QTEST(source.train->count(), "train");
  QTEST(source.test->count(), "test");
  QTEST(QString::fromStdString(source.fingerprint), "fingerprint");
}

void TestDatasets::everyFile_isOfASetHere() {
  for (const QString& file : goldenFiles("data"))
    QVERIFY2(file.startsWith("data/pictures/") || file.startsWith("data/cifar/") ||
                 file.startsWith("data/letters.") || file == "data/strokes.txt",
             qPrintable(file));
}

INKLING_TEST(TestDatasets)
#include "tst_datasets.moc"
