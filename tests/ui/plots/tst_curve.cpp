// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/plots/curve.h"
#include "ui/plots/decimate.h"
#include "ui/plots/readout.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace inkling::ui;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Curve noisy(int count) {
  Curve curve;
  for (int i = 0; i < count; ++i) curve.append(i / 1000.0, std::sin(i * 12.9898) * 43758.5453);
  return curve;
}

}  // namespace

class TestCurve final : public QObject {
  Q_OBJECT

private slots:
  void append_goingBack_isDropped() {
    Curve curve;
    curve.append(1, 10);
    curve.append(0.5, 20);
    curve.append(1, 30);
    QCOMPARE(curve.x, (std::vector<double>{1, 1}));
    QCOMPARE(curve.y, (std::vector<double>{10, 30}));
  }

  void smoothing_ofConstant_hasNoBiasAtTheStart() {
    SmoothedCurve smoothed;
    for (int i = 0; i < 5; ++i) smoothed.append(i, 2.5);
    for (const double y : smoothed.curve().y) QVERIFY(std::abs(y - 2.5) < 1e-12);
  }

  void smoothing_matchesHandComputedValues() {
    SmoothedCurve smoothed(1.2);
    smoothed.append(0, 4);
    smoothed.append(1, 2.2);
    smoothed.append(2, 1.2);
    QCOMPARE(smoothed.curve().y[0], 4.0);
    QVERIFY(std::abs(smoothed.curve().y[1] - 2.4) < 1e-12);  // 4 − 1.8 / 1.125
    QVERIFY(std::abs(smoothed.curve().y[2] - 1.4) < 1e-12);  // 2.4 − 1.2 / 1.2, not 1.25
  }

  void smoothing_ofNotFinite_leavesItOut() {
    SmoothedCurve smoothed;
    smoothed.append(0, 1);
    smoothed.append(1, kNan);
    smoothed.append(2, 1);
    QCOMPARE(smoothed.curve().size(), std::size_t{2});
    QVERIFY(std::abs(smoothed.curve().y[1] - 1) < 1e-12);
  }

  void decimate_fewPoints_keepsThem() {
    const Curve curve = noisy(50);
    QCOMPARE(decimate(curve, {0, 1}, 100).y, curve.y);
  }

  void decimate_manyPoints_keepsEveryColumnsExtremes() {
    const Curve curve = noisy(100'000);
    const int columns = 200;
    const Curve seen = decimate(curve, {0, 100}, columns);
    QVERIFY(seen.size() <= 4 * (columns + 2));
    QVERIFY(std::is_sorted(seen.x.begin(), seen.x.end()));
    for (int column = 0; column < columns; ++column) {
      const auto from = curve.y.begin() + column * 500;
      const auto [low, high] = std::minmax_element(from, from + 500);
      QVERIFY(std::find(seen.y.begin(), seen.y.end(), *low) != seen.y.end());
      QVERIFY(std::find(seen.y.begin(), seen.y.end(), *high) != seen.y.end());
    }
  }

  void decimate_partOfTheRange_keepsOneNeighbourToEitherSide() {
    Curve curve;
    for (int i = 0; i < 10; ++i) curve.append(i, i);
    QCOMPARE(decimate(curve, {3.5, 5.5}, 10).x, (std::vector<double>{3, 4, 5, 6}));
  }

  void decimate_notFinite_isLeftOut() {
    Curve curve = noisy(10'000);
    curve.y[5000] = kNan;
    curve.y[5001] = std::numeric_limits<double>::infinity();
    const Curve seen = decimate(curve, {0, 10}, 50);
    QVERIFY(std::all_of(seen.y.begin(), seen.y.end(), [](double y) { return std::isfinite(y); }));
  }

  void decimate_empty_isEmpty() { QVERIFY(decimate({}, {0, 1}, 10).empty()); }

  void valueAt_betweenPoints_isLinear() {
    Curve curve;
    curve.append(1, 10);
    curve.append(3, 20);
    QCOMPARE(valueAt(curve, 1.5), std::optional(12.5));
    QCOMPARE(valueAt(curve, 1), std::optional(10.0));
    QCOMPARE(valueAt(curve, 3), std::optional(20.0));
    QVERIFY(!valueAt(curve, 0.9));
    QVERIFY(!valueAt(curve, 3.1));
  }

  void nearestAt_takesTheNearerWithinReach() {
    Curve curve;
    curve.append(1, 10);
    curve.append(2, 20);
    QCOMPARE(nearestAt(curve, 1.4, 0.5), std::optional(10.0));
    QCOMPARE(nearestAt(curve, 1.6, 0.5), std::optional(20.0));
    QCOMPARE(nearestAt(curve, 2.4, 0.5), std::optional(20.0));
    QVERIFY(!nearestAt(curve, 2.6, 0.5));
    QVERIFY(!nearestAt({}, 1, 0.5));
  }

  void readAt_collectsEveryCurve() {
    RunCurves run;
    for (int i = 1; i <= 10; ++i) {
      run.batches.append(i / 10.0, i);
      run.smoothed.append(i / 10.0, 5);
    }
    run.validation.append(1, 0.25);
    RunCurves ghost;
    ghost.validation.append(1, 0.5);
    const Readout found = readAt(run, ghost, 0.81);
    QCOMPARE(found.batch, std::optional(8.0));
    QVERIFY(std::abs(found.smoothed.value_or(0) - 5) < 1e-12);
    QCOMPARE(found.validation, std::optional(0.25));
    QCOMPARE(found.ghost, std::optional(0.5));
    QVERIFY(!found.test);
  }
};

INKLING_TEST(TestCurve)
#include "tst_curve.moc"
