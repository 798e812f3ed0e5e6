// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/ink.h"
#include "core/ink/pencurve.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <memory>
#include <numbers>
#include <vector>

using namespace inkling;

namespace {

struct Point {
  float x = 0;
  float y = 0;
};

class Lines final : public LineSink {
public:
  void line(float x0, float y0, float x1, float y1) override {
    if (points.empty() || points.back().x != x0 || points.back().y != y0) ++begun;
    points.push_back({x0, y0});
    points.push_back({x1, y1});
  }
  std::vector<Point> points;
  int begun = 0;  // how often a line did not go on where the one before ended
};

Lines drawn(const std::vector<Point>& knots) {
  Lines lines;
  PenCurve curve(lines);
  for (const Point& p : knots) curve.add(p.x, p.y);
  curve.finish();
  return lines;
}

Point onRing(double turn) {
  const double angle = 2 * std::numbers::pi * turn;
  return {static_cast<float>(14 + 8 * std::cos(angle)),
          static_cast<float>(14 + 8 * std::sin(angle))};
}

// Three turns.
std::vector<Point> circle(int points) {
  std::vector<Point> knots;
  for (int i = 0; i <= 3 * points; ++i) knots.push_back(onRing(static_cast<double>(i) / points));
  return knots;
}

float distanceTo(const std::vector<Point>& path, const Point& to) {
  float nearest = 1e6F;
  for (const Point& p : path) nearest = std::min(nearest, std::hypot(p.x - to.x, p.y - to.y));
  return nearest;
}

float top(const Lines& lines) {
  float least = 1e6F;
  for (const Point& p : lines.points) least = std::min(least, p.y);
  return least;
}

}  // namespace

class TestPenCurve final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void onePoint_isADot();
  void closePoints_areJoinedByLines();
  void sparseRing_isRound_data();
  void sparseRing_isRound();
  void turningBack_isACorner();
  void fewPoints_keepTheirCorners();
  void unevenPoints_giveNoLoops();
  void longStroke_isOneLine();
  void sparseInk_fillsTheSameBox();
  void whatMemoryHeldBefore_doesNotCount();
};

// A curve on a stack that held no numbers: 0xFF in every byte is NaN.
void TestPenCurve::whatMemoryHeldBefore_doesNotCount() {
  alignas(PenCurve) std::byte memory[sizeof(PenCurve)];
  std::memset(memory, 0xFF, sizeof memory);
  Lines lines;
  auto* curve = new (memory) PenCurve(lines);
  for (int i = 0; i < 12; ++i) {
    const Point p = onRing(i / 12.0);
    curve->add(p.x, p.y);
  }
  curve->finish();
  QVERIFY(lines.points.size() > 12);
  for (const Point& p : lines.points) QVERIFY(std::isfinite(p.x) && std::isfinite(p.y));
  std::destroy_at(curve);
}

void TestPenCurve::onePoint_isADot() {
  const Lines lines = drawn({{3, 4}});
  QCOMPARE(lines.points.size(), 2U);
  QCOMPARE(lines.points[0].x, 3.0F);
  QCOMPARE(lines.points[1].y, 4.0F);
}

void TestPenCurve::closePoints_areJoinedByLines() {
  const std::vector<Point> knots{{0, 0}, {0.9F, 0}, {0.9F, 0.9F}, {1.5F, 1.5F}, {1.5F, 2}, {2, 2}};
  const Lines lines = drawn(knots);
  QCOMPARE(lines.points.size(), 2 * (knots.size() - 1));
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    QCOMPARE(lines.points[2 * i].x, knots[i].x);
    QCOMPARE(lines.points[2 * i + 1].y, knots[i + 1].y);
  }
}

void TestPenCurve::sparseRing_isRound_data() {
  QTest::addColumn<int>("points");
  QTest::addColumn<float>("most");
  QTest::newRow("five points a turn") << 5 << 0.45F;
  QTest::newRow("eight points a turn") << 8 << 0.06F;
  QTest::newRow("fifteen points a turn") << 15 << 0.03F;
}

void TestPenCurve::sparseRing_isRound() {
  QFETCH(int, points);
  QFETCH(float, most);
  const Lines lines = drawn(circle(points));
  // The ends of a spline are straight: only the turn in the middle.
  const std::size_t third = lines.points.size() / 3;
  QVERIFY(third > 60);
  for (std::size_t i = third; i < 2 * third; ++i) {
    const float off = std::abs(std::hypot(lines.points[i].x - 14, lines.points[i].y - 14) - 8);
    QVERIFY2(off < most, qPrintable(QString::number(off)));
  }
}

void TestPenCurve::turningBack_isACorner() {
  // Up and down again along nearly the same way, as the pen does at the top of a one.
  const Lines lines =
      drawn({{8, 24}, {9, 20}, {10, 15}, {11, 6}, {10.5F, 7.5F}, {10, 10}, {9.5F, 14}, {9, 20}});
  QCOMPARE(top(lines), 6.0F);
  QCOMPARE(lines.begun, 1);
}

void TestPenCurve::fewPoints_keepTheirCorners() {
  const Lines lines = drawn({{6, 6}, {20, 6}, {10, 24}});
  QCOMPARE(lines.points.size(), 4U);
  // More points on the same way are taken for a curve.
  QVERIFY(drawn({{6, 6}, {9, 6}, {20, 6}, {18, 10}, {10, 24}}).points.size() > 40);
}

void TestPenCurve::unevenPoints_giveNoLoops() {
  // A long way, a short one and a long one: the pen does not shoot past the points.
  const Lines lines = drawn({{4, 26}, {4, 20}, {12, 8}, {12, 9}, {22, 26}, {22, 27}});
  QVERIFY2(top(lines) > 7.8F, qPrintable(QString::number(top(lines))));
}

void TestPenCurve::longStroke_isOneLine() {
  std::vector<Point> knots;
  for (int i = 0; i < 1000; ++i)
    knots.push_back({static_cast<float>(i % 2 == 0 ? 2 : 24), 2 + static_cast<float>(i) / 50});
  const Lines lines = drawn(knots);
  QCOMPARE(lines.begun, 1);
  QCOMPARE(lines.points.back().y, knots.back().y);
  for (const Point& knot : knots) QVERIFY(distanceTo(lines.points, knot) < 1e-4F);
}

void TestPenCurve::sparseInk_fillsTheSameBox() {
  // The outermost points of a circle lie between those that were recorded.
  Stroke stroke;
  for (int i = 0; i <= 12; ++i) {
    const Point p = onRing((i + 0.5) / 4);
    stroke.points.push_back({.x = p.x, .y = p.y});
  }
  const Glyph glyph = renderGlyph({stroke});
  int columns = 0;
  int rows = 0;
  for (std::size_t i = 0; i < 28; ++i) {
    int column = 0;
    int row = 0;
    for (std::size_t k = 0; k < 28; ++k) {
      column = std::max<int>(column, glyph[k * 28 + i]);
      row = std::max<int>(row, glyph[i * 28 + k]);
    }
    columns += column >= 100 ? 1 : 0;
    rows += row >= 100 ? 1 : 0;
  }
  QVERIFY2(columns >= 19 && columns <= 21, qPrintable(QString::number(columns)));
  QVERIFY2(rows >= 19 && rows <= 21, qPrintable(QString::number(rows)));
}

INKLING_TEST(TestPenCurve)
#include "tst_pencurve.moc"
