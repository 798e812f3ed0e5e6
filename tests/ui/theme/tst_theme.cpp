// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QTest>

#include <cmath>

using namespace inkling::ui;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& colour) {
  const auto linear = [](double c) {
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// The colour of the darkest or lightest full pixel that is not transparent.
QColor inkOf(const QIcon& icon, QIcon::Mode mode) {
  const QImage image = icon.pixmap(QSize(48, 48), 1.0, mode).toImage();
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      if (image.pixelColor(x, y).alpha() == 255) return image.pixelColor(x, y);
    }
  }
  return {};
}

}  // namespace

class TestTheme final : public QObject {
  Q_OBJECT

private slots:
  void names_roundTrip() {
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark}) {
      QCOMPARE(themeFromName(themeName(theme)), theme);
    }
    QCOMPARE(themeFromName(QStringLiteral("purple")), Theme::System);
  }

  void colours_onTheirGround_areReadable_data() {
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
  }

  void colours_onTheirGround_areReadable() {
    QFETCH(const QPalette, palette);
    const Colours c = coloursOf(palette);
    for (const QColor& text : {c.text, c.muted, c.right, c.wrong}) {
      QVERIFY2(contrast(text, c.card) >= 4.5, qPrintable(text.name()));
    }
    for (const QColor& curve : {c.train, c.validation, c.test}) {
      QVERIFY2(contrast(curve, c.card) >= 3, qPrintable(curve.name()));
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), c.accent) >= 4.5);
  }

  void diverging_atItsEnds_isBlueGreyOrange() {
    const Colours c = coloursOf(lightPalette());
    QCOMPARE(diverging(c, 0), c.zero);
    QCOMPARE(diverging(c, 1), c.positive);
    QCOMPARE(diverging(c, 7), c.positive);
    QCOMPARE(diverging(c, -1), c.negative);
    QVERIFY(c.positive.blue() > c.positive.red());
    QVERIFY(c.negative.red() > c.negative.blue());
  }

  void applyTheme_reachesWidgets() {
    QLabel label;
    applyTheme(Theme::Dark);
    QTRY_VERIFY(coloursOf(label.palette()).dark);
    applyTheme(Theme::Light);
    QTRY_VERIFY(!coloursOf(label.palette()).dark);
  }

  void icons_followThePalette() {
    const QIcon play = icon(Icon::Play);
    applyTheme(Theme::Light);
    QCOMPARE(inkOf(play, QIcon::Normal), lightPalette().color(QPalette::ButtonText));
    QCOMPARE(inkOf(play, QIcon::Disabled),
             lightPalette().color(QPalette::Disabled, QPalette::ButtonText));
    applyTheme(Theme::Dark);
    QCOMPARE(inkOf(play, QIcon::Normal), darkPalette().color(QPalette::ButtonText));
  }

  void icons_allDrawSomething() {
    for (int i = 0; i <= static_cast<int>(Icon::Info); ++i) {
      QVERIFY2(inkOf(icon(static_cast<Icon>(i)), QIcon::Normal).isValid(),
               qPrintable(QString::number(i)));
    }
  }
};

INKLING_TEST(TestTheme)
#include "tst_theme.moc"
