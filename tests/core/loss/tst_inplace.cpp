// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loss/softmaxcrossentropy.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <array>

using inkling::Columns;

class TestInPlace final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void crossEntropyInPlace_sameAsApart_data();
  void crossEntropyInPlace_sameAsApart();
};

void TestInPlace::crossEntropyInPlace_sameAsApart_data() {
  QTest::addColumn<double>("smoothing");
  QTest::newRow("plain") << 0.0;
  QTest::newRow("smoothed") << 0.1;
}

void TestInPlace::crossEntropyInPlace_sameAsApart() {
  QFETCH(double, smoothing);
  const std::array<float, 6> logits = {3, -1, 0.5F, -2, 4, 1};
  const std::array<inkling::Label, 2> labels = {2, 1};
  std::array<float, 6> apart{};
  std::array<float, 6> inPlace = logits;
  const auto expected = inkling::softmaxCrossEntropy<float>(
      Columns<const float>(logits.data(), 3), labels, smoothing, {apart.data(), 3}, 2);
  const auto found = inkling::softmaxCrossEntropy<float>(Columns<const float>(inPlace.data(), 3),
                                                         labels, smoothing, {inPlace.data(), 3}, 2);
  QCOMPARE(found.loss, expected.loss);
  QCOMPARE(found.correct, expected.correct);
  QCOMPARE(inPlace, apart);
  // −log softmax: 2.5957 for the first sample, 0.0509 for the second
  if (smoothing == 0) QVERIFY(qAbs(expected.loss - 2.6466) < 1e-3);
}

INKLING_TEST(TestInPlace)
#include "tst_inplace.moc"
