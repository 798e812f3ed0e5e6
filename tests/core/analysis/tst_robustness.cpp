// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/robustness.h"
#include "core/train/evaluate.h"
#include "tests/core/support/images.h"
#include "tests/core/support/networks.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace inkling;

namespace {

constexpr int kSide = 28;
using Pixels = std::vector<std::uint8_t>;

// A bar of full ink, 4 wide and 12 high, in the middle.
Pixels bar() {
  Pixels pixels(kSide * kSide);
  for (int y = 8; y < 20; ++y)
    for (int x = 12; x < 16; ++x) pixels[static_cast<std::size_t>(y * kSide + x)] = 255;
  return pixels;
}

Pixels corruptBar(Corruption kind, double strength, std::uint32_t sample = 0,
                  std::uint64_t seed = 1) {
  const Pixels image = bar();
  Pixels out(image.size(), 77);
  corrupt({image, kSide, kSide}, kind, strength, seed, sample, out);
  return out;
}

double ink(const Pixels& pixels) {
  return std::accumulate(pixels.begin(), pixels.end(), 0.0) / 255;
}

struct Centre {
  double x = 0;
  double y = 0;
};

Centre centre(const Pixels& pixels) {
  Centre sum;
  for (int i = 0; i < kSide * kSide; ++i) {
    sum.x += pixels[static_cast<std::size_t>(i)] * (i % kSide);
    sum.y += pixels[static_cast<std::size_t>(i)] * (i / kSide);
  }
  return {sum.x / 255 / ink(pixels), sum.y / 255 / ink(pixels)};
}

int at(const Pixels& pixels, int x, int y) {
  return pixels[static_cast<std::size_t>(y * kSide + x)];
}

}  // namespace

class TestRobustness final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void neutralStrength_changesNothing();
  void sameArguments_samePixels();
  void noise_hasItsStandardDeviation();
  void rotationByRightAngle_turnsTheBar();
  void shift_movesTheCentre();
  void scale_multipliesTheArea();
  void strokeWidth_growsAndShrinks();
  void blur_keepsTheInk();
  void occlusion_clearsASquare();
  void robustness_neutralPointIsTheAccuracy();
  void robustness_cancelled_returnsWhatThereIs();
};

void TestRobustness::neutralStrength_changesNothing() {
  for (const Corruption kind : allCorruptions()) {
    const auto strengths = usualStrengths(kind);
    QVERIFY2(std::count(strengths.begin(), strengths.end(), neutralStrength(kind)) == 1,
             toString(kind).c_str());
    QVERIFY2(corruptBar(kind, neutralStrength(kind)) == bar(), toString(kind).c_str());
    QVERIFY2(corruptBar(kind, strengths.back()) != bar(), toString(kind).c_str());
  }
}

void TestRobustness::sameArguments_samePixels() {
  for (const Corruption kind : {Corruption::Noise, Corruption::Shift, Corruption::Occlusion}) {
    const double strength = usualStrengths(kind).back();
    QVERIFY(corruptBar(kind, strength, 3, 5) == corruptBar(kind, strength, 3, 5));
    QVERIFY2(corruptBar(kind, strength, 3, 5) != corruptBar(kind, strength, 4, 5),
             toString(kind).c_str());
    QVERIFY2(corruptBar(kind, strength, 3, 5) != corruptBar(kind, strength, 3, 6),
             toString(kind).c_str());
  }
}

void TestRobustness::noise_hasItsStandardDeviation() {
  const Pixels grey(kSide * kSide, 128);
  Pixels out(grey.size());
  corrupt({grey, kSide, kSide}, Corruption::Noise, 0.1, 1, 0, out);
  double squares = 0;
  for (const int p : out) squares += (p - 128) * (p - 128);
  const double deviation = std::sqrt(squares / static_cast<double>(out.size())) / 255;
  QVERIFY2(std::abs(deviation - 0.1) < 0.01, qPrintable(QString::number(deviation)));
}

void TestRobustness::rotationByRightAngle_turnsTheBar() {
  const Pixels turned = corruptBar(Corruption::Rotation, 90);
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) QCOMPARE(at(turned, x, y), at(bar(), y, x));
}

void TestRobustness::shift_movesTheCentre() {
  const Centre before = centre(bar());
  const Centre after = centre(corruptBar(Corruption::Shift, 4));
  const double way = std::hypot(after.x - before.x, after.y - before.y);
  QVERIFY2(std::abs(way - 4) < 0.05, qPrintable(QString::number(way)));
}

void TestRobustness::scale_multipliesTheArea() {
  const double ratio = ink(corruptBar(Corruption::Scale, 1.25)) / ink(bar());
  QVERIFY2(std::abs(ratio - 1.25 * 1.25) < 0.05, qPrintable(QString::number(ratio)));
}

void TestRobustness::strokeWidth_growsAndShrinks() {
  // The bar of 4 becomes about 6 and about 3 wide.
  const double wide = ink(corruptBar(Corruption::StrokeWidth, 2)) / 14;
  const double narrow = ink(corruptBar(Corruption::StrokeWidth, -1)) / 11;
  QVERIFY2(std::abs(wide - 6) < 0.5, qPrintable(QString::number(wide)));
  QVERIFY2(std::abs(narrow - 3) < 0.5, qPrintable(QString::number(narrow)));
}

void TestRobustness::blur_keepsTheInk() {
  const Pixels blurred = corruptBar(Corruption::Blur, 1.5);
  QVERIFY(std::abs(ink(blurred) / ink(bar()) - 1) < 0.01);
  QVERIFY(at(blurred, 10, 14) > 10 && at(blurred, 12, 14) < 230);
}

void TestRobustness::occlusion_clearsASquare() {
  const Pixels full(kSide * kSide, 200);
  Pixels out(full.size());
  corrupt({full, kSide, kSide}, Corruption::Occlusion, 6, 1, 0, out);
  QCOMPARE(std::count(out.begin(), out.end(), 0), 36);
  const auto first = std::find(out.begin(), out.end(), 0) - out.begin();
  for (int y = 0; y < 6; ++y)
    for (int x = 0; x < 6; ++x)
      QCOMPARE(int(out[static_cast<std::size_t>(first + y * kSide + x)]), 0);
}

void TestRobustness::robustness_neutralPointIsTheAccuracy() {
  const Model model = test::smallConvNet();
  const DataView view = test::randomImages(40, 12);
  RobustnessOptions options;
  options.kinds = {Corruption::Scale, Corruption::Blur};
  std::vector<double> shares;
  const auto curves =
      robustness(model, view, options, [&](double share, const auto&) { shares.push_back(share); });
  const double accuracy = evaluate(model, view).accuracy;
  QVERIFY(accuracy > 0 && accuracy < 1);
  QCOMPARE(curves.size(), std::size_t(2));
  for (const RobustnessCurve& curve : curves) {
    QCOMPARE(curve.points.size(), usualStrengths(curve.kind).size());
    for (const RobustnessPoint& point : curve.points)
      if (point.strength == neutralStrength(curve.kind)) QCOMPARE(point.accuracy, accuracy);
  }
  QVERIFY(std::is_sorted(shares.begin(), shares.end()));
  QCOMPARE(shares.back(), 1.0);
}

void TestRobustness::robustness_cancelled_returnsWhatThereIs() {
  std::atomic<bool> cancel = false;
  const auto curves = robustness(
      test::smallConvNet(), test::randomImages(10, 12), {},
      [&](double, const auto&) { cancel = true; }, &cancel);
  QCOMPARE(curves.size(), std::size_t(1));
  QCOMPARE(curves[0].points.size(), std::size_t(1));
}

INKLING_TEST(TestRobustness)
#include "tst_robustness.moc"
