// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"
#include "core/ink/strokefile.h"
#include "core/io/personalline.h"
#include "core/io/strokeset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <atomic>

using namespace inkling;

namespace {

/// A line that leans by so much, on a canvas of that side.
Ink lineOf(float lean, float side) {
  return {{{{side * 0.3F, side * 0.2F, 0, 1}, {side * (0.3F + lean), side * 0.8F, 0.1F, 1}}}};
}

/// Of 1, 2, … `count`, each with its number as its lean.
QByteArray personalText(int count) {
  QByteArray text = QByteArray::fromStdString(personalHeader(count));
  for (int i = 1; i <= count; ++i) {
    PersonalDigit digit{.id = i, .label = i % 10, .date = "2026-11-30 12:00:00"};
    digit.ink = lineOf(static_cast<float>(i) / 40, 1);
    text += QByteArray::fromStdString(personalLine(digit));
  }
  return text;
}

DataSource openStrokes(const std::filesystem::path& path) {
  return loadDataSource(path.string(), {});
}

bool holdsImage(const Dataset& set, int index, const Glyph& glyph, int label) {
  return std::ranges::equal(set.image(index), glyph) &&
         set.labels[static_cast<std::size_t>(index)] == label;
}

}  // namespace

class TestStrokeSet final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void ownDigits_areDrawnAndHeldOut();
  void fewOwnDigits_haveTestImagesDrawn();
  void strokeFile_isDrawn();
  void packedStrokeFile_isRead();
  void badFiles_areSaid_data();
  void badFiles_areSaid();
  void cancelled_says();
};

void TestStrokeSet::ownDigits_areDrawnAndHeldOut() {
  const test::Folder folder;
  const DataSource source = openStrokes(folder.write("my-digits.jsonl", personalText(9)));
  QCOMPARE(source.format, std::string("strokes"));
  QCOMPARE(source.train->count(), 7);
  QCOMPARE(source.test->count(), 2);
  QCOMPARE(source.classes(), 10);
  QVERIFY(holdsImage(*source.train, 0, renderGlyph(lineOf(1.0F / 40, 1)), 1));
  QVERIFY(holdsImage(*source.test, 1, renderGlyph(lineOf(8.0F / 40, 1)), 8));
}

void TestStrokeSet::fewOwnDigits_haveTestImagesDrawn() {
  const test::Folder folder;
  const DataSource source = openStrokes(folder.write("my-digits.jsonl", personalText(3)));
  QVERIFY(source.testDrawn);
  QCOMPARE(source.train->count() + source.test->count(), 3);
}

void TestStrokeSet::strokeFile_isDrawn() {
  const test::Folder folder;
  QByteArray text("\n");
  for (int i = 0; i < 5; ++i)
    text += QByteArray::fromStdString(
        strokeLine({i, "own", "me", 100, lineOf(static_cast<float>(i) / 10, 1000)}));
  const auto file = folder.write("strokes", text);
  const FoundData found = readStrokes(placeAt(file), {});
  QCOMPARE(found.train.count(), 5);
  StrokeReader reader(file);
  for (int i = 0; i < 5; ++i)
    QVERIFY(holdsImage(found.train, i, renderGlyph(reader.next()->ink), i));
  QCOMPARE(openStrokes(file).format, std::string("strokes"));
}

void TestStrokeSet::packedStrokeFile_isRead() {
  const test::Folder folder;
  const QByteArray text("7 a b 100 1  2 5 5 9 90\n1 a b 100 1  2 5 5 9 90\n");
  const DataSource source = openStrokes(folder.write("strokes.gz", test::gzipped(text)));
  QCOMPARE(source.train->count() + source.test->count(), 2);
}

void TestStrokeSet::badFiles_areSaid_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("sentence");
  const QByteArray own = personalText(3);
  QTest::newRow("cut off") << own.chopped(9) << "line 4: it is not a digit.";
  QTest::newRow("no digits") << personalText(0) << "has no images";
  QTest::newRow("newer") << QByteArray(own).replace("\"version\":1", "\"version\":2")
                         << "was written by a newer Inkling";
  QTest::newRow("label") << QByteArray(own).replace("\"label\":2", "\"label\":12")
                         << "line 3: its label is missing or wrong";
  QTest::newRow("strokes cut off") << QByteArray("7 a b 100 2  1 5 5\n") << "line 1: expected";
  QTest::newRow("words") << QByteArray("7 is a number") << "no data set";
  QTest::newRow("empty") << QByteArray() << "is empty";
}

void TestStrokeSet::badFiles_areSaid() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, sentence);
  const test::Folder folder;
  EXPECT_ERROR(openStrokes(folder.write("digits", bytes)), sentence);
}

void TestStrokeSet::cancelled_says() {
  const test::Folder folder;
  const std::atomic<bool> cancel = true;
  for (const QByteArray& bytes : {personalText(3), QByteArray("7 a b 100 1  1 5 5\n")})
    EXPECT_ERROR(loadDataSource(folder.write("digits", bytes).string(), {}, {.cancel = &cancel}),
                 "was cancelled");
}

INKLING_TEST(TestStrokeSet)
#include "tst_strokeset.moc"
