// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/pen.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/digitbars.h"
#include "ui/widgets/probabilitybars.h"

#include <QApplication>

using namespace inkling;
using inkling::test::WindowFixture;
using inkling::ui::CanvasPanel;

namespace {

/// A hand whose ones nobody would take for sevens; that of seed 3 writes such a one.
constexpr unsigned kHand = 4;

QString read(const CanvasPanel& panel) {
  QString text;
  for (const DigitReading& digit : panel.digits()) text += QString::number(digit.reading.digit);
  return text;
}

/// The window with the bundled model reading its canvas.
struct Reader : WindowFixture {
  CanvasPanel* panel = nullptr;

  bool readable() {
    panel = find<CanvasPanel>("canvasPanel");
    return ready() && QTest::qWaitFor([this] { return session->modelIsBundled(); }, 20000);
  }
  void draw(const Ink& ink) const { test::drawWithMouse(*panel->canvas(), ink); }
};

}  // namespace

class TestNumbers final : public QObject {
  Q_OBJECT
private slots:
  void severalDigits_areReadOneByOne_data();
  void severalDigits_areReadOneByOne();
  void oneDigit_isReadAsAWhole();
  void scribble_isNotSure();
  void clickOnAColumn_choosesTheDigit();
  void anotherDigit_leavesTheCanvasWhereItIs_data();
  void anotherDigit_leavesTheCanvasWhereItIs();
  void training_readsTheSameDigits();
  void training_leavesTheChoiceAlone();
};

void TestNumbers::severalDigits_areReadOneByOne_data() {
  QTest::addColumn<QString>("number");
  for (const char* number : {"2026", "31", "7", "404", "58", "9876"})
    QTest::newRow(number) << QString::fromLatin1(number);
}

void TestNumbers::severalDigits_areReadOneByOne() {
  QFETCH(QString, number);
  Reader f;
  QVERIFY(f.readable());
  f.draw(test::writtenNumber(number, kHand));
  QCOMPARE(read(*f.panel), number);
  const bool several = number.size() > 1;
  QCOMPARE(f.panel->digitBars()->isVisible(), several);
  QCOMPARE(f.panel->bars()->isVisible(), !several);
  QCOMPARE(f.panel->canvas()->marks().size(), several ? std::size_t(number.size()) : 0);
  if (several) QCOMPARE(f.panel->digitBars()->readings().size(), std::size_t(number.size()));
  QCOMPARE(f.text("canvasVerdict"), QStringLiteral("Reads ") + number);
}

void TestNumbers::oneDigit_isReadAsAWhole() {
  for (int label = 0; label < 10; ++label) {
    Reader f;
    QVERIFY(f.readable());
    const Ink ink = test::writtenDigit(label, {0.2, 0.15, 0.6, 0.7}, 5);
    f.draw(ink);
    QCOMPARE(read(*f.panel), QString::number(label));
    QCOMPARE(f.panel->digits().front().ink.size(), ink.size());
    QCOMPARE(f.panel->glyph(), renderGlyph(f.panel->canvas()->ink()));
    QCOMPARE(f.panel->bars()->winner(), label);
  }
}

void TestNumbers::scribble_isNotSure() {
  Reader f;
  QVERIFY(f.readable());
  Stroke scribble;
  for (int i = 0; i < 60; ++i)
    scribble.points.push_back({0.5F + 0.4F * static_cast<float>(std::sin(i * 1.7)),
                               0.5F + 0.4F * static_cast<float>(std::cos(i * 2.3))});
  f.draw({scribble});
  QCOMPARE(f.panel->digits().size(), std::size_t{1});
  QVERIFY(!f.panel->digits().front().reading.sure);
  QVERIFY2(f.text("canvasVerdict").startsWith(QLatin1String("Not sure: ")),
           qPrintable(f.text("canvasVerdict")));
}

void TestNumbers::clickOnAColumn_choosesTheDigit() {
  Reader f;
  QVERIFY(f.readable());
  f.draw(test::writtenNumber(QStringLiteral("2026"), 3));
  auto* bars = f.panel->digitBars();
  for (int i = 0; i < 4; ++i) {
    QTest::mouseClick(bars, Qt::LeftButton, {}, {20 + (bars->width() - 20) * (2 * i + 1) / 8, 50});
    QCOMPARE(f.panel->chosen(), i);
    QCOMPARE(f.session->selection().drawing(), f.panel->digits()[std::size_t(i)].glyph);
  }
}

void TestNumbers::anotherDigit_leavesTheCanvasWhereItIs_data() {
  QTest::addColumn<QSize>("size");
  QTest::newRow("large") << QSize(1280, 800);
  QTest::newRow("small") << QSize(1024, 680);
}

void TestNumbers::anotherDigit_leavesTheCanvasWhereItIs() {
  QFETCH(QSize, size);
  Reader f;
  QVERIFY(f.readable());
  f.window->resize(size);
  QTRY_COMPARE(f.window->size(), size);
  f.draw(test::writtenDigit(7, {0.1, 0.2, 0.2, 0.5}));
  f.click("pinDrawingButton");
  QTRY_VERIFY(f.find<QWidget>("pinStrip")->height() > 0);
  QCoreApplication::processEvents();
  const QRect before = f.panel->canvas()->geometry();
  f.draw(test::writtenDigit(3, {0.6, 0.2, 0.2, 0.5}));
  QCOMPARE(f.panel->digits().size(), std::size_t{2});
  QCoreApplication::processEvents();
  QVERIFY(f.panel->digitBars()->isVisible());
  QCOMPARE(f.panel->canvas()->geometry(), before);
}

void TestNumbers::training_readsTheSameDigits() {
  Reader f;
  QVERIFY(f.readable());
  f.draw(test::writtenNumber(QStringLiteral("2026"), 3));
  const auto before = f.panel->digits();
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 1, 20000);
  QTRY_VERIFY_WITH_TIMEOUT(!f.session->modelIsBundled(), 20000);
  const auto& now = f.panel->digits();
  QCOMPARE(now.size(), before.size());
  for (std::size_t i = 0; i < now.size(); ++i) {
    QCOMPARE(now[i].glyph, before[i].glyph);
    QVERIFY(now[i].reading.probabilities != before[i].reading.probabilities);
  }
}

void TestNumbers::training_leavesTheChoiceAlone() {
  Reader f;
  QVERIFY(f.readable());
  f.draw(test::writtenNumber(QStringLiteral("2026"), 3));
  const auto chosen = f.panel->glyph();
  for (int i = 1; i <= 12; ++i) {
    const auto before = f.panel->digits().front().reading.probabilities;
    f.click("stepBatchButton");
    QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, i, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(f.panel->digits().front().reading.probabilities != before, 20000);
    QCOMPARE(f.panel->glyph(), chosen);
  }
}

INKLING_TEST(TestNumbers)

#include "tst_numbers.moc"
