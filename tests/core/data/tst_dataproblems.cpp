// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/classnames.h"
#include "core/data/dataproblems.h"
#include "core/data/datasource.h"
#include "core/data/mending.h"
#include "tests/core/support/expecterror.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>

using namespace inkling;

namespace {

/// 4×4 images, each with a bright pixel of its own, of these classes in turn.
Dataset marked(int count, const std::vector<Label>& classes, int seed = 0) {
  Dataset set;
  set.width = set.height = 4;
  for (int i = 0; i < count; ++i) {
    std::vector<std::uint8_t> image(16);
    image[5] = 255;
    image[6] = static_cast<std::uint8_t>(1 + (i + seed) % 251);
    image[9] = static_cast<std::uint8_t>(1 + (i + seed) / 251);
    set.pixels.insert(set.pixels.end(), image.begin(), image.end());
    set.labels.push_back(classes[static_cast<std::size_t>(i) % classes.size()]);
  }
  return set;
}

DataSource sourceOf(Dataset train, Dataset test, std::vector<std::string> names) {
  DataSource source;
  train.classes = test.classes = static_cast<int>(names.size());
  source.classNames = std::move(names);
  source.train = std::make_shared<const Dataset>(std::move(train));
  source.test = std::make_shared<const Dataset>(std::move(test));
  return source;
}

DataSource sound() {
  return sourceOf(marked(60, {0, 1, 2}), marked(30, {0, 1, 2}, 1000), {"a", "b", "c"});
}

QStringList codes(const DataSource& source) {
  QStringList list;
  for (const DataProblem& problem : problemsOf(source))
    list << QString::fromStdString(problem.code);
  return list;
}

std::string sentence(const DataSource& source, const char* code) {
  for (const DataProblem& problem : problemsOf(source))
    if (problem.code == code) return problem.sentence;
  return {};
}

/// The set after that mending.
DataSource mended(const DataSource& source, const DataMending& mending) {
  FoundData found;
  found.train = *source.train;
  found.test = *source.test;
  found.classNames = source.classNames;
  mendData(found, mending, "it");
  return sourceOf(std::move(found.train), std::move(found.test), std::move(found.classNames));
}

std::string resourcePath() { return qgetenv("INKLING_RESOURCES").toStdString(); }

}  // namespace

class TestDataProblems final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void soundSets_haveNone();
  void missingClasses_areNamedByPart();
  void gaps_areClosed();
  void unequalClasses_areSaid();
  void order_isSaid();
  void narrowRange_isStretched();
  void blankImages_areLeftOut();
  void duplicates_areLeftOutOfTraining();
  void turnedDigits_areTurnedBack_data();
  void turnedDigits_areTurnedBack();
  void colours_becomeGrey();
  void mending_leavesImages();
};

void TestDataProblems::soundSets_haveNone() {
  QCOMPARE(codes(sound()), QStringList());
  QCOMPARE(codes(loadDataSource("mnist", resourcePath())), QStringList());
}

void TestDataProblems::missingClasses_areNamedByPart() {
  const DataSource source =
      sourceOf(marked(60, {0, 1}), marked(30, {0, 2}, 1000), {"a", "b", "c", "d"});
  const auto problems = problemsOf(source);
  QCOMPARE(codes(source), QStringList({"missing-classes", "untested-classes"}));
  QVERIFY(problems[0].sentence.find("no training images of 2 of the 4 classes (\"c\", \"d\")") !=
          std::string::npos);
  QVERIFY(problems[1].sentence.find("no test images of 2 of the 4 classes (\"b\", \"d\")") !=
          std::string::npos);
}

void TestDataProblems::gaps_areClosed() {
  const DataSource source = sourceOf(marked(60, {1, 4}), marked(30, {1, 4}, 1000), numberNames(5));
  QCOMPARE(codes(source), QStringList({"label-gaps"}));
  QVERIFY(sentence(source, "label-gaps").find("\"0\", \"2\", \"3\": 3 of the 5 classes") !=
          std::string::npos);
  const DataSource after = mended(source, {.gaps = true});
  QVERIFY(after.classNames == std::vector<std::string>({"1", "4"}));
  QCOMPARE(int(after.train->labels[1]), 1);
  QCOMPARE(codes(after), QStringList());
}

void TestDataProblems::unequalClasses_areSaid() {
  Dataset train = marked(60, {0, 1, 2});
  for (std::size_t i = 0; i < 60; ++i)
    if (i % 9 != 0) train.labels[i] = static_cast<Label>(1 + i % 2);
  const DataSource source = sourceOf(train, marked(30, {0, 1, 2}, 1000), {"a", "b", "c"});
  QCOMPARE(codes(source), QStringList({"unequal-classes"}));
  QVERIFY(sentence(source, "unequal-classes").find("but 7 of \"a\"") != std::string::npos);
}

void TestDataProblems::order_isSaid() {
  Dataset train = marked(60, {0, 1, 2});
  std::ranges::sort(train.labels);
  QCOMPARE(codes(sourceOf(train, marked(30, {0, 1, 2}, 1000), {"a", "b", "c"})),
           QStringList({"in-order"}));
}

void TestDataProblems::narrowRange_isStretched() {
  const DataSource before = sound();
  Dataset train = *before.train;
  Dataset test = *before.test;
  for (Dataset* part : {&train, &test})
    for (std::uint8_t& pixel : part->pixels) pixel = pixel > 127 ? 1 : 0;
  const DataSource source = sourceOf(train, test, before.classNames);
  QVERIFY(codes(source).contains("narrow-range"));
  QVERIFY(sentence(source, "narrow-range").find("is 1 of 255.") != std::string::npos);
  const DataSource after = mended(source, {.stretch = true});
  QCOMPARE(int(std::ranges::max(after.test->pixels)), 255);
  QVERIFY(!codes(after).contains("narrow-range"));
}

void TestDataProblems::blankImages_areLeftOut() {
  Dataset train = marked(60, {0, 1, 2});
  std::fill_n(train.pixels.begin() + 16, 32, std::uint8_t{7});
  const DataSource source = sourceOf(train, marked(30, {0, 1, 2}, 1000), {"a", "b", "c"});
  QCOMPARE(codes(source), QStringList({"blank-images"}));
  QVERIFY(sentence(source, "blank-images").starts_with("2 of the 60 training images and 0 of"));
  const DataSource after = mended(source, {.blank = true});
  QCOMPARE(after.train->count(), 58);
  QCOMPARE(int(after.train->labels[1]), 0);  // the fourth: the second and third are gone
}

void TestDataProblems::duplicates_areLeftOutOfTraining() {
  const DataSource source =
      sourceOf(marked(60, {0, 1, 2}), marked(30, {0, 1, 2}, 50), {"a", "b", "c"});
  QCOMPARE(codes(source), QStringList({"duplicates"}));
  QVERIFY(sentence(source, "duplicates").starts_with("10 of the 30 test images"));
  const DataSource after = mended(source, {.duplicates = true});
  QCOMPARE(after.train->count(), 50);
  QCOMPARE(after.test->count(), 30);
  QCOMPARE(codes(after), QStringList());
}

void TestDataProblems::turnedDigits_areTurnedBack_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("which");
  QTest::newRow("invert") << "inverted" << 0;
  QTest::newRow("transpose") << "transposed" << 1;
  QTest::newRow("mirror") << "mirrored" << 2;
  QTest::newRow("rotate") << "rotated" << 3;
}

void TestDataProblems::turnedDigits_areTurnedBack() {
  QFETCH(QString, code);
  QFETCH(int, which);
  const std::array<bool DataMending::*, 4> flags = {&DataMending::invert, &DataMending::transpose,
                                                    &DataMending::mirror, &DataMending::rotate};
  DataMending mending;
  mending.*flags[static_cast<std::size_t>(which)] = true;
  DataSource mnist = loadDataSource("mnist", resourcePath());
  std::vector<std::uint32_t> some(2000);
  std::iota(some.begin(), some.end(), 0U);
  mnist.train = std::make_shared<const Dataset>(imagesAt(*mnist.train, some));
  const DataSource wrong = mended(mnist, mending);
  QCOMPARE(codes(wrong), QStringList({code}));
  QCOMPARE(problemsOf(wrong)[0].value, std::string("true"));
  const DataSource right = mended(wrong, mending);
  QVERIFY(right.train->pixels == mnist.train->pixels);
  if (which == 0) return;
  // Seen as well if black and white are swapped.
  QVERIFY(codes(mended(wrong, {.invert = true})).contains(code));
}

void TestDataProblems::colours_becomeGrey() {
  Dataset colour;
  colour.width = 2;
  colour.height = 1;
  colour.channels = 3;
  colour.pixels = {255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 255, 0};
  colour.labels = {0, 1};
  const DataSource after = mended(sourceOf(colour, colour, {"a", "b"}), {.grey = true});
  QCOMPARE(after.train->channels, 1);
  QVERIFY(after.train->pixels == std::vector<std::uint8_t>({255, 87, 0, 127}));
}

void TestDataProblems::mending_leavesImages() {
  const Dataset set = marked(20, {0, 1});
  EXPECT_ERROR(mended(sourceOf(set, set, {"a", "b"}), {.duplicates = true}),
               "leaves no images to train on.");
  EXPECT_ERROR(mended(sourceOf(marked(20, {1}), marked(5, {1}, 1000), {"a", "b"}), {.gaps = true}),
               "one class only");
}

INKLING_TEST(TestDataProblems)
#include "tst_dataproblems.moc"
