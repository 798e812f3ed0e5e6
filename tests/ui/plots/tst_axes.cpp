// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/plots/autorange.h"
#include "ui/plots/valuescale.h"

#include <QTest>

#include <cmath>

using namespace inkling::ui;
using Kind = ValueScale::Kind;

namespace {

QStringList labels(const ValueScale& scale, const AxisRange& visible) {
  QStringList found;
  for (const double value : scale.ticks(visible, 5)) found << scale.label(value);
  return found;
}

}  // namespace

class TestAxes final : public QObject {
  Q_OBJECT

private slots:
  void scale_thereAndBack_isTheSame() {
    for (const Kind kind : {Kind::Number, Kind::LogNumber, Kind::Percent, Kind::LogPercent}) {
      const ValueScale scale{kind};
      for (const double value : {0.01, 0.5, 0.99}) {
        QVERIFY(std::abs(scale.fromAxis(scale.toAxis(value)) - value) < 1e-12);
      }
    }
  }

  void logPercent_ninesAreEvenlySpaced() {
    const ValueScale scale{Kind::LogPercent};
    QVERIFY(std::abs(scale.toAxis(0.9) - 1) < 1e-9);
    QVERIFY(std::abs(scale.toAxis(0.99) - 2) < 1e-9);
    QVERIFY(std::isfinite(scale.toAxis(1)));
  }

  void logNumber_ofZero_isFinite() {
    QVERIFY(std::isfinite(ValueScale{Kind::LogNumber}.toAxis(0)));
  }

  void ticks_areRound_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("loss") << int(Kind::Number) << 0.0 << 0.2
                          << QStringList{"0", "0.05", "0.1", "0.15", "0.2"};
    QTest::newRow("accuracy 90 to 100")
        << int(Kind::Percent) << 0.9 << 1.0
        << QStringList{"90 %", "92 %", "94 %", "96 %", "98 %", "100 %"};
    QTest::newRow("log loss") << int(Kind::LogNumber) << -2.0 << 0.0
                              << QStringList{"0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"};
    QTest::newRow("many decades") << int(Kind::LogNumber) << -6.0 << 0.0
                                  << QStringList{"1e-06", "1e-05", "0.0001", "0.001",
                                                 "0.01",  "0.1",   "1"};
    QTest::newRow("log accuracy") << int(Kind::LogPercent) << 1.0 << 2.0
                                  << QStringList{"90 %", "95 %", "98 %", "99 %"};
    QTest::newRow("log accuracy, close") << int(Kind::LogPercent) << 1.72 << 1.95
                                         << QStringList{"98.2 %", "98.4 %", "98.6 %", "98.8 %"};
  }

  void ticks_areRound() {
    QFETCH(const int, kind);
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const QStringList, expected);
    QCOMPARE(labels(ValueScale{static_cast<Kind>(kind)}, {low, high}), expected);
  }

  void readable_hasFixedDigits() {
    QCOMPARE(ValueScale{Kind::Percent}.readable(0.9762), QStringLiteral("97.62 %"));
    QCOMPARE(ValueScale{Kind::Number}.readable(0.0832), QStringLiteral("0.0832"));
    QCOMPARE(ValueScale{Kind::Number}.readable(0.00012), QStringLiteral("1.2e-04"));
    QCOMPARE(ValueScale{Kind::Number}.readable(std::nan("")), QStringLiteral("–"));
  }

  void rangeX_growsInSteps() {
    QCOMPARE(autoRangeX(0, 0), (AxisRange{0, 1}));
    QCOMPARE(autoRangeX(0, 10), (AxisRange{0, 10}));
    QCOMPARE(autoRangeX(0.03, 10), (AxisRange{0, 0.1}));
    QCOMPARE(autoRangeX(4.2, 10), (AxisRange{0, 5}));
    QCOMPARE(autoRangeX(4, 0), (AxisRange{0, 4}));
    QCOMPARE(autoRangeX(9.1, 9.5), (AxisRange{0, 9.5}));
    QCOMPARE(autoRangeX(12, 10), (AxisRange{0, 15}));
  }

  void rangeX_alwaysHoldsTheLastPoint() {
    for (double last = 0.001; last < 2000; last *= 1.07) {
      const AxisRange x = autoRangeX(last, 0);
      QVERIFY(x.high >= last * (1 - 1e-6));
      QVERIFY(x.high <= std::max(0.1, last * 1.6));
    }
  }

  void rangeY_ofAccuracy_zoomsOnTheFlatPart() {
    std::vector<double> values;
    for (int i = 1; i <= 100; ++i) values.push_back(0.98 - 0.88 * std::exp(-i / 2.0));
    const AxisRange y = autoRangeY(values, {}, ValueScale{Kind::Percent});
    QVERIFY(y.low >= 0.85);
    QVERIFY(y.high > 0.98 && y.high <= 1);
  }

  void rangeY_ofLoss_startsAtZeroAndLeavesOutTheStart() {
    std::vector<double> values;
    for (int i = 1; i <= 100; ++i) values.push_back(0.1 + 2.2 * std::exp(-i / 2.0));
    const AxisRange y = autoRangeY(values, {}, ValueScale{Kind::Number});
    QVERIFY(y.high < 0.6);
    QVERIFY(y.low >= 0 && y.low < 0.1);
  }

  void rangeY_holdsEveryPointThatMustBeSeen() {
    const AxisRange y = autoRangeY({0.1, 0.1, 0.1}, {0.9}, ValueScale{Kind::Number});
    QVERIFY(y.contains(0.9));
  }

  void rangeY_ofNothingOrNotFinite_isSensible() {
    for (const Kind kind : {Kind::Number, Kind::LogNumber, Kind::Percent, Kind::LogPercent}) {
      const AxisRange y = autoRangeY({std::nan(""), INFINITY}, {INFINITY}, ValueScale{kind});
      QVERIFY(std::isfinite(y.low) && std::isfinite(y.high) && y.size() > 0);
    }
  }
};

INKLING_TEST(TestAxes)
#include "tst_axes.moc"
