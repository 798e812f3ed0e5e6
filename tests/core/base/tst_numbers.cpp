// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/numbers.h"
#include "tests/support/testprogram.h"

using namespace inkling;

// Run in a language with a decimal comma, too.
class TestNumbers final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void written_haveAPoint();
  void read_uptoWhatIsNoNumber();
  void hex_hasSixteenDigits();
};

void TestNumbers::written_haveAPoint() {
  QCOMPARE(fixed(0.5, 2), std::string("0.50"));
  QCOMPARE(fixed(-1234.5678, 0), std::string("-1235"));
  QCOMPARE(fixed(1e300, 1).size(), std::size_t{303});
  QCOMPARE(significant(0.01, 3), std::string("0.01"));
  QCOMPARE(significant(0.000012345, 3), std::string("1.23e-05"));
  QCOMPARE(significant(123456, 3), std::string("1.23e+05"));
}

void TestNumbers::read_uptoWhatIsNoNumber() {
  std::size_t used = 0;
  QCOMPARE(numberFrom("0.05", &used), 0.05);
  QCOMPARE(used, std::size_t{4});
  QCOMPARE(numberFrom("1e-3 and more", &used), 1e-3);
  QCOMPARE(used, std::size_t{4});
  QCOMPARE(numberFrom("0,05", &used), 0.0);
  QCOMPARE(used, std::size_t{1});
  QCOMPARE(numberFrom("relu", &used), 0.0);
  QCOMPARE(used, std::size_t{0});
}

void TestNumbers::hex_hasSixteenDigits() {
  QCOMPARE(hexText(0), std::string("0000000000000000"));
  QCOMPARE(hexText(0xFEDCBA9876543210), std::string("fedcba9876543210"));
}

INKLING_TEST(TestNumbers)
#include "tst_numbers.moc"
