// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/inkreading.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

// Reads everything as `digit`.
ModelPtr always(int digit, int side = 28, int classes = 10) {
  auto model = std::make_shared<Model>();
  model->network = Network<float>({side, side, 1},
                                  {LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(classes)});
  for (const Parameter<float>& parameter : model->network.parameters())
    if (parameter.name == "layers.1.bias") (*parameter.value)(digit, 0) = 9;
  for (int i = 0; i < classes; ++i) model->classNames.push_back(std::to_string(i));
  return model;
}

Stroke line(float x) { return {{{x, 0.2F}, {x, 0.8F}}}; }

}  // namespace

class TestInkReading final : public QObject {
  Q_OBJECT
private slots:
  void strokesApart_areReadOneByOne();
  void otherClasses_areReadAsOneDrawing();
  void withoutFit_allIsSqueezedAsItStands();
  void withoutAModel_digitsAreStillTold();
  void otherSizes_areGivenTheirOwnImage();
  void otherModel_readsAnew();
  void pixels_areReadAsTheyAre();
  void nothing_givesNoDigits();
};

void TestInkReading::strokesApart_areReadOneByOne() {
  InkReader reader;
  reader.setModel(always(1));
  reader.setGrouper(always(1));
  QVERIFY(reader.readsNumbers());
  const auto digits = reader.read(Ink{line(0.7F), line(0.2F)});
  QCOMPARE(digits.size(), std::size_t{2});
  QCOMPARE(digits[0].ink[0].points[0].x, 0.2F);
  for (const DigitReading& digit : digits) {
    QCOMPARE(digit.reading.digit, 1);
    QVERIFY(digit.reading.sure);
    QCOMPARE(digit.glyph, renderGlyph(digit.ink));
  }
}

void TestInkReading::otherClasses_areReadAsOneDrawing() {
  auto shirts = std::make_shared<Model>(*always(1));
  shirts->classNames[0] = "shirt";
  InkReader reader;
  reader.setModel(shirts);
  QVERIFY(reader.reads() && !reader.readsNumbers());
  const Ink ink{line(0.7F), line(0.2F)};
  const auto digits = reader.read(ink);
  QCOMPARE(digits.size(), std::size_t{1});
  QCOMPARE(digits[0].glyph, renderGlyph(ink));
}

void TestInkReading::withoutFit_allIsSqueezedAsItStands() {
  InkReader reader;
  reader.setModel(always(1));
  const NormaliseOptions naive{.fit = false, .strokeWidth = 2, .canvasSide = 1};
  reader.setOptions(naive);
  const Ink ink{line(0.1F), line(0.3F)};
  const auto digits = reader.read(ink);
  QCOMPARE(digits.size(), std::size_t{1});
  QCOMPARE(digits[0].glyph, renderGlyph(ink, naive));
  QVERIFY(digits[0].glyph != renderGlyph(ink));
}

void TestInkReading::withoutAModel_digitsAreStillTold() {
  InkReader reader;
  const Ink ink{line(0.5F)};
  QCOMPARE(reader.read(ink).size(), std::size_t{1});
  QCOMPARE(reader.read(ink)[0].reading.digit, -1);
}

void TestInkReading::otherSizes_areGivenTheirOwnImage() {
  const Ink ink{line(0.7F), line(0.2F)};
  Glyph glyph{};
  glyph[400] = 255;
  for (const int side : {8, 14, 32, 64}) {
    InkReader reader;
    reader.setModel(always(1, side));
    reader.setGrouper(always(1));
    QVERIFY(reader.readsNumbers());
    const auto digits = reader.read(ink);
    QCOMPARE(digits.size(), std::size_t{2});
    QCOMPARE(digits[0].reading.digit, 1);
    QCOMPARE(digits[0].glyph, renderGlyph(digits[0].ink));
    QCOMPARE(reader.read(glyph).reading.digit, 1);
  }
  InkReader many;
  many.setModel(always(40, 20, 62));
  QVERIFY(!many.readsNumbers());
  QCOMPARE(many.read(ink)[0].reading.digit, 40);
}

void TestInkReading::otherModel_readsAnew() {
  InkReader reader;
  const Ink ink{line(0.5F)};
  for (const int digit : {4, 8, 4}) {
    reader.setModel(always(digit));
    QCOMPARE(reader.read(ink)[0].reading.digit, digit);
    QCOMPARE(reader.read(ink)[0].reading.digit, digit);  // remembered
  }
}

void TestInkReading::pixels_areReadAsTheyAre() {
  InkReader reader;
  reader.setModel(always(3));
  Glyph glyph{};
  glyph[400] = 255;
  const DigitReading digit = reader.read(glyph);
  QCOMPARE(digit.glyph, glyph);
  QCOMPARE(digit.reading.digit, 3);
  QVERIFY(digit.ink.empty());
}

void TestInkReading::nothing_givesNoDigits() {
  InkReader reader;
  reader.setModel(always(1));
  QVERIFY(reader.read(Ink{}).empty());
  QVERIFY(reader.read(Ink{Stroke{}}).empty());
}

INKLING_TEST(TestInkReading)
#include "tst_inkreading.moc"
