// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/ink.h"
#include "core/ink/inkmeasure.h"
#include "core/ink/placement.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace inkling;

namespace {

Stroke ring(float centreX, float centreY, float radius, int points = 60) {
  Stroke stroke;
  for (int i = 0; i <= points; ++i) {
    const float angle =
        2 * std::numbers::pi_v<float> * static_cast<float>(i % points) / static_cast<float>(points);
    stroke.points.push_back(
        {.x = centreX + radius * std::cos(angle), .y = centreY + radius * std::sin(angle)});
  }
  return stroke;
}

Stroke line(float x0, float y0, float x1, float y1) {
  return {{{.x = x0, .y = y0}, {.x = x1, .y = y1}}};
}

int difference(const Glyph& a, const Glyph& b) {
  int most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

// Columns and rows with ink of at least `level`.
std::pair<int, int> extent(const Glyph& glyph, int level) {
  std::array<bool, 28> columns{};
  std::array<bool, 28> rows{};
  for (std::size_t i = 0; i < glyph.size(); ++i) {
    if (glyph[i] < level) continue;
    columns[i % 28] = true;
    rows[i / 28] = true;
  }
  return {static_cast<int>(std::count(columns.begin(), columns.end(), true)),
          static_cast<int>(std::count(rows.begin(), rows.end(), true))};
}

}  // namespace

class TestInk final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void nothingDrawn_givesABlankGlyph();
  void dot_isKeptInTheMiddle();
  void placeAndSize_doNotMatter_data();
  void placeAndSize_doNotMatter();
  void sparsePoints_giveTheSameLine();
  void largerSide_isTwentyPixels();
  void strokeWidth_isAsAsked_data();
  void strokeWidth_isAsAsked();
  void centreOfMass_isWhereMnistHasIt();
  void lopsidedInk_staysInside();
  void placement_isWhereTheGlyphIsDrawn();
  void brokenNumbers_areLeftOut();
  void repeatedPoints_changeNothing();
  void withoutFit_canvasIsSqueezed();
};

void TestInk::nothingDrawn_givesABlankGlyph() {
  QVERIFY(isBlank(renderGlyph({})));
  QVERIFY(isBlank(renderGlyph({Stroke{}})));
  QVERIFY(!isBlank(renderGlyph({line(0, 0, 10, 10)})));
}

void TestInk::dot_isKeptInTheMiddle() {
  const Glyph glyph = renderGlyph({Stroke{{{.x = 300, .y = 17}}}});
  QCOMPARE(int(glyph[14 * 28 + 14]), 255);
  const InkMeasure ink = measure(glyph);
  // The area of a disc of 2.7 pixels.
  QVERIFY2(std::abs(ink.area - 5.73F) < 0.7F, qPrintable(QString::number(ink.area)));
}

void TestInk::placeAndSize_doNotMatter_data() {
  QTest::addColumn<float>("scale");
  QTest::addColumn<float>("shift");
  QTest::newRow("small") << 0.3F << 0.0F;
  QTest::newRow("elsewhere") << 1.0F << 400.0F;
  QTest::newRow("large and negative") << 20.0F << -3000.0F;
}

void TestInk::placeAndSize_doNotMatter() {
  QFETCH(float, scale);
  QFETCH(float, shift);
  const Ink ink{ring(100, 100, 60), line(40, 180, 160, 20)};
  Ink moved = ink;
  for (Stroke& stroke : moved) {
    for (InkPoint& p : stroke.points) {
      p.x = p.x * scale + shift;
      p.y = p.y * scale - shift;
    }
  }
  QVERIFY(difference(renderGlyph(ink), renderGlyph(moved)) <= 2);
}

void TestInk::sparsePoints_giveTheSameLine() {
  Stroke dense;
  for (int i = 0; i <= 1000; ++i)
    dense.points.push_back({.x = static_cast<float>(i), .y = static_cast<float>(i) / 2});
  const Glyph sparse = renderGlyph({line(0, 0, 1000, 500)});
  QVERIFY(difference(renderGlyph({dense}), sparse) <= 2);
}

void TestInk::largerSide_isTwentyPixels() {
  const auto [width, height] = extent(renderGlyph({line(0, 0, 3, 100), line(-20, 0, 30, 5)}), 100);
  QVERIFY2(height >= 19 && height <= 21, qPrintable(QString::number(height)));
  QVERIFY2(width >= 11 && width <= 13, qPrintable(QString::number(width)));
}

void TestInk::strokeWidth_isAsAsked_data() {
  QTest::addColumn<double>("width");
  for (const double width : {1.6, 2.7, 4.2}) QTest::addRow("%g", width) << width;
}

void TestInk::strokeWidth_isAsAsked() {
  QFETCH(double, width);
  NormaliseOptions options;
  options.strokeWidth = width;
  const InkMeasure ink = measure(renderGlyph({line(0, 0, 10, 100)}, options));
  // Length of the line after fitting and a round cap at both ends.
  const double length = (20 - width) * std::hypot(10, 100) / 100;
  const double expected = length * width + std::numbers::pi * width * width / 4;
  QVERIFY2(std::abs(ink.area - expected) < 0.03 * expected,
           qPrintable(QString("%1 for %2").arg(ink.area).arg(expected)));
}

void TestInk::centreOfMass_isWhereMnistHasIt() {
  const InkMeasure ink = measure(renderGlyph({ring(0, 0, 30), line(30, 0, 30, 90)}));
  QVERIFY2(std::abs(ink.centreX - 14.5F) < 0.1F, qPrintable(QString::number(ink.centreX)));
  QVERIFY2(std::abs(ink.centreY - 14.5F) < 0.1F, qPrintable(QString::number(ink.centreY)));
}

void TestInk::lopsidedInk_staysInside() {
  // Nearly all ink in one corner: its middle cannot come to the middle.
  Ink ink{line(0, 0, 100, 100)};
  for (int i = 0; i < 6; ++i) ink.push_back(ring(0, 0, static_cast<float>(i)));
  const Glyph glyph = renderGlyph(ink);
  const auto [width, height] = extent(glyph, 100);
  QVERIFY2(width >= 19 && height >= 19, qPrintable(QString("%1 %2").arg(width).arg(height)));
}

void TestInk::placement_isWhereTheGlyphIsDrawn() {
  QVERIFY(!placeInk({}));
  const Ink ink{line(10, 10, 10, 90), line(10, 90, 60, 90)};  // an L: heavy on the left and below
  const auto at = placeInk(ink);
  QVERIFY(at.has_value());
  QCOMPARE(at->scale * 80, 20 - 2.7F);
  QVERIFY(std::abs(at->scale * 35 + at->x - 14) < 1e-4F);  // the middle of its box
  QVERIFY(std::abs(at->scale * 50 + at->y - 14) < 1e-4F);
  QVERIFY(at->shiftX > 0.5F && at->shiftY < -0.5F);
  const Glyph glyph = renderGlyph(ink);
  const auto column = static_cast<std::size_t>(at->scale * 10 + at->x + at->shiftX);
  QVERIFY(glyph[14 * 28 + column] > 200);
}

void TestInk::brokenNumbers_areLeftOut() {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  Stroke broken = line(0, 0, 50, 100);
  broken.points.insert(broken.points.begin() + 1, {.x = nan, .y = 3});
  broken.points.push_back({.x = infinity, .y = -infinity});
  QCOMPARE(difference(renderGlyph({broken}), renderGlyph({line(0, 0, 50, 100)})), 0);
}

void TestInk::repeatedPoints_changeNothing() {
  Stroke repeated;
  for (int i = 0; i < 50; ++i) repeated.points.push_back({.x = 0, .y = 0});
  for (int i = 0; i < 50; ++i) repeated.points.push_back({.x = 50, .y = 100});
  QCOMPARE(difference(renderGlyph({repeated}), renderGlyph({line(0, 0, 50, 100)})), 0);
}

void TestInk::withoutFit_canvasIsSqueezed() {
  NormaliseOptions options;
  options.fit = false;
  options.canvasSide = 280;
  const InkMeasure ink = measure(renderGlyph({ring(70, 140, 20)}, options));
  QVERIFY2(std::abs(ink.centreX - 7) < 0.1F, qPrintable(QString::number(ink.centreX)));
  QVERIFY2(std::abs(ink.centreY - 14) < 0.1F, qPrintable(QString::number(ink.centreY)));
}

INKLING_TEST(TestInk)
#include "tst_ink.moc"
