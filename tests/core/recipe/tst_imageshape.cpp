// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/imageshape.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

class TestImageShape final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void text_isReadAgain();
  void noShapeOfImages_isNothing();
};

void TestImageShape::text_isReadAgain() {
  const Shape shape{20, 24, 3};
  QCOMPARE(imageShapeText(shape), std::string("20x24x3"));
  QVERIFY(imageShapeFrom("20x24x3") == shape);
  QVERIFY(imageShapeFrom("20×24×3") == shape);
  QVERIFY(imageShapeFrom("20X24") == Shape({20, 24, 1}));
  QVERIFY(imageShapeFrom("256x1x1") == Shape({256, 1, 1}));
}

void TestImageShape::noShapeOfImages_isNothing() {
  for (const char* text : {"", "20", "20x", "x20", "20x20x", "20x20x2", "20x20x1x1", "0x20",
                           "257x20", "20x-1", "20x20 ", "99999999999x1"})
    QVERIFY2(!imageShapeFrom(text), text);
}

INKLING_TEST(TestImageShape)
#include "tst_imageshape.moc"
