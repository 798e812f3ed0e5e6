// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/naturalorder.h"
#include "core/data/picturefit.h"
#include "core/data/raster.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <string>

using namespace inkling;
using Bytes = std::vector<std::uint8_t>;

class TestRaster final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void transparent_showsWhitePaper();
  void whiteOnNothing_showsBlackPaper();
  void greyOf_weighsChannels();
  void colourful_needsMoreThanNoise();
  void shrinking_isTheMeanOfAreas();
  void enlarging_isLinear();
  void fitted_keepsProportionsOnPaperOfTheBorder();
  void naturalOrder_numbersByValue();
};

void TestRaster::transparent_showsWhitePaper() {
  const Raster grey = onPaper(2, 1, Bytes{0, 0, 0, 0, 100, 100, 100, 255});
  QCOMPARE(grey.channels, 1);
  QVERIFY(grey.pixels == (Bytes{255, 100}));
  const Raster half = onPaper(2, 1, Bytes{200, 0, 0, 51, 0, 0, 0, 255});
  QCOMPARE(half.channels, 3);
  QVERIFY(half.pixels == (Bytes{244, 204, 204, 0, 0, 0}));
}

void TestRaster::whiteOnNothing_showsBlackPaper() {
  QVERIFY(onPaper(2, 1, Bytes{255, 255, 255, 0, 255, 255, 255, 255}).pixels == (Bytes{0, 255}));
  QVERIFY(onPaper(1, 1, Bytes{255, 255, 255, 255}).pixels == Bytes{255});
}

void TestRaster::greyOf_weighsChannels() {
  const Raster grey = greyOf({2, 1, 3, {255, 0, 0, 10, 20, 30}});
  QCOMPARE(grey.channels, 1);
  QVERIFY(grey.pixels == (Bytes{255 * 11 / 32, (110 + 320 + 150) / 32}));
}

void TestRaster::colourful_needsMoreThanNoise() {
  Raster raster{10, 10, 3, Bytes(300, 128)};
  for (std::size_t i = 0; i < 300; i += 3) raster.pixels[i] = 150;  // a warm lamp
  QVERIFY(!isColourful(raster));
  raster.pixels[0] = 255;
  QVERIFY(!isColourful(raster));
  raster.pixels[3] = 255;
  QVERIFY(isColourful(raster));
}

void TestRaster::shrinking_isTheMeanOfAreas() {
  const Raster four{4, 4, 1, {0, 4, 8, 8, 4, 8, 8, 8, 0, 0, 100, 0, 0, 0, 0, 0}};
  QVERIFY(fitted(four, 2, 2).pixels == (Bytes{4, 8, 0, 25}));
  const Raster three{3, 3, 1, {30, 60, 90, 30, 60, 90, 30, 60, 90}};
  QVERIFY(fitted(three, 2, 2).pixels == (Bytes{40, 80, 40, 80}));
}

void TestRaster::enlarging_isLinear() {
  const Raster two{2, 2, 1, {0, 100, 0, 100}};
  const Raster four = fitted(two, 4, 4);
  QVERIFY(std::ranges::equal(std::span(four.pixels).first(4), Bytes{0, 25, 75, 100}));
}

void TestRaster::fitted_keepsProportionsOnPaperOfTheBorder() {
  Raster wide{8, 4, 3, {}};
  for (int i = 0; i < 32; ++i) wide.pixels.insert(wide.pixels.end(), {10, 20, 30});
  for (const std::size_t i : {9, 10, 11, 12, 17, 18}) wide.pixels[i * 3] = 250;
  const Raster square = fitted(wide, 4, 4);
  QCOMPARE(square.pixels.size(), std::size_t{48});
  for (const std::size_t row : {std::size_t{0}, std::size_t{3}})
    for (std::size_t x = 0; x < 4; ++x)
      QVERIFY(std::ranges::equal(std::span(square.pixels).subspan((row * 4 + x) * 3, 3),
                                 Bytes{10, 20, 30}));
  QVERIFY(square.pixels[(1 * 4 + 1) * 3] > 100);
  const Raster line = fitted({200, 1, 1, Bytes(200, 9)}, 28, 28);
  QVERIFY(line.pixels == Bytes(784, 9));
}

void TestRaster::naturalOrder_numbersByValue() {
  std::vector<std::string> names{
      "b10", "10", "b2", "2", "a", "", "02", "b2x", "100000000000000000001"};
  std::ranges::sort(names, naturallyBefore);
  QVERIFY(names == std::vector<std::string>(
                       {"", "02", "2", "10", "100000000000000000001", "a", "b2", "b2x", "b10"}));
}

INKLING_TEST(TestRaster)
#include "tst_raster.moc"
