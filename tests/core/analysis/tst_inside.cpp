// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/receptivefield.h"
#include "core/analysis/saliency.h"
#include "core/analysis/strokeattribution.h"
#include "core/analysis/trace.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/images.h"
#include "tests/core/support/near.h"
#include "tests/core/support/networks.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace inkling;
using test::near;

namespace {

// One weight of the first dense layer per pixel, one class each for ink left and ink right.
Model leftOrRight() {
  Model model = test::modelOf(28, {LayerSpec::dense(2)});
  Matrix<float>& weight = *model.network.layer(0).parameters()[0];
  for (int i = 0; i < 784; ++i) {
    weight(0, i) = i % 28 < 14 ? 1 : 0;
    weight(1, i) = i % 28 < 14 ? 0 : 1;
  }
  model.network.layer(0).parameters()[1]->setZero();
  return model;
}

}  // namespace

class TestInside final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void trace_endsWhereTheNetworkDoes();
  void trace_keepsEveryLayer();
  void gradients_agreeWithDifferences();
  void wrongSize_throws();
  void saliency_ofALinearModel_isItsWeights();
  void contrast_isTheDifference();
  void occlusionMap_pointsAtTheInkThatCounts();
  void receptiveField_growsThroughTheLayers();
  void arithmetic_sumsToTheOutput();
  void largestTerms_areTheLargest();
  void strokeAttribution_saysWhatIsReadWithout();
  void strokeAttribution_singleStroke_leavesNothing();
};

void TestInside::trace_endsWhereTheNetworkDoes() {
  const Model model = test::smallConvNet();
  const DataView view = test::randomImages(5, 12);
  for (int i = 0; i < view.count(); ++i) {
    const Trace trace(model.network, networkInput(model, view.image(i)));
    const auto expected = predict(model, view.image(i));
    const auto found = trace.probabilities();
    for (std::size_t c = 0; c < expected.size(); ++c) QVERIFY(near(found[c], expected[c]));
    QCOMPARE(trace.predicted(),
             int(std::max_element(expected.begin(), expected.end()) - expected.begin()));
  }
}

void TestInside::trace_keepsEveryLayer() {
  const Model model = test::smallConvNet();
  const DataView view = test::randomImages(1, 12);
  const Trace trace(model.network, networkInput(model, view.image(0)));
  QCOMPARE(trace.layerCount(), 11);
  QVERIFY(near(trace.output(-1)[3], view.image(0)[3] / 255.0));
  // The convolution's own values are still there behind batch norm and ReLU.
  const auto before = trace.output(1);
  const auto after = trace.output(2);
  QVERIFY(std::any_of(before.begin(), before.end(), [](float v) { return v < 0; }));
  for (std::size_t i = 0; i < before.size(); ++i) QCOMPARE(after[i], std::max(0.0F, before[i]));
}

void TestInside::gradients_agreeWithDifferences() {
  const Model model = test::smallConvNet(4);
  const DataView view = test::randomImages(1, 12);
  const std::vector<float> input = networkInput(model, view.image(0));
  const std::vector<float> weights = {0.5F, -1, 2};
  const Trace trace(model.network, input);
  const auto gradients = trace.gradients(weights);
  QCOMPARE(gradients.size(), std::size_t(12));
  const auto value = [&](const std::vector<float>& at) {
    double sum = 0;
    const Trace there(model.network, at);
    for (std::size_t c = 0; c < weights.size(); ++c)
      sum += static_cast<double>(weights[c] * there.logits()[c]);
    return sum;
  };
  int agreeing = 0;
  double largest = 0;
  for (std::size_t i = 0; i < input.size(); ++i) {
    constexpr float kStep = 1e-2F;
    std::vector<float> above = input;
    std::vector<float> below = input;
    above[i] += kStep;
    below[i] -= kStep;
    const double numeric = (value(above) - value(below)) / (2 * kStep);
    const auto computed = static_cast<double>(gradients[0][i]);
    largest = std::max(largest, std::abs(computed));
    agreeing += near(numeric, computed, 2e-3) ? 1 : 0;
  }
  // Some steps cross a kink of ReLU or maximum.
  QVERIFY2(agreeing >= 130, qPrintable(QString::number(agreeing)));
  QVERIFY(largest > 0.05);
}

void TestInside::wrongSize_throws() {
  const std::vector<std::uint8_t> image(100);
  EXPECT_ERROR(networkInput(test::smallConvNet(), image), "144", "100");
}

void TestInside::saliency_ofALinearModel_isItsWeights() {
  Model model = leftOrRight();
  model.recipe.data.std = 0.5;  // a pixel counts twice
  const Glyph glyph = renderGlyph({{{{.x = 0, .y = 0}, {.x = 20, .y = 100}}}});
  const auto map = saliency(model, glyph, 1);
  for (std::size_t i = 0; i < map.size(); ++i) QCOMPARE(map[i], i % 28 < 14 ? 0.0F : 2.0F);
}

void TestInside::contrast_isTheDifference() {
  const Model model = test::smallConvNet();
  const DataView view = test::randomImages(1, 12);
  const auto one = saliency(model, view.image(0), 1);
  const auto two = saliency(model, view.image(0), 2);
  const auto both = contrast(model, view.image(0), 1, 2);
  for (std::size_t i = 0; i < both.size(); ++i) QVERIFY(near(both[i], one[i] - two[i]));
}

void TestInside::occlusionMap_pointsAtTheInkThatCounts() {
  Glyph glyph{};
  for (const int x : {5, 22})
    for (int y = 10; y < 18; ++y) glyph[static_cast<std::size_t>(y * 28 + x)] = 100;
  const auto map = occlusionMap(leftOrRight(), glyph, 0, 5);
  QCOMPARE(map.size(), std::size_t(784));
  QVERIFY(map[14 * 28 + 5] > 0.1F);    // its own ink is needed
  QVERIFY(map[14 * 28 + 22] < -0.1F);  // the other side's speaks against it
  QVERIFY(near(map[2 * 28 + 14], 0));  // paper says nothing
  const std::atomic<bool> cancelled = true;
  QVERIFY(occlusionMap(leftOrRight(), glyph, 0, 5, &cancelled).empty());
}

void TestInside::receptiveField_growsThroughTheLayers() {
  const Network<float> network = test::smallConvNet().network;
  // Convolution 3×3 with padding 1; pool 2; convolution 2×2 with stride 2.
  QCOMPARE(receptiveField(network, 0, 0, 0, -1), (Field{-1, -1, 2, 2}));
  QCOMPARE(receptiveField(network, 2, 5, 6, -1), (Field{4, 5, 7, 8}));
  QCOMPARE(receptiveField(network, 3, 1, 2, 2), (Field{2, 4, 4, 6}));
  QCOMPARE(receptiveField(network, 4, 1, 2, 3), (Field{2, 4, 4, 6}));
  QCOMPARE(receptiveField(network, 4, 1, 2, -1), (Field{3, 7, 9, 13}));
  QCOMPARE(receptiveField(network, 7, 0, 0, 5), (Field{0, 0, 3, 3}));
}

void TestInside::arithmetic_sumsToTheOutput() {
  const Model model = test::smallConvNet();
  const DataView view = test::randomImages(1, 12);
  const Trace trace(model.network, networkInput(model, view.image(0)));
  for (const int layer : {0, 4, 7, 10}) {
    const Shape shape = trace.shape(layer);
    const auto output = trace.output(layer);
    for (int i = 0; i < shape.size(); ++i) {
      const int pixel = i / shape.channels;
      const Arithmetic sum =
          arithmetic(model.network, layer, pixel / shape.width, pixel % shape.width,
                     i % shape.channels, trace.output(layer - 1));
      QVERIFY(!sum.terms.empty());
      QVERIFY(near(sum.sum, output[static_cast<std::size_t>(i)], 1e-4));
    }
  }
  QVERIFY(arithmetic(model.network, 2, 0, 0, 0, trace.output(1)).terms.empty());
}

void TestInside::largestTerms_areTheLargest() {
  Arithmetic sum;
  sum.terms = {{0, 0, 0, 1, 0.5F}, {0, 1, 0, 2, -1}, {0, 2, 0, 0, 9}, {0, 3, 0, 1, 1}};
  const auto terms = largestTerms(sum, 2);
  QCOMPARE(terms.size(), std::size_t(2));
  QCOMPARE(terms[0].product(), -2.0F);
  QCOMPARE(terms[1].product(), 1.0F);
  QCOMPARE(largestTerms(sum, 10).size(), std::size_t(4));
}

void TestInside::strokeAttribution_saysWhatIsReadWithout() {
  // A long stroke at the right, a short one at the left: together, and fitted, it is "right".
  const Model model = leftOrRight();
  const Ink ink = {{{{.x = 100, .y = 0}, {.x = 100, .y = 100}}},
                   {{{.x = 40, .y = 40}, {.x = 40, .y = 60}}}};
  const auto whole = predict(model, renderGlyph(ink));
  const auto found = strokeAttribution(model, ink);
  QCOMPARE(found.size(), std::size_t(2));
  for (std::size_t i = 0; i < 2; ++i) {
    const auto expected = predict(model, renderGlyph({ink[1 - i]}));
    QCOMPARE(found[i].stroke, int(i));
    QCOMPARE(found[i].probabilities, expected);
    const std::size_t top = whole[0] > whole[1] ? 0 : 1;
    QVERIFY(near(found[i].lost, whole[top] - expected[top]));
  }
}

void TestInside::strokeAttribution_singleStroke_leavesNothing() {
  const auto found = strokeAttribution(leftOrRight(), {{{{.x = 0, .y = 0}, {.x = 20, .y = 100}}}});
  QCOMPARE(found.size(), std::size_t(1));
  QCOMPARE(found[0].predicted, -1);
  QVERIFY(found[0].probabilities.empty());
  QVERIFY(strokeAttribution(leftOrRight(), {}).empty());
}

INKLING_TEST(TestInside)
#include "tst_inside.moc"
