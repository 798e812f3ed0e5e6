// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/classnames.h"
#include "core/data/datasource.h"
#include "core/ink/inkmeasure.h"
#include "core/ink/preparation.h"
#include "tests/core/support/expecterror.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace inkling;

namespace {

const Ink kSeven = {{{{20, 20}, {80, 22}, {45, 110}}}};

/// Dark on light: a bar, off the middle.
Raster barPicture(int channels = 1) {
  Raster picture{90, 120, channels, {}};
  for (int y = 0; y < 120; ++y)
    for (int x = 0; x < 90; ++x) {
      const bool ink = x > 10 && x < 18 && y > 10 && y < 80;
      picture.pixels.insert(picture.pixels.end(), static_cast<std::size_t>(channels),
                            static_cast<std::uint8_t>(ink ? 30 : 230));
    }
  return picture;
}

struct Measures {
  double x = 0;
  double y = 0;
  double height = 0;
};

/// Centre of mass and height of the ink as shares of the side.
Measures measureOf(const std::vector<std::uint8_t>& image, int side) {
  Measures m;
  double sum = 0;
  int top = side;
  int bottom = 0;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const int v = image[static_cast<std::size_t>(y * side + x)];
      sum += v;
      m.x += v * (x + 0.5);
      m.y += v * (y + 0.5);
      if (v < 64) continue;
      top = std::min(top, y);
      bottom = std::max(bottom, y + 1);
    }
  return {m.x / sum / side, m.y / sum / side, static_cast<double>(bottom - top) / side};
}

}  // namespace

class TestPreparation final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sideOfGlyphs_givesTheGlyph();
  void otherSides_areInProportion_data();
  void otherSides_areInProportion();
  void oblongShapes_getTheSignInTheMiddle();
  void photo_isScaledToFit();
  void none_takesTheSizeOnly();
  void channels_followTheShape();
  void blank_givesZeros();
  void set_saysHow();
};

void TestPreparation::sideOfGlyphs_givesTheGlyph() {
  const Glyph drawn = renderGlyph(kSeven);
  QVERIFY(std::ranges::equal(prepare(kSeven, Preparation::Digits, kGlyphShape), drawn));
  const GreyImage picture{90, 120, barPicture().pixels};
  QVERIFY(std::ranges::equal(prepare(barPicture(), Preparation::Digits, kGlyphShape),
                             normaliseImage(picture)));
}

void TestPreparation::otherSides_areInProportion_data() {
  QTest::addColumn<int>("side");
  for (const int side : {4, 7, 8, 20, 29, 32, 64, 256})
    QTest::newRow(qPrintable(QString::number(side))) << side;
}

void TestPreparation::otherSides_areInProportion() {
  QFETCH(int, side);
  const Shape shape{side, side, 1};
  const double pixel = 1.0 / side;
  for (const auto how : {Preparation::Digits, Preparation::Glyphs}) {
    for (const bool drawn : {true, false}) {
      const auto image = drawn ? prepare(kSeven, how, shape) : prepare(barPicture(), how, shape);
      QCOMPARE(image.size(), static_cast<std::size_t>(side * side));
      const Measures m = measureOf(image, side);
      QVERIFY2(std::abs(m.x - 14.5 / 28) < 0.03 + 0.6 * pixel, qPrintable(QString::number(m.x)));
      QVERIFY2(std::abs(m.y - 14.5 / 28) < 0.03 + 0.6 * pixel, qPrintable(QString::number(m.y)));
      QVERIFY2(std::abs(m.height - 20.0 / 28) < 0.05 + 1.6 * pixel,
               qPrintable(QString::number(m.height)));
    }
  }
}

void TestPreparation::oblongShapes_getTheSignInTheMiddle() {
  const auto image = prepare(kSeven, Preparation::Glyphs, {28, 40, 1});
  const Glyph glyph = renderGlyph(kSeven);
  for (int y = 0; y < 28; ++y)
    for (int x = 0; x < 40; ++x) {
      const bool inside = x >= 6 && x < 34;
      const int expected = inside ? glyph[static_cast<std::size_t>(y * 28 + x - 6)] : 0;
      QCOMPARE(int(image[static_cast<std::size_t>(y * 40 + x)]), expected);
    }
}

void TestPreparation::photo_isScaledToFit() {
  // Left half dark, right half bright, twice as wide as high.
  Raster picture{8, 4, 1, {}};
  for (int i = 0; i < 32; ++i)
    picture.pixels.push_back(static_cast<std::uint8_t>(i % 8 < 4 ? 10 : 200));
  const auto smaller = prepare(picture, Preparation::Photo, {4, 4, 1});
  QVERIFY(smaller ==
          std::vector<std::uint8_t>({0, 0, 0, 0, 10, 10, 200, 200, 10, 10, 200, 200, 0, 0, 0, 0}));
  const auto larger = prepare(picture, Preparation::Photo, {16, 32, 1});
  QCOMPARE(int(larger[0]), 10);
  QCOMPARE(int(larger[31]), 200);
  QVERIFY(prepare(picture, Preparation::Photo, {4, 8, 1}) == picture.pixels);
}

void TestPreparation::none_takesTheSizeOnly() {
  Raster picture{2, 2, 1, {1, 2, 3, 4}};
  QVERIFY(prepare(picture, Preparation::None, {2, 2, 1}) == picture.pixels);
  EXPECT_ERROR(prepare(picture, Preparation::None, {2, 3, 1}),
               "The picture has 2×2 pixels, the model takes 2×3 as they are.");
}

void TestPreparation::channels_followTheShape() {
  const Raster red{1, 1, 3, {255, 0, 0}};
  QVERIFY(prepare(red, Preparation::None, {1, 1, 3}) == red.pixels);
  QVERIFY(prepare(red, Preparation::None, {1, 1, 1}) == std::vector<std::uint8_t>({87}));
  const Raster grey{1, 1, 1, {9}};
  QVERIFY(prepare(grey, Preparation::None, {1, 1, 3}) == std::vector<std::uint8_t>({9, 9, 9}));
  const auto sign = prepare(barPicture(3), Preparation::Digits, {28, 28, 3});
  const auto once = prepare(barPicture(), Preparation::Digits, kGlyphShape);
  for (std::size_t i = 0; i < sign.size(); ++i) QCOMPARE(int(sign[i]), int(once[i / 3]));
}

void TestPreparation::blank_givesZeros() {
  const Raster paper{50, 40, 1, std::vector<std::uint8_t>(2000, 200)};
  for (const int side : {4, 28, 64}) {
    QVERIFY(isBlank(prepare(paper, Preparation::Digits, {side, side, 1})));
    QVERIFY(isBlank(prepare(Ink(), Preparation::Glyphs, {side, side, 1})));
  }
}

void TestPreparation::set_saysHow() {
  const DataSource mnist = loadDataSource("mnist", qgetenv("INKLING_RESOURCES").toStdString());
  QVERIFY(preparationFor(mnist) == Preparation::Digits);
  DataSource letters = mnist;
  letters.classNames = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"};
  QVERIFY(preparationFor(letters) == Preparation::Glyphs);
  Dataset full = *mnist.train;
  for (std::uint8_t& pixel : full.pixels) pixel = static_cast<std::uint8_t>(pixel / 2 + 40);
  DataSource pictures = letters;
  pictures.train = std::make_shared<const Dataset>(full);
  QVERIFY(preparationFor(pictures) == Preparation::Photo);
}

INKLING_TEST(TestPreparation)
#include "tst_preparation.moc"
