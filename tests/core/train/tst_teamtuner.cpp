// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/teamtuner.h"
#include "tests/support/testprogram.h"

#include <QtTest>

using namespace inkling;

namespace {

constexpr double kSmall = 20e6;  ///< operations of a step

/// Takes steps that last so long in seconds. Returns the share of them taken alone.
double shareAlone(TeamTuner& tuner, int steps, double team, double alone) {
  int taken = 0;
  for (int i = 0; i < steps; ++i) {
    taken += tuner.alone() ? 1 : 0;
    tuner.record(tuner.alone() ? alone : team);
  }
  return static_cast<double>(taken) / steps;
}

}  // namespace

class TestTeamTuner final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void begins_withTheTeam();
  void oneThreadFaster_isTakenMostOfTheTime();
  void teamFaster_isTakenMostOfTheTime();
  void littleFasterAlone_leavesTheTeam();
  void longSteps_areNeverTriedAlone();
  void smallStepsThatTakeLong_areTriedAlone();
  void machineChanges_choiceFollows();
  void shortTrouble_isSoonForgotten();
};

void TestTeamTuner::begins_withTheTeam() { QVERIFY(!TeamTuner(kSmall).alone()); }

void TestTeamTuner::oneThreadFaster_isTakenMostOfTheTime() {
  TeamTuner tuner(kSmall);
  const double share = shareAlone(tuner, 10000, 100e-6, 60e-6);
  QVERIFY2(share > 0.9, qPrintable(QString::number(share)));
}

void TestTeamTuner::teamFaster_isTakenMostOfTheTime() {
  TeamTuner tuner(kSmall);
  const double share = shareAlone(tuner, 10000, 60e-6, 100e-6);
  QVERIFY2(share > 0 && share < 0.1, qPrintable(QString::number(share)));
}

void TestTeamTuner::littleFasterAlone_leavesTheTeam() {
  TeamTuner tuner(kSmall);
  QVERIFY(shareAlone(tuner, 10000, 100e-6, 98e-6) < 0.1);
}

void TestTeamTuner::longSteps_areNeverTriedAlone() {
  TeamTuner tuner(100 * kSmall);
  QCOMPARE(shareAlone(tuner, 10000, 2e-3, 1e-3), 0.0);
}

// On a busy machine a small step takes milliseconds, and one thread is the way out.
void TestTeamTuner::smallStepsThatTakeLong_areTriedAlone() {
  TeamTuner tuner(kSmall);
  QVERIFY(shareAlone(tuner, 10000, 50e-3, 1e-3) > 0.9);
}

void TestTeamTuner::machineChanges_choiceFollows() {
  TeamTuner tuner(kSmall);
  shareAlone(tuner, 10000, 100e-6, 60e-6);
  QVERIFY(shareAlone(tuner, 10000, 60e-6, 100e-6) < 0.35);
  QVERIFY(shareAlone(tuner, 10000, 100e-6, 60e-6) > 0.65);
}

void TestTeamTuner::shortTrouble_isSoonForgotten() {
  TeamTuner tuner(kSmall);
  shareAlone(tuner, 200, 100e-6, 80e-6);
  QVERIFY(tuner.alone());
  QVERIFY(shareAlone(tuner, 2000, 60e-6, 100e-6) < 0.25);
}

INKLING_TEST(TestTeamTuner)
#include "tst_teamtuner.moc"
