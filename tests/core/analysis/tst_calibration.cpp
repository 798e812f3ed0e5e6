// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/calibration.h"
#include "core/base/random.h"
#include "tests/core/support/predictions.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;

namespace {

// Labels drawn from the softmax of random logits; what is predicted is the softmax of the logits
// times `sureness`. So the right temperature is `sureness`.
Predictions drawn(int count, double sureness) {
  Random random(3, RandomPurpose::Analysis);
  std::vector<std::vector<float>> shown;
  std::vector<int> labels;
  for (int i = 0; i < count; ++i) {
    const double z[3] = {random.normal(), random.normal(), random.normal()};
    double sum = 0;
    double shownSum = 0;
    for (const double v : z) {
      sum += std::exp(v);
      shownSum += std::exp(v * sureness);
    }
    double rest = random.uniform() * sum;
    int label = 0;
    while (label < 2 && rest > std::exp(z[label])) rest -= std::exp(z[label++]);
    labels.push_back(label);
    shown.push_back({});
    for (const double v : z)
      shown.back().push_back(static_cast<float>(std::exp(v * sureness) / shownSum));
  }
  return test::predictionsOf(shown, labels);
}

double meanLoss(const Predictions& predictions) { return score(predictions).loss; }

}  // namespace

class TestCalibration final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void reliability_putsSamplesIntoTheirBins();
  void calibrationError_isTheHandComputedOne();
  void temperature_isFoundAgain_data();
  void temperature_isFoundAgain();
  void temperature_isTheMinimum();
  void temperature_zeroProbabilities_staysFinite();
  void withTemperatureOne_changesNothing();
};

void TestCalibration::reliability_putsSamplesIntoTheirBins() {
  const auto bins = reliability(
      test::predictionsOf({{0.55F, 0.45F}, {0.95F, 0.05F}, {1.0F, 0.0F}}, {1, 0, 0}), 10);
  QCOMPARE(bins.size(), std::size_t(10));
  QCOMPARE(bins[5].count, 1);
  QCOMPARE(bins[5].accuracy, 0.0);
  QCOMPARE(bins[9].count, 2);
  QVERIFY(std::abs(bins[9].confidence - 0.975) < 1e-6);
  QCOMPARE(bins[9].accuracy, 1.0);
}

void TestCalibration::calibrationError_isTheHandComputedOne() {
  const auto bins = reliability(
      test::predictionsOf({{0.55F, 0.45F}, {0.95F, 0.05F}, {1.0F, 0.0F}}, {1, 0, 0}), 10);
  // 1/3·|0 − 0.55| + 2/3·|1 − 0.975|
  QVERIFY(std::abs(calibrationError(bins) - (0.55 + 2 * 0.025) / 3) < 1e-6);
  QCOMPARE(calibrationError(reliability({}, 10)), 0.0);
}

void TestCalibration::temperature_isFoundAgain_data() {
  QTest::addColumn<double>("sureness");
  QTest::newRow("calibrated") << 1.0;
  QTest::newRow("too sure") << 2.5;
  QTest::newRow("too unsure") << 0.5;
}

void TestCalibration::temperature_isFoundAgain() {
  QFETCH(double, sureness);
  const Predictions predictions = drawn(20000, sureness);
  const double found = fitTemperature(predictions);
  QVERIFY2(std::abs(found / sureness - 1) < 0.03, qPrintable(QString::number(found)));
  const double error = calibrationError(reliability(withTemperature(predictions, found)));
  QVERIFY2(error < 0.015, qPrintable(QString::number(error)));
}

void TestCalibration::temperature_isTheMinimum() {
  const Predictions predictions = drawn(500, 2);
  const double t = fitTemperature(predictions);
  const double best = meanLoss(withTemperature(predictions, t));
  QVERIFY(best < meanLoss(withTemperature(predictions, t * 1.05)));
  QVERIFY(best < meanLoss(withTemperature(predictions, t / 1.05)));
}

void TestCalibration::temperature_zeroProbabilities_staysFinite() {
  Predictions sure = test::predictionsOf({{1.0F, 0.0F}, {0.0F, 1.0F}}, {0, 0});
  const double t = fitTemperature(sure);
  QVERIFY(std::isfinite(t));
  QVERIFY2(t > 10, qPrintable(QString::number(t)));  // half of the certainties are wrong
  QCOMPARE(fitTemperature({}), 1.0);
}

void TestCalibration::withTemperatureOne_changesNothing() {
  const Predictions before = drawn(50, 1);
  const Predictions after = withTemperature(before, 1);
  for (std::size_t i = 0; i < before.probabilities.size(); ++i)
    QVERIFY(std::abs(before.probabilities[i] - after.probabilities[i]) < 1e-6F);
  for (std::size_t i = 0; i < before.losses.size(); ++i)
    QVERIFY(std::abs(before.losses[i] - after.losses[i]) < 1e-5F);
}

INKLING_TEST(TestCalibration)
#include "tst_calibration.moc"
