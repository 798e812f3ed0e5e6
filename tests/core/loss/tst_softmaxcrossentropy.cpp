// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loss/softmaxcrossentropy.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace inkling;

class TestSoftmaxCrossEntropy final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void knownLogits_giveKnownLossAndGradient();
  void batch_addsLossesAndDividesGradients();
  void smoothing_mixesWithUniform();
  void noClass_isBestWhenUnsure();
  void correct_countsTheFirstLargest();
  void hugeLogits_stayFinite();
  void notANumber_isNotHidden();
  void clamp_limitsTheLossAndNotTheGradient();
  void floats_agreeWithDoubles();
  void softmax_inPlace();
};

namespace {

constexpr double kTiny = 1e-14;

template <typename Scalar>
struct Result {
  BatchLoss loss;
  std::vector<Scalar> gradient;
};

template <typename Scalar>
Result<Scalar> lossOf(const std::vector<Scalar>& logits, const std::vector<Label>& labels,
                      double smoothing = 0, double divisor = 1,
                      double ceiling = inkling::kNoCeiling) {
  const auto classes = static_cast<Index>(logits.size() / labels.size());
  Result<Scalar> result{{}, std::vector<Scalar>(logits.size())};
  result.loss = softmaxCrossEntropy<Scalar>({logits.data(), classes}, labels, smoothing,
                                            {result.gradient.data(), classes}, divisor, ceiling);
  return result;
}

bool near(double a, double b, double tolerance = kTiny) { return std::abs(a - b) <= tolerance; }

}  // namespace

// e^0, e^ln 2, e^ln 5: probabilities 1/8, 2/8, 5/8.
void TestSoftmaxCrossEntropy::knownLogits_giveKnownLossAndGradient() {
  const auto r = lossOf<double>({0, std::log(2), std::log(5)}, {1});
  QVERIFY(near(r.loss.loss, std::log(4)));
  QCOMPARE(r.loss.correct, 0);
  QVERIFY(near(r.gradient[0], 1.0 / 8));
  QVERIFY(near(r.gradient[1], 2.0 / 8 - 1));
  QVERIFY(near(r.gradient[2], 5.0 / 8));
}

void TestSoftmaxCrossEntropy::batch_addsLossesAndDividesGradients() {
  const auto r = lossOf<double>({0, 0, std::log(3), 0}, {0, 0}, 0, 2);
  QVERIFY(near(r.loss.loss, std::log(2) + std::log(4.0 / 3)));
  QVERIFY(near(r.gradient[0], -0.25));
  QVERIFY(near(r.gradient[1], 0.25));
  QVERIFY(near(r.gradient[2], -0.125));
  QVERIFY(near(r.gradient[3], 0.125));
}

// Target 1 − ε + ε/K for the label, ε/K for the others.
void TestSoftmaxCrossEntropy::smoothing_mixesWithUniform() {
  const std::vector<double> p{1.0 / 8, 2.0 / 8, 5.0 / 8};
  const auto r = lossOf<double>({0, std::log(2), std::log(5)}, {2}, 0.3);
  const std::vector<double> target{0.1, 0.1, 0.8};
  double expected = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    expected -= target[i] * std::log(p[i]);
    QVERIFY(near(r.gradient[i], p[i] - target[i]));
  }
  QVERIFY(near(r.loss.loss, expected));
  QCOMPARE(r.loss.correct, 1);
}

void TestSoftmaxCrossEntropy::noClass_isBestWhenUnsure() {
  const auto flat = lossOf<double>({3, 3, 3, 3}, {kNoClass});
  QVERIFY(near(flat.loss.loss, std::log(4)));
  for (const double g : flat.gradient) QVERIFY(near(g, 0));
  const auto sure = lossOf<double>({9, 0, 0, 0}, {kNoClass}, 0.1);
  QVERIFY(sure.loss.loss > std::log(4));
  QVERIFY(sure.gradient[0] > 0);
  QCOMPARE(sure.loss.correct, 0);
  const auto mixed = lossOf<double>({9, 0, 9, 0, 9, 0}, {kNoClass, 0, kNoClass});
  QCOMPARE(mixed.loss.correct, 1);
  QCOMPARE(mixed.loss.unlabelled, 2);
}

void TestSoftmaxCrossEntropy::correct_countsTheFirstLargest() {
  QCOMPARE(lossOf<float>({1, 2, 0, 5, 5, 1}, {1, 0}).loss.correct, 2);
  QCOMPARE(lossOf<float>({1, 2, 0, 5, 5, 1}, {1, 1}).loss.correct, 1);
}

void TestSoftmaxCrossEntropy::hugeLogits_stayFinite() {
  for (const float huge : {88.0F, 1e4F, 1e30F, 3e38F}) {
    for (const Label label : {Label(0), Label(1)}) {
      const auto r = lossOf<float>({huge, -huge, 0}, {label});
      QVERIFY(std::isfinite(r.loss.loss));
      for (const float g : r.gradient) QVERIFY(std::isfinite(g) && std::abs(g) <= 1);
    }
    QVERIFY(near(lossOf<float>({huge, -huge, 0}, {0}).loss.loss, 0, 1e-30));
    const double expected = 2 * static_cast<double>(huge);
    QVERIFY(near(lossOf<float>({huge, -huge, 0}, {1}).loss.loss / expected, 1, 1e-6));
  }
}

void TestSoftmaxCrossEntropy::notANumber_isNotHidden() {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  for (const auto& logits : std::vector<std::vector<float>>{
           {nan, 1, 2}, {1, nan, 2}, {1, 2, nan}, {infinity, 0, 0}, {nan, nan, nan}})
    QVERIFY(!std::isfinite(lossOf<float>(logits, {1}).loss.loss));
}

// The second sample gives its class e^−40; as with a clamp of 1e-6 it costs ln 10⁶.
void TestSoftmaxCrossEntropy::clamp_limitsTheLossAndNotTheGradient() {
  const std::vector<double> logits{0, 0, 40, 0};
  const auto whole = lossOf<double>(logits, {0, 1});
  const auto clamped = lossOf<double>(logits, {0, 1}, 0, 1, inkling::lossCeiling(1e-6));
  QVERIFY(near(whole.loss.loss, std::log(2) + 40, 1e-12));
  QVERIFY(near(clamped.loss.loss, std::log(2) + 6 * std::log(10), 1e-12));
  QVERIFY(clamped.gradient == whole.gradient);
  QVERIFY(std::isinf(inkling::lossCeiling(0)));
  const float nan = std::numeric_limits<float>::quiet_NaN();
  QVERIFY(std::isnan(lossOf<float>({nan, 1}, {0}, 0, 1, 13.8).loss.loss));
}

void TestSoftmaxCrossEntropy::floats_agreeWithDoubles() {
  std::vector<float> logits;
  std::vector<Label> labels;
  for (int i = 0; i < 70; ++i) {
    for (int c = 0; c < 10; ++c)
      logits.push_back(static_cast<float>((i * 37 + c * 59) % 41) * 0.3F);
    labels.push_back(static_cast<Label>(i % 10));
  }
  const auto f = lossOf<float>(logits, labels, 0.05, 70);
  const auto d = lossOf<double>({logits.begin(), logits.end()}, labels, 0.05, 70);
  QVERIFY(near(f.loss.loss / d.loss.loss, 1, 1e-7));
  QCOMPARE(f.loss.correct, d.loss.correct);
  for (std::size_t i = 0; i < logits.size(); ++i)
    QVERIFY(near(static_cast<double>(f.gradient[i]), d.gradient[i], 1e-8));
}

void TestSoftmaxCrossEntropy::softmax_inPlace() {
  std::vector<double> values{0, std::log(2), std::log(5)};
  softmax<double>(values.data(), 3, values.data());
  QVERIFY(near(values[0], 1.0 / 8) && near(values[1], 2.0 / 8) && near(values[2], 5.0 / 8));
}

INKLING_TEST(TestSoftmaxCrossEntropy)
#include "tst_softmaxcrossentropy.moc"
