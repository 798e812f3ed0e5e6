// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/peak.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

class TestPeak final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void anyThreads_plausibleRateInTheTimeAsked_data();
  void anyThreads_plausibleRateInTheTimeAsked();
};

void TestPeak::anyThreads_plausibleRateInTheTimeAsked_data() {
  QTest::addColumn<int>("threads");
  QTest::newRow("all cores") << 0;
  QTest::newRow("one") << 1;
  QTest::newRow("three") << 3;
}

void TestPeak::anyThreads_plausibleRateInTheTimeAsked() {
  QFETCH(int, threads);
  QElapsedTimer timer;
  timer.start();
  const double rate = inkling::peakGflops(threads, 0.05);
  QVERIFY2(std::isfinite(rate) && rate > 0.05, qPrintable(QString::number(rate)));
  QVERIFY2(rate < 100000, qPrintable(QString::number(rate)));
  QVERIFY2(timer.elapsed() >= 45, qPrintable(QString::number(timer.elapsed())));
}

INKLING_TEST(TestPeak)
#include "tst_peak.moc"
