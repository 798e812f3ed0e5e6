// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/data/datasource.h"
#include "core/data/picturefolder.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/tinypictures.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <map>
#include <set>

using namespace inkling;
using test::tinyPicture;

namespace {

const test::TinyPictures kTiny;

class PictureFolder : public test::Folder {
public:
  void put(const QString& name, const QByteArray& bytes) const {
    QDir().mkpath(test::arg(path(name).parent_path()));
    write(name, bytes);
  }
  /// So many grey pictures of 2×2, each of its own value from `first` on.
  void putGrey(const QString& folder, int count, int first) const {
    for (int i = 0; i < count; ++i)
      put(folder + QStringLiteral("/%1.png").arg(i),
          tinyPicture(2, 2, 1, QByteArray(1, static_cast<char>(first + i))));
  }
  DataSource load() const { return loadDataSource(path(".").string(), {}, {.pictures = &kTiny}); }
  FoundData read() const { return readPictures(placeAt(path(".")), {.pictures = &kTiny}); }
};

QString notesOf(const FoundData& found) {
  QStringList notes;
  for (const std::string& note : found.notes) notes << QString::fromStdString(note);
  return notes.join('\n');
}

/// Label by value of the first pixel.
std::map<int, int> labelsOf(const Dataset& set) {
  std::map<int, int> labels;
  for (int i = 0; i < set.count(); ++i)
    labels[set.image(i)[0]] = set.labels[static_cast<std::size_t>(i)];
  return labels;
}

}  // namespace

class TestPictureFolder final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void classFolders_areClassesInNaturalOrder();
  void parts_areFound_data();
  void parts_areFound();
  void trainAmongVehicles_isAClass();
  void classesByFolder_areMixed();
  void table_givesLabels_data();
  void table_givesLabels();
  void labelsCalledAsPictures_areLabels();
  void badTable_isSaid_data();
  void badTable_isSaid();
  void sizesThatDiffer_areFitted();
  void largePictures_areFitted();
  void colour_isTakenFromMoreThanAFew();
  void deepPictures_areSaid();
  void brokenPictures_areLeftOutOrRefused();
  void foreignFiles_areLeftOutWithoutNoise();
  void whatIsLeftOut_isSaid();
  void linksInCircles_end();
  void badFolders_areRefused_data();
  void badFolders_areRefused();
  void withoutDecoder_says();
  void cancelled_says();
  void progress_isTold();
  void colourThatTheProbeMisses_isFound();
};

void TestPictureFolder::classFolders_areClassesInNaturalOrder() {
  const PictureFolder folder;
  folder.putGrey("10", 2, 10);
  folder.putGrey("b", 2, 30);
  folder.putGrey("2", 2, 20);
  const DataSource source = folder.load();
  QVERIFY(source.classNames == std::vector<std::string>({"2", "10", "b"}));
  QCOMPARE(source.format, std::string("pictures"));
  QVERIFY(source.train->shape() == (Shape{2, 2, 1}));
  QCOMPARE(source.train->count() + source.test->count(), 6);
  QVERIFY(source.notes.empty());
  QVERIFY(labelsOf(folder.read().train) ==
          (std::map<int, int>{{10, 1}, {11, 1}, {20, 0}, {21, 0}, {30, 2}, {31, 2}}));
}

void TestPictureFolder::parts_areFound_data() {
  QTest::addColumn<QStringList>("folders");
  QTest::addColumn<int>("train");
  QTest::addColumn<int>("test");
  QTest::newRow("train, test") << QStringList{"train", "test"} << 4 << 4;
  QTest::newRow("training, testing") << QStringList{"Training", "TESTING"} << 4 << 4;
  QTest::newRow("validation tests") << QStringList{"train", "val"} << 4 << 4;
  QTest::newRow("all three") << QStringList{"train", "valid", "test"} << 8 << 4;
  QTest::newRow("test only") << QStringList{"test"} << 4 << 0;
  QTest::newRow("in a folder") << QStringList{"set/inner/train", "set/inner/test"} << 4 << 4;
}

void TestPictureFolder::parts_areFound() {
  QFETCH(QStringList, folders);
  const PictureFolder folder;
  for (const QString& part : folders) {
    folder.putGrey(part + "/a", 2, 0);
    folder.putGrey(part + "/b", 2, 0);
  }
  const FoundData found = folder.read();
  QTEST(found.train.count(), "train");
  QTEST(found.test.count(), "test");
  QVERIFY(found.classNames == std::vector<std::string>({"a", "b"}));
}

void TestPictureFolder::trainAmongVehicles_isAClass() {
  const PictureFolder folder;
  for (const char* name : {"car", "train"}) folder.putGrey(name, 2, 0);
  QVERIFY(folder.read().classNames == std::vector<std::string>({"car", "train"}));
}

// Neither as they are nor in the order that training takes them in with the usual seed.
void TestPictureFolder::classesByFolder_areMixed() {
  const PictureFolder folder;
  for (const char* name : {"a", "b"}) folder.putGrey(name, 20, 0);
  const Dataset train = folder.read().train;
  QVERIFY(!std::ranges::is_sorted(train.labels));
  std::vector<Label> taken;
  for (const std::uint32_t place : shuffled(40, 1, 0)) taken.push_back(train.labels[place]);
  QVERIFY(!std::ranges::is_sorted(taken));
  QVERIFY(folder.read().train.pixels == train.pixels);
}

void TestPictureFolder::table_givesLabels_data() {
  QTest::addColumn<QByteArray>("table");
  QTest::newRow("header") << QByteArray("file,label\n0.png,cat\n1.png,dog\n2.png,cat\n");
  QTest::newRow("no header") << QByteArray("0.png,cat\n1.png,dog\n2.png,cat");
  QTest::newRow("Windows") << QByteArray(
      "\xef\xbb\xbf\"0.png\";\"cat\"\r\n1.png;dog\r\n\r\n2.png;cat\r\n");
  QTest::newRow("label first") << QByteArray("label\tname\ncat\t0.png\ndog\t1.png\ncat\t2.png\n");
  QTest::newRow("no extension") << QByteArray("id,label\n0,cat\n1,dog\n2,cat\n");
  QTest::newRow("from here") << QByteArray("./0.png,cat\n.\\1.png,dog\n2.png,cat\n2.png,cat\n");
}

void TestPictureFolder::table_givesLabels() {
  QFETCH(QByteArray, table);
  const PictureFolder folder;
  folder.putGrey(".", 3, 1);
  folder.put("labels.csv", table);
  const FoundData found = folder.read();
  QVERIFY(found.classNames == std::vector<std::string>({"cat", "dog"}));
  QVERIFY(found.train.labels == std::vector<Label>({0, 1, 0}));
  QVERIFY(labelsOf(found.train) == (std::map<int, int>{{1, 0}, {2, 1}, {3, 0}}));
  QCOMPARE(notesOf(found), QString());
}

void TestPictureFolder::labelsCalledAsPictures_areLabels() {
  const PictureFolder folder;
  folder.putGrey(".", 3, 1);
  for (const char* table : {"2,0.png\n0,1.png\n0,2.png\n", "0,2\n1,0\n2,0\n"}) {
    folder.put("labels.csv", table);
    QVERIFY(labelsOf(folder.read().train) == (std::map<int, int>{{1, 1}, {2, 0}, {3, 0}}));
  }
}

void TestPictureFolder::badTable_isSaid_data() {
  QTest::addColumn<QByteArray>("table");
  QTest::addColumn<QString>("sentence");
  QTest::newRow("empty") << QByteArray() << "names no picture";
  QTest::newRow("other files") << QByteArray("x.png,1\ny.png,2\n") << "names no picture";
  QTest::newRow("elsewhere") << QByteArray("../0.png,1\n/etc/passwd,2\n") << "names no picture";
  QTest::newRow("no label") << QByteArray("0.png,1\n1.png\n") << "line 2: expected a file name";
  QTest::newRow("twice") << QByteArray("0.png,1\n1.png,2\n0.png,3\n") << "line 3: 0.png is 3 here";
  QTest::newRow("missing") << QByteArray("0.png,1\n1.png,2\n7.png,2\n8.png,2\n")
                           << "names 2 pictures that are not there, the first is 7.png";
  QTest::newRow("not UTF-8") << QByteArray("0.png,\xff\xfe\n") << "UTF-8";
  QTest::newRow("one class") << QByteArray("0.png,1\n1.png,1\n2.png,1\n") << "one class only (1)";
}

void TestPictureFolder::badTable_isSaid() {
  QFETCH(QByteArray, table);
  QFETCH(QString, sentence);
  const PictureFolder folder;
  folder.putGrey(".", 3, 1);
  folder.put("labels.csv", table);
  EXPECT_ERROR(folder.read(), sentence);
}

void TestPictureFolder::sizesThatDiffer_areFitted() {
  const PictureFolder folder;
  folder.put("a/1.png", tinyPicture(10, 20, 1, QByteArray(1, 100)));
  folder.put("b/1.png", tinyPicture(20, 10, 1, QByteArray(1, 50)));
  const FoundData found = folder.read();
  QVERIFY(found.train.shape() == (Shape{28, 28, 1}));
  QVERIFY(notesOf(found).contains("differ in size, were scaled to fit into 28×28"));
  QVERIFY(labelsOf(found.train) == (std::map<int, int>{{100, 0}, {50, 1}}));
  folder.put("a/2.png", tinyPicture(20, 20, 3, QByteArray("\xff\0\0", 3).repeated(400)));
  QVERIFY(folder.read().train.shape() == (Shape{32, 32, 3}));
}

void TestPictureFolder::largePictures_areFitted() {
  const PictureFolder folder;
  for (const char* name : {"a/1.png", "b/1.png"})
    folder.put(name, QByteArray("tiny\xff\x04\x01", 7));
  const FoundData found = folder.read();
  QVERIFY(found.train.shape() == (Shape{28, 28, 1}));
  QVERIFY(notesOf(found).contains("sides of more than 256 pixels"));
}

void TestPictureFolder::colour_isTakenFromMoreThanAFew() {
  const PictureFolder folder;
  folder.putGrey("a", 49, 0);
  folder.putGrey("b", 50, 0);
  folder.put("a/red.png", tinyPicture(2, 2, 3, QByteArray("\xf0\0\0", 3) + QByteArray(9, 0)));
  const FoundData grey = folder.read();
  QVERIFY(grey.train.shape() == (Shape{2, 2, 1}));
  QCOMPARE(notesOf(grey), "1 of 100 pictures are coloured: read as grey.");
  for (const char* name : {"b/red.png", "b/blue.png"})
    folder.put(name, tinyPicture(2, 2, 3, QByteArray("\1\2\xf0", 3) + QByteArray(9, 0)));
  const FoundData colour = folder.read();
  QVERIFY(colour.train.shape() == (Shape{2, 2, 3}));
  QCOMPARE(notesOf(colour), QString());
  for (int i = 0; i < colour.train.count(); ++i)
    if (colour.train.image(i)[0] > 2)
      QVERIFY(colour.train.image(i)[0] == 0xf0 ||
              colour.train.image(i)[1] == colour.train.image(i)[0]);
}

void TestPictureFolder::deepPictures_areSaid() {
  const PictureFolder folder;
  folder.putGrey("a", 2, 76);
  folder.putGrey("b", 2, 0);
  QCOMPARE(notesOf(folder.read()), "1 of 4 pictures have more than 8 bits a value: scaled to 8.");
}

void TestPictureFolder::brokenPictures_areLeftOutOrRefused() {
  const PictureFolder folder;
  folder.putGrey("a", 20, 0);
  folder.putGrey("b", 20, 20);
  folder.put("a/7.png", "tin");
  folder.put("b/7.png", "");
  const FoundData found = folder.read();
  QCOMPARE(found.train.count(), 38);
  QCOMPARE(found.train.pixels.size(), std::size_t{38 * 4});
  QVERIFY(!labelsOf(found.train).contains(7) && labelsOf(found.train).at(27 + 1) == 1);
  QVERIFY(
      notesOf(found).startsWith("2 of 40 pictures cannot be read and are left out. The first: "
                                "Cannot read the picture "));
  QVERIFY(notesOf(found).endsWith("a/7.png: it is no tiny picture."));
  for (const char* name : {"a/1.png", "a/2.png", "a/3.png"}) folder.put(name, "");
  EXPECT_ERROR(folder.read(), "5 of 40 pictures in",
               "cannot be read. The first: ", "a/1.png: it is empty.");
}

void TestPictureFolder::foreignFiles_areLeftOutWithoutNoise() {
  const PictureFolder folder;
  for (const char* name : {"a", "b"}) {
    folder.putGrey(name, 2, 0);
    for (const char* file : {"Thumbs.db", ".DS_Store", "readme.txt", "._0.png", "list"})
      folder.put(QString(name) + '/' + file, "something");
  }
  folder.put("__MACOSX/a/0.png", "nothing");
  folder.put("README.md", "A set.");
  const FoundData found = folder.read();
  QCOMPARE(found.train.count(), 4);
  QCOMPARE(notesOf(found), QString());
  // By its first bytes a picture, but one that cannot be read.
  folder.put("a/picture", "\x89PNG\r\n\x1a\n");
  EXPECT_ERROR(folder.read(), "1 of 5 pictures", "a/picture");
}

void TestPictureFolder::whatIsLeftOut_isSaid() {
  const PictureFolder folder;
  for (const char* name : {"a", "b", "b/more"}) folder.putGrey(name, 2, 0);
  folder.put("loose.png", "");
  QVERIFY(QDir().mkpath(test::arg(folder.path("empty"))));
  const FoundData found = folder.read();
  QCOMPARE(found.train.count(), 6);
  const QString notes = notesOf(found);
  QVERIFY2(notes.contains("1 picture outside of class folders is left out, the first is") &&
               notes.contains("taken to be of that class") && notes.contains("b/more.") &&
               notes.contains("1 folder without pictures is left out, the first is empty."),
           qPrintable(notes));
  QVERIFY(found.classNames == std::vector<std::string>({"a", "b"}));
}

void TestPictureFolder::linksInCircles_end() {
  const PictureFolder folder;
  for (const char* name : {"a", "b"}) folder.putGrey(name, 2, 0);
  namespace fs = std::filesystem;
  fs::create_directory_symlink("..", folder.path("a/up"));
  fs::create_directory_symlink(".", folder.path("b/here"));
  fs::create_symlink("self", folder.path("self"));
  fs::create_symlink("nowhere", folder.path("b/gone"));
  const FoundData found = folder.read();
  QVERIFY(found.classNames == std::vector<std::string>({"a", "b"}));
  QVERIFY(notesOf(found).contains("Links that lead back to folders of the same class"));
}

void TestPictureFolder::badFolders_areRefused_data() {
  QTest::addColumn<QStringList>("pictures");
  QTest::addColumn<QString>("sentence");
  QTest::newRow("nothing") << QStringList() << "Nothing in";
  QTest::newRow("loose") << QStringList{"1.png", "2.png"} << "nothing says what they show";
  QTest::newRow("one folder") << QStringList{"a/1.png", "a/2.png"} << "nothing says what they show";
  QTest::newRow("one class and empty")
      << QStringList{"a/1.png", "b/x.txt"} << "pictures of one class only (a)";
  QStringList many;
  for (int i = 0; i <= 1000; ++i) many << QStringLiteral("%1/1.png").arg(i);
  QTest::newRow("too many") << many << "more than 1,000 classes";
  QTest::newRow("not UTF-8") << QStringList{"a/1.png", "\xff"} << "is not UTF-8";
}

void TestPictureFolder::badFolders_areRefused() {
  QFETCH(QStringList, pictures);
  QFETCH(QString, sentence);
  const PictureFolder folder;
  for (const QString& picture : pictures)
    if (picture.contains('/') || picture.endsWith("png"))
      folder.put(picture, tinyPicture(2, 2, 1, "x"));
  if (sentence.contains("UTF-8")) {
    std::filesystem::create_directory(folder.path(".") / "\xff");
    std::filesystem::copy(folder.path("a/1.png"), folder.path(".") / "\xff" / "1.png");
  }
  EXPECT_ERROR(folder.load(), sentence);
  std::filesystem::remove_all(folder.path(".") / "\xff");  // Qt cannot
}

void TestPictureFolder::withoutDecoder_says() {
  const PictureFolder folder;
  for (const char* name : {"a", "b"}) folder.putGrey(name, 2, 0);
  EXPECT_ERROR(loadDataSource(folder.path(".").string(), {}), "reads no pictures");
}

void TestPictureFolder::cancelled_says() {
  const PictureFolder folder;
  for (const char* name : {"a", "b"}) folder.putGrey(name, 2, 0);
  std::atomic<bool> cancel = false;
  const DataReading reading{&kTiny, &cancel, [&](double share) { cancel = share >= 0; }};
  EXPECT_ERROR(readPictures(placeAt(folder.path(".")), reading), "was cancelled");
}

void TestPictureFolder::progress_isTold() {
  const PictureFolder folder;
  for (const char* name : {"a", "b"}) folder.putGrey(name, 60, 0);
  std::set<double> shares;
  readPictures(placeAt(folder.path(".")),
               {&kTiny, nullptr, [&](double share) { shares.insert(share); }});
  QVERIFY(*shares.begin() == 0 && *shares.rbegin() <= 1);
}

// It looks at every fourth picture; the coloured ones are the others.
void TestPictureFolder::colourThatTheProbeMisses_isFound() {
  const PictureFolder folder;
  for (int i = 0; i < 128; ++i) {
    const QString name =
        QStringLiteral("%1/%2.png").arg(i < 64 ? "a" : "b").arg(i, 3, 10, QChar('0'));
    const bool grey = i % 4 != 3;
    folder.put(
        name, grey ? tinyPicture(3, 3, 1, "x") : tinyPicture(3, 3, 3, QByteArray("\xff\0\0\0", 4)));
  }
  QVERIFY(folder.read().train.shape() == (Shape{3, 3, 3}));
  folder.put("b/066.png", tinyPicture(4, 3, 1, "x"));
  QVERIFY(folder.read().train.shape() == (Shape{32, 32, 3}));
}

INKLING_TEST(TestPictureFolder)
#include "tst_picturefolder.moc"
