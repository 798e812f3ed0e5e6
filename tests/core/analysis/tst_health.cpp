// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/health.h"
#include "core/analysis/lab.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/images.h"
#include "tests/core/support/networks.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace inkling;

namespace {
bool close(double a, double b, double tolerance = 1e-6) { return std::abs(a - b) <= tolerance; }

// One unit a pixel, a ReLU, two classes; 1×… images.
Model tiny() {
  Model model =
      test::modelOf(2, {LayerSpec::dense(2), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(2)});
  auto first = model.network.layer(0).parameters();
  *first[0] << 1, 0, 0, 0,  //
      -1, 0, 0, 0;
  first[1]->setZero();
  auto last = model.network.layer(2).parameters();
  last[0]->setIdentity();
  last[1]->setZero();
  return model;
}

DataView onePixelImages() {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = 2;
  set->classes = 2;
  set->pixels = {255, 0, 0, 0, 255, 0, 0, 0};
  set->labels = {0, 1};
  return {set, {0, 1}};
}

}  // namespace

class TestHealth final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void health_isTheHandComputedOne();
  void deadUnits_areCountedByChannel();
  void emptyBatch_hasNoGradients();
  void updateRatios_areRelativeChanges();
  void updateRatios_otherArchitecture_throws();
  void weightHistogram_countsAllWeights();
};

void TestHealth::health_isTheHandComputedOne() {
  const Health found = health(tiny(), onePixelImages());
  QCOMPARE(found.layers.size(), std::size_t(2));
  QCOMPARE(found.relus.size(), std::size_t(1));
  // Both images: hidden (1, 0), logits (1, 0). The second unit is never above 0.
  QCOMPARE(found.relus[0].units, 2);
  QCOMPARE(found.relus[0].dead, 1);
  QVERIFY(close(found.relus[0].zeros, 0.5));
  QVERIFY(close(found.layers[0].weightNorm, std::sqrt(2.0)));
  QVERIFY(close(found.layers[0].meanWeight, 0));
  QVERIFY(close(found.layers[0].stdWeight, 0.5));
  QVERIFY(close(found.layers[0].largestWeight, 1));
  // p = (σ, 1−σ) with σ = 1/(1 + e⁻¹); the mean of p − target over both labels is (σ−½, ½−σ). It is
  // the bias gradient, and the weight's in the column of the living unit.
  const double d = 1 / (1 + std::exp(-1.0)) - 0.5;
  QVERIFY(close(found.layers[1].gradientNorm, 2 * d, 1e-5));
  // Through the living unit d comes back: bias and the one pixel with ink.
  QVERIFY(close(found.layers[0].gradientNorm, std::sqrt(2.0) * d, 1e-5));
}

void TestHealth::deadUnits_areCountedByChannel() {
  Model model = test::modelOf(6, {LayerSpec::conv2d(4, 3), LayerSpec::of(LayerKind::ReLU),
                                  LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(3)});
  model.network.layer(0).parameters()[0]->row(2).setConstant(-1);
  (*model.network.layer(0).parameters()[1])(2, 0) = -1;
  const Health found = health(model, test::randomImages(20, 6));
  QCOMPARE(found.relus[0].units, 4);
  QCOMPARE(found.relus[0].dead, 1);
  QVERIFY(found.relus[0].zeros >= 0.25 && found.relus[0].zeros < 1);
}

void TestHealth::emptyBatch_hasNoGradients() {
  const Health found = health(tiny(), {onePixelImages().set, {}});
  QCOMPARE(found.layers.size(), std::size_t(2));
  QCOMPARE(found.layers[0].gradientNorm, 0.0);
  QVERIFY(found.layers[0].weightNorm > 0);
  QVERIFY(found.relus.empty());
}

void TestHealth::updateRatios_areRelativeChanges() {
  const Network<float> before = test::smallConvNet().network;
  const Network<float> after = withLayerScaled(before, 7, 1.1);
  const auto ratios = updateRatios(before, after, 10);
  QCOMPARE(ratios.size(), std::size_t(5));  // two convolutions, batch norm, two dense
  QVERIFY(close(ratios[3], 0.01, 1e-6));
  QCOMPARE(ratios[0], 0.0);
}

void TestHealth::updateRatios_otherArchitecture_throws() {
  EXPECT_ERROR(updateRatios(test::smallConvNet().network, tiny().network, 1), "built alike");
}

void TestHealth::weightHistogram_countsAllWeights() {
  Network<float> network = tiny().network;
  const WeightHistogram found = weightHistogram(network, 0, 3);
  QCOMPARE(found.limit, 1.0);
  QCOMPARE(found.counts, (std::vector<int>{1, 6, 1}));
  QVERIFY(weightHistogram(network, 1).counts.empty());
}

INKLING_TEST(TestHealth)
#include "tst_health.moc"
