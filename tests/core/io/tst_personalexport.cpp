// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/files.h"
#include "core/data/datasource.h"
#include "core/data/idxset.h"
#include "core/ink/strokefile.h"
#include "core/io/personalset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/failedcalls.h"
#include "tests/core/support/files.h"
#include "tests/core/support/personaldigits.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace inkling;
using inkling::test::pixels;
using inkling::test::seven;

class TestPersonalExport final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void idx_isADataSet();
  void idx_overwritesNoDataSet();
  void idxThatCannotBeSaved_isNoPartOfADataSet();
  void idx_overwritesNoPartOfADataSet();
  void strokes_comeBack();
  void nothing_isNotExported();
};

void TestPersonalExport::idx_isADataSet() {
  const test::Folder files;
  PersonalSet mine(files.path("mine.jsonl"));
  for (int i = 0; i < 9; ++i) mine.add(pixels(i));
  const auto folder = files.path("set");
  exportIdx(folder, mine.digits());
  const DataSource source = loadDataSource(folder, {});
  QCOMPARE(source.train->count(), 7);
  QCOMPARE(source.test->count(), 2);
  QCOMPARE(int(source.test->labels[0]), 3);
  const auto image = source.train->image(0);
  QVERIFY(std::equal(image.begin(), image.end(), pixels(0).glyph.begin()));
}

void TestPersonalExport::idxThatCannotBeSaved_isNoPartOfADataSet() {
  const test::Folder files;
  const std::vector<PersonalDigit> digits = {pixels(1), pixels(2)};
  const auto folder = files.path("set");
  {
    const test::FailedRenames failed("t10k-labels");
    EXPECT_ERROR(exportIdx(folder, digits), "t10k-labels", "replacing it failed");
  }
  exportIdx(folder, digits);
  QCOMPARE(findIdxSets(entriesOf(folder)).size(), std::size_t{1});
}

void TestPersonalExport::idx_overwritesNoDataSet() {
  const test::Folder files;
  PersonalSet mine(files.path("mine.jsonl"));
  mine.add(pixels(1));
  const auto folder = files.path("set");
  exportIdx(folder, mine.digits());
  mine.add(pixels(2));
  EXPECT_ERROR(exportIdx(folder, mine.digits()), "already");
  QCOMPARE(loadDataSource(folder, {}).train->count(), 1);
}

void TestPersonalExport::idx_overwritesNoPartOfADataSet() {
  const test::Folder files;
  PersonalSet mine(files.path("mine.jsonl"));
  mine.add(pixels(1));
  std::filesystem::create_directory(files.path("set"));
  const auto foreign = files.write("set/t10k-labels-idx1-ubyte", "of somebody");
  EXPECT_ERROR(exportIdx(files.path("set"), mine.digits()), "already");
  QCOMPARE(test::fileBytes(foreign), QByteArray("of somebody"));
}

void TestPersonalExport::strokes_comeBack() {
  const test::Folder files;
  PersonalSet mine(files.path("mine.jsonl"));
  mine.add(seven());
  mine.add(pixels(2));
  const auto file = files.path("mine.txt");
  QCOMPARE(exportStrokes(file, mine.digits()), 1);
  const auto digits = loadStrokeFile(file);
  QCOMPARE(digits.size(), std::size_t{1});
  QCOMPARE(digits[0].label, 7);
  QCOMPARE(digits[0].ink[0].points[1].x, 800.0F);
  QCOMPARE(digits[0].ink[0].points[2].y, 900.0F);
}

void TestPersonalExport::nothing_isNotExported() {
  const test::Folder files;
  EXPECT_ERROR(exportIdx(files.path("set"), {}), "no digits");
  const std::vector<PersonalDigit> only{pixels(1)};
  EXPECT_ERROR(exportStrokes(files.path("s.txt"), only), "no digits");
  QVERIFY(!std::filesystem::exists(files.path("s.txt")));
}

INKLING_TEST(TestPersonalExport)
#include "tst_personalexport.moc"
