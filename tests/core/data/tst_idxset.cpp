// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"
#include "core/data/idxset.h"
#include "core/io/dataexport.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <atomic>

using namespace inkling;
using test::idxBytes;

namespace {

/// Two images of 2×2, the second upside down, with these labels.
void writePair(const test::Folder& folder, const QString& begin, const QByteArray& labels,
               const QString& end = "-ubyte") {
  folder.write(begin + "images-idx3" + end, idxBytes({2, 2, 2}, QByteArray("\1\2\3\4\4\3\2\1", 8)));
  folder.write(begin + "labels-idx1" + end, idxBytes({2}, labels));
}

DataSource load(const std::filesystem::path& path) { return loadDataSource(path.string(), {}); }

}  // namespace

class TestIdxSet final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void anyNames_arePaired_data();
  void anyNames_arePaired();
  void severalSets_areAChoice();
  void emnist_isTurnedAndNamed();
  void emnistMapping_givesNamesAndFirstLabel();
  void damagedMapping_isRefused();
  void colour_isReadAndWritten();
  void cancelled_says();
};

void TestIdxSet::anyNames_arePaired_data() {
  QTest::addColumn<QString>("train");
  QTest::addColumn<QString>("test");
  QTest::addColumn<QString>("end");
  QTest::newRow("MNIST's") << "train-"
                           << "t10k-"
                           << "-ubyte";
  QTest::newRow("dots") << "train-"
                        << "t10k-"
                        << ".ubyte";
  QTest::newRow("test") << "train_"
                        << "test_"
                        << "_ubyte";
  QTest::newRow("capitals") << "Train-"
                            << "TEST-"
                            << "-UBYTE";
  QTest::newRow("prefix") << "mine-train-"
                          << "mine-test-"
                          << "";
  QTest::newRow("nothing") << ""
                           << "test-"
                           << "";
}

void TestIdxSet::anyNames_arePaired() {
  QFETCH(QString, train);
  QFETCH(QString, test);
  QFETCH(QString, end);
  const test::Folder folder;
  writePair(folder, train, QByteArray("\0\1", 2), end);
  writePair(folder, test, QByteArray("\2\2", 2), end);
  const DataSource source = load(folder.path("."));
  QCOMPARE(int(source.train->labels[1]), 1);
  QCOMPARE(int(source.test->labels[0]), 2);
  QCOMPARE(source.classes(), 3);
  QVERIFY(!source.testDrawn);
}

void TestIdxSet::severalSets_areAChoice() {
  const test::Folder folder;
  for (const char* name : {"first-train-", "first-test-"})
    writePair(folder, name, QByteArray("\0\1", 2));
  for (const char* name : {"second-train-", "second-test-"})
    writePair(folder, name, QByteArray("\0\4", 2));
  EXPECT_ERROR(load(folder.path(".")), "holds several sets (first, second)");
  const std::vector<DataChoice> choices = idxChoices(placeAt(folder.path(".")));
  QCOMPARE(choices.size(), std::size_t{2});
  QCOMPARE(choices[1].title, std::string("second"));
  const DataSource second = load(choices[1].path);
  QCOMPARE(second.title, std::string("second"));
  QCOMPARE(second.classes(), 5);
  QCOMPARE(load(folder.path("first-test-labels-idx1-ubyte")).classes(), 2);
}

void TestIdxSet::emnist_isTurnedAndNamed() {
  const test::Folder folder;
  for (const char* name : {"emnist-letters-train-", "emnist-letters-test-"})
    writePair(folder, name, QByteArray("\1\x1a", 2));
  const DataSource letters = load(folder.path("."));
  QCOMPARE(letters.classes(), 26);
  QCOMPARE(letters.classNames[25], std::string("Z"));
  QVERIFY(letters.train->labels == std::vector<Label>({0, 25}));
  QVERIFY(std::ranges::equal(letters.train->image(0), std::vector<std::uint8_t>({1, 3, 2, 4})));
  QCOMPARE(letters.notes.size(), std::size_t{1});
  writePair(folder, "emnist-letters-test-", QByteArray("\0\1", 2));
  EXPECT_ERROR(load(folder.path(".")), "begin with 1, but there is one of 0");
}

void TestIdxSet::emnistMapping_givesNamesAndFirstLabel() {
  const test::Folder folder;
  writePair(folder, "emnist-odd-train-", QByteArray("\5\6", 2));
  folder.write("emnist-odd-mapping.txt", "5 65 97\r\n6 48 \n");
  const DataSource source = load(folder.path("."));
  QVERIFY(source.classNames == std::vector<std::string>({"Aa", "0"}));
}

void TestIdxSet::damagedMapping_isRefused() {
  const test::Folder folder;
  writePair(folder, "emnist-odd-train-", QByteArray("\0\1", 2));
  for (const char* text : {"", "\xff\xfe", "0 65", "0\n1 66", "0 65\n2 66", "0 65\n1 7", "x y"}) {
    folder.write("emnist-odd-mapping.txt", text);
    EXPECT_ERROR(load(folder.path(".")), "emnist-odd-mapping.txt, line");
  }
}

void TestIdxSet::colour_isReadAndWritten() {
  const test::Folder folder;
  const QByteArray pixels("abcdefghijklmnopqrstuvwxyz0123456789abcdefghijkl", 48);
  folder.write("train-images-idx4-ubyte", idxBytes({4, 2, 2, 3}, pixels));
  folder.write("train-labels-idx1-short", idxBytes({4}, QByteArray("\0\1\1\0\0\1\1\0", 8), 11));
  const DataSource source = load(folder.path("."));
  QVERIFY(source.train->shape() == (Shape{2, 2, 3}));
  exportIdxFolder(source, folder.path("out"));
  const DataSource again = load(folder.path("out"));
  QCOMPARE(again.fingerprint, source.fingerprint);
  QVERIFY(again.classNames == source.classNames);
  EXPECT_ERROR(exportIdxFolder(source, folder.path("out")), "already");
}

void TestIdxSet::cancelled_says() {
  const test::Folder folder;
  writePair(folder, "train-", QByteArray("\0\1", 2));
  const std::atomic<bool> cancel = true;
  EXPECT_ERROR(loadDataSource(folder.path(".").string(), {}, {.cancel = &cancel}), "was cancelled");
}

INKLING_TEST(TestIdxSet)
#include "tst_idxset.moc"
