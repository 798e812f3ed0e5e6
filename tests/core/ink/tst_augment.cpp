// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/ink/augment.h"
#include "core/ink/ink.h"
#include "core/ink/inkmeasure.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace inkling;

namespace {

// A stroke from top to bottom, or a digit-like shape.
Glyph stem() { return renderGlyph({{{{.x = 0, .y = 0}, {.x = 20, .y = 100}}}}); }

Glyph hook() {
  return renderGlyph({{{{.x = 0, .y = 10}, {.x = 60, .y = 0}, {.x = 30, .y = 100}}}});
}

// Everything off but the samples are changed.
AugmentSpec nothing() {
  AugmentSpec spec;
  spec.enabled = true;
  spec.cleanShare = 0;
  spec.rotation = 0;
  spec.scale = 0;
  spec.shear = 0;
  spec.shift = 0;
  return spec;
}

Glyph augmented(const Glyph& glyph, const AugmentSpec& spec, std::uint32_t sample, int label = 1,
                std::uint32_t epoch = 0, std::uint64_t seed = 5) {
  Glyph out;
  Augmentation(spec, seed).apply(glyph, label, epoch, sample, out);
  return out;
}

// Of 300 samples: mean and extremes of a quantity.
struct Spread {
  double mean = 0;
  double low = 1e9;
  double high = -1e9;
};

Spread spread(const Glyph& glyph, const AugmentSpec& spec,
              const std::function<double(const Glyph&)>& quantity, int label = 1) {
  constexpr int kSamples = 300;
  Spread found;
  for (std::uint32_t i = 0; i < kSamples; ++i) {
    const double value = quantity(augmented(glyph, spec, i, label));
    found.mean += value / kSamples;
    found.low = std::min(found.low, value);
    found.high = std::max(found.high, value);
  }
  return found;
}

double area(const Glyph& glyph) { return measure(glyph).area; }

// Angle of the main axis to the vertical in degrees.
double lean(const Glyph& glyph) {
  const InkMeasure ink = measure(glyph);
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (int i = 0; i < 784; ++i) {
    const double x = i % 28 + 0.5 - ink.centreX;
    const double y = i / 28 + 0.5 - ink.centreY;
    const double share = glyph[static_cast<std::size_t>(i)];
    xx += share * x * x;
    yy += share * y * y;
    xy += share * x * y;
  }
  return 0.5 * std::atan2(2 * xy, yy - xx) * 180 / M_PI;
}

int rowsOfInk(const Glyph& glyph) {
  int rows = 0;
  for (int y = 0; y < 28; ++y) {
    const auto* const row = glyph.data() + y * 28;
    if (std::any_of(row, row + 28, [](int v) { return v > 60; })) ++rows;
  }
  return rows;
}

QString text(const Spread& s) {
  return QString("mean %1, %2 … %3").arg(s.mean).arg(s.low).arg(s.high);
}

}  // namespace

class TestAugment final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void disabled_copies();
  void otherSizes_areMovedAsAWhole();
  void shift_movesByItsPixels();
  void everythingOff_changesNothing();
  void sameNumbers_giveTheSameImage();
  void misalignedMemory_givesTheSameImage();
  void cleanShare_staysClean();
  void rotation_turnsBothWays();
  void shift_movesTheCentre();
  void scale_changesHeight();
  void elastic_bendsButKeepsTheInk();
  void strokeWidth_coversTheRange();
  void contrast_changesTheInk();
  void gaps_takeInkAway();
  void blots_fillNarrowGaps();
  void variants_addStrokesToTheirDigits();
  void refit_givesTwentyRowsAndCentresTheMass();
  void synthetic_replacesAndKeepsTheLabel();
  void scribbles_sayThatTheyShowNoDigit();
  void labelsBeyondNine_areAccepted();
};

void TestAugment::disabled_copies() {
  AugmentSpec spec = nothing();
  spec.rotation = 30;
  spec.enabled = false;
  QVERIFY(augmented(hook(), spec, 3) == hook());
}

void TestAugment::otherSizes_areMovedAsAWhole() {
  AugmentSpec spec = nothing();
  std::vector<std::uint8_t> out;
  for (const Shape shape :
       {Shape{8, 8, 1}, Shape{20, 20, 1}, Shape{32, 30, 3}, Shape{256, 256, 3}}) {
    std::vector<std::uint8_t> image(static_cast<std::size_t>(shape.size()));
    Random random(1, RandomPurpose::Analysis);
    for (std::uint8_t& pixel : image) pixel = static_cast<std::uint8_t>(random.below(256));
    out.assign(image.size(), 1);
    const auto apply = [&](std::uint32_t sample) {
      QVERIFY(Augmentation(spec, 1, shape).apply(image, 1, 2, sample, out));
    };
    apply(3);
    QVERIFY(out == image);  // nothing is switched on
    spec.contrast = 0.5;
    apply(3);
    const double factor = static_cast<double>(out[5]) / image[5];
    for (std::size_t i = 0; i < 50; ++i)
      QVERIFY(std::abs(out[i] - std::min(255.0, factor * image[i])) < 4);
    spec.contrast = 0;
    spec.rotation = 30;
    spec.elastic = 1;
    spec.scribbles = 1;  // of digits alone
    apply(3);
    QVERIFY(out != image);
    const auto once = out;
    apply(3);
    QVERIFY(out == once);
    apply(4);
    QVERIFY(out != once);
    spec = nothing();
  }
}

void TestAugment::shift_movesByItsPixels() {
  AugmentSpec spec = nothing();
  spec.shift = 3;
  const Shape shape{40, 40, 1};
  std::vector<std::uint8_t> image(1600);
  image[20 * 40 + 20] = 255;
  std::vector<std::uint8_t> out(1600);
  double far = 0;
  for (std::uint32_t sample = 0; sample < 200; ++sample) {
    QVERIFY(Augmentation(spec, 1, shape).apply(image, 1, 0, sample, out));
    double sum = 0;
    double x = 0;
    for (int i = 0; i < 1600; ++i) {
      sum += out[static_cast<std::size_t>(i)];
      x += out[static_cast<std::size_t>(i)] * (i % 40);
    }
    QVERIFY(std::abs(sum - 255) < 4);
    far = std::max(far, std::abs(x / sum - 20));
  }
  QVERIFY2(far > 2.5 && far < 3.1, qPrintable(QString::number(far)));
}

void TestAugment::everythingOff_changesNothing() {
  QVERIFY(augmented(hook(), nothing(), 3) == hook());
}

void TestAugment::sameNumbers_giveTheSameImage() {
  AugmentSpec spec = nothing();
  spec.rotation = 20;
  spec.elastic = 1;
  spec.strokeMin = 2;
  spec.strokeMax = 4;
  const Glyph once = augmented(hook(), spec, 3);
  QVERIFY(once == augmented(hook(), spec, 3));
  QVERIFY(once != augmented(hook(), spec, 4));
  QVERIFY(once != augmented(hook(), spec, 3, 1, 1));
  QVERIFY(once != augmented(hook(), spec, 3, 1, 0, 6));
}

void TestAugment::misalignedMemory_givesTheSameImage() {
  AugmentSpec spec = nothing();
  spec.rotation = 20;
  spec.elastic = 1;
  spec.refit = true;
  const Glyph in = hook();
  const Glyph expected = augmented(in, spec, 9);
  std::vector<std::uint8_t> source(784 + 64);
  std::vector<std::uint8_t> out(784 + 64);
  for (std::size_t offset = 0; offset < 33; ++offset) {
    std::copy(in.begin(), in.end(), source.begin() + static_cast<std::ptrdiff_t>(offset));
    Augmentation(spec, 5).apply(std::span(source).subspan(offset, 784), 1, 0, 9,
                                std::span(out).subspan(33 - offset, 784));
    QVERIFY(std::equal(expected.begin(), expected.end(),
                       out.begin() + static_cast<std::ptrdiff_t>(33 - offset)));
  }
}

void TestAugment::cleanShare_staysClean() {
  AugmentSpec spec = nothing();
  spec.rotation = 30;
  spec.cleanShare = 0.2;
  int clean = 0;
  for (std::uint32_t i = 0; i < 2000; ++i) clean += augmented(hook(), spec, i) == hook() ? 1 : 0;
  QVERIFY2(clean > 330 && clean < 470, qPrintable(QString::number(clean)));
}

void TestAugment::rotation_turnsBothWays() {
  AugmentSpec spec = nothing();
  spec.rotation = 15;
  const double before = lean(stem());
  const Spread found = spread(stem(), spec, lean);
  QVERIFY2(std::abs(found.mean - before) < 2 && found.low < before - 12 && found.high > before + 12,
           qPrintable(text(found)));
}

void TestAugment::shift_movesTheCentre() {
  AugmentSpec spec = nothing();
  spec.shift = 2;
  const Spread found =
      spread(stem(), spec, [](const Glyph& g) { return measure(g).centreX - 14.5; });
  QVERIFY2(std::abs(found.mean) < 0.3 && found.low < -1.8 && found.high > 1.8 && found.high < 2.1,
           qPrintable(text(found)));
}

void TestAugment::scale_changesHeight() {
  AugmentSpec spec = nothing();
  spec.scale = 0.2;
  const Spread found = spread(stem(), spec, rowsOfInk);
  QVERIFY2(found.low <= 17 && found.high >= 23 && found.high <= 26, qPrintable(text(found)));
}

void TestAugment::elastic_bendsButKeepsTheInk() {
  AugmentSpec spec = nothing();
  spec.elastic = 1.2;
  const double before = area(stem());
  const Spread found = spread(stem(), spec, area);
  QVERIFY2(std::abs(found.mean - before) < 0.06 * before && found.low > 0.6 * before,
           qPrintable(text(found)));
  QVERIFY(augmented(stem(), spec, 0) != stem());
}

void TestAugment::strokeWidth_coversTheRange() {
  AugmentSpec spec = nothing();
  double last = 0;
  for (const double width : {1.6, 2.2, 3.0, 3.8, 4.6}) {
    spec.strokeMin = spec.strokeMax = width;
    const double found =
        spread(stem(), spec, [](const Glyph& g) { return measure(g).strokeWidth; }).mean;
    QVERIFY2(found > last + 0.25 && std::abs(found - width) < 0.7,
             qPrintable(QString("%1 for %2").arg(found).arg(width)));
    last = found;
  }
}

void TestAugment::contrast_changesTheInk() {
  AugmentSpec spec = nothing();
  spec.contrast = 0.4;
  const Spread found =
      spread(stem(), spec, [](const Glyph& g) { return *std::max_element(g.begin(), g.end()); });
  QVERIFY2(found.low < 170 && found.high == 255, qPrintable(text(found)));
}

void TestAugment::gaps_takeInkAway() {
  AugmentSpec spec = nothing();
  spec.gaps = 1;
  const Spread found = spread(stem(), spec, area);
  QVERIFY2(found.high < area(stem()) - 1 && found.low > 0.6 * area(stem()),
           qPrintable(text(found)));
}

void TestAugment::blots_fillNarrowGaps() {
  AugmentSpec spec = nothing();
  spec.blots = 1;
  // A narrow wedge, open at the top.
  const Glyph wedge = renderGlyph({{{{.x = 0, .y = 0}, {.x = 15, .y = 100}, {.x = 30, .y = 0}}}});
  const Spread filled = spread(wedge, spec, area);
  QVERIFY2(filled.mean > area(wedge) + 2, qPrintable(text(filled)));
  const Spread straight = spread(stem(), spec, area);
  QVERIFY2(std::abs(straight.mean - area(stem())) < 0.05 * area(stem()),
           qPrintable(text(straight)));
}

void TestAugment::variants_addStrokesToTheirDigits() {
  AugmentSpec spec = nothing();
  spec.variants = 1;
  for (const int label : {0, 1, 7}) {
    const Spread found = spread(stem(), spec, area, label);
    QVERIFY2(found.mean > area(stem()) + 5 && found.low >= area(stem()), qPrintable(text(found)));
  }
  for (const int label : {2, 3, 4, 5, 6, 8, 9})
    QVERIFY(augmented(stem(), spec, 3, label) == stem());
}

void TestAugment::refit_givesTwentyRowsAndCentresTheMass() {
  AugmentSpec spec = nothing();
  spec.scale = 0.3;
  spec.rotation = 15;
  spec.refit = true;
  spec.strokeMin = 2;
  spec.strokeMax = 4;
  const Spread rows = spread(stem(), spec, rowsOfInk);
  QVERIFY2(rows.low >= 18 && rows.high <= 22, qPrintable(text(rows)));
  const Spread centre = spread(hook(), spec, [](const Glyph& g) { return measure(g).centreY; });
  QVERIFY2(centre.low > 13.9 && centre.high < 15.1, qPrintable(text(centre)));
}

void TestAugment::synthetic_replacesAndKeepsTheLabel() {
  AugmentSpec spec = nothing();
  spec.synthetic = 0.5;
  int replaced = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    Glyph out;
    QVERIFY(Augmentation(spec, 1).apply(hook(), 8, 0, i, out));
    QVERIFY(!isBlank(out));
    replaced += out == hook() ? 0 : 1;
  }
  QVERIFY2(replaced > 430 && replaced < 570, qPrintable(QString::number(replaced)));
}

void TestAugment::scribbles_sayThatTheyShowNoDigit() {
  AugmentSpec spec = nothing();
  spec.scribbles = 0.5;
  int scribbles = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    Glyph out;
    const bool digit = Augmentation(spec, 1).apply(hook(), 8, 0, i, out);
    QVERIFY(!isBlank(out));
    QCOMPARE(out == hook(), digit);
    scribbles += digit ? 0 : 1;
  }
  QVERIFY2(scribbles > 430 && scribbles < 570, qPrintable(QString::number(scribbles)));
}

void TestAugment::labelsBeyondNine_areAccepted() {
  AugmentSpec spec = nothing();
  spec.synthetic = 1;
  spec.variants = 1;
  QVERIFY(augmented(hook(), spec, 1, 25) == hook());
}

INKLING_TEST(TestAugment)
#include "tst_augment.moc"
