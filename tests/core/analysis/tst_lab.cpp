// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/lab.h"
#include "core/analysis/trace.h"
#include "core/analysis/weighthash.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/images.h"
#include "tests/core/support/networks.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;

namespace {

std::vector<float> outputOf(const Network<float>& network, int layer) {
  const DataView view = test::randomImages(1, 12);
  std::vector<float> input(144);
  for (std::size_t i = 0; i < 144; ++i) input[i] = view.image(0)[i] / 255.0F;
  const Trace trace(network, input);
  return {trace.output(layer).begin(), trace.output(layer).end()};
}

int zeros(const Network<float>& network) {
  int count = 0;
  for (const auto& parameter : network.parameters())
    if (parameter.name.ends_with("weight"))
      count += static_cast<int>((parameter.value->array() == 0).count());
  return count;
}

}  // namespace

class TestLab final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { m_network = test::smallConvNet().network; }
  void cleanup() {
    // Whatever was done to copies.
    QCOMPARE(weightHash(m_network), weightHash(test::smallConvNet().network));
  }
  void switchedOffUnit_givesZero();
  void flippedChannel_givesTheNegative();
  void scaledLayer_scalesItsOutput();
  void kernelOff_onlyItsInputIsLost();
  void pruned_cutsTheSmallestWeights();
  void missingUnit_throws();
  void weightHash_seesASingleBit();

private:
  Network<float> m_network;
};

void TestLab::switchedOffUnit_givesZero() {
  const auto before = outputOf(m_network, 7);
  const auto after = outputOf(withUnitScaled(m_network, 7, 2, 0), 7);
  for (std::size_t i = 0; i < before.size(); ++i) QCOMPARE(after[i], i == 2 ? 0.0F : before[i]);
  QVERIFY(before[2] != 0);
}

void TestLab::flippedChannel_givesTheNegative() {
  const auto before = outputOf(m_network, 0);
  const auto after = outputOf(withUnitScaled(m_network, 0, 1, -1), 0);
  for (std::size_t i = 0; i < before.size(); ++i)
    QCOMPARE(after[i], i % 3 == 1 ? -before[i] : before[i]);
}

void TestLab::scaledLayer_scalesItsOutput() {
  const auto before = outputOf(m_network, 10);
  const auto after = outputOf(withLayerScaled(m_network, 10, 2), 10);
  for (std::size_t i = 0; i < before.size(); ++i) QCOMPARE(after[i], 2 * before[i]);
}

void TestLab::kernelOff_onlyItsInputIsLost() {
  const Network<float> changed = withKernelScaled(m_network, 4, 1, 2, 0);
  const Matrix<float>& before = *m_network.parameters()[4].value;
  const Matrix<float>& after = *changed.parameters()[4].value;
  QCOMPARE(before.cols(), Index(12));  // 2×2 pixels of three channels
  for (Index row = 0; row < before.rows(); ++row)
    for (Index column = 0; column < before.cols(); ++column)
      QCOMPARE(after(row, column), row == 1 && column % 3 == 2 ? 0.0F : before(row, column));
}

void TestLab::pruned_cutsTheSmallestWeights() {
  const int weights = 27 + 48 + 36 * 8 + 8 * 3;
  QCOMPARE(zeros(m_network), 0);
  const Network<float> half = pruned(m_network, 0.5);
  QVERIFY(std::abs(zeros(half) - weights / 2) <= 1);
  float largestCut = 0;
  float smallestLeft = 1e9F;
  const auto before = std::as_const(m_network).parameters();
  const auto after = half.parameters();
  for (std::size_t k = 0; k < before.size(); ++k) {
    if (before[k].name == "layers.1.weight" || !before[k].name.ends_with("weight")) {
      QVERIFY(*before[k].value == *after[k].value);
      continue;
    }
    for (Index i = 0; i < before[k].value->size(); ++i) {
      const float size = std::abs(before[k].value->data()[i]);
      if (after[k].value->data()[i] == 0)
        largestCut = std::max(largestCut, size);
      else
        smallestLeft = std::min(smallestLeft, size);
    }
  }
  QVERIFY(largestCut <= smallestLeft);
  QCOMPARE(zeros(pruned(m_network, 0)), 0);
  QCOMPARE(zeros(pruned(m_network, 1)), weights);
}

void TestLab::missingUnit_throws() {
  EXPECT_ERROR(withUnitScaled(m_network, 7, 8, 0), "unit", "7");
  EXPECT_ERROR(withUnitScaled(m_network, 2, 0, 0), "Layer 3");
  EXPECT_ERROR(withKernelScaled(m_network, 4, 0, 3, 0), "input channel");
  EXPECT_ERROR(withLayerScaled(m_network, 99, 0), "Layer 100");
}

void TestLab::weightHash_seesASingleBit() {
  QCOMPARE(weightHash(m_network).size(), std::size_t(16));
  Network<float> changed = m_network;
  float& weight = changed.parameters().back().value->data()[0];
  weight = std::nextafter(weight, 1.0F);
  QVERIFY(weightHash(changed) != weightHash(m_network));
  QVERIFY(weightHash(test::smallConvNet(2).network) != weightHash(m_network));
}

INKLING_TEST(TestLab)
#include "tst_lab.moc"
