// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/csvlayout.h"
#include "core/data/csvset.h"
#include "core/data/datasource.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <atomic>
#include <functional>

using namespace inkling;

namespace {

DataSource loadCsvSet(const std::filesystem::path& path) {
  return loadDataSource(path.string(), {});
}

using Pixel = std::function<QString(int value)>;
using Text = std::function<QString(int label)>;

QString plain(int value) { return QString::number(value); }

/// Images of 3×3: those of class k have k + 1 in the middle and paper around, for every image a
/// little else; ink in two other places.
QStringList rows(int count, const Pixel& pixel = plain, const Text& text = plain,
                 const QString& delimiter = ",", bool last = false) {
  QStringList lines;
  for (int i = 0; i < count; ++i) {
    QStringList fields;
    for (int p = 0; p < 9; ++p)
      fields << pixel(p == 4 ? i % 3 + 1 : p == 3 ? 255 - i : p == 5 ? 255 : 0);
    fields.insert(last ? 9 : 0, text(i % 3));
    lines << fields.join(delimiter);
  }
  return lines;
}

QString header(const QString& delimiter = ",", bool last = false) {
  QStringList fields;
  for (int p = 0; p < 9; ++p) fields << QString("pixel%1").arg(p);
  fields.insert(last ? 9 : 0, "label");
  return fields.join(delimiter);
}

}  // namespace

class TestCsvSet final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyForm_givesTheSameSet_data();
  void everyForm_givesTheSameSet();
  void pixels_areScaledAndNoted();
  void texts_becomeClassNames();
  void labelColumn_isFound_data();
  void labelColumn_isFound();
  void trainAndTest_areRead_data();
  void trainAndTest_areRead();
  void testWithoutLabels_isLeftOut();
  void severalTables_areAChoice();
  void emnist_isTurnedAndNamed();
  void colour_isRead();
  void wrongLine_saysLineAndColumn_data();
  void wrongLine_saysLineAndColumn();
  void badFile_saysWhatIsWrong();
  void otherTables_areNotTaken();
  void manyStretches_areJoined();
  void longLine_isRefusedBeforeItIsKept();
  void cancelled_says();
};

void TestCsvSet::everyForm_givesTheSameSet_data() {
  QTest::addColumn<QByteArray>("bytes");
  const auto row = [](const char* name, const QStringList& lines, const char* end = "\n") {
    QTest::newRow(name) << (lines.join(end) + end).toUtf8();
  };
  const auto with = [](const QString& first, QStringList lines) {
    return first + "\n" + lines.join("\n");
  };
  row("header", {with(header(), rows(20))});
  row("no header", rows(20));
  row("label last", {with(header(",", true), rows(20, plain, plain, ",", true))});
  row("label last, no header", rows(20, plain, plain, ",", true));
  row("semicolon", {with(header(";"), rows(20, plain, plain, ";"))});
  row("tab", {with(header("\t"), rows(20, plain, plain, "\t"))});
  row("CR LF", QStringList{header()} + rows(20), "\r\n");
  row("mark", {"\uFEFF" + with(header(), rows(20))});
  row("no end", {with(header(), rows(20)).chopped(0)}, "");
  row("empty last lines", {with(header(), rows(20)), "", " ", ""}, "\r\n");
  row("spaces", rows(20, [](int v) { return QString(" %1 ").arg(v); }));
  const auto quoted = [](int v) { return QString("\"%1\"").arg(v); };
  row("quotes", {with("\"" + header().replace(",", "\",\"") + "\"", rows(20, quoted, quoted))});
  row("decimals", rows(20, [](int v) { return QString::number(v, 'f', 1); }));
  row("0 to 1", rows(20, [](int v) { return QString::number(v / 255.0, 'g', 9); }));
  row("-1 to 1", rows(20, [](int v) { return QString::number(v / 127.5 - 1, 'g', 17); }));
  row("16 bits", rows(20, [](int v) { return QString::number(v * 257); }));
  row("label of decimals", rows(20, plain, [](int v) { return QString("%1.0").arg(v); }));
  row("numbered header", {with("label,0,1,2,3,4,5,6,7,8", rows(20))});
  row("counted header", {with("0,1,2,3,4,5,6,7,8,9", rows(20))});
  QStringList indexed;
  for (const QString& line : rows(20)) indexed << QString::number(indexed.size()) + "," + line;
  row("index", {with("," + header(), indexed)});
}

void TestCsvSet::everyForm_givesTheSameSet() {
  QFETCH(QByteArray, bytes);
  const test::Folder folder;
  const auto file = folder.write("set.csv", bytes);
  const DataSource found = loadCsvSet(file);
  QCOMPARE(found.format, std::string("CSV"));
  QVERIFY(found.train->shape() == (Shape{3, 3, 1}));
  QCOMPARE(found.train->count() + found.test->count(), 20);
  QCOMPARE(found.classes(), 3);
  for (int i = 0; i < found.train->count(); ++i) {
    QCOMPARE(int(found.train->image(i)[4]), found.train->labels[static_cast<std::size_t>(i)] + 1);
    QCOMPARE(int(found.train->image(i)[5]), 255);
  }
  const DataSource expected = loadCsvSet(folder.write("plain.csv", rows(20).join("\n").toUtf8()));
  QCOMPARE(found.fingerprint, expected.fingerprint);
  QCOMPARE(loadCsvSet(folder.write("set.csv.gz", test::gzipped(bytes))).fingerprint,
           found.fingerprint);
}

void TestCsvSet::pixels_areScaledAndNoted() {
  const test::Folder folder;
  const QStringList lines = rows(20, [](int v) { return QString::number(v / 255.0); });
  const DataSource found = loadCsvSet(folder.write("set.csv", lines.join("\n").toUtf8()));
  QVERIFY(found.notes ==
          std::vector<std::string>({"Pixel values of 0 to 1 were scaled to 0 to 255."}));
  QVERIFY(loadCsvSet(folder.write("set.csv", rows(20).join("\n").toUtf8())).notes.empty());
}

void TestCsvSet::texts_becomeClassNames() {
  const test::Folder folder;
  const auto name = [](int label) {
    return QStringList{"zebra", "\"cat, \"\"small\"\"\"", "お"}[label];
  };
  const DataSource found = loadCsvSet(
      folder.write("set.csv", (QStringList{header()} + rows(20, plain, name)).join("\n").toUtf8()));
  QVERIFY(found.classNames == std::vector<std::string>({"cat, \"small\"", "zebra", "お"}));
  QCOMPARE(int(found.train->labels[0]), found.train->image(0)[4] == 1   ? 1
                                        : found.train->image(0)[4] == 2 ? 0
                                                                        : 2);
}

void TestCsvSet::labelColumn_isFound_data() {
  QTest::addColumn<QStringList>("lines");
  QTest::addColumn<int>("column");
  const auto row = [](const char* name, const char* first, const char* last, int column) {
    QStringList lines;
    const QStringList firsts = QString(first).split(' ');
    const QStringList lasts = QString(last).split(' ');
    for (int i = 0; i < 20; ++i)
      lines << firsts[i % firsts.size()] + ",0,9,9,9,9,9,9,9," + lasts[i % lasts.size()];
    QTest::newRow(name) << lines << column;
  };
  row("text", "0 1", "a b", 9);
  row("whole numbers", "0.5 0.25", "7 8", 9);
  row("paper in the first corner", "0 0 0 0 0 0 0 0 0 1", "0 1 2 3", 9);
  row("paper in the last corner", "0 1 2 3", "0 0 0 0 0 0 0 0 0 1", 0);
  row("fewer", "7 1 9 3 5", "0 1", 9);
  row("the same", "0 1", "0 1", 0);
  row("both constant", "5", "0", 0);
}

void TestCsvSet::labelColumn_isFound() {
  QFETCH(QStringList, lines);
  QFETCH(int, column);
  const test::Folder folder;
  const auto file = folder.write("set.csv", lines.join("\n").toUtf8());
  const CsvLayout layout = csvLayoutOf(file, {});
  QCOMPARE(layout.labelColumn, column);
  QCOMPARE(layout.firstPixel, column == 0 ? 1 : 0);
}

void TestCsvSet::trainAndTest_areRead_data() {
  QTest::addColumn<QString>("train");
  QTest::addColumn<QString>("test");
  QTest::newRow("Kaggle") << "train.csv"
                          << "test.csv";
  QTest::newRow("prefix") << "mnist_train.csv"
                          << "mnist_test.csv";
  QTest::newRow("two words") << "fashion-mnist_train.csv"
                             << "fashion-mnist_test.csv";
  QTest::newRow("packed") << "mnist-train.csv.gz"
                          << "mnist-test.csv";
}

void TestCsvSet::trainAndTest_areRead() {
  QFETCH(QString, train);
  QFETCH(QString, test);
  const test::Folder folder;
  const QByteArray lines = rows(6).join("\n").toUtf8();
  folder.write(train, train.endsWith(".gz") ? test::gzipped(lines) : lines);
  folder.write(test, rows(3).join("\n").toUtf8());
  folder.write("sample_submission.csv", "ImageId,Label\n1,0\n2,0\n");
  const DataSource found = loadCsvSet(folder.path("."));
  QCOMPARE(found.train->count(), 6);
  QCOMPARE(found.test->count(), 3);
  QVERIFY(!found.testDrawn);
  QCOMPARE(loadCsvSet(folder.path(test)).fingerprint, found.fingerprint);
}

void TestCsvSet::testWithoutLabels_isLeftOut() {
  const test::Folder folder;
  folder.write("train.csv", (QStringList{header()} + rows(20)).join("\n").toUtf8());
  folder.write("test.csv",
               "pixel0,pixel1,pixel2,pixel3,pixel4,pixel5,pixel6,pixel7,pixel8\n"
               "0,0,0,0,0,0,0,0,0\n");
  const DataSource found = loadCsvSet(folder.path("train.csv"));
  QVERIFY(found.testDrawn);
  QVERIFY(found.notes == std::vector<std::string>({"test.csv has no labels; it was left out."}));
  folder.write("only.csv", "0,0,0,0,0,0,0,0,9\n0,0,0,0,0,0,0,0,8\n");
  EXPECT_ERROR(loadCsvSet(folder.path("only.csv")), "9 columns, the pixels of an image, but none");
}

void TestCsvSet::severalTables_areAChoice() {
  const test::Folder folder;
  for (const char* name : {"one_train.csv", "one_valid.csv", "two.csv"})
    folder.write(name, rows(6).join("\n").toUtf8());
  EXPECT_ERROR(loadCsvSet(folder.path(".")), "several sets (two, one)");
  const std::vector<DataChoice> choices = csvChoices(placeAt(folder.path(".")));
  QCOMPARE(choices.size(), std::size_t{2});
  QCOMPARE(choices[1].title, std::string("one"));
  QVERIFY(loadCsvSet(choices[1].path).notes ==
          std::vector<std::string>({"one_valid.csv is for validation; it was left out."}));
}

void TestCsvSet::emnist_isTurnedAndNamed() {
  const test::Folder folder;
  const QByteArray lines = "1,1,2,3,200\n26,5,6,7,8\n";
  folder.write("emnist-letters-train.csv", lines);
  folder.write("emnist-letters-test.csv", lines);
  const DataSource found = loadCsvSet(folder.path("."));
  QCOMPARE(found.classes(), 26);
  QVERIFY(found.train->labels == std::vector<Label>({0, 25}));
  QVERIFY(std::ranges::equal(found.train->image(0), std::vector<std::uint8_t>({1, 3, 2, 200})));
  QCOMPARE(found.notes.size(), std::size_t{1});
}

void TestCsvSet::colour_isRead() {
  const test::Folder folder;
  QByteArray lines = "label";
  for (int i = 0; i < 192; ++i) lines += ",p";
  for (int i = 0; i < 4; ++i) {
    lines += "\n" + QByteArray::number(i % 2);
    for (int p = 0; p < 192; ++p)  // channel after channel, each with rows alike
      lines += "," + QByteArray::number(p / 64 * 60 + p % 64 / 8 * 3 + p % 8 * 9);
  }
  const DataSource found = loadCsvSet(folder.write("set.csv", lines));
  QVERIFY(found.train->shape() == (Shape{8, 8, 3}));
  QCOMPARE(int(found.train->image(0)[1]), 60);
  QCOMPARE(found.notes.size(), std::size_t{1});
}

void TestCsvSet::wrongLine_saysLineAndColumn_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* line, const char* expected) {
    QTest::newRow(line) << QByteArray(line) << QString(expected);
  };
  row("1,0,0,x,0,0,0,0,0,0", "line 3, column 4: expected a number, found \"x\"");
  row("1,0,0,,0,0,0,0,0,0", "line 3, column 4: expected a number, found nothing");
  row("1,0,0,nan,0,0,0,0,0,0", "line 3, column 4: expected a number, found \"nan\"");
  row("1,0,0,1e999,0,0,0,0,0,0", "line 3, column 4: expected a number");
  row("1,0,0,0 0,0,0,0,0,0", "line 3, column 4: expected a number, found \"0 0\"");
  row("1,0,0,0,0,0,0,0,0", "line 3, column 10: expected 10 fields, found the end of the line");
  row("1", "line 3, column 2: expected 10 fields, found the end of the line");
  row("1,0,0,0,0,0,0,0,0,0,0", "line 3, column 11: expected the end of the line, found more");
  row(",0,0,0,0,0,0,0,0,0", "line 3, column 1: expected a label, found nothing");
  row("\"1,0,0,0,0,0,0,0,0,0", "line 3, column 1: expected a quote that ends");
  row("-1,0,0,0,0,0,0,0,0,0", "line 3, column 1: expected a label, a whole number of 0 … 999");
  row("1.5,0,0,0,0,0,0,0,0,0", "line 3, column 1: expected a label, a whole number");
  row("1000,0,0,0,0,0,0,0,0,0", "line 3, column 1: expected a label, a whole number");
  row("1,0,0,-7,0,0,0,0,0,0", "has pixels of -7 to 255");
  row("1,0,0,99999,0,0,0,0,0,0", "has pixels of 0 to 99999");
}

void TestCsvSet::wrongLine_saysLineAndColumn() {
  QFETCH(QByteArray, line);
  QFETCH(QString, expected);
  const test::Folder folder;
  const QByteArray bytes =
      (header() + "\n" + rows(1)[0] + "\n").toUtf8() + line + "\n" + rows(5).join("\n").toUtf8();
  EXPECT_ERROR(loadCsvSet(folder.write("set.csv", bytes)), "set.csv", expected);
}

void TestCsvSet::badFile_saysWhatIsWrong() {
  const test::Folder folder;
  EXPECT_ERROR(loadCsvSet(folder.path("none.csv")), "none.csv");
  EXPECT_ERROR(loadCsvSet(folder.write("empty.csv", "")), "is empty");
  EXPECT_ERROR(loadCsvSet(folder.write("head.csv", header().toUtf8())), "has no images");
  EXPECT_ERROR(loadCsvSet(folder.write("head.csv", "label,a,b,c,d,e\n1,2,3,4,5,6\n")),
               "has 5 columns besides the label; expected as many as a square picture has");
  EXPECT_ERROR(loadCsvSet(folder.write("head.csv", "a,b,c,label,d\n1,2,3,4,5\n")),
               "line 1, column 4: expected the label in the first or the last column");
  EXPECT_ERROR(loadCsvSet(folder.write("page.csv", "<!DOCTYPE html><html>")), "an HTML page");
  const QByteArray packed = test::gzipped(rows(500).join("\n").toUtf8());
  EXPECT_ERROR(loadCsvSet(folder.write("cut.csv.gz", packed.chopped(9))), "cut.csv.gz is cut off");
  QByteArray many = header().toUtf8();
  for (int i = 0; i < 1001; ++i) many += "\nname" + QByteArray::number(i) + ",0,0,0,0,0,0,0,0,0";
  EXPECT_ERROR(loadCsvSet(folder.write("many.csv", many)),
               "line 1002, column 1: expected labels of at most 1000 classes");
}

void TestCsvSet::otherTables_areNotTaken() {
  for (const char* text : {"", "a", "a,b\n1,2\n", "file,label\nx.png,1\n", "{\"a\":[1,2,3,4,5,6]}",
                           "one, two, three, four, five\nsix, seven, eight, nine, ten\n",
                           "1 2 3 4 5 6 7 8\n", "<a,b,c,d,e,f>"}) {
    const QByteArray bytes(text);
    QVERIFY2(!looksLikeCsv({bytes.constData(), static_cast<std::size_t>(bytes.size())}), text);
  }
}

void TestCsvSet::manyStretches_areJoined() {
  const test::Folder folder;
  QByteArray lines;
  constexpr int kSide = 60;
  constexpr int kCount = 900;  // more than a stretch of 4 MiB
  for (int i = 0; i < kCount; ++i) {
    lines += QByteArray::number(i % 10);
    for (int p = 0; p < kSide * kSide; ++p) lines += "," + QByteArray::number((i + p) % 200);
    lines += "\n";
  }
  QVERIFY(lines.size() > 8 << 20);
  folder.write("train.csv", lines);
  folder.write("test.csv", lines);
  const DataSource found = loadCsvSet(folder.path("."));
  QCOMPARE(found.train->count(), kCount);
  for (int i = 0; i < kCount; ++i) {
    QCOMPARE(int(found.train->labels[static_cast<std::size_t>(i)]), i % 10);
    QCOMPARE(int(found.train->image(i)[kSide * kSide - 1]), (i + kSide * kSide - 1) % 200);
  }
}

void TestCsvSet::longLine_isRefusedBeforeItIsKept() {
  const test::Folder folder;
  QByteArray line = "0,1,0,0,0,0,0,0,0,0\n";
  for (int i = 0; i < 4 << 20; ++i) line += "0,0,";
  EXPECT_ERROR(loadCsvSet(folder.write("set.csv", line)), "line 2: expected at most", "found more");
}

void TestCsvSet::cancelled_says() {
  const test::Folder folder;
  const auto file = folder.write("set.csv", rows(6).join("\n").toUtf8());
  const std::atomic<bool> cancel = true;
  EXPECT_ERROR(loadDataSource(file.string(), {}, {.cancel = &cancel}), "was cancelled");
}

INKLING_TEST(TestCsvSet)
#include "tst_csvset.moc"
