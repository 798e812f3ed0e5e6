// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/grouping.h"
#include "core/ink/penwriter.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace inkling;

namespace {

using Groups = std::vector<StrokeGroup>;

Stroke path(std::initializer_list<std::pair<float, float>> points, float dx = 0) {
  Stroke stroke;
  for (const auto& [x, y] : points) stroke.points.push_back({.x = x + dx, .y = y});
  return stroke;
}

Stroke zero(float dx) {
  Stroke stroke;
  for (int i = 0; i <= 40; ++i) {
    const float angle = 0.15708F * static_cast<float>(i);
    stroke.points.push_back({.x = dx + 30 - 30 * std::sin(angle), .y = 50 - 50 * std::cos(angle)});
  }
  return stroke;
}

Stroke one(float dx) { return path({{0, 25}, {20, 0}, {20, 100}}, dx); }
Stroke two(float dx) { return path({{0, 20}, {30, 0}, {50, 25}, {0, 100}, {60, 98}}, dx); }
Stroke six(float dx) { return path({{45, 0}, {5, 50}, {10, 95}, {45, 95}, {50, 65}, {8, 65}}, dx); }
Stroke sevenBody(float dx) { return path({{0, 4}, {55, 0}, {22, 100}}, dx); }
Stroke sevenBar(float dx) { return path({{15, 52}, {58, 48}}, dx); }
Stroke fourLeft(float dx) { return path({{14, 0}, {4, 58}, {64, 56}}, dx); }
Stroke fourRight(float dx) { return path({{46, 20}, {44, 100}}, dx); }
Stroke fiveBody(float dx) { return path({{14, 2}, {8, 44}, {45, 45}, {46, 90}, {0, 90}}, dx); }
Stroke fiveBar(float dx) { return path({{14, 0}, {60, -2}}, dx); }

Ink scaled(Ink ink, float scale, float shift) {
  for (Stroke& stroke : ink) {
    for (InkPoint& p : stroke.points) {
      p.x = p.x * scale + shift;
      p.y = p.y * scale + shift;
    }
  }
  return ink;
}

// A reader that takes what is about half as wide as high for a digit.
float confidence(const Glyph& glyph) {
  int left = 28;
  int right = -1;
  int rows = 0;
  for (int y = 0; y < 28; ++y) {
    bool ink = false;
    for (int x = 0; x < 28; ++x) {
      if (glyph[static_cast<std::size_t>(y * 28 + x)] < 128) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      ink = true;
    }
    rows += ink ? 1 : 0;
  }
  const double ratio = static_cast<double>(right - left + 1) / rows;
  return ratio > 0.45 && ratio < 0.82 ? 0.95F : 0.3F;
}

Stroke halfZero(float dx, bool right) {
  Stroke stroke;
  for (int i = 0; i <= 20; ++i) {
    const float angle = 0.15708F * static_cast<float>(i);
    const float side = right ? 1.0F : -1.0F;
    stroke.points.push_back(
        {.x = dx + side * 30 * std::sin(angle), .y = 50 - 50 * std::cos(angle)});
  }
  return stroke;
}

// Where a digit begins and ends.
std::pair<float, float> extent(const Ink& ink) {
  float left = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  for (const Stroke& stroke : ink) {
    for (const InkPoint& p : stroke.points) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
    }
  }
  return {left, right};
}

}  // namespace

class TestGrouping final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void strokes_areGrouped_data();
  void strokes_areGrouped();
  void size_doesNotMatter();
  void writtenNumbers_areRead();
  void touchingDigits_areSplitWithAReader();
  void halves_arePutTogetherWithAReader();
  void certainGroups_stayWithAReader();
  void selected_areTheGroupsStrokes();
};

void TestGrouping::strokes_areGrouped_data() {
  QTest::addColumn<Ink>("ink");
  QTest::addColumn<Groups>("expected");
  const auto row = [](const char* name, Ink ink, Groups expected) {
    QTest::newRow(name) << std::move(ink) << std::move(expected);
  };
  row("nothing", {}, {});
  row("one stroke", {zero(0)}, {{0}});
  row("a dot", {path({{5, 5}})}, {{0}});
  row("strokes without points", {Stroke{}, zero(0), Stroke{}}, {{1}});
  row("2026", {two(0), zero(80), two(160), six(240)}, {{0}, {1}, {2}, {3}});
  row("written from right to left", {six(240), two(160), zero(80), two(0)}, {{3}, {2}, {1}, {0}});
  row("barred seven", {sevenBody(0), sevenBar(0)}, {{0, 1}});
  row("two barred sevens", {sevenBody(0), sevenBar(0), sevenBody(75), sevenBar(75)},
      {{0, 1}, {2, 3}});
  row("bars put in at the end", {sevenBody(0), sevenBody(75), sevenBar(0), sevenBar(75)},
      {{0, 2}, {1, 3}});
  row("four of two strokes", {fourLeft(0), fourRight(0)}, {{0, 1}});
  row("404", {fourLeft(0), fourRight(0), zero(80), fourLeft(160), fourRight(160)},
      {{0, 1}, {2}, {3, 4}});
  row("five with its bar last", {fiveBody(0), zero(75), fiveBar(0)}, {{0, 2}, {1}});
  row("five whose bar reaches over the next", {fiveBody(0), fiveBar(0), one(54)}, {{0, 1}, {2}});
  row("touching zeros", {zero(0), zero(60)}, {{0}, {1}});
  row("slightly overlapping zeros", {zero(0), zero(55)}, {{0}, {1}});
  row("slashed zero beside another", {zero(0), path({{60, 5}, {0, 95}}), zero(80)}, {{0, 1}, {2}});
  row("eleven", {one(0), one(35)}, {{0}, {1}});
  row("eight of two rings",
      {path({{30, 0}, {5, 25}, {30, 50}, {55, 25}, {30, 0}}),
       path({{30, 50}, {0, 75}, {30, 100}, {60, 75}, {30, 50}})},
      {{0, 1}});
  row("one with a base line", {one(0), path({{-10, 101}, {50, 99}})}, {{0, 1}});
  row("a stray dot beside a digit", {zero(0), path({{75, 90}})}, {{0, 1}});
  row("a dash far away", {zero(0), path({{130, 50}, {150, 50}})}, {{0}, {1}});
}

void TestGrouping::strokes_areGrouped() {
  QFETCH(Ink, ink);
  QFETCH(Groups, expected);
  const Groups found = groupStrokes(ink);
  QString text;
  for (const StrokeGroup& group : found) {
    text += "[";
    for (const int i : group) text += QString::number(i) + " ";
    text += "]";
  }
  QVERIFY2(found == expected, qPrintable(text));
}

void TestGrouping::size_doesNotMatter() {
  const Ink ink{fourLeft(0), fourRight(0), zero(80), sevenBody(160), sevenBar(160)};
  const Groups expected{{0, 1}, {2}, {3, 4}};
  QVERIFY(groupStrokes(scaled(ink, 0.05F, 3)) == expected);
  QVERIFY(groupStrokes(scaled(ink, 40, -700)) == expected);
}

void TestGrouping::writtenNumbers_areRead() {
  Random random(1, RandomPurpose::Augmentation);
  constexpr int kNumbers = 300;
  int right = 0;
  for (int n = 0; n < kNumbers; ++n) {
    Ink all;
    Groups expected;
    float x = 0;
    for (int k = 0; k < 4; ++k) {
      const Ink digit = writeDigit(static_cast<int>(random.below(10)), random);
      const auto [left, end] = extent(digit);
      StrokeGroup group;
      for (Stroke stroke : digit) {
        for (InkPoint& p : stroke.points) p.x += x - left;
        group.push_back(static_cast<int>(all.size()));
        all.push_back(std::move(stroke));
      }
      x += end - left + static_cast<float>(random.uniform(10, 25));
      expected.push_back(std::move(group));
    }
    right += groupStrokes(all) == expected ? 1 : 0;
  }
  QVERIFY2(right >= 0.96 * kNumbers, qPrintable(QString("%1 of %2").arg(right).arg(kNumbers)));
}

void TestGrouping::touchingDigits_areSplitWithAReader() {
  const Ink ink{zero(0), zero(28)};
  QVERIFY(groupStrokes(ink) == Groups({{0, 1}}));
  QVERIFY(groupStrokes(ink, confidence) == Groups({{0}, {1}}));
}

void TestGrouping::halves_arePutTogetherWithAReader() {
  const Ink ink{halfZero(0, false), halfZero(12, true)};
  QVERIFY(groupStrokes(ink) == Groups({{0}, {1}}));
  QVERIFY(groupStrokes(ink, confidence) == Groups({{0, 1}}));
}

void TestGrouping::certainGroups_stayWithAReader() {
  const Ink ink{sevenBody(0), sevenBar(0), zero(80), fourLeft(160), fourRight(160)};
  QVERIFY(groupStrokes(ink, confidence) == groupStrokes(ink));
  QVERIFY(groupStrokes({}, confidence).empty());
}

void TestGrouping::selected_areTheGroupsStrokes() {
  const Ink ink{zero(0), one(100), two(200)};
  const Ink selected = selectStrokes(ink, {2, 0});
  QCOMPARE(selected.size(), std::size_t(2));
  QCOMPARE(selected[0].points[0].x, 200.0F);
  QCOMPARE(selected[1].points.size(), ink[0].points.size());
}

INKLING_TEST(TestGrouping)
#include "tst_grouping.moc"
