// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/folders.h"
#include "core/io/filelock.h"
#include "core/sweep/sweeprunner.h"
#include "core/sweep/trialrunner.h"
#include "tests/core/support/blockset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/tinysweep.h"
#include "tests/support/testprogram.h"

#include <functional>
#include <thread>

using namespace inkling;

namespace {

class Recorder final : public SweepObserver {
public:
  void onTrialBegin(int trial) override { begun << trial; }
  void onTrialEpoch(int, const EpochRecord&) override { ++epochs; }
  void onTrialEnd(int trial, const TrialResult&) override {
    ended << trial;
    if (atEnd) atEnd();
  }
  void onProgress(const SweepProgress& progress) override { last = progress; }

  QList<int> begun;
  QList<int> ended;
  int epochs = 0;
  SweepProgress last;
  std::function<void()> atEnd;
};

// Everything of a result but the time that it took.
std::string withoutSeconds(TrialResult result) {
  result.seconds = 0;
  return encodeRun(result, {});
}

}  // namespace

class TestSweepRunner final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void init();
  void sideBySide_equalsEachAlone();
  void everyTrial_isReportedOnce();
  void secondRun_trainsNothing();
  void stopped_keepsWhatIsFinished_andResumes();
  void missingResult_aloneRunsAgain();
  void trialOfAnotherProcess_isWaitedFor();
  void stoppedBefore_trainsNothing();
  void workersOfTwoRuns_trainEachTrialOnce();
  void missingData_isAnError();
  void withoutModels_keepsResultsOnly();
  void unwritableFolder_isAnError();

private:
  SweepSummary run(Recorder& recorder, int workers = 2, bool models = true) {
    SweepControl control;
    return run(recorder, control, workers, models);
  }
  SweepSummary run(Recorder& recorder, SweepControl& control, int workers = 2,
                   bool models = true) const {
    return runSweep(m_trials, SweepTest::Best, m_folder, {resourceFolder(), workers, models},
                    control, recorder);
  }

  test::Folder m_data;
  std::optional<test::Folder> m_files;
  SweepFolder m_folder;
  std::vector<Trial> m_trials;
};

void TestSweepRunner::initTestCase() { test::writeBlockSet(m_data.path("blocks")); }

void TestSweepRunner::init() {
  m_files.emplace();
  m_folder.root = m_files->path("sweep");
  m_trials = expandTrials(test::tinySweep(m_data.path("blocks")));
}

void TestSweepRunner::sideBySide_equalsEachAlone() {
  Recorder recorder;
  QVERIFY(run(recorder, 3).complete);
  const SweepFolder alone{m_files->path("alone")};
  alone.create();
  const DataSource source = test::blockSource();
  for (const Trial& trial : m_trials) {
    Control control;
    Observer observer;
    runTrial(trial.recipe, alone, {}, source, control, observer);
    QCOMPARE(withoutSeconds(*storedResult(m_folder, trial.id)),
             withoutSeconds(*storedResult(alone, trial.id)));
    QCOMPARE(test::fileBytes(m_folder.modelFile(trial.id)),
             test::fileBytes(alone.modelFile(trial.id)));
  }
}

void TestSweepRunner::everyTrial_isReportedOnce() {
  Recorder recorder;
  const SweepSummary summary = run(recorder);
  QCOMPARE(summary.trained, 4);
  QCOMPARE(summary.finished, 4);
  std::ranges::sort(recorder.begun);
  std::ranges::sort(recorder.ended);
  QCOMPARE(recorder.begun, (QList<int>{0, 1, 2, 3}));
  QCOMPARE(recorder.ended, (QList<int>{0, 1, 2, 3}));
  QCOMPARE(recorder.epochs, 8);
  QCOMPARE(recorder.last.trials, 4);
  QCOMPARE(recorder.last.finished, 4);
  QVERIFY(std::abs(recorder.last.share - 1) < 1e-12);
}

void TestSweepRunner::secondRun_trainsNothing() {
  Recorder first;
  run(first);
  Recorder second;
  const SweepSummary summary = run(second);
  QVERIFY(summary.complete);
  QCOMPARE(summary.trained, 0);
  QCOMPARE(second.begun, QList<int>());
  QCOMPARE(second.ended.size(), 4);
}

void TestSweepRunner::stopped_keepsWhatIsFinished_andResumes() {
  Recorder first;
  SweepControl control;
  first.atEnd = [&] {
    if (first.ended.size() == 2) std::thread([&] { control.stop(); }).join();
  };
  const SweepSummary stopped = run(first, control, 1);
  QVERIFY(!stopped.complete);
  QCOMPARE(stopped.finished, 2);
  Recorder second;
  const SweepSummary resumed = run(second, 1);
  QVERIFY(resumed.complete);
  QCOMPARE(resumed.trained, 2);
}

void TestSweepRunner::missingResult_aloneRunsAgain() {
  Recorder first;
  run(first);
  std::filesystem::remove(m_folder.resultFile(m_trials[2].id));
  Recorder second;
  QCOMPARE(run(second).trained, 1);
  QCOMPARE(second.begun, QList<int>{2});
}

void TestSweepRunner::trialOfAnotherProcess_isWaitedFor() {
  m_folder.create();
  auto claim = std::make_unique<FileLock>(*FileLock::tryTake(m_folder.claimFile(m_trials[1].id)));
  Recorder recorder;
  // The other one ends without a result when all the others are done.
  recorder.atEnd = [&] {
    if (recorder.ended.size() == 3) claim.reset();
  };
  QVERIFY(run(recorder).complete);
  QCOMPARE(recorder.ended.back(), 1);
}

void TestSweepRunner::stoppedBefore_trainsNothing() {
  Recorder recorder;
  SweepControl control;
  control.stop();
  QCOMPARE(run(recorder, control).finished, 0);
  QCOMPARE(recorder.ended, QList<int>());
}

void TestSweepRunner::workersOfTwoRuns_trainEachTrialOnce() {
  Recorder first;
  Recorder second;
  SweepSummary mine;
  SweepSummary other;
  std::thread thread([&] { other = run(second, 2); });
  mine = run(first, 2);
  thread.join();
  QVERIFY(mine.complete && other.complete);
  QCOMPARE(mine.trained + other.trained, 4);
}

void TestSweepRunner::missingData_isAnError() {
  m_trials.back().recipe.data.set = m_data.path("nowhere").string();
  Recorder recorder;
  EXPECT_ERROR(run(recorder), "nowhere");
}

void TestSweepRunner::withoutModels_keepsResultsOnly() {
  Recorder recorder;
  QVERIFY(run(recorder, 2, false).complete);
  for (const Trial& trial : m_trials) {
    QVERIFY(std::filesystem::exists(m_folder.resultFile(trial.id)));
    QVERIFY(!std::filesystem::exists(m_folder.modelFile(trial.id)));
  }
}

void TestSweepRunner::unwritableFolder_isAnError() {
  m_folder.root = m_files->write("file", "not a folder");
  Recorder recorder;
  EXPECT_ERROR(run(recorder), "file", "folder");
}

INKLING_TEST(TestSweepRunner)
#include "tst_sweeprunner.moc"
