// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/theme/theme.h"
#include "ui/widgets/barlayout.h"
#include "ui/widgets/glyphview.h"
#include "ui/widgets/probabilitybars.h"
#include "ui/widgets/sampleimage.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

using namespace inkling;
using namespace inkling::ui;

class TestBars final : public QObject {
  Q_OBJECT

private slots:
  void layout_rowsFillTheHeightWithoutOverlap() {
    const BarLayout layout{300, 200, 10, 12, 50};
    for (int i = 0; i < 10; ++i) {
      QCOMPARE(layout.row(i).top(), i * 20.0);
      QVERIFY(layout.row(i).contains(layout.track(i)));
      QVERIFY(layout.name(i).right() < layout.track(i).left());
      QVERIFY(layout.track(i).right() < layout.percent(i).left());
    }
  }

  void layout_barIsAShareOfTheTrack() {
    const BarLayout layout{300, 200, 10, 12, 50};
    QCOMPARE(layout.bar(3, 0.5).width(), layout.track(3).width() / 2);
    QCOMPARE(layout.bar(3, 2).width(), layout.track(3).width());
    QCOMPARE(layout.bar(3, -1).width(), 0.0);
  }

  void pixelRect_pixelsAreWholeDevicePixels() {
    for (const double scale : {1.0, 1.5, 2.0}) {
      const QRectF place = pixelRect({0, 0, 101, 90}, {28, 28}, scale);
      const double pixel = place.width() * scale / 28;
      QVERIFY(std::abs(pixel - std::round(pixel)) < 1e-9);
      QVERIFY(QRectF(-0.5, -0.5, 102, 91).contains(place));
    }
  }

  void probabilities_tellTheWinner() {
    ProbabilityBars bars;
    QCOMPARE(bars.winner(), -1);
    bars.setProbabilities({0.01F, 0.02F, 0.9F, 0.01F, 0.01F, 0.01F, 0.01F, 0.01F, 0.01F, 0.01F});
    QCOMPARE(bars.winner(), 2);
    QCOMPARE(bars.accessibleDescription(), QStringLiteral("Reads 2 with 90.0 %"));
    bars.clear();
    QCOMPARE(bars.winner(), -1);
    QCOMPARE(bars.accessibleDescription(), QStringLiteral("Nothing is predicted yet"));
  }

  void manyClasses_showTheLikeliest() {
    ProbabilityBars bars;
    QStringList names;
    std::vector<float> shares(62, 0.001F);
    for (int i = 0; i < 62; ++i) names << QString::number(i);
    shares[40] = 0.5F;
    shares[3] = 0.3F;
    bars.setClassNames(names);
    bars.setProbabilities(shares);
    QCOMPARE(bars.shown().size(), std::size_t{10});
    QCOMPARE(bars.shown()[0], 40);
    QCOMPARE(bars.shown()[1], 3);
    bars.setTruth(61);
    QCOMPARE(bars.shown().back(), 61);
    QWheelEvent down({5, 5}, {5, 5}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                     false);
    QApplication::sendEvent(&bars, &down);
    QCOMPARE(bars.shown()[0], 3);
    bars.setClassNames({"a", "b", "c"});
    QCOMPARE(bars.shown(), (std::vector<int>{0, 1, 2}));
  }

  void classNames_areUsed() {
    ProbabilityBars bars;
    bars.setClassNames({"shirt", "bag"});
    bars.setProbabilities({0.25F, 0.75F});
    QVERIFY(bars.accessibleDescription().contains("bag"));
  }

  void bars_paintedLengthFollowsTheProbability() {
    applyTheme(Theme::Light);
    ProbabilityBars bars;
    bars.resize(300, 200);
    const QImage empty = bars.grab().toImage();
    bars.setProbabilities({0, 0, 0, 0, 0, 0, 0, 1, 0, 0});
    const QImage full = bars.grab().toImage();
    const QColor accent = lightPalette().color(QPalette::Highlight);
    QCOMPARE(full.pixelColor(150, 150), accent);  // in the middle of row 7
    QVERIFY(full.pixelColor(150, 130) != accent);
    QVERIFY(empty.pixelColor(150, 150) != accent);
  }

  void glyphView_paintsPixelsSharply() {
    applyTheme(Theme::Light);
    GlyphView view;
    view.resize(58, 58);
    Glyph glyph{};
    glyph[0] = 255;
    view.setGlyph(glyph);
    const QImage image = view.grab().toImage();
    for (const QPoint& inside : {QPoint(1, 1), QPoint(2, 2)}) {
      QVERIFY(image.pixelColor(inside).lightness() < 60);
    }
    QCOMPARE(image.pixelColor(3, 3), lightPalette().color(QPalette::Base));
    view.clear();
    QCOMPARE(view.grab().toImage().pixelColor(1, 1), lightPalette().color(QPalette::Base));
  }
};

INKLING_TEST(TestBars)
#include "tst_bars.moc"
