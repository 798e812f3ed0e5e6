// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/widgets/figuretext.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace inkling::ui;

class TestFigureText final : public QObject {
  Q_OBJECT
private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
  void figures_areWrittenAsPeopleDo_data();
  void figures_areWrittenAsPeopleDo();
  void powers_haveRaisedExponents();
  void decimals_haveATrueMinusAndNoNegativeNought();
};

void TestFigureText::figures_areWrittenAsPeopleDo_data() {
  QTest::addColumn<double>("value");
  QTest::addColumn<QString>("text");
  QTest::newRow("tiny") << 3.14e-5 << "3.1·10⁻⁵";
  QTest::newRow("tiny, negative") << -2.0e-12 << "-2.0·10⁻¹²";
  QTest::newRow("smallest written out") << 1.5e-4 << "0.00015";
  QTest::newRow("rounded up to it") << 9.99e-5 << "0.00010";
  QTest::newRow("small") << 0.0423 << "0.042";
  QTest::newRow("one") << 1.04 << "1.0";
  QTest::newRow("rounded up to ten") << 9.99 << "10";
  QTest::newRow("hundreds") << 154.2 << "154";
  QTest::newRow("thousands") << 1234.0 << "1,234";
  QTest::newRow("huge") << 3.2e7 << "3.2·10⁷";
  QTest::newRow("zero") << 0.0 << "0";
  QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << "nan";
}

void TestFigureText::figures_areWrittenAsPeopleDo() {
  QFETCH(double, value);
  QFETCH(QString, text);
  QCOMPARE(figureText(value, 2), text);
}

void TestFigureText::powers_haveRaisedExponents() {
  QCOMPARE(powerText(1.26e-8, 1), QStringLiteral("1.3·10⁻⁸"));
  QCOMPARE(powerText(0, 1), QStringLiteral("0"));
}

void TestFigureText::decimals_haveATrueMinusAndNoNegativeNought() {
  QCOMPARE(decimalText(-1.254, 2), QStringLiteral("−1.25"));
  QCOMPARE(decimalText(-0.004, 2), QStringLiteral("0.00"));
  QCOMPARE(decimalText(-0.006, 2), QStringLiteral("−0.01"));
}

INKLING_TEST(TestFigureText)
#include "tst_figuretext.moc"
