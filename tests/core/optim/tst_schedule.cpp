// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/optim/schedule.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;

class TestSchedule final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void factor_atKnownPoints_data();
  void factor_atKnownPoints();
  void oneCycle_climbsAndFalls();
};

void TestSchedule::factor_atKnownPoints_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("done");
  QTest::addColumn<double>("factor");
  const auto row = [](ScheduleKind kind, double done, double factor) {
    QTest::addRow("%s after %g", toString(kind).c_str(), done)
        << static_cast<int>(kind) << done << factor;
  };
  const double root = std::sqrt(0.5);
  row(ScheduleKind::Constant, 0, 1);
  row(ScheduleKind::Constant, 20, 1);
  row(ScheduleKind::Step, 0, 1);
  row(ScheduleKind::Step, 2.99, 1);
  row(ScheduleKind::Step, 3, 0.5);
  row(ScheduleKind::Step, 7, 0.25);
  row(ScheduleKind::Cosine, 0, 1);
  row(ScheduleKind::Cosine, 5, 0.1 + 0.9 * (0.5 + root / 2));
  row(ScheduleKind::Cosine, 10, 0.55);
  row(ScheduleKind::Cosine, 20, 0.1);
  row(ScheduleKind::Cosine, 25, 0.1);  // past the plan
  row(ScheduleKind::OneCycle, 0, 0.04);
  row(ScheduleKind::OneCycle, 2.5, 0.52);
  row(ScheduleKind::OneCycle, 5, 1);
  row(ScheduleKind::OneCycle, 12.5, 0.55);
  row(ScheduleKind::OneCycle, 20, 0.1);
}

void TestSchedule::factor_atKnownPoints() {
  QFETCH(int, kind);
  QFETCH(double, done);
  QFETCH(double, factor);
  ScheduleSpec spec;
  spec.kind = static_cast<ScheduleKind>(kind);
  spec.warmup = 0.25;
  spec.finalFactor = 0.1;
  spec.stepEpochs = 3;
  spec.stepFactor = 0.5;
  QVERIFY(std::abs(scheduleFactor(spec, done, 20) - factor) < 1e-12);
}

void TestSchedule::oneCycle_climbsAndFalls() {
  ScheduleSpec spec;
  spec.kind = ScheduleKind::OneCycle;
  double last = 0;
  for (int i = 0; i <= 1000; ++i) {
    const double factor = scheduleFactor(spec, i, 1000);
    QVERIFY(i <= 300 ? factor > last : factor < last);
    last = factor;
  }
  spec.warmup = 0;
  QCOMPARE(scheduleFactor(spec, 0, 10), 1.0);
  spec.warmup = 1;
  QCOMPARE(scheduleFactor(spec, 10, 10), 1.0);
}

INKLING_TEST(TestSchedule)
#include "tst_schedule.moc"
