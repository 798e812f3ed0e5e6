// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"
#include "tests/core/support/golden.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// Small data sets, a file of each format.
class TestGoldenDatasets final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void set_isRead_data();
  void set_isRead();
  void folder_holdsNoOtherFile();
};

void TestGoldenDatasets::set_isRead_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("format");
  QTest::newRow("csv") << "datasets/letters.csv"
                       << "CSV";
  QTest::newRow("npz") << "datasets/letters.npz"
                       << "NumPy";
}

void TestGoldenDatasets::set_isRead() {
  QFETCH(QString, file);
  QFETCH(QString, format);
  const DataSource source = loadDataSource(golden(file).string(), {});
  QCOMPARE(QString::fromStdString(source.format), format);
  QCOMPARE(QString::fromStdString(source.fingerprint), QString("c245fa5dda6fc799"));
  QCOMPARE(source.train->count(), 13);
  QVERIFY(source.train->shape() == (Shape{6, 6, 1}));
  QVERIFY(source.classNames == std::vector<std::string>({"L", "T", "o umlaut ö"}));
}

void TestGoldenDatasets::folder_holdsNoOtherFile() {
  QCOMPARE(goldenFiles("datasets"), (QStringList{"datasets/letters.csv", "datasets/letters.npz"}));
}

INKLING_TEST(TestGoldenDatasets)
#include "tst_datasets.moc"
