// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/strokefile.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

const QByteArray kTwo =
    "7 home ann 100 2 3 10 20 30 20 15 60 2 5 40 25 40\n\n4 home bob 50 1 1 -3 9\r\n";

QByteArray many(int count) {
  QByteArray text;
  for (int i = 0; i < count; ++i)
    text += "1 home w" + QByteArray::number(i * 7919) + " 100 1 2 5 0 5 " + QByteArray::number(i) +
            "\n";
  return text;
}

}  // namespace

class TestStrokeFile final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void plainAndGzip_giveTheSameDigits();
  void times_followTheRate();
  void writtenLine_isReadBack();
  void badLine_saysWhereAndWhat_data();
  void badLine_saysWhereAndWhat();
  void badFile_saysWhat();
  void damagedGzip_isNoticed();
  void lastLineWithoutAnEnd_isRead();
  void linesLongerThanABlock_areRead();
  void smallFileOfManyDigits_isReadOneByOneOrRefused_data();
  void smallFileOfManyDigits_isReadOneByOneOrRefused();
  void lineWithoutEnd_isRefused();
};

void TestStrokeFile::plainAndGzip_giveTheSameDigits() {
  const test::Folder folder;
  for (const QByteArray& bytes : {kTwo, test::gzipped(kTwo)}) {
    const std::vector<PenDigit> digits = loadStrokeFile(folder.write("digits", bytes));
    QCOMPARE(digits.size(), std::size_t(2));
    QCOMPARE(digits[0].label, 7);
    QCOMPARE(digits[0].writer, std::string("ann"));
    QCOMPARE(digits[0].ink.size(), std::size_t(2));
    QCOMPARE(digits[0].ink[1].points[1].x, 25.0F);
    QCOMPARE(digits[1].source, std::string("home"));
    QCOMPARE(digits[1].rate, 50);
    QCOMPARE(digits[1].ink[0].points[0].x, -3.0F);
  }
}

void TestStrokeFile::times_followTheRate() {
  const test::Folder folder;
  const std::vector<PenDigit> digits = loadStrokeFile(folder.write("digits", kTwo));
  QCOMPARE(digits[0].ink[0].points[2].time, 0.02F);
  QVERIFY(digits[0].ink[1].points[0].time > digits[0].ink[0].points[2].time);
}

void TestStrokeFile::writtenLine_isReadBack() {
  const test::Folder folder;
  const QByteArray line = "7 home ann 100 2 3 10 20 30 20 15 60 2 5 40 25 -40\n";
  QCOMPARE(strokeLine(loadStrokeFile(folder.write("digits", line)).at(0)), line.toStdString());
}

void TestStrokeFile::badLine_saysWhereAndWhat_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QStringList>("parts");
  const auto row = [](const char* name, const char* line, QStringList parts) {
    QTest::newRow(name) << QByteArray(line) << (parts << "digits, line 3");
  };
  row("label too large", "10 s w 100 1 1 1 1", {"a label", "0 … 9", "“10”"});
  row("label is a word", "one s w 100 1 1 1 1", {"a label", "“one”"});
  row("label with a tail", "1x s w 100 1 1 1 1", {"“1x”"});
  row("only a label", "1", {"name of the source", "end of the line"});
  row("no writer", "1 s", {"name of the writer", "end of the line"});
  row("rate 0", "1 s w 0 1 1 1 1", {"points a second", "“0”"});
  row("no stroke", "1 s w 100 0", {"number of strokes", "“0”"});
  row("many strokes", "1 s w 100 4000000000 1 1 1", {"number of strokes", "“4000000000”"});
  row("empty stroke", "1 s w 100 1 0", {"points of stroke 1", "“0”"});
  row("many points", "1 s w 100 1 2000000000 1 1", {"points of stroke 1", "“2000000000”"});
  row("negative count", "1 s w 100 1 -1 1 1", {"points of stroke 1", "“-1”"});
  row("fraction", "1 s w 100 1 1 1.5 1", {"x of point 1 of stroke 1", "“1.5”"});
  row("y is missing", "1 s w 100 1 2 1 1 2", {"y of point 2 of stroke 1", "end of the line"});
  row("second stroke is missing", "1 s w 100 2 1 1 1", {"points of stroke 2", "end of the line"});
  row("too much", "1 s w 100 1 1 1 1 9", {"end of the line after 1 strokes", "“9”"});
  row("far away", "1 s w 100 1 1 1 99999999", {"y of point 1", "“99999999”"});
  row("binary", "\x01\x02\xff", {"a label"});
}

void TestStrokeFile::badLine_saysWhereAndWhat() {
  QFETCH(QByteArray, line);
  QFETCH(QStringList, parts);
  const test::Folder folder;
  const QByteArray text = kTwo.left(kTwo.indexOf('\n') + 2) + line + "\n";
  EXPECT_ERROR(loadStrokeFile(folder.write("digits", text)), parts);
}

void TestStrokeFile::badFile_saysWhat() {
  const test::Folder folder;
  EXPECT_ERROR(loadStrokeFile(folder.path("absent")), "absent");
  EXPECT_ERROR(loadStrokeFile(folder.path(".")), "folder");
  EXPECT_ERROR(loadStrokeFile(folder.write("empty", "")), "empty", "found none");
  EXPECT_ERROR(loadStrokeFile(folder.write("blank", " \n\t\n")), "blank", "found none");
}

void TestStrokeFile::damagedGzip_isNoticed() {
  const test::Folder folder;
  const QByteArray whole = test::gzipped(many(20000));
  EXPECT_ERROR(loadStrokeFile(folder.write("short.gz", whole.left(whole.size() / 2))), "short.gz",
               "compressed");
  QByteArray flipped = whole;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x10);
  EXPECT_ERROR(loadStrokeFile(folder.write("flipped.gz", flipped)), "flipped.gz", "compressed");
}

void TestStrokeFile::lastLineWithoutAnEnd_isRead() {
  const test::Folder folder;
  QCOMPARE(loadStrokeFile(folder.write("digits", kTwo.trimmed())).size(), std::size_t(2));
}

void TestStrokeFile::linesLongerThanABlock_areRead() {
  const test::Folder folder;
  QByteArray text = kTwo;
  for (const int count : {50'000, 3, 20'000}) {
    text += "1 s w 100 1 " + QByteArray::number(count);
    for (int i = 0; i < count; ++i) text += ' ' + QByteArray::number(i) + " 5";
    text += '\n';
  }
  const std::vector<PenDigit> digits = loadStrokeFile(folder.write("digits", text));
  QCOMPARE(digits.size(), std::size_t(5));
  QCOMPARE(digits[2].ink[0].points.back().x, 49'999.0F);
  QCOMPARE(digits[4].ink[0].points.back().x, 19'999.0F);
}

void TestStrokeFile::smallFileOfManyDigits_isReadOneByOneOrRefused_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<int>("count");
  QTest::addColumn<QString>("sentence");
  QByteArray dots = "1 s w 1 1000";
  for (int i = 0; i < 1000; ++i) dots += " 1 1 1";
  QByteArray stroke = "1 s w 1 1 50000";
  for (int i = 0; i < 50'000; ++i) stroke += " 1 1";
  QTest::newRow("digits") << QByteArray("1 s w 1 1 1 1 1") << 500'001
                          << "at most 500000 digits, found more";
  QTest::newRow("strokes") << dots << 2001 << "at most 2000000 strokes, found more";
  QTest::newRow("points") << stroke << 201 << "at most 10000000 points, found more";
}

void TestStrokeFile::smallFileOfManyDigits_isReadOneByOneOrRefused() {
  QFETCH(QByteArray, line);
  QFETCH(int, count);
  QFETCH(QString, sentence);
  const test::Folder folder;
  const auto file = folder.write("many.gz", test::gzipped((line + "\n").repeated(count)));
  EXPECT_ERROR(loadStrokeFile(file), "many.gz", sentence);
  StrokeReader reader(file);
  int read = 0;
  while (reader.next()) ++read;
  QCOMPARE(read, count);
}

void TestStrokeFile::lineWithoutEnd_isRefused() {
  const test::Folder folder;
  const auto file = folder.write("long.gz", test::gzipped(QByteArray(6 << 20, ' ')));
  EXPECT_ERROR(loadStrokeFile(file), "long.gz, line 1", "at most 4 MiB");
}

INKLING_TEST(TestStrokeFile)
#include "tst_strokefile.moc"
