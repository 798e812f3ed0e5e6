// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/gradientcheck.h"
#include "tests/core/support/layerrun.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using namespace inkling::test;

/// Dropout and batch norm by themselves, on numbers small enough to follow by hand.
class TestRegularisation final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void dropout_dropsItsShareAndScales();
  void dropout_isAPureFunctionOfItsKey();
  void dropout_offTraining_passesOn();
  void batchNorm_inTraining_normalisesTheBatch();
  void batchNorm_afterwards_usesRunningStatistics();
  void batchNorm_farFromZero_doesNotCancel();
  void batchNorm_ofOneValue_usesRunningStatistics();
};

namespace {

using Run = LayerRun<double>;
using M = Matrix<double>;

}  // namespace

void TestRegularisation::dropout_dropsItsShareAndScales() {
  Run run(LayerSpec::dropout(0.25), {1, 1, 1000});
  run.training = true;
  const M y = run.forward(M::Ones(1000, 40));
  Index dropped = 0;
  for (Index i = 0; i < y.size(); ++i) {
    if (y.data()[i] == 0)
      ++dropped;
    else
      QCOMPARE(y.data()[i], 1 / 0.75);
  }
  // Five standard deviations of a binomial around 10,000.
  QVERIFY2(std::abs(dropped - 10000) < 5 * 87, qPrintable(QString::number(dropped)));
  QCOMPARE(run.backward(M::Ones(1000, 40)), y);
}

void TestRegularisation::dropout_isAPureFunctionOfItsKey() {
  const auto mask = [](std::uint64_t seed, std::uint32_t step, int layer, int sample) {
    const auto dropout = makeLayer<double>(LayerSpec::dropout(0.5), {1, 1, 64});
    const M x = M::Ones(64, 8);
    M y = M::Zero(64, 8);
    dropout->forward({true, seed, step, 8}, {0, 64, 0, 8}, {x.data(), 64}, {y.data(), 64},
                     {nullptr, nullptr, nullptr, nullptr, false, layer});
    return M(y.col(sample));
  };
  QCOMPARE(mask(1, 2, 3, 4), mask(1, 2, 3, 4));
  for (const M& other : {mask(2, 2, 3, 4), mask(1, 3, 3, 4), mask(1, 2, 4, 4), mask(1, 2, 3, 5)})
    QVERIFY(mask(1, 2, 3, 4) != other);
}

void TestRegularisation::dropout_offTraining_passesOn() {
  Run run(LayerSpec::dropout(0.9), {1, 1, 20});
  const M x = randomInput(20, 3);
  QCOMPARE(run.forward(x), x);
}

void TestRegularisation::batchNorm_inTraining_normalisesTheBatch() {
  Run run(LayerSpec::of(LayerKind::BatchNorm), {1, 2, 1});
  run.training = true;
  run.parameter(0) << 2;
  run.parameter(1) << 100;
  M x(2, 2);  // two samples of two pixels of one channel: mean 4, variance 5
  x << 1, 5, 3, 7;
  const double unit = 2 / std::sqrt(5 + 1e-5);
  M expected(2, 2);
  expected << 100 - 3 * unit, 100 + unit, 100 - unit, 100 + 3 * unit;
  QVERIFY((run.forward(x) - expected).cwiseAbs().maxCoeff() < 1e-12);
  run.layer().updateStatistics(run.pass(2), run.sums());
  QVERIFY(std::abs(run.statistic(0)(0, 0) - 0.4) < 1e-12);
  QVERIFY(std::abs(run.statistic(1)(0, 0) - (0.9 + 0.1 * 20 / 3)) < 1e-12);
}

void TestRegularisation::batchNorm_afterwards_usesRunningStatistics() {
  Run run(LayerSpec::of(LayerKind::BatchNorm), {1, 1, 2});
  run.statistic(0) << 1, -1;
  run.statistic(1) << 4, 0.25;
  const M y = run.forward((M(2, 1) << 5, 0).finished());
  QVERIFY(std::abs(y(0, 0) - 4 / std::sqrt(4 + 1e-5)) < 1e-12);
  QVERIFY(std::abs(y(1, 0) - 1 / std::sqrt(0.25 + 1e-5)) < 1e-12);
}

// In float, around the running mean: 1,000 ± 0.01 has a variance of 1e-4.
void TestRegularisation::batchNorm_farFromZero_doesNotCancel() {
  LayerRun<float> run(LayerSpec::of(LayerKind::BatchNorm), {1, 1, 1});
  run.training = true;
  run.statistic(0) << 1000;
  Matrix<float> x(1, 64);
  for (Index i = 0; i < 64; ++i) x(0, i) = 1000.0F + (i % 2 == 0 ? 0.0625F : -0.0625F);
  const Matrix<float> y = run.forward(x);
  const float expected = 0.0625F / std::sqrt(0.0625F * 0.0625F + 1e-5F);
  for (Index i = 0; i < 64; ++i) QVERIFY(std::abs(std::abs(y(0, i)) - expected) < 0.01F);
}

// The last batch of an epoch may be one sample: it has no variance.
void TestRegularisation::batchNorm_ofOneValue_usesRunningStatistics() {
  Run run(LayerSpec::of(LayerKind::BatchNorm), {1, 1, 2});
  run.training = true;
  run.parameter(0) << 3, 1;
  run.statistic(0) << 1, -1;
  run.statistic(1) << 4, 0.25;
  const M y = run.forward((M(2, 1) << 5, 0).finished());
  const double inverse = 1 / std::sqrt(4 + 1e-5);
  QVERIFY(std::abs(y(0, 0) - 3 * 4 * inverse) < 1e-12);
  QVERIFY(std::abs(y(1, 0) - 1 / std::sqrt(0.25 + 1e-5)) < 1e-12);
  const M dx = run.backward((M(2, 1) << 2, 0).finished());
  QVERIFY(std::abs(dx(0, 0) - 2 * 3 * inverse) < 1e-12);
  QVERIFY(std::abs(run.gradients()[0](0, 0) - 2 * 4 * inverse) < 1e-12);
  run.layer().updateStatistics(run.pass(1), run.sums());
  QCOMPARE(run.statistic(0), (M(2, 1) << 1, -1).finished());
  QCOMPARE(run.statistic(1), (M(2, 1) << 4, 0.25).finished());
}

INKLING_TEST(TestRegularisation)
#include "tst_regularisation.moc"
