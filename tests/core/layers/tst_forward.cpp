// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/gradientcheck.h"
#include "tests/core/support/layerrun.h"
#include "tests/core/support/layerspecs.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

using namespace inkling;
using namespace inkling::test;

/// What each layer makes of numbers small enough to follow by hand.
class TestForward final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void dense_multipliesAndAdds();
  void conv2d_slidesWithoutTurning();
  void conv2d_channelsAreLast();
  void conv2d_withStrideAndPadding_agreesWithDefinition_data();
  void conv2d_withStrideAndPadding_agreesWithDefinition();
  void conv2d_withBlankBorders_changesNothing_data();
  void conv2d_withBlankBorders_changesNothing();
  void maxPool_takesTheLargest();
  void maxPool_overlappingAndLeftOver();
  void maxPool_ofAnyChannels_agreesWithDefinition_data();
  void maxPool_ofAnyChannels_agreesWithDefinition();
  void maxPool_withTies_firstGetsTheGradient();
  void maxPool_withAllTies_eachGetsTheGradient();
  void activations_atKnownPoints();
  void activations_passOnNotANumber();
  void activations_haveTheSameBitsInAnyBlock();
  void flatten_keepsTheOrder();
};

namespace {

using Run = LayerRun<double>;
using M = Matrix<double>;

M column(std::initializer_list<double> values) {
  M m(static_cast<Index>(values.size()), 1);
  std::copy(values.begin(), values.end(), m.data());
  return m;
}

/// Convolution as the textbook has it, one number at a time.
M convolved(const LayerSpec& spec, Shape in, const M& weight, const M& bias, const M& x) {
  const Shape out = outputShape(spec, in);
  M y(out.size(), x.cols());
  for (Index s = 0; s < x.cols(); ++s)
    for (int oy = 0; oy < out.height; ++oy)
      for (int ox = 0; ox < out.width; ++ox)
        for (int o = 0; o < out.channels; ++o) {
          double sum = spec.bias ? bias(o, 0) : 0;
          for (int ky = 0; ky < spec.kernel; ++ky)
            for (int kx = 0; kx < spec.kernel; ++kx)
              for (int c = 0; c < in.channels; ++c) {
                const int iy = oy * spec.stride + ky - spec.padding;
                const int ix = ox * spec.stride + kx - spec.padding;
                if (iy < 0 || iy >= in.height || ix < 0 || ix >= in.width) continue;
                sum += weight(o, (ky * spec.kernel + kx) * in.channels + c) *
                       x((iy * in.width + ix) * in.channels + c, s);
              }
          y((oy * out.width + ox) * out.channels + o, s) = sum;
        }
  return y;
}

}  // namespace

void TestForward::dense_multipliesAndAdds() {
  Run run(LayerSpec::dense(2), {1, 1, 3});
  run.parameter(0) << 1, 2, 3, 4, 5, 6;
  run.parameter(1) << 0.5, -0.5;
  M x(3, 2);
  x << 1, 0, 0, 1, -1, 2;
  M expected(2, 2);
  expected << -1.5, 8.5, -2.5, 16.5;
  QCOMPARE(run.forward(x), expected);
}

// Cross-correlation: a kernel with a single 1 in its top right corner picks the top right pixel.
void TestForward::conv2d_slidesWithoutTurning() {
  Run run(conv(1, 2, 1, 0), {3, 3, 1});
  run.parameter(0) << 0, 1, 0, 0;
  run.parameter(1) << 10;
  QCOMPARE(run.forward(column({1, 2, 3, 4, 5, 6, 7, 8, 9})), column({12, 13, 15, 16}));
}

void TestForward::conv2d_channelsAreLast() {
  Run run(conv(2, 1, 1, 0, false), {1, 2, 3});
  QCOMPARE(run.layer().parameters().size(), std::size_t(1));
  run.parameter(0) << 1, 10, 100, 0, 0, -1;
  QCOMPARE(run.forward(column({1, 2, 3, 4, 5, 6})), column({321, -3, 654, -6}));
}

void TestForward::conv2d_withStrideAndPadding_agreesWithDefinition_data() {
  QTest::addColumn<int>("kernel");
  QTest::addColumn<int>("stride");
  QTest::addColumn<int>("padding");
  QTest::addColumn<int>("inputs");
  QTest::addColumn<int>("channels");
  for (const int kernel : {1, 2, 3, 5})
    for (const int stride : {1, 2, 3})
      for (const int padding : {0, 1, 2}) {
        if (padding >= kernel) continue;
        for (const auto& [inputs, channels] :
             {std::pair{1, 8}, {3, 5}, {4, 17}, {15, 27}, {2, 37}, {8, 16}, {24, 40}})
          QTest::addRow("kernel %d, stride %d, padding %d, %d to %d", kernel, stride, padding,
                        inputs, channels)
              << kernel << stride << padding << inputs << channels;
      }
}

void TestForward::conv2d_withStrideAndPadding_agreesWithDefinition() {
  QFETCH(int, kernel);
  QFETCH(int, stride);
  QFETCH(int, padding);
  QFETCH(int, inputs);
  QFETCH(int, channels);
  const Shape in{7, 9, inputs};
  const LayerSpec spec = conv(channels, kernel, stride, padding, channels != 5);
  Run run(spec, in);
  run.parameter(0) = randomInput(channels, Index(kernel) * kernel * inputs, 5);
  M bias = randomInput(channels, 1, 6);
  if (spec.bias) run.parameter(1) = bias;
  const M x = randomInput(in.size(), 3);
  const M expected = convolved(spec, in, run.parameter(0), bias, x);
  QVERIFY((run.forward(x) - expected).cwiseAbs().maxCoeff() < 1e-13);
  LayerRun<float> inFloat(spec, in);
  for (int p = 0; p < static_cast<int>(run.layer().parameters().size()); ++p)
    inFloat.parameter(p) = run.parameter(p).cast<float>();
  const Matrix<float> rounded = expected.cast<float>();
  QVERIFY((inFloat.forward(x.cast<float>()) - rounded).cwiseAbs().maxCoeff() < 1e-4F);
  const M dy = randomInput(expected.rows(), 3, 8);
  const M dx = run.backward(dy);
  QVERIFY((inFloat.backward(dy.cast<float>()) - dx.cast<float>()).cwiseAbs().maxCoeff() < 1e-4F);
}

void TestForward::conv2d_withBlankBorders_changesNothing_data() {
  QTest::addColumn<int>("kernel");
  QTest::addColumn<int>("stride");
  QTest::addColumn<int>("padding");
  QTest::addColumn<int>("channels");
  for (const auto& [kernel, stride, padding] :
       {std::tuple{3, 1, 0}, {5, 1, 2}, {2, 3, 0}, {3, 2, 1}, {1, 1, 0}})
    for (const int channels : {1, 6, 8, 13})
      QTest::addRow("kernel %d, stride %d, padding %d, %d channels", kernel, stride, padding,
                    channels)
          << kernel << stride << padding << channels;
}

// The same image with numbers too small to matter in place of its zeros has no blank border.
void TestForward::conv2d_withBlankBorders_changesNothing() {
  QFETCH(int, kernel);
  QFETCH(int, stride);
  QFETCH(int, padding);
  QFETCH(int, channels);
  constexpr Index kHeight = 11;
  constexpr Index kWidth = 14;
  const Shape in{kHeight, kWidth, 1};
  Run run(conv(channels, kernel, stride, padding), in);
  run.parameter(0) = randomInput(channels, Index(kernel) * kernel, 5);
  run.parameter(1) = randomInput(channels, 1, 6);
  for (const auto& [top, bottom, left, right] : {std::tuple{0, 11, 0, 14},
                                                 {3, 8, 4, 9},
                                                 {0, 2, 0, 1},
                                                 {10, 11, 13, 14},
                                                 {5, 5, 3, 3},
                                                 {4, 6, 0, 14},
                                                 {0, 11, 12, 13}}) {
    M x = randomInput(in.size(), 3, 7);
    for (Index i = 0; i < in.size(); ++i) {
      const Index row = i / kWidth;
      const Index column = i % kWidth;
      if (row < top || row >= bottom || column < left || column >= right) x.row(i).setZero();
    }
    const M y = run.forward(x);
    const M dy = randomInput(y.rows(), 3, 8);
    run.backward(dy);
    const std::vector<M> gradients = run.gradients();
    const M full = (x.array() == 0).select(M::Constant(x.rows(), 3, 1e-200), x);
    QVERIFY((run.forward(full) - y).cwiseAbs().maxCoeff() < 1e-190);
    run.backward(dy);
    for (std::size_t p = 0; p < gradients.size(); ++p)
      QVERIFY((run.gradients()[p] - gradients[p]).cwiseAbs().maxCoeff() < 1e-13);
  }
}

void TestForward::maxPool_takesTheLargest() {
  Run run(pool(2, 2), {2, 4, 1});
  QCOMPARE(run.forward(column({1, 2, 5, 3, 0, -1, 4, 7})), column({2, 7}));
  QCOMPARE(run.backward(column({10, 20})), column({0, 10, 0, 0, 0, 0, 0, 20}));
  Run channels(pool(2, 2), {2, 2, 2});
  QCOMPARE(channels.forward(column({1, -1, 2, -2, 3, -3, 4, -4})), column({4, -1}));
}

void TestForward::maxPool_overlappingAndLeftOver() {
  Run overlapping(pool(3, 2), {3, 5, 1});
  QCOMPARE(overlapping.forward(column({0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0})),
           column({9, 9}));
  M expected = M::Zero(15, 1);
  expected(2, 0) = 3 + 4;
  QCOMPARE(overlapping.backward(column({3, 4})), expected);
  Run leftOver(pool(2, 2), {3, 3, 1});
  QCOMPARE(leftOver.forward(column({1, 2, 9, 3, 4, 9, 9, 9, 9})), column({4}));
  QCOMPARE(leftOver.backward(column({5})), column({0, 0, 0, 0, 5, 0, 0, 0, 0}));
}

void TestForward::maxPool_ofAnyChannels_agreesWithDefinition_data() {
  QTest::addColumn<int>("kernel");
  QTest::addColumn<int>("stride");
  QTest::addColumn<int>("channels");
  for (const auto& [kernel, stride] : {std::pair{2, 2}, {3, 3}, {3, 2}, {2, 3}})
    for (const int channels : {1, 2, 5, 6, 8, 9, 12, 17})
      QTest::addRow("kernel %d, stride %d, %d channels", kernel, stride, channels)
          << kernel << stride << channels;
}

void TestForward::maxPool_ofAnyChannels_agreesWithDefinition() {
  QFETCH(int, kernel);
  QFETCH(int, stride);
  QFETCH(int, channels);
  const Shape in{9, 12, channels};
  LayerRun<float> run(pool(kernel, stride), in);
  const Shape out = run.layer().outputShape();
  const Matrix<float> x = randomInput(in.size(), 2, 3).cast<float>();
  const Matrix<float> dy = randomInput(out.size(), 2, 4).cast<float>();
  Matrix<float> y = Matrix<float>::Zero(out.size(), 2);
  Matrix<float> dx = Matrix<float>::Zero(in.size(), 2);
  for (Index s = 0; s < 2; ++s)
    for (Index to = 0; to < out.size(); ++to) {
      const Index pixel = to / channels;
      const Index corner =
          (pixel / out.width * in.width + pixel % out.width) * stride * channels + to % channels;
      Index best = corner;
      for (int i = 1; i < kernel * kernel; ++i) {
        const Index at = corner + (i / kernel * Index(in.width) + i % kernel) * channels;
        if (x(at, s) > x(best, s)) best = at;
      }
      y(to, s) = x(best, s);
      dx(best, s) += dy(to, s);
    }
  QVERIFY(run.forward(x) == y);
  QVERIFY(run.backward(dy) == dx);
}

void TestForward::maxPool_withTies_firstGetsTheGradient() {
  for (const int kernel : {2, 3}) {
    Run run(pool(kernel, kernel), {kernel, kernel, 1});
    const int size = kernel * kernel;
    QCOMPARE(run.forward(M::Constant(size, 1, 7)), column({7}));
    M expected = M::Zero(size, 1);
    expected(0, 0) = 5;
    QCOMPARE(run.backward(column({5})), expected);
  }
  Run bottom(pool(2, 2), {2, 2, 1});
  bottom.forward(column({0, 8, 8, 1}));
  QCOMPARE(bottom.backward(column({5})), column({0, 5, 0, 0}));
}

void TestForward::maxPool_withAllTies_eachGetsTheGradient() {
  Run run(pool(2, 2, true), {2, 2, 1});
  run.forward(column({0, 8, 8, 1}));
  QCOMPARE(run.backward(column({5})), column({0, 5, 5, 0}));
  Run overlapping(pool(2, 1, true), {2, 3, 1});
  overlapping.forward(M::Ones(6, 1));
  QCOMPARE(overlapping.backward(column({1, 10})), column({1, 11, 10, 1, 11, 10}));
}

void TestForward::activations_atKnownPoints() {
  Run relu(LayerSpec::of(LayerKind::ReLU), {1, 1, 3});
  QCOMPARE(relu.forward(column({-2, 0, 3})), column({0, 0, 3}));
  QCOMPARE(relu.backward(column({5, 5, 5})), column({0, 0, 5}));
  const M x = column({-30, -1, 0, 0.5, 2, 30});
  Run tanh(LayerSpec::of(LayerKind::Tanh), {1, 1, 6});
  Run sigmoid(LayerSpec::of(LayerKind::Sigmoid), {1, 1, 6});
  const M t = tanh.forward(x);
  const M s = sigmoid.forward(x);
  LayerRun<float> tanhFloat(LayerSpec::of(LayerKind::Tanh), {1, 1, 6});
  const Matrix<float> f = tanhFloat.forward(x.cast<float>());
  for (Index i = 0; i < x.size(); ++i) {
    QVERIFY(std::abs(t(i, 0) - std::tanh(x(i, 0))) < 1e-15);
    QVERIFY(std::abs(s(i, 0) - 1 / (1 + std::exp(-x(i, 0)))) < 1e-15);
    QVERIFY(std::abs(static_cast<double>(f(i, 0)) - std::tanh(x(i, 0))) < 2e-7);
  }
}

// Weights that are no numbers any more must come out in the loss, not vanish in a ReLU.
void TestForward::activations_passOnNotANumber() {
  for (const LayerKind kind : {LayerKind::ReLU, LayerKind::Tanh, LayerKind::Sigmoid}) {
    LayerRun<float> run(LayerSpec::of(kind), {1, 1, 19});
    const Matrix<float> y =
        run.forward(Matrix<float>::Constant(19, 1, std::numeric_limits<float>::quiet_NaN()));
    for (Index i = 0; i < y.size(); ++i) QVERIFY(std::isnan(y(i, 0)));
  }
}

void TestForward::activations_haveTheSameBitsInAnyBlock() {
  const Matrix<float> x = (randomInput(53, 1) * 9).cast<float>();
  for (const LayerKind kind : {LayerKind::Tanh, LayerKind::Sigmoid}) {
    LayerRun<float> run(LayerSpec::of(kind), {1, 1, 53});
    const Matrix<float> whole = run.forward(x);
    LayerRun<float> alone(LayerSpec::of(kind), {1, 1, 1});
    for (Index i = 0; i < x.rows(); ++i)
      QCOMPARE(alone.forward(x.row(i)), Matrix<float>(whole.row(i)));
  }
}

void TestForward::flatten_keepsTheOrder() {
  Run run(LayerSpec::of(LayerKind::Flatten), {1, 2, 2});
  const M x = column({1, 2, 3, 4});
  QCOMPARE(run.layer().outputShape(), (Shape{1, 1, 4}));
  QCOMPARE(run.forward(x), x);
  QCOMPARE(run.backward(x), x);
}

INKLING_TEST(TestForward)
#include "tst_forward.moc"
