// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/penwriter.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace inkling;

class TestPenWriter final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void digits_areInkOfAFewStrokes();
  void sameNumbers_giveTheSameInk();
  void otherLabels_giveNothing();
  void scribbles_areInk();
  void inkWithoutRoom_leavesPointsOut();
};

void TestPenWriter::digits_areInkOfAFewStrokes() {
  Random random(1, RandomPurpose::Augmentation);
  for (int label = 0; label < 10; ++label) {
    std::set<Glyph> different;
    for (int i = 0; i < 200; ++i) {
      const Ink ink = writeDigit(label, random);
      QVERIFY(!ink.empty() && ink.size() <= 3);
      for (const Stroke& stroke : ink) {
        QVERIFY(stroke.points.size() >= 2);
        for (const InkPoint& p : stroke.points) QVERIFY(std::isfinite(p.x) && std::isfinite(p.y));
      }
      different.insert(renderGlyph(ink));
    }
    QCOMPARE(different.size(), std::size_t(200));
  }
}

void TestPenWriter::sameNumbers_giveTheSameInk() {
  Random a(1, RandomPurpose::Augmentation, 2, 3);
  Random b(1, RandomPurpose::Augmentation, 2, 3);
  QVERIFY(renderGlyph(writeDigit(4, a)) == renderGlyph(writeDigit(4, b)));
  QVERIFY(renderGlyph(writeScribble(a)) == renderGlyph(writeScribble(b)));
}

void TestPenWriter::otherLabels_giveNothing() {
  Random random(1, RandomPurpose::Augmentation);
  QVERIFY(writeDigit(-1, random).empty());
  QVERIFY(writeDigit(10, random).empty());
}

void TestPenWriter::scribbles_areInk() {
  Random random(1, RandomPurpose::Augmentation);
  std::set<std::size_t> strokes;
  for (int i = 0; i < 500; ++i) {
    const Ink ink = writeScribble(random);
    strokes.insert(ink.size());
    QVERIFY(!isBlank(renderGlyph(ink)));
  }
  QVERIFY(strokes.size() >= 5);
}

void TestPenWriter::inkWithoutRoom_leavesPointsOut() {
  PenInk ink;
  ink.add(1, 2);
  QVERIFY(ink.strokes().empty());
  for (std::size_t i = 0; i <= PenInk::kMostStrokes; ++i) ink.beginStroke();
  QCOMPARE(ink.strokes().size(), PenInk::kMostStrokes);
  for (std::size_t i = 0; i < PenInk::kMostPoints + 5; ++i) ink.add(static_cast<float>(i), 0);
  QCOMPARE(ink.strokes().back().points.size(), PenInk::kMostPoints);
  ink.move(1, 0, 7);
  QCOMPARE(ink.strokes().back().points[0].y, 0.0F);
  QCOMPARE(ink.strokes().back().points[1].y, 7.0F);
}

INKLING_TEST(TestPenWriter)
#include "tst_penwriter.moc"
