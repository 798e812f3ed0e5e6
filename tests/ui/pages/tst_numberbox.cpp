// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/pages/learn/numberbox.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using inkling::ui::NumberBox;
using Steps = NumberBox::Steps;

class TestNumberBox final : public QObject {
  Q_OBJECT
private slots:
  void step_followsItsSeries_data();
  void step_followsItsSeries();
  void step_beyondTheLimits_staysThere();
  void text_thatIsNoNumber_isKeptAndHasNone();
  void text_entered_isReportedOnce();
};

void TestNumberBox::step_followsItsSeries_data() {
  QTest::addColumn<int>("steps");
  QTest::addColumn<double>("from");
  QTest::addColumn<int>("by");
  QTest::addColumn<double>("to");
  QTest::newRow("one up") << int(Steps::One) << 9.0 << 1 << 10.0;
  QTest::newRow("double up") << int(Steps::Double) << 64.0 << 1 << 128.0;
  QTest::newRow("double down to 0") << int(Steps::Double) << 1.0 << -1 << 0.0;
  QTest::newRow("decade up") << int(Steps::Decade) << 0.1 << 1 << 0.2;
  QTest::newRow("decade over the power") << int(Steps::Decade) << 0.5 << 1 << 1.0;
  QTest::newRow("decade down") << int(Steps::Decade) << 0.1 << -1 << 0.05;
  QTest::newRow("decade between") << int(Steps::Decade) << 0.03 << -1 << 0.02;
  QTest::newRow("decade three up") << int(Steps::Decade) << 0.01 << 3 << 0.1;
  QTest::newRow("twentieth") << int(Steps::Twentieth) << 0.1 << 1 << 0.15;
}

void TestNumberBox::step_followsItsSeries() {
  QFETCH(int, steps);
  QFETCH(double, from);
  QFETCH(int, by);
  QFETCH(double, to);
  NumberBox box(static_cast<Steps>(steps), 0, 1e6);
  box.setNumber(from);
  box.stepBy(by);
  QVERIFY(box.number());
  QCOMPARE(*box.number(), to);
}

void TestNumberBox::step_beyondTheLimits_staysThere() {
  NumberBox box(Steps::Double, 1, 100);
  box.setNumber(64);
  box.stepBy(5);
  QCOMPARE(*box.number(), 100.0);
  box.stepBy(-20);
  QCOMPARE(*box.number(), 1.0);
}

void TestNumberBox::text_thatIsNoNumber_isKeptAndHasNone() {
  NumberBox box(Steps::One, 1, 100);
  auto* edit = box.findChild<QLineEdit*>();
  for (const char* text : {"abc", "1.5", "", "nan", "1e999"}) {
    edit->setText(QString::fromLatin1(text));
    QVERIFY2(!box.number(), text);
    QCOMPARE(box.text(), QString::fromLatin1(text));
  }
  edit->setText(QStringLiteral(" 7 "));
  QCOMPARE(*box.number(), 7.0);
}

void TestNumberBox::text_entered_isReportedOnce() {
  NumberBox box(Steps::Decade, 0, 1);
  box.setNumber(0.1);
  QSignalSpy entered(&box, &NumberBox::entered);
  auto* edit = box.findChild<QLineEdit*>();
  edit->selectAll();
  QTest::keyClicks(edit, QStringLiteral("1e-3"));
  QTest::keyClick(edit, Qt::Key_Return);
  QTest::keyClick(edit, Qt::Key_Return);
  QCOMPARE(int(entered.size()), 1);
  QCOMPARE(*box.number(), 0.001);
}

INKLING_TEST(TestNumberBox)

#include "tst_numberbox.moc"
