// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/tensor/convolution.h"
#include "core/tensor/simd.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace inkling;

class TestConvolution final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void convolutions_agreeWithReference();
  void convolutions_inDouble_agreeWithReference();
  void gradients_agreeWithReference();
  void gradients_inDouble_agreeWithReference();
  void pixelSums_agreeWithReference();
  void widths_haveTheSameBits();
  void borders_whenKnown_changeNothing();
};

namespace {

constexpr int kConvolutions = 600;

/// One convolution with its numbers.
template <typename Scalar>
struct Convolution {
  static constexpr Index kLanes = Simd<Scalar>::kLanes;
  Taps taps;
  Index rows, width;
  Index imageRow, imagePixel, outputRow, outputPixel;
  std::vector<Scalar> image, weight, bias, output;

  explicit Convolution(Random& random)
      : taps(tapsFor(1 + static_cast<int>(random.below(9)), 1 + random.below(7),
                     random.chance(0.7) ? 1 : 2 + static_cast<int>(random.below(2)))),
        rows(1 + random.below(6)),
        width(1 + random.below(30)) {
    imagePixel = taps.channels + random.below(2);
    imageRow = imageWidth() * imagePixel + random.below(3);
    outputPixel = kLanes + random.below(3);
    outputRow = width * outputPixel + random.below(3);
    const Index height = (rows - 1) * taps.stride + taps.rows;
    fill(image, height * imageRow, random);
    fill(weight, taps.rows * taps.columns * taps.channels * kLanes, random);
    fill(bias, kLanes, random);
    fill(output, rows * outputRow, random);
  }

  Index imageWidth() const { return (width - 1) * taps.stride + taps.columns; }
  StridedImage<const Scalar> imagePlane() const { return {image.data(), imageRow, imagePixel}; }
  double pixel(Index y, Index x, int row, int column, Index c) const {
    return image[static_cast<std::size_t>((y * taps.stride + row) * imageRow +
                                          (x * taps.stride + column) * imagePixel + c)];
  }
  double weightAt(int row, int column, Index c, Index lane) const {
    const int group = column / taps.together;
    const Index at =
        ((row * (taps.columns / taps.together) + group) * taps.channels + c) * taps.together +
        column % taps.together;
    return weight[static_cast<std::size_t>(at * kLanes + lane)];
  }

  static void fill(std::vector<Scalar>& values, Index count, Random& random) {
    values.resize(static_cast<std::size_t>(count));
    for (Scalar& value : values) value = static_cast<Scalar>(random.uniform(-1, 1));
  }
};

/// Roundings that a sum of so many terms below 1 may be off by.
template <typename Scalar>
double tolerance(Index terms) {
  return std::numeric_limits<Scalar>::epsilon() * static_cast<double>(terms + 2);
}

template <typename Scalar>
void compareForward() {
  Random random(11, RandomPurpose::Analysis, sizeof(Scalar));
  for (int i = 0; i < kConvolutions; ++i) {
    Convolution<Scalar> c(random);
    std::vector<Scalar> result = c.output;
    convolve<Scalar>(c.taps, c.rows, c.width, c.weight.data(), c.bias.data(), c.imagePlane(),
                     {result.data(), c.outputRow, c.outputPixel});
    for (Index y = 0; y < c.rows; ++y)
      for (Index x = 0; x < c.width; ++x)
        for (Index lane = 0; lane < c.kLanes; ++lane) {
          double expected = c.bias[static_cast<std::size_t>(lane)];
          for (int row = 0; row < c.taps.rows; ++row)
            for (int column = 0; column < c.taps.columns; ++column)
              for (Index k = 0; k < c.taps.channels; ++k)
                expected += c.pixel(y, x, row, column, k) * c.weightAt(row, column, k, lane);
          const auto at = static_cast<std::size_t>(y * c.outputRow + x * c.outputPixel + lane);
          const double error = std::abs(static_cast<double>(result[at]) - expected);
          const Index terms = c.taps.rows * c.taps.columns * c.taps.channels;
          QVERIFY2(error <= tolerance<Scalar>(terms), qPrintable(QString::number(i)));
          c.output[at] = result[at];
        }
    QVERIFY2(c.output == result, "nothing between the pixels is written");
  }
}

template <typename Scalar>
void compareGradients() {
  Random random(12, RandomPurpose::Analysis, sizeof(Scalar));
  for (int i = 0; i < kConvolutions; ++i) {
    const Convolution<Scalar> c(random);
    const auto taps = static_cast<std::size_t>(c.taps.rows * c.taps.columns);
    std::vector<Scalar> sums(taps * static_cast<std::size_t>(c.kLanes));
    convolveGradient<Scalar>(c.taps, c.rows, c.width, {c.output.data(), c.outputRow, c.outputPixel},
                             c.imagePlane(), sums.data());
    for (int row = 0; row < c.taps.rows; ++row)
      for (int column = 0; column < c.taps.columns; ++column)
        for (Index lane = 0; lane < c.kLanes; ++lane) {
          double expected = 0;
          for (Index y = 0; y < c.rows; ++y)
            for (Index x = 0; x < c.width; ++x)
              expected += c.pixel(y, x, row, column, 0) *
                          static_cast<double>(c.output[static_cast<std::size_t>(
                              y * c.outputRow + x * c.outputPixel + lane)]);
          const auto at =
              static_cast<std::size_t>((row * c.taps.columns + column) * c.kLanes + lane);
          const double error = std::abs(static_cast<double>(sums[at]) - expected);
          QVERIFY2(error <= tolerance<Scalar>(c.rows * c.width), qPrintable(QString::number(i)));
        }
  }
}

}  // namespace

void TestConvolution::convolutions_agreeWithReference() { compareForward<float>(); }
void TestConvolution::convolutions_inDouble_agreeWithReference() { compareForward<double>(); }
void TestConvolution::gradients_agreeWithReference() { compareGradients<float>(); }
void TestConvolution::gradients_inDouble_agreeWithReference() { compareGradients<double>(); }

void TestConvolution::pixelSums_agreeWithReference() {
  Random random(13, RandomPurpose::Analysis);
  for (int i = 0; i < kConvolutions; ++i) {
    const Convolution<float> c(random);
    std::vector<float> sum(static_cast<std::size_t>(c.kLanes));
    sumPixels<float>(c.rows, c.width, {c.output.data(), c.outputRow, c.outputPixel}, sum.data());
    for (Index lane = 0; lane < c.kLanes; ++lane) {
      double expected = 0;
      for (Index y = 0; y < c.rows; ++y)
        for (Index x = 0; x < c.width; ++x)
          expected +=
              c.output[static_cast<std::size_t>(y * c.outputRow + x * c.outputPixel + lane)];
      const double error =
          std::abs(static_cast<double>(sum[static_cast<std::size_t>(lane)]) - expected);
      QVERIFY(error <= tolerance<float>(c.rows * c.width));
    }
  }
}

/// A pixel's bits do not depend on the tile that it comes to stand in.
void TestConvolution::widths_haveTheSameBits() {
  Random random(14, RandomPurpose::Analysis);
  for (int i = 0; i < kConvolutions; ++i) {
    const Convolution<float> c(random);
    std::vector<float> whole = c.output;
    convolve<float>(c.taps, c.rows, c.width, c.weight.data(), c.bias.data(), c.imagePlane(),
                    {whole.data(), c.outputRow, c.outputPixel});
    std::vector<float> parts = c.output;
    const Index cut = random.below(static_cast<std::uint32_t>(c.width));
    StridedImage<const float> image = c.imagePlane();
    StridedImage<float> output{parts.data(), c.outputRow, c.outputPixel};
    if (cut > 0)
      convolve<float>(c.taps, c.rows, cut, c.weight.data(), c.bias.data(), image, output);
    image.data += cut * c.taps.stride * image.pixel;
    output.data += cut * output.pixel;
    convolve<float>(c.taps, c.rows, c.width - cut, c.weight.data(), c.bias.data(), image, output);
    QVERIFY(parts == whole);
  }
}

/// Leaving out what is multiplied by a border of zeros gives the same sums.
void TestConvolution::borders_whenKnown_changeNothing() {
  Random random(15, RandomPurpose::Analysis);
  int bordered = 0;
  for (int i = 0; i < kConvolutions; ++i) {
    Convolution<float> c(random);
    const Index border = c.taps.columns - 1;
    if (c.imageWidth() <= 2 * border) continue;
    ++bordered;
    for (std::size_t at = 0; at < c.image.size(); ++at) {
      const Index x = static_cast<Index>(at) % c.imageRow / c.imagePixel;
      if (x < border || x >= c.imageWidth() - border) c.image[at] = 0;
    }
    std::vector<float> whole = c.output;
    convolve<float>(c.taps, c.rows, c.width, c.weight.data(), c.bias.data(), c.imagePlane(),
                    {whole.data(), c.outputRow, c.outputPixel});
    c.taps.bordered = true;
    std::vector<float> shorter = c.output;
    convolve<float>(c.taps, c.rows, c.width, c.weight.data(), c.bias.data(), c.imagePlane(),
                    {shorter.data(), c.outputRow, c.outputPixel});
    QVERIFY(shorter == whole);
  }
  QVERIFY(bordered > kConvolutions / 2);
}

INKLING_TEST(TestConvolution)
#include "tst_convolution.moc"
