// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/datastatistics.h"
#include "tests/core/support/near.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace inkling;
using test::near;

namespace {

// Four images of two pixels; the first and the third are the same.
DataView four() {
  auto set = std::make_shared<Dataset>();
  set->width = 2;
  set->height = 1;
  set->classes = 2;
  set->pixels = {0, 255, 10, 20, 0, 255, 255, 255};
  set->labels = {0, 0, 1, 1};
  return {set, {0, 1, 2, 3}};
}

}  // namespace

class TestDataStatistics final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void statistics_areTheHandComputedOnes();
  void classWithoutImages_isZero();
  void emptyView_countsNothing();
  void duplicates_areFoundWithTheirLabels();
  void duplicates_betweenParts();
  void duplicates_differentImages_none();
};

void TestDataStatistics::statistics_areTheHandComputedOnes() {
  const DataStatistics found = dataStatistics(four(), 2);
  QCOMPARE(found.count, 4);
  QCOMPARE(found.histogram[255], 4L);
  QCOMPARE(found.histogram[0], 2L);
  QCOMPARE(found.histogram[10], 1L);
  QVERIFY(near(found.mean, (4 * 255 + 30) / 255.0 / 8));
  const double squares = (4 * 255.0 * 255 + 100 + 400) / 8 / (255.0 * 255);
  QVERIFY(near(found.std, std::sqrt(squares - found.mean * found.mean)));
  QCOMPARE(found.classes[0].count, 2);
  QVERIFY(near(found.classes[0].mean[0], 5) && near(found.classes[0].mean[1], 137.5));
  QVERIFY(near(found.classes[0].spread[0], 5) && near(found.classes[0].spread[1], 117.5, 1e-3));
}

void TestDataStatistics::classWithoutImages_isZero() {
  const DataStatistics found = dataStatistics(four(), 3);
  QCOMPARE(found.classes[2].count, 0);
  QCOMPARE(found.classes[2].mean, std::vector<float>(2, 0.0F));
}

void TestDataStatistics::emptyView_countsNothing() {
  const DataStatistics found = dataStatistics({four().set, {}}, 2);
  QCOMPARE(found.count, 0);
  QCOMPARE(found.classes.size(), std::size_t(2));
}

void TestDataStatistics::duplicates_areFoundWithTheirLabels() {
  const DataView parts[] = {four()};
  const auto groups = duplicates(parts);
  QCOMPARE(groups.size(), std::size_t(1));
  QCOMPARE(groups[0].places, (std::vector<ImagePlace>{{0, 0}, {0, 2}}));
  QVERIFY(!groups[0].sameLabel);
  QVERIFY(groups[0].samePart);
}

void TestDataStatistics::duplicates_betweenParts() {
  const DataView parts[] = {{four().set, {3, 0}}, {four().set, {1, 0}}};
  const auto groups = duplicates(parts);
  QCOMPARE(groups.size(), std::size_t(1));
  QCOMPARE(groups[0].places, (std::vector<ImagePlace>{{0, 1}, {1, 1}}));
  QVERIFY(groups[0].sameLabel);
  QVERIFY(!groups[0].samePart);
}

void TestDataStatistics::duplicates_differentImages_none() {
  const DataView parts[] = {{four().set, {0, 1, 3}}};
  QVERIFY(duplicates(parts).empty());
}

INKLING_TEST(TestDataStatistics)
#include "tst_datastatistics.moc"
