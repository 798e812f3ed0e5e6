// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/catalogue.h"
#include "core/data/datasource.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace inkling;
using test::idxBytes;

namespace {

std::filesystem::path resources() { return qgetenv("INKLING_RESOURCES").toStdString(); }

// Six training and two test images of 2×3 in `name`, with that joint in the file names.
void writeQuartet(const test::Folder& folder, const QString& name, const QString& joint = "-",
                  const QByteArray& testLabels = QByteArray("\7\1", 2)) {
  QDir(QString::fromStdString(folder.path(".").string())).mkpath(name);
  const auto write = [&](const QString& stem, const QString& type, const QByteArray& bytes) {
    folder.write(name + "/" + stem + joint + type, bytes);
  };
  write("train-images", "idx3-ubyte", idxBytes({6, 2, 3}, QByteArray(36, '\5')));
  write("train-labels", "idx1-ubyte", idxBytes({6}, QByteArray("\0\1\2\3\4\5", 6)));
  write("t10k-images", "idx3-ubyte.gz", test::gzipped(idxBytes({2, 2, 3}, QByteArray(12, '\6'))));
  write("t10k-labels", "idx1-ubyte", idxBytes({2}, testLabels));
}

}  // namespace

class TestCatalogue final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void bundledMnist_isWholeAndQuick();
  void installedSets_appearWithTheirNames();
  void anyFolder_isLoadedByItsPath();
  void classesFile_givesTheNames();
  void imageFormat_followsTheFiles();
  void badFolder_saysWhatIsWrong();
  void setWithoutTestImages_setsATenthAside();
  void setWithHalfATest_isRefused();
  void split_followsTheRecipe();
  void split_refusesMoreThanThereIs();
};

void TestCatalogue::bundledMnist_isWholeAndQuick() {
  QElapsedTimer timer;
  timer.start();
  const DataSource mnist = loadDataSource("mnist", resources());
  const qint64 milliseconds = timer.elapsed();
  qInfo("70,000 images in %lld ms", milliseconds);
  QCOMPARE(mnist.name, std::string("mnist"));
  QCOMPARE(mnist.title, std::string("MNIST"));
  QCOMPARE(mnist.train->count(), 60000);
  QCOMPARE(mnist.test->count(), 10000);
  QCOMPARE(mnist.classes(), 10);
  const std::vector<int> first = {5, 0, 4, 1, 9, 2, 1, 3, 1, 4};
  QVERIFY(std::equal(first.begin(), first.end(), mnist.train->labels.begin()));
  double sum = 0;
  for (const std::uint8_t pixel : mnist.train->pixels) sum += pixel;
  QCOMPARE(qRound64(sum / 255 / (60000.0 * 784) * 1e4), 1307);  // the well-known mean, 0.1307
}

void TestCatalogue::installedSets_appearWithTheirNames() {
  const test::Folder folder;
  writeQuartet(folder, "datasets/fashion-mnist");
  writeQuartet(folder, "datasets/another", ".");
  folder.write("datasets/notes.txt", "no data set");
  QVERIFY(qputenv("XDG_DATA_DIRS", QByteArray::fromStdString(folder.path(".").string())));
  QStringList names;
  for (const CatalogueEntry& entry : catalogue(resources()))
    names << QString::fromStdString(entry.name);
  const DataSource fashion = loadDataSource("fashion-mnist", "/nowhere");
  qunsetenv("XDG_DATA_DIRS");
  QCOMPARE(names.mid(0, 3), QStringList({"mnist", "another", "fashion-mnist"}));
  QCOMPARE(fashion.title, std::string("Fashion-MNIST"));
  QCOMPARE(fashion.classNames[9], std::string("Ankle boot"));
}

void TestCatalogue::anyFolder_isLoadedByItsPath() {
  const test::Folder folder;
  writeQuartet(folder, "mine", ".");
  const std::string path = folder.path("mine").string();
  const DataSource source = loadDataSource(path, resources());
  QCOMPARE(source.name, path);
  QCOMPARE(source.title, std::string("mine"));
  QCOMPARE(source.classes(), 8);
  QCOMPARE(source.format, std::string("IDX"));
  QCOMPARE(source.train->width, 3);
  QCOMPARE(source.train->height, 2);
  QCOMPARE(int(source.test->labels[0]), 7);
}

void TestCatalogue::classesFile_givesTheNames() {
  const test::Folder folder;
  writeQuartet(folder, "mine");
  folder.write("mine/classes.txt", "a\r\nb\r\nc\nd\ne\nf\ng\nh\n");
  QCOMPARE(loadDataSource(folder.path("mine").string(), resources()).classNames[7],
           std::string("h"));
  folder.write("mine/classes.txt", "\xEF\xBB\xBF零\nb\nc\nd\ne\nf\ng\nh\n");
  QCOMPARE(loadDataSource(folder.path("mine").string(), resources()).classNames[0],
           std::string("零"));
  folder.write("mine/classes.txt", "\xE9t\xE9\nb\nc\nd\ne\nf\ng\nh\n");
  EXPECT_ERROR(loadDataSource(folder.path("mine").string(), resources()), "UTF-8");
  folder.write("mine/classes.txt", "a\nb\n");
  EXPECT_ERROR(loadDataSource(folder.path("mine").string(), resources()),
               "byte 10: expected a label of 0 … 1, found 2");
  folder.write("mine/classes.txt", "");
  EXPECT_ERROR(loadDataSource(folder.path("mine").string(), resources()),
               "classes.txt: expected 2 … 1000 lines", "found 0");
}

void TestCatalogue::imageFormat_followsTheFiles() {
  const test::Folder folder;
  writeQuartet(folder, "mine");
  const std::string path = folder.path("mine").string();
  QVERIFY(loadImageFormat({path}, resources()) == (ImageFormat{{2, 3, 1}, 8}));
  folder.write("mine/classes.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\n");
  QVERIFY(loadImageFormat({path}, resources()) == (ImageFormat{{2, 3, 1}, 9}));
  const DataSource source = loadDataSource(path, resources());
  QVERIFY(formatOf(*source.train) == (ImageFormat{{2, 3, 1}, 9}));
  QVERIFY(formatOf(*source.test) == (ImageFormat{{2, 3, 1}, 9}));
  EXPECT_ERROR(loadImageFormat({"/nowhere"}, resources()), "/nowhere");
}

void TestCatalogue::badFolder_saysWhatIsWrong() {
  const test::Folder folder;
  const auto load = [&](const char* name) {
    return loadDataSource(folder.path(name).string(), resources());
  };
  EXPECT_ERROR(loadDataSource("mnits", resources()),
               "\"mnits\" is neither a file, a folder nor a data set", "mnist");
  EXPECT_ERROR(loadDataSource(folder.write("nothing.csv", "").string(), {}),
               "nothing.csv is empty");
  EXPECT_ERROR(load("."), "is a data set that Inkling reads (IDX");
  writeQuartet(folder, "label", "-", QByteArray("\1\x0a", 2));
  folder.write("label/classes.txt", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n");
  EXPECT_ERROR(load("label"),
               "t10k-labels-idx1-ubyte, byte 9: expected a label of 0 … 9, found 10.");
  writeQuartet(folder, "count", "-", QByteArray("\1", 1));
  EXPECT_ERROR(load("count"),
               "t10k-labels-idx1-ubyte, byte 8: expected 2 bytes, as the header says, found 1.");
  writeQuartet(folder, "size");
  folder.write("size/t10k-images-idx3-ubyte", idxBytes({2, 3, 3}, QByteArray(18, '\6')));
  EXPECT_ERROR(load("size"), "has training images of 2×3 pixels, but test images of 3×3.");
}

void TestCatalogue::setWithoutTestImages_setsATenthAside() {
  const test::Folder folder;
  // 70 images of class 3, 30 of class 8; each is of one grey, so that it can be told.
  QByteArray pixels;
  for (int i = 0; i < 100; ++i) pixels += QByteArray(6, static_cast<char>(i));
  folder.write("train-images-idx3-ubyte", idxBytes({100, 2, 3}, pixels));
  folder.write(
      "train-labels-idx1-short.gz",
      test::gzipped(idxBytes(
          {100}, QByteArray("\0\3", 2).repeated(70) + QByteArray("\0\x08", 2).repeated(30), 11)));
  const std::string path = folder.path(".").string();
  const DataSource source = loadDataSource(path, resources());
  QVERIFY(source.testDrawn);
  QCOMPARE(source.train->count(), 90);
  QCOMPARE(source.test->count(), 10);
  QCOMPARE(int(std::ranges::count(source.test->labels, 3)), 7);
  QCOMPARE(int(std::ranges::count(source.test->labels, 8)), 3);
  std::set<int> greys;
  for (const auto& set : {source.train, source.test})
    for (int i = 0; i < set->count(); ++i) {
      const int grey = set->image(i)[0];
      QCOMPARE(int(set->labels[static_cast<std::size_t>(i)]), grey < 70 ? 3 : 8);
      greys.insert(grey);
    }
  QCOMPARE(greys.size(), std::size_t{100});  // none is in both parts
  QCOMPARE(loadDataSource(path, resources()).fingerprint, source.fingerprint);
  QVERIFY(loadImageFormat({path}, resources()) == (ImageFormat{{2, 3, 1}, 9}));

  writeQuartet(folder, "whole");
  QVERIFY(!loadDataSource(folder.path("whole").string(), resources()).testDrawn);
}

void TestCatalogue::setWithHalfATest_isRefused() {
  const test::Folder folder;
  const std::map<QString, QString> partners = {
      {"t10k-images-idx3-ubyte.gz", "There are no images for the labels "},
      {"t10k-labels-idx1-ubyte", "There are no labels for the images "},
      {"train-images-idx3-ubyte", "There are no images for the labels "},
      {"train-labels-idx1-ubyte", "There are no labels for the images "}};
  for (const auto& [gone, sentence] : partners) {
    writeQuartet(folder, "half");
    std::filesystem::remove(folder.path("half/" + gone));
    EXPECT_ERROR(loadDataSource(folder.path("half").string(), resources()), sentence, gone.left(4));
  }
}

void TestCatalogue::split_followsTheRecipe() {
  const test::Folder folder;
  writeQuartet(folder, "mine");
  const DataSource source = loadDataSource(folder.path("mine").string(), resources());
  DataSpec spec;
  spec.trainLimit = TrainLimit::first(5);
  spec.validation = HeldOut::last(2);
  const Split parts = split(source, spec, 1);
  QVERIFY(parts.train.indices == std::vector<std::uint32_t>({0, 1, 2}));
  QVERIFY(parts.validation.indices == std::vector<std::uint32_t>({3, 4}));
  QVERIFY(parts.test.indices == std::vector<std::uint32_t>({0, 1}));
  QCOMPARE(parts.validation.label(1), 4);
  QVERIFY(parts.test.set == source.test);
  spec = DataSpec{.validation = HeldOut::last(0)};
  QCOMPARE(split(source, spec, 1).train.count(), 6);
  QCOMPARE(split(source, spec, 1).validation.count(), 0);
}

void TestCatalogue::split_refusesMoreThanThereIs() {
  const test::Folder folder;
  writeQuartet(folder, "mine");
  const DataSource source = loadDataSource(folder.path("mine").string(), resources());
  for (const TrainLimit& seven : {TrainLimit::first(7), TrainLimit::drawn(7)})
    EXPECT_ERROR(split(source, {.trainLimit = seven}, 1), "data.train_limit is 7, but mine has 6");
  for (const HeldOut& six : {HeldOut::last(6), HeldOut::drawn(6)})
    EXPECT_ERROR(split(source, {.validation = six}, 1), "data.validation is 6, but only 6");
  EXPECT_ERROR(
      split(source, {.trainLimit = TrainLimit::first(2), .validation = HeldOut::last(2)}, 1),
      "data.validation is 2, but only 2");
}

INKLING_TEST(TestCatalogue)
#include "tst_catalogue.moc"
