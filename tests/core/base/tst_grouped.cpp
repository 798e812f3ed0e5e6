// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/grouped.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <limits>

using inkling::grouped;

class TestGrouped final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void wholeNumbers_haveTheirThousandsApart_data();
  void wholeNumbers_haveTheirThousandsApart();
};

void TestGrouped::wholeNumbers_haveTheirThousandsApart_data() {
  QTest::addColumn<long>("value");
  QTest::addColumn<QString>("text");
  QTest::newRow("zero") << 0L << "0";
  QTest::newRow("three digits") << 999L << "999";
  QTest::newRow("four digits") << 1000L << "1,000";
  QTest::newRow("six digits") << 101770L << "101,770";
  QTest::newRow("seven digits") << 1234567L << "1,234,567";
  QTest::newRow("negative, three digits") << -100L << "-100";
  QTest::newRow("negative, six digits") << -123456L << "-123,456";
  QTest::newRow("smallest") << std::numeric_limits<long>::min() << "-9,223,372,036,854,775,808";
}

void TestGrouped::wholeNumbers_haveTheirThousandsApart() {
  QFETCH(long, value);
  QFETCH(QString, text);
  QCOMPARE(QString::fromStdString(grouped(value)), text);
}

INKLING_TEST(TestGrouped)
#include "tst_grouped.moc"
