// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/theme/theme.h"
#include "ui/widgets/canvas/lessonstrip.h"

#include <QTest>

using namespace inkling;
using ui::LessonStrip;

namespace {

constexpr int kWidth = 240;
constexpr int kSteps = 4;

/// A thick bar near the left edge.
Glyph bar() {
  Glyph glyph{};
  for (std::size_t y = 4; y < 24; ++y)
    for (std::size_t x = 5; x < 9; ++x) glyph[y * 28 + x] = 255;
  return glyph;
}

/// Where the dark pixels of each step are on average, from the step's left edge; −1: there are
/// none.
QList<int> inkOf(LessonStrip& strip) {
  const QImage image = strip.grab().toImage();
  QList<int> found;
  for (int step = 0; step < kSteps; ++step) {
    int count = 0;
    int sum = 0;
    for (int x = 0; x < kWidth / kSteps; ++x)
      for (int y = 0; y < 55; ++y)
        if (image.pixelColor(step * kWidth / kSteps + x, y).value() < 60) {
          ++count;
          sum += x;
        }
    found << (count > 0 ? sum / count : -1);
  }
  return found;
}

}  // namespace

class TestLessonStrip final : public QObject {
  Q_OBJECT
private slots:
  void init() {
    ui::applyTheme(ui::Theme::Light);
    m_strip = std::make_unique<LessonStrip>();
    m_strip->resize(kWidth, m_strip->sizeHint().height());
  }
  void blank_showsNothing();
  void imageOfADataSet_isShownInEveryStep();

private:
  std::unique_ptr<LessonStrip> m_strip;
};

void TestLessonStrip::blank_showsNothing() {
  m_strip->clear();
  QCOMPARE(inkOf(*m_strip), QList<int>(kSteps, -1));
}

void TestLessonStrip::imageOfADataSet_isShownInEveryStep() {
  LessonStrip::Steps steps;
  steps.seen = bar();
  m_strip->setSteps(steps);
  const auto ink = inkOf(*m_strip);
  for (const int x : ink) QVERIFY(x >= 0);
  QVERIFY(ink[0] < 20);
  QVERIFY2(ink[1] > 20, qPrintable(QString::number(ink[1])));  // in the middle of its box
  QVERIFY(ink[2] < 20);
}

INKLING_TEST(TestLessonStrip)
#include "tst_lessonstrip.moc"
