// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/reading.h"
#include "tests/core/support/expecterror.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;

namespace {

// 784 → 10 with small random weights; `sharpness` multiplies its logits.
Model modelOf(float sharpness) {
  Model model;
  model.network =
      Network<float>({28, 28, 1}, {LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(10)});
  model.network.initialise(3);
  for (const Parameter<float>& parameter : model.network.parameters())
    *parameter.value *= sharpness;
  return model;
}

Glyph stroke() { return renderGlyph({{{{.x = 0, .y = 0}, {.x = 30, .y = 100}}}}); }

}  // namespace

class TestReading final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void blankGlyph_readsNothing();
  void likeliestClass_isRead();
  void lowConfidence_isNotSure();
  void temperature_dividesTheLogits();
  void temperature_needsADenseLastLayer();
};

void TestReading::blankGlyph_readsNothing() {
  const Reading reading = readGlyph(modelOf(1), Glyph{});
  QCOMPARE(reading.digit, -1);
  QVERIFY(!reading.sure);
  QVERIFY(reading.probabilities.empty());
}

void TestReading::likeliestClass_isRead() {
  const Reading reading = readGlyph(modelOf(1), stroke());
  QCOMPARE(reading.probabilities.size(), std::size_t(10));
  for (const float p : reading.probabilities) QVERIFY(p <= reading.confidence);
  QCOMPARE(reading.probabilities[static_cast<std::size_t>(reading.digit)], reading.confidence);
}

void TestReading::lowConfidence_isNotSure() {
  QVERIFY(!readGlyph(modelOf(0.01F), stroke()).sure);
  QVERIFY(readGlyph(modelOf(100), stroke()).sure);
}

void TestReading::temperature_dividesTheLogits() {
  Model model = modelOf(1);
  const Reading before = readGlyph(model, stroke());
  applyTemperature(model, 2);
  const Reading after = readGlyph(model, stroke());
  QCOMPARE(after.digit, before.digit);
  for (std::size_t i = 1; i < 10; ++i) {
    const float logitBefore = std::log(before.probabilities[i] / before.probabilities[0]);
    const float logitAfter = std::log(after.probabilities[i] / after.probabilities[0]);
    QVERIFY2(std::abs(logitAfter - logitBefore / 2) < 1e-4F,
             qPrintable(QString::number(logitAfter)));
  }
}

void TestReading::temperature_needsADenseLastLayer() {
  Model model;
  model.network = Network<float>({28, 28, 1}, {LayerSpec::of(LayerKind::Flatten)});
  EXPECT_ERROR(applyTemperature(model, 2), "last layer");
  Model dense = modelOf(1);
  EXPECT_ERROR(applyTemperature(dense, 0), "above 0");
}

INKLING_TEST(TestReading)
#include "tst_reading.moc"
