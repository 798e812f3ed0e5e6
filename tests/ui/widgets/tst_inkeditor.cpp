// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/widgets/canvas/inkeditor.h"
#include "ui/widgets/canvas/inkgeometry.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using namespace inkling::ui;

namespace {

InkPoint at(float x, float y) { return {x, y, 0, 1}; }

void draw(InkEditor& editor, std::initializer_list<InkPoint> points) {
  editor.beginStroke(*points.begin());
  for (const InkPoint* p = points.begin() + 1; p != points.end(); ++p) editor.extendStroke(*p);
  editor.endStroke();
}

}  // namespace

class TestInkEditor final : public QObject {
  Q_OBJECT

private slots:
  void dot_isKept() {
    InkEditor editor;
    draw(editor, {at(0.5F, 0.5F)});
    QCOMPARE(editor.ink().size(), std::size_t{1});
    QCOMPARE(editor.ink()[0].points.size(), std::size_t{1});
  }

  void pointsOnTheSpot_areDropped() {
    InkEditor editor;
    editor.beginStroke(at(0.5F, 0.5F));
    QVERIFY(!editor.extendStroke(at(0.5001F, 0.5F)));
    QVERIFY(editor.extendStroke(at(0.51F, 0.5F)));
    editor.endStroke();
    QVERIFY(!editor.extendStroke(at(0.9F, 0.5F)));
    QCOMPARE(editor.ink()[0].points.size(), std::size_t{2});
  }

  void undoAndRedo_goStrokeByStroke() {
    InkEditor editor;
    draw(editor, {at(0, 0), at(1, 1)});
    draw(editor, {at(1, 0), at(0, 1)});
    editor.undo();
    QCOMPARE(editor.ink().size(), std::size_t{1});
    editor.undo();
    QVERIFY(editor.isEmpty());
    QVERIFY(!editor.canUndo());
    editor.redo();
    editor.redo();
    QCOMPARE(editor.ink().size(), std::size_t{2});
    QVERIFY(!editor.canRedo());
  }

  void drawing_afterUndo_forgetsTheRedo() {
    InkEditor editor;
    draw(editor, {at(0, 0)});
    editor.undo();
    draw(editor, {at(1, 1)});
    QVERIFY(!editor.canRedo());
  }

  void clear_canBeUndone() {
    InkEditor editor;
    editor.clear();
    QVERIFY(!editor.canUndo());
    draw(editor, {at(0, 0)});
    editor.clear();
    QVERIFY(editor.isEmpty());
    editor.undo();
    QVERIFY(!editor.isEmpty());
  }

  void erase_takesOnlyTheStrokesItTouches() {
    InkEditor editor;
    draw(editor, {at(0.1F, 0.1F), at(0.1F, 0.9F)});
    draw(editor, {at(0.5F, 0.1F), at(0.5F, 0.9F)});
    draw(editor, {at(0.9F, 0.1F), at(0.9F, 0.9F)});
    editor.beginErase();
    QVERIFY(!editor.eraseAlong(at(0.2F, 0.5F), at(0.4F, 0.5F), 0.02F));
    QVERIFY(editor.eraseAlong(at(0.4F, 0.5F), at(0.6F, 0.5F), 0.02F));
    QVERIFY(editor.eraseAlong(at(0.6F, 0.5F), at(0.95F, 0.5F), 0.02F));
    QCOMPARE(editor.ink().size(), std::size_t{1});
    editor.undo();  // one sweep is one step
    QCOMPARE(editor.ink().size(), std::size_t{3});
  }

  void glyph_isReplacedByFreshInk() {
    InkEditor editor;
    Glyph glyph{};
    glyph[100] = 255;
    editor.replace(glyph);
    QVERIFY(editor.glyph().has_value());
    QVERIFY(!editor.isEmpty());
    draw(editor, {at(0, 0)});
    QVERIFY(!editor.glyph());
    editor.undo();
    QCOMPARE(*editor.glyph(), glyph);
    editor.beginErase();
    QVERIFY(editor.eraseAlong(at(0, 0), at(0, 0), 0.01F));
    QVERIFY(editor.isEmpty());
  }

  void distance_ofCrossingSegments_isZero() {
    QCOMPARE(distance(at(0, 0), at(1, 1), at(0, 1), at(1, 0)), 0.0F);
  }

  void distance_ofParallelSegments_isTheirGap() {
    QVERIFY(std::abs(distance(at(0, 0), at(1, 0), at(0, 0.25F), at(1, 0.25F)) - 0.25F) < 1e-6F);
  }

  void distance_ofPoints_isEuclidean() {
    QVERIFY(std::abs(distance(at(0, 0), at(0, 0), at(3, 4), at(3, 4)) - 5) < 1e-6F);
  }
};

INKLING_TEST(TestInkEditor)
#include "tst_inkeditor.moc"
