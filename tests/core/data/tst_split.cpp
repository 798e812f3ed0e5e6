// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/drawbyclass.h"
#include "core/data/partwarnings.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>

using namespace inkling;

class TestSplit final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void drawn_everyClassKeepsItsShare();
  void drawn_andLeft_areAllImagesInOrder();
  void drawn_dependsOnTheSeedAlone();
  void usual_isATwelfthAtMost5000_data();
  void usual_isATwelfthAtMost5000();
  void share_leavesOneToTrainOn();
  void sortedSet_hasEveryClassInBothParts();
  void limit_isDrawnByClassOrTakenAsItStands();
  void warning_forEachPartThatLacksClasses();
  void warning_namesAreCutShort();
};

namespace {

using Indices = std::vector<std::uint32_t>;

/// Images of one pixel, so many of each class, one class after the other.
std::shared_ptr<const Dataset> sortedSet(const std::vector<int>& counts) {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = 1;
  set->classes = static_cast<int>(counts.size());
  for (std::size_t c = 0; c < counts.size(); ++c)
    set->labels.insert(set->labels.end(), static_cast<std::size_t>(counts[c]),
                       static_cast<decltype(set->labels)::value_type>(c));
  set->pixels.resize(set->labels.size());
  return set;
}

DataSource sourceOf(const std::vector<int>& counts) {
  DataSource source;
  source.title = "Sorted";
  for (std::size_t c = 0; c < counts.size(); ++c)
    source.classNames.push_back(std::string(1, static_cast<char>('a' + c)));
  source.train = sortedSet(counts);
  source.test = sortedSet(counts);
  return source;
}

Indices all(const Dataset& set) {
  Indices indices(static_cast<std::size_t>(set.count()));
  std::iota(indices.begin(), indices.end(), 0U);
  return indices;
}

/// Images by class.
std::map<int, int> countsOf(const DataView& view) {
  std::map<int, int> counts;
  for (int i = 0; i < view.count(); ++i) ++counts[view.label(i)];
  return counts;
}

}  // namespace

// 10 of 34: shares of 5.88, 2.94 and 1.18 images; the largest remainders round up.
void TestSplit::drawn_everyClassKeepsItsShare() {
  const auto set = sortedSet({20, 10, 4});
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    const DataView drawn{set, drawByClass(*set, all(*set), 10, seed).drawn};
    QVERIFY(countsOf(drawn) == (std::map<int, int>{{0, 6}, {1, 3}, {2, 1}}));
  }
}

void TestSplit::drawn_andLeft_areAllImagesInOrder() {
  const auto set = sortedSet({13, 29, 7, 1});
  const DrawnByClass parts = drawByClass(*set, all(*set), 17, 3);
  QCOMPARE(parts.drawn.size(), std::size_t{17});
  QVERIFY(std::ranges::is_sorted(parts.drawn));
  QVERIFY(std::ranges::is_sorted(parts.left));
  Indices together;
  std::ranges::merge(parts.drawn, parts.left, std::back_inserter(together));
  QVERIFY(together == all(*set));
}

void TestSplit::drawn_dependsOnTheSeedAlone() {
  const auto set = sortedSet({40, 40});
  const auto draw = [&](std::uint64_t seed) {
    return drawByClass(*set, all(*set), 20, seed).drawn;
  };
  QVERIFY(draw(1) == draw(1));
  QVERIFY(draw(1) != draw(2));
}

void TestSplit::usual_isATwelfthAtMost5000_data() {
  QTest::addColumn<int>("images");
  QTest::addColumn<int>("held");
  QTest::newRow("none") << 0 << 0;
  QTest::newRow("one") << 1 << 0;
  QTest::newRow("two") << 2 << 1;
  QTest::newRow("thirty") << 30 << 3;
  QTest::newRow("two hundred") << 200 << 17;
  QTest::newRow("a large set") << 60'000 << 5000;
  QTest::newRow("a larger set") << 120'000 << 5000;
}

void TestSplit::usual_isATwelfthAtMost5000() {
  QFETCH(int, images);
  QFETCH(int, held);
  const DataSource source = sourceOf({images});
  const Split parts = split(source, {}, 1);
  QCOMPARE(parts.validation.count(), held);
  QCOMPARE(parts.train.count(), images - held);
}

void TestSplit::share_leavesOneToTrainOn() {
  const DataSource source = sourceOf({20});
  QCOMPARE(split(source, {.validation = HeldOut::part(0.25)}, 1).validation.count(), 5);
  QCOMPARE(split(source, {.validation = HeldOut::part(0.99)}, 1).validation.count(), 19);
  QCOMPARE(split(source, {.validation = HeldOut::part(0)}, 1).validation.count(), 0);
}

void TestSplit::sortedSet_hasEveryClassInBothParts() {
  const DataSource source = sourceOf({50, 50, 50, 50});
  for (const HeldOut& held : {HeldOut{}, HeldOut::drawn(20), HeldOut::part(0.1)}) {
    const Split parts = split(source, {.validation = held}, 5);
    QCOMPARE(countsOf(parts.train).size(), std::size_t{4});
    QCOMPARE(countsOf(parts.validation).size(), std::size_t{4});
    QVERIFY(warnings(parts).empty());
  }
}

void TestSplit::limit_isDrawnByClassOrTakenAsItStands() {
  const DataSource source = sourceOf({30, 30});
  const DataSpec first{.trainLimit = TrainLimit::first(20), .validation = HeldOut::last(0)};
  QVERIFY(countsOf(split(source, first, 1).train) == (std::map<int, int>{{0, 20}}));
  DataSpec drawn{.trainLimit = TrainLimit::drawn(20), .validation = HeldOut::last(0)};
  QVERIFY(countsOf(split(source, drawn, 1).train) == (std::map<int, int>{{0, 10}, {1, 10}}));
  drawn.validation = HeldOut::drawn(4);
  const Split parts = split(source, drawn, 1);
  QVERIFY(countsOf(parts.train) == (std::map<int, int>{{0, 8}, {1, 8}}));
  QVERIFY(countsOf(parts.validation) == (std::map<int, int>{{0, 2}, {1, 2}}));
  Indices together;
  std::ranges::merge(parts.train.indices, parts.validation.indices, std::back_inserter(together));
  QVERIFY(std::ranges::adjacent_find(together) == together.end());
}

void TestSplit::warning_forEachPartThatLacksClasses() {
  const DataSource source = sourceOf({10, 10, 10});
  const Split parts = split(source, {.validation = HeldOut::last(10)}, 1);
  const std::vector<DataWarning> found = warnings(parts);
  const std::vector<DataWarning> expected = {{DataWarning::Part::Train, {2}, 3},
                                             {DataWarning::Part::Validation, {0, 1}, 3}};
  QVERIFY(found == expected);
  QCOMPARE(QString::fromStdString(sentenceFor(found[1], source.classNames)),
           QString("The validation part has no images of 2 of the 3 classes (a, b)."));
  QVERIFY(warnings(split(source, {.validation = HeldOut::last(0)}, 1)).empty());
}

void TestSplit::warning_namesAreCutShort() {
  DataWarning warning{DataWarning::Part::Test, std::vector<int>(13), 20};
  std::iota(warning.missing.begin(), warning.missing.end(), 0);
  QCOMPARE(QString::fromStdString(missingNames(warning, {})),
           QString("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …"));
}

INKLING_TEST(TestSplit)
#include "tst_split.moc"
