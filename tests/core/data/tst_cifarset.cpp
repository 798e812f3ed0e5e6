// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/cifarset.h"
#include "core/data/datasource.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <atomic>

using namespace inkling;

namespace {

/// Records with these labels; the red values count up, green is 100, blue the label.
QByteArray cifarBytes(const QList<QByteArray>& labels) {
  QByteArray bytes;
  for (const QByteArray& label : labels) {
    bytes += label;
    for (int i = 0; i < 1024; ++i) bytes += static_cast<char>(i);
    bytes += QByteArray(1024, 100) + QByteArray(1024, label.back());
  }
  return bytes;
}

DataSource openCifar(const std::filesystem::path& path) {
  return loadDataSource(path.string(), {});
}

}  // namespace

class TestCifarSet final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void ten_isReadInColour();
  void hundred_hasFineLabels();
  void names_areTaken();
  void fileAlone_isASet();
  void otherFiles_areNot_data();
  void otherFiles_areNot();
  void wrongLabelFurtherOn_isSaid();
  void bothKinds_areRefused();
  void cancelled_says();
};

void TestCifarSet::ten_isReadInColour() {
  const test::Folder folder;
  folder.write("data_batch_1.bin", cifarBytes({"\1", "\2"}));
  folder.write("data_batch_2.bin", cifarBytes({"\3"}));
  folder.write("test_batch.bin", cifarBytes({"\4"}));
  folder.write("readme.html", "<html>");
  const DataSource source = openCifar(folder.path("."));
  QVERIFY(source.train->labels == std::vector<Label>({1, 2, 3}));
  QVERIFY(source.test->labels == std::vector<Label>({4}));
  QVERIFY(source.train->shape() == (Shape{32, 32, 3}));
  QVERIFY(std::ranges::equal(source.train->image(1).subspan(255 * 3, 6),
                             std::vector<std::uint8_t>({255, 100, 2, 0, 100, 2})));
  QCOMPARE(source.classNames[3], std::string("cat"));
  QCOMPARE(source.title, std::string("CIFAR-10"));
  QCOMPARE(source.format, std::string("CIFAR"));
}

void TestCifarSet::hundred_hasFineLabels() {
  const test::Folder folder;
  folder.write("train.bin", cifarBytes({QByteArray("\0\x63", 2), QByteArray("\x13\0", 2)}));
  folder.write("test.bin", cifarBytes({QByteArray("\1\1", 2)}));
  const DataSource source = openCifar(folder.path("."));
  QVERIFY(source.train->labels == std::vector<Label>({99, 0}));
  QCOMPARE(source.classes(), 100);
}

void TestCifarSet::names_areTaken() {
  const test::Folder folder;
  folder.write("data_batch_1.bin", cifarBytes({"\1", "\2"}));
  folder.write("batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
  QCOMPARE(openCifar(folder.path(".")).classNames[9], std::string("j"));
  folder.write("batches.meta.txt", "a\nb\n");
  EXPECT_ERROR(openCifar(folder.path(".")),
               "batches.meta.txt: expected the names of 10 classes, found 2");
}

void TestCifarSet::fileAlone_isASet() {
  const test::Folder folder;
  const auto file = folder.write("images", cifarBytes({"\1", "\2", "\3"}));
  const DataSource source = openCifar(file);
  QCOMPARE(source.train->count() + source.test->count(), 3);
  QVERIFY(source.testDrawn);
}

void TestCifarSet::otherFiles_areNot_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("cut off") << cifarBytes({"\1", "\2"}).chopped(1);
  QTest::newRow("more") << cifarBytes({"\1", "\2"}) + "x";
  QTest::newRow("label of 10") << cifarBytes({"\1", "\x0a"});
  QTest::newRow("coarse label of 20") << cifarBytes({QByteArray("\x14\1", 2)});
}

void TestCifarSet::otherFiles_areNot() {
  QFETCH(QByteArray, bytes);
  const test::Folder folder;
  const auto file = folder.write("data_batch_1.bin", bytes);
  QVERIFY(!recognisesCifar(placeAt(folder.path("."))));
  EXPECT_ERROR(openCifar(file), bytes.isEmpty() ? "is empty" : "no data set that Inkling reads");
}

void TestCifarSet::wrongLabelFurtherOn_isSaid() {
  const test::Folder folder;
  QList<QByteArray> labels(600, "\1");
  labels[550] = "\x0b";
  const auto file = folder.write("data_batch_1.bin", cifarBytes(labels));
  EXPECT_ERROR(openCifar(file),
               "image 551 of its part has a label of 11; there are labels of 0 … 9");
}

void TestCifarSet::bothKinds_areRefused() {
  const test::Folder folder;
  folder.write("data_batch_1.bin", cifarBytes({"\1"}));
  folder.write("train.bin", cifarBytes({"\1\1"}));
  EXPECT_ERROR(openCifar(folder.path(".")), "CIFAR-10 and of CIFAR-100");
}

void TestCifarSet::cancelled_says() {
  const test::Folder folder;
  const auto file = folder.write("data_batch_1.bin", cifarBytes({"\1", "\2"}));
  const std::atomic<bool> cancel = true;
  EXPECT_ERROR(loadDataSource(file.string(), {}, {.cancel = &cancel}), "was cancelled");
}

INKLING_TEST(TestCifarSet)
#include "tst_cifarset.moc"
