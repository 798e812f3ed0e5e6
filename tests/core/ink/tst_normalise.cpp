// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idx.h"
#include "core/ink/ink.h"
#include "core/ink/inkmeasure.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace inkling;

namespace {

// A four drawn with a brush on a square of white paper: dark on light.
GreyImage four(int side, double brush, double scale = 1, double dx = 0, double dy = 0) {
  GreyImage image{side, side,
                  std::vector<std::uint8_t>(static_cast<std::size_t>(side * side), 255)};
  const double lines[3][4] = {
      {0.5, 0.15, 0.25, 0.6}, {0.25, 0.6, 0.75, 0.6}, {0.6, 0.4, 0.6, 0.85}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      double nearest = 1e9;
      for (const auto& l : lines) {
        const double x0 = (l[0] * scale + dx) * side;
        const double y0 = (l[1] * scale + dy) * side;
        const double lx = (l[2] - l[0]) * scale * side;
        const double ly = (l[3] - l[1]) * scale * side;
        const double px = x + 0.5 - x0;
        const double py = y + 0.5 - y0;
        const double t = std::clamp((px * lx + py * ly) / (lx * lx + ly * ly), 0.0, 1.0);
        nearest = std::min(nearest, std::hypot(px - t * lx, py - t * ly));
      }
      const double share = std::clamp(brush / 2 - nearest + 0.5, 0.0, 1.0);
      image.pixels[static_cast<std::size_t>(y * side + x)] =
          static_cast<std::uint8_t>(255 - std::lround(share * 255));
    }
  }
  return image;
}

// The same four as strokes.
Ink fourInk() {
  const auto line = [](float x0, float y0, float x1, float y1) {
    return Stroke{{{.x = x0, .y = y0}, {.x = x1, .y = y1}}};
  };
  return {line(50, 15, 25, 60), line(25, 60, 75, 60), line(60, 40, 60, 85)};
}

// Mean meanDifference of the inked pixels, 0 … 1.
double meanDifference(const Glyph& a, const Glyph& b) {
  double sum = 0;
  double ink = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += std::abs(a[i] - b[i]);
    ink += std::max(a[i], b[i]);
  }
  return ink > 0 ? sum / ink : 0;
}

void changePixels(GreyImage& image, const std::function<double(int, int, double)>& change) {
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      std::uint8_t& pixel = image.pixels[static_cast<std::size_t>(y * image.width + x)];
      pixel = static_cast<std::uint8_t>(std::clamp(change(x, y, pixel), 0.0, 255.0));
    }
  }
}

#define VERIFY_SAME_DIGIT(glyph, most)                                         \
  do {                                                                         \
    const double found = meanDifference(glyph, renderGlyph(fourInk()));        \
    QVERIFY2(found < (most), qPrintable(QString("differs by %1").arg(found))); \
  } while (false)

}  // namespace

class TestNormalise final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void picture_givesTheGlyphOfTheStrokes_data();
  void picture_givesTheGlyphOfTheStrokes();
  void lightOnDark_isTheSameDigit();
  void unevenLight_isTakenOut();
  void shadowOfAHand_isTakenOut();
  void specks_areDropped();
  void stripAtTheBorder_isDropped();
  void noise_staysOffThePaper();
  void blankPictures_giveABlankGlyph();
  void impossibleSizes_giveABlankGlyph();
  void strokesOfMnistsWidth_keepTheirWidth();
  void filledLoop_leavesTheStrokeItsWidth();
  void filledDigit_isNotThinnedAway();
  void withoutFit_pictureIsSqueezed();
};

void TestNormalise::picture_givesTheGlyphOfTheStrokes_data() {
  QTest::addColumn<int>("side");
  QTest::addColumn<double>("brush");
  QTest::addColumn<double>("scale");
  QTest::addColumn<double>("most");
  QTest::newRow("canvas") << 280 << 26.0 << 1.0 << 0.2;
  QTest::newRow("fine pen") << 280 << 4.0 << 1.0 << 0.4;
  QTest::newRow("broad pen") << 280 << 50.0 << 1.0 << 0.3;
  QTest::newRow("a third of the canvas") << 280 << 9.0 << 0.35 << 0.2;
  QTest::newRow("large picture") << 1000 << 90.0 << 1.0 << 0.2;
  QTest::newRow("tiny picture") << 40 << 3.7 << 1.0 << 0.25;
}

void TestNormalise::picture_givesTheGlyphOfTheStrokes() {
  QFETCH(int, side);
  QFETCH(double, brush);
  QFETCH(double, scale);
  QFETCH(double, most);
  VERIFY_SAME_DIGIT(normaliseImage(four(side, brush, scale)), most);
}

void TestNormalise::lightOnDark_isTheSameDigit() {
  GreyImage image = four(280, 26);
  const Glyph dark = normaliseImage(image);
  changePixels(image, [](int, int, double v) { return 255 - v; });
  QVERIFY(dark == normaliseImage(image));
}

void TestNormalise::unevenLight_isTakenOut() {
  GreyImage image = four(280, 26);
  // A corner of the paper lies in a shadow darker than ink in the light.
  changePixels(image, [](int x, int y, double v) {
    return (0.35 + 0.65 * v / 255) * (230 - 0.35 * (x + y));
  });
  VERIFY_SAME_DIGIT(normaliseImage(image), 0.3);
}

void TestNormalise::shadowOfAHand_isTakenOut() {
  for (const int from : {140, 190, 240}) {
    GreyImage image = four(280, 16, 0.5, 0.25, 0.25);
    // Over 20 pixels the light falls to half.
    changePixels(image, [from](int x, int, double v) {
      const double shadow = std::clamp((x - from) / 20.0, 0.0, 1.0);
      return (0.35 + 0.65 * v / 255) * 220 * (1 - 0.5 * shadow);
    });
    VERIFY_SAME_DIGIT(normaliseImage(image), 0.25);
  }
}

void TestNormalise::specks_areDropped() {
  GreyImage image = four(280, 26, 0.6, 0.2, 0.2);
  for (const int at : {280 * 20 + 20, 280 * 250 + 30, 280 * 30 + 260})
    for (int k = 0; k < 4; ++k)
      image.pixels[static_cast<std::size_t>(at + k % 2 + 280 * (k / 2))] = 0;
  QVERIFY(normaliseImage(image) == normaliseImage(four(280, 26, 0.6, 0.2, 0.2)));
}

void TestNormalise::stripAtTheBorder_isDropped() {
  GreyImage image = four(280, 20, 0.7, 0.1, 0.1);
  changePixels(image, [](int x, int, double v) { return x < 6 ? 40 : v; });
  VERIFY_SAME_DIGIT(normaliseImage(image), 0.25);
}

void TestNormalise::noise_staysOffThePaper() {
  GreyImage image = four(280, 26);
  quint32 state = 7;
  changePixels(image, [&state](int, int, double v) {
    state = state * 1664525 + 1013904223;
    return 40 + 0.7 * v + static_cast<double>(state >> 28);
  });
  const Glyph glyph = normaliseImage(image);
  VERIFY_SAME_DIGIT(glyph, 0.25);
  QCOMPARE(int(glyph[0]), 0);
  QCOMPARE(int(glyph[27]), 0);
}

void TestNormalise::blankPictures_giveABlankGlyph() {
  for (const int level : {0, 128, 255}) {
    const GreyImage image{60, 40,
                          std::vector<std::uint8_t>(2400, static_cast<std::uint8_t>(level))};
    QVERIFY(isBlank(normaliseImage(image)));
  }
  GreyImage faint{60, 40, std::vector<std::uint8_t>(2400, 200)};
  changePixels(faint, [](int x, int y, double v) { return v + (x * 7 + y * 13) % 5; });
  QVERIFY(isBlank(normaliseImage(faint)));
}

void TestNormalise::impossibleSizes_giveABlankGlyph() {
  QVERIFY(isBlank(normaliseImage({})));
  QVERIFY(isBlank(normaliseImage({-3, 5, {}})));
  QVERIFY(isBlank(normaliseImage({10, 10, std::vector<std::uint8_t>(99, 0)})));
  QVERIFY(isBlank(normaliseImage({1, 1, {0}})));
}

void TestNormalise::strokesOfMnistsWidth_keepTheirWidth() {
  const IdxImages images =
      readIdxImages(std::filesystem::path(qgetenv("INKLING_RESOURCES").toStdString()) /
                    "datasets/mnist/t10k-images-idx3-ubyte.gz");
  constexpr int kCount = 500;
  int kept = 0;
  for (int i = 0; i < kCount; ++i) {
    const auto* const first = images.values.data() + static_cast<std::size_t>(i) * 784;
    Glyph before;
    std::copy_n(first, before.size(), before.begin());
    const Glyph after = normaliseImage({28, 28, std::vector<std::uint8_t>(first, first + 784)});
    if (meanDifference(before, after) < 0.1) ++kept;
  }
  QVERIFY2(kept > 0.8 * kCount, qPrintable(QString::number(kept)));
}

void TestNormalise::filledLoop_leavesTheStrokeItsWidth() {
  // A stem with a round blot as large as a filled loop at its top.
  GreyImage image{200, 280, std::vector<std::uint8_t>(200 * 280, 255)};
  changePixels(image, [](int x, int y, double) {
    const bool stem = std::abs(x - 100) <= 10 && y >= 40 && y < 240;
    return stem || std::hypot(x - 70, y - 80) < 40 ? 0 : 255;
  });
  const Glyph glyph = normaliseImage(image);
  double below = 0;
  for (std::size_t x = 0; x < 28; ++x) below += glyph[20 * 28 + x] / 255.0;
  QVERIFY2(std::abs(below - 2.7) < 0.3, qPrintable(QString::number(below)));
}

void TestNormalise::filledDigit_isNotThinnedAway() {
  // An eight of which the pen left only two blots.
  GreyImage image{200, 280, std::vector<std::uint8_t>(200 * 280, 255)};
  changePixels(image, [](int x, int y, double) {
    return std::hypot(x - 100, y - 90) < 40 || std::hypot(x - 100, y - 170) < 50 ? 0 : 255;
  });
  const Glyph glyph = normaliseImage(image);
  QVERIFY2(measure(glyph).area > 60, qPrintable(QString::number(measure(glyph).area)));
}

void TestNormalise::withoutFit_pictureIsSqueezed() {
  NormaliseOptions options;
  options.fit = false;
  const InkMeasure ink = measure(normaliseImage(four(280, 26, 0.4, 0.5, 0.5), options));
  QVERIFY2(ink.centreX > 17 && ink.centreY > 17,
           qPrintable(QString("%1 %2").arg(ink.centreX).arg(ink.centreY)));
}

INKLING_TEST(TestNormalise)
#include "tst_normalise.moc"
