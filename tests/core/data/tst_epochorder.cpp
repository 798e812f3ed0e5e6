// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/data/epochorder.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace inkling;

class TestEpochOrder final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void unbalanced_goesThroughEachImageOnce();
  void sampling_drawsEveryClassEquallyOften();
  void sampling_drawsTheImagesOfAClassEquallyOften();
  void sampling_isAFunctionOfSeedAndEpoch();
  void sampling_oneImage_isDrawnAgainAndAgain();
};

namespace {

/// So many images of each class, mixed; they stand in the view backwards.
DataView viewOf(const std::vector<int>& counts) {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = 1;
  set->classes = static_cast<int>(counts.size());
  for (int i = 0; i < *std::ranges::max_element(counts); ++i)
    for (std::size_t c = 0; c < counts.size(); ++c)
      if (i < counts[c]) set->labels.push_back(static_cast<Label>(c));
  set->pixels.resize(set->labels.size());
  DataView view{set, std::vector<std::uint32_t>(set->labels.size())};
  std::iota(view.indices.rbegin(), view.indices.rend(), 0U);
  return view;
}

DataSpec sampling() {
  DataSpec spec;
  spec.balance = ClassBalance::Sampling;
  return spec;
}

/// Five standard deviations of a binomial count: one false alarm in two million.
bool isBinomial(int count, int draws, double probability) {
  const double deviation = std::sqrt(draws * probability * (1 - probability));
  return std::abs(count - draws * probability) < 5 * deviation;
}

}  // namespace

void TestEpochOrder::unbalanced_goesThroughEachImageOnce() {
  const DataView view = viewOf({30, 3, 0, 10});
  DataSpec spec;
  QVERIFY(epochOrder(view, spec, 7, 2) == shuffled(43, 7, 2));
  spec.balance = ClassBalance::Weights;
  QVERIFY(epochOrder(view, spec, 7, 2) == shuffled(43, 7, 2));
  spec.shuffle = false;
  std::vector<std::uint32_t> straight(43);
  std::iota(straight.begin(), straight.end(), 0U);
  QVERIFY(epochOrder(view, spec, 7, 2) == straight);
  QCOMPARE(countByClass(view), (std::vector<int>{30, 3, 0, 10}));
}

void TestEpochOrder::sampling_drawsEveryClassEquallyOften() {
  const DataView view = viewOf({9000, 50, 0, 800, 1});
  for (std::uint32_t epoch = 0; epoch < 4; ++epoch) {
    const auto order = epochOrder(view, sampling(), 3, epoch);
    QCOMPARE(order.size(), std::size_t{9851});
    std::vector<int> drawn(5);
    for (const std::uint32_t position : order)
      ++drawn[static_cast<std::size_t>(view.label(static_cast<int>(position)))];
    QCOMPARE(drawn[2], 0);
    for (const int c : {0, 1, 3, 4})
      QVERIFY2(isBinomial(drawn[static_cast<std::size_t>(c)], 9851, 0.25),
               qPrintable(QString("class %1: %2").arg(c).arg(drawn[static_cast<std::size_t>(c)])));
  }
}

void TestEpochOrder::sampling_drawsTheImagesOfAClassEquallyOften() {
  const DataView view = viewOf({2000, 10});
  std::vector<int> drawn(2010);
  for (std::uint32_t epoch = 0; epoch < 20; ++epoch)
    for (const std::uint32_t position : epochOrder(view, sampling(), 3, epoch)) ++drawn[position];
  for (int i = 0; i < view.count(); ++i) {
    const double probability = view.label(i) == 1 ? 0.5 / 10 : 0.5 / 2000;
    QVERIFY(isBinomial(drawn[static_cast<std::size_t>(i)], 20 * 2010, probability));
  }
}

void TestEpochOrder::sampling_isAFunctionOfSeedAndEpoch() {
  const DataView view = viewOf({300, 20});
  DataSpec straight = sampling();
  straight.shuffle = false;
  const auto order = epochOrder(view, sampling(), 5, 1);
  QVERIFY(epochOrder(view, sampling(), 5, 1) == order);
  QVERIFY(epochOrder(view, straight, 5, 1) == order);
  QVERIFY(epochOrder(view, sampling(), 5, 2) != order);
  QVERIFY(epochOrder(view, sampling(), 6, 1) != order);
}

void TestEpochOrder::sampling_oneImage_isDrawnAgainAndAgain() {
  QVERIFY(epochOrder(viewOf({0, 1}), sampling(), 1, 0) == std::vector<std::uint32_t>{0});
}

INKLING_TEST(TestEpochOrder)
#include "tst_epochorder.moc"
