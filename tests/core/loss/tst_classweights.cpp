// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loss/classweights.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace inkling;

class TestClassWeights final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void weights_areTheHandComputedOnes();
  void allClasses_weighTheSameTogether();
  void weigh_multipliesEachColumnByItsClass();
};

// As compute_class_weight("balanced", …) of scikit-learn gives for the three classes of labels
// 0 ×6, 1 ×3, 3 ×1: 10/(3·n).
void TestClassWeights::weights_areTheHandComputedOnes() {
  const auto weights = balancedClassWeights(std::array{6, 3, 0, 1});
  QCOMPARE(weights, (std::vector<double>{10.0 / 18, 10.0 / 9, 1, 10.0 / 3}));
  QCOMPARE(balancedClassWeights(std::array{5, 5}), (std::vector<double>{1, 1}));
}

void TestClassWeights::allClasses_weighTheSameTogether() {
  const std::array counts{5923, 337, 5958, 0, 306};
  const auto weights = balancedClassWeights(counts);
  double total = 0;
  for (std::size_t c = 0; c < counts.size(); ++c) total += counts[c] * weights[c];
  for (std::size_t c = 0; c < counts.size(); ++c)
    if (counts[c] > 0) QVERIFY(std::abs(counts[c] * weights[c] - total / 4) < 1e-9);
  QVERIFY(std::abs(total - (5923 + 337 + 5958 + 306)) < 1e-9);
}

// The samples of a view keep their numbers: these are 4, 5 and 6 of a batch.
void TestClassWeights::weigh_multipliesEachColumnByItsClass() {
  std::array<float, 6> gradient{1, -2, 3, -4, 5, -6};
  const std::array<Label, 3> labels{1, kNoClass, 0};
  weigh(Columns<float>(gradient.data(), 2, 4), labels, std::array{0.5, 10.0});
  QVERIFY((gradient == std::array<float, 6>{10, -20, 3, -4, 2.5, -3}));
}

INKLING_TEST(TestClassWeights)
#include "tst_classweights.moc"
