// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/exponential.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace inkling;

class TestExponential final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyArgument_isWithinTwoUnits();
  void special_values();
  void farArguments_areClamped();
  void notANumber_staysSo();
};

// A dense sweep: every 97th float between ±87, some 22 million would be all of them.
void TestExponential::everyArgument_isWithinTwoUnits() {
  double worst = 0;
  float worstAt = 0;
  int tried = 0;
  const auto compare = [&](float x) {
    const double expected = std::exp(static_cast<double>(x));
    const auto rounded = static_cast<float>(expected);
    const double unit =
        static_cast<double>(std::nextafter(rounded, std::numeric_limits<float>::infinity())) -
        static_cast<double>(rounded);
    const double error = std::abs(static_cast<double>(exponential(x)) - expected) / unit;
    ++tried;
    if (!(error <= worst)) {
      worst = error;
      worstAt = x;
    }
  };
  for (double x = -87; x <= 87; x += 1.7e-4) compare(static_cast<float>(x));
  for (double x = 1e-30; x < 1; x *= 1.0001) {
    compare(static_cast<float>(x));
    compare(static_cast<float>(-x));
  }
  QVERIFY(tried > 2'000'000);
  QVERIFY2(worst < 2, qPrintable(QString("%1 ulp at %2").arg(worst).arg(worstAt)));
}

void TestExponential::special_values() {
  QCOMPARE(exponential(0.0F), 1.0F);
  QCOMPARE(exponential(-0.0F), 1.0F);
  QCOMPARE(exponential(1.0), std::exp(1.0));
}

void TestExponential::farArguments_areClamped() {
  const float infinity = std::numeric_limits<float>::infinity();
  QCOMPARE(exponential(-infinity), exponential(-87.0F));
  QCOMPARE(exponential(-1000.0F), exponential(-87.0F));
  QVERIFY(exponential(-87.0F) >= std::numeric_limits<float>::min());
  QCOMPARE(exponential(infinity), exponential(87.0F));
  QVERIFY(std::isfinite(exponential(infinity)));
}

void TestExponential::notANumber_staysSo() {
  QVERIFY(std::isnan(exponential(std::numeric_limits<float>::quiet_NaN())));
}

INKLING_TEST(TestExponential)
#include "tst_exponential.moc"
