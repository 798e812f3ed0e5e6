// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/layers/directconv2d.h"
#include "core/layers/winogradconv2d.h"
#include "tests/core/support/gradientcheck.h"
#include "tests/core/support/layerrun.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// Winograd's algorithm against the definition's sums, on random shapes.
class TestWinogradConv2d final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void passes_agreeWithDirectOnes();
  void suits_wholeVectorsOfThreeByThree();
};

namespace {

constexpr int kShapes = 1000;

struct Example {
  LayerSpec spec;
  Shape input;
  Index samples;
};

Example example(Random& random) {
  const auto upTo = [&](int most) {
    return 1 + static_cast<int>(random.below(std::uint32_t(most)));
  };
  Example e;
  e.spec = LayerSpec::conv2d(8 * upTo(4), 3, upTo(3) - 1);
  e.spec.bias = random.chance(0.7);
  const int least = 3 - 2 * e.spec.padding;
  e.input = {std::max(1, least + upTo(20) - 1), std::max(1, least + upTo(40) - 1), 8 * upTo(4)};
  e.samples = upTo(3);
  return e;
}

template <typename Scalar, template <typename> typename Algorithm>
struct Passes {
  Matrix<Scalar> y, dx;
  std::vector<Matrix<Scalar>> gradients;

  Passes(const Example& e, const Matrix<double>& weight, const Matrix<double>& bias,
         const Matrix<double>& x, const Matrix<double>& dy) {
    LayerRun<Scalar> run(std::make_unique<Algorithm<Scalar>>(e.spec, e.input));
    run.parameter(0) = weight.cast<Scalar>();
    if (e.spec.bias) run.parameter(1) = bias.cast<Scalar>();
    y = run.forward(x.cast<Scalar>());
    dx = run.backward(dy.cast<Scalar>());
    gradients = run.gradients();
  }
};

/// The largest difference as a share of the largest number.
double difference(const Matrix<double>& expected, const Matrix<double>& found) {
  return (found - expected).cwiseAbs().maxCoeff() / expected.cwiseAbs().maxCoeff();
}

}  // namespace

void TestWinogradConv2d::passes_agreeWithDirectOnes() {
  Random random(21, RandomPurpose::Shuffle);
  for (int i = 0; i < kShapes; ++i) {
    const Example e = example(random);
    const auto seed = static_cast<std::uint64_t>(i);
    const Shape out = outputShape(e.spec, e.input);
    const auto weight = randomInput(e.spec.units, 9 * e.input.channels, seed);
    const auto bias = randomInput(e.spec.units, 1, seed + 1);
    const auto x = randomInput(e.input.size(), e.samples, seed + 2);
    const auto dy = randomInput(out.size(), e.samples, seed + 3);
    const Passes<double, DirectConv2d> expected(e, weight, bias, x, dy);
    const Passes<double, WinogradConv2d> found(e, weight, bias, x, dy);
    const Passes<float, WinogradConv2d> inFloat(e, weight, bias, x, dy);
    const auto shape = QStringLiteral("%1×%2×%3 to %4, padding %5")
                           .arg(e.input.height)
                           .arg(e.input.width)
                           .arg(e.input.channels)
                           .arg(e.spec.units)
                           .arg(e.spec.padding)
                           .toUtf8();
    const auto agree = [&](const Matrix<double>& a, const Matrix<double>& b,
                           const Matrix<float>& c) {
      return difference(a, b) < 1e-13 && difference(a, c.cast<double>()) < 1e-5;
    };
    QVERIFY2(agree(expected.y, found.y, inFloat.y), shape);
    QVERIFY2(agree(expected.dx, found.dx, inFloat.dx), shape);
    for (std::size_t p = 0; p < expected.gradients.size(); ++p)
      QVERIFY2(agree(expected.gradients[p], found.gradients[p], inFloat.gradients[p]), shape);
  }
}

void TestWinogradConv2d::suits_wholeVectorsOfThreeByThree() {
  LayerSpec spec = LayerSpec::conv2d(16, 3, 1);
  QVERIFY(suitsWinograd(spec, {9, 9, 8}));
  QVERIFY(!suitsWinograd(spec, {9, 9, 1}));
  spec.stride = 2;
  QVERIFY(!suitsWinograd(spec, {9, 9, 8}));
  QVERIFY(!suitsWinograd(LayerSpec::conv2d(12, 3, 1), {9, 9, 8}));
  QVERIFY(!suitsWinograd(LayerSpec::conv2d(16, 5, 1), {9, 9, 8}));
}

INKLING_TEST(TestWinogradConv2d)
#include "tst_winogradconv2d.moc"
