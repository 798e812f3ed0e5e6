// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/trainer.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <thread>

using namespace inkling;
using namespace inkling::test;

/// Pausing, single steps, stopping and changes while a run is under way.
class TestSteering final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void pause_resume_stop();
  void runBatches_fromPaused();
  void runEpoch_fromPaused();
  void stop_whilePaused_returns();
  void stopped_canGoOn();
  void stoppedBeforeTheFirstBatch_changesNothing();
  void learningRateChange_isRecordedAndReplayed();
  void changeAhead_doesNotCountYet();
  void fewerEpochs_endTheRunAndAreReplayed();
  void moreEpochs_extendTheRun();
};

namespace {

constexpr std::size_t kStepsPerEpoch = 12;

/// A run on a thread of its own.
class Background {
public:
  explicit Background(const Recipe& recipe, Control::State initial = Control::State::Running)
      : control(initial),
        trainer(recipe, tinyData(), 1),
        m_thread([this] { summary = trainer.run(control, recorder); }) {}
  ~Background() {
    control.stop();
    join();
  }
  void join() {
    if (m_thread.joinable()) m_thread.join();
  }

  Control control;
  Trainer trainer;
  Recorder recorder;
  Summary summary;

private:
  std::thread m_thread;
};

}  // namespace

void TestSteering::pause_resume_stop() {
  Recipe recipe = tinyMlp();
  recipe.epochs = 100000;
  Background run(recipe);
  QVERIFY(run.recorder.waitForBatches(30));
  run.control.pause();
  QCOMPARE(run.control.state(), Control::State::Paused);
  // The batch under way is finished; after a single one more nothing can have slipped through.
  run.control.runBatches(1);
  QTRY_COMPARE(run.control.state(), Control::State::Paused);
  const std::size_t paused = run.recorder.batches().size();
  run.control.resume();
  QVERIFY(run.recorder.waitForBatches(paused + 30));
  run.control.stop();
  run.join();
  QCOMPARE(run.summary.reason, StopReason::Stopped);
  const auto steps = static_cast<long>(run.recorder.batches().size());
  QCOMPARE(run.summary.position.epoch * long(kStepsPerEpoch) + run.summary.position.step, steps);
  QCOMPARE(run.summary.history.test.count, 0);
  run.control.resume();
  QCOMPARE(run.control.state(), Control::State::Stopping);
}

void TestSteering::runBatches_fromPaused() {
  Background run(tinyMlp(), Control::State::Paused);
  run.control.runBatches(0);
  QCOMPARE(run.control.state(), Control::State::Paused);
  run.control.runBatches(3);
  QTRY_COMPARE(run.control.state(), Control::State::Paused);
  QCOMPARE(run.recorder.batches().size(), std::size_t(3));
  run.control.runBatches(14);  // over the end of the epoch
  QTRY_COMPARE(run.control.state(), Control::State::Paused);
  QCOMPARE(run.recorder.batches().size(), std::size_t(17));
  run.control.stop();
  run.join();
  QCOMPARE(run.summary.position, (Position{1, 5}));
  QVERIFY(run.summary.sentence.find("in epoch 2, after 5 batches") != std::string::npos);
}

void TestSteering::runEpoch_fromPaused() {
  Background run(tinyMlp(), Control::State::Paused);
  run.control.runBatches(5);
  QTRY_COMPARE(run.control.state(), Control::State::Paused);
  run.control.runEpoch();
  QTRY_COMPARE(run.control.state(), Control::State::Paused);
  QCOMPARE(run.recorder.batches().size(), kStepsPerEpoch);
  QCOMPARE(run.recorder.epochs().size(), std::size_t(1));
  run.control.runEpoch();
  run.join();
  QCOMPARE(run.summary.reason, StopReason::Finished);
  QCOMPARE(run.recorder.epochs().size(), std::size_t(2));
}

void TestSteering::stop_whilePaused_returns() {
  Background run(tinyMlp(), Control::State::Paused);
  run.control.stop();
  run.join();
  QCOMPARE(run.summary.reason, StopReason::Stopped);
  QCOMPARE(run.recorder.batches().size(), std::size_t(0));
}

void TestSteering::stopped_canGoOn() {
  Trainer whole(tinyMlp(), tinyData(), 1);
  Recorder wholeRecorder;
  const Summary expected = runAll(whole, wholeRecorder);
  Trainer parts(tinyMlp(), tinyData(), 1);
  Recorder recorder;
  for (int part = 0; part < 2; ++part) {
    Control control;
    recorder.afterBatch = [&](const BatchRecord& record) {
      if (record.step == 7) control.stop();
    };
    const Summary summary = parts.run(control, recorder);
    QCOMPARE(summary.reason, part == 0 ? StopReason::Stopped : StopReason::Finished);
  }
  QCOMPARE(recorder.losses(), wholeRecorder.losses());
  QCOMPARE(numbersOf(parts.model().network), numbersOf(whole.model().network));
  QVERIFY(parts.model().history == expected.history);
}

void TestSteering::stoppedBeforeTheFirstBatch_changesNothing() {
  Trainer trainer(tinyMlp(), tinyData(), 1);
  const auto before = numbersOf(trainer.model().network);
  Control control;
  control.stop();
  Recorder recorder;
  const Summary summary = trainer.run(control, recorder);
  QCOMPARE(summary.reason, StopReason::Stopped);
  QCOMPARE(numbersOf(trainer.model().network), before);
  QVERIFY(summary.sentence.find("before the first batch") != std::string::npos);
}

void TestSteering::learningRateChange_isRecordedAndReplayed() {
  Trainer trainer(tinyMlp(), tinyData(), 1);
  Control control;
  Recorder recorder;
  recorder.afterBatch = [&](const BatchRecord& record) {
    if (record.step == 5) control.change({0.02, {}});
    if (record.step == 17) control.change({0.3, {}});
  };
  trainer.run(control, recorder);
  const Recipe changed = trainer.model().recipe;
  const std::vector<LiveChange> expected{{"optimizer.learning_rate", 0.02, 0, 5},
                                         {"optimizer.learning_rate", 0.3, 1, 5}};
  QVERIFY(changed.changes == expected);
  const auto batches = recorder.batches();
  QCOMPARE(batches[4].learningRate, 0.1F);
  QCOMPARE(batches[5].learningRate, 0.02F);
  QCOMPARE(batches[16].learningRate, 0.02F);
  QCOMPARE(batches[17].learningRate, 0.3F);

  Trainer replay(changed, tinyData(), 2);
  Recorder again;
  runAll(replay, again);
  QCOMPARE(again.losses(), recorder.losses());
  QCOMPARE(numbersOf(replay.model().network), numbersOf(trainer.model().network));
  QVERIFY(replay.model().history == trainer.model().history);
}

// More epochs are wanted while a planned change of the rate lies ahead.
void TestSteering::changeAhead_doesNotCountYet() {
  Recipe recipe = tinyMlp();
  recipe.changes = {{"optimizer.learning_rate", 0.05, 0, 3},
                    {"optimizer.learning_rate", 0.3, 1, 5}};
  Trainer trainer(recipe, tinyData(), 1);
  Control control;
  Recorder recorder;
  recorder.afterBatch = [&](const BatchRecord& record) {
    if (record.step == 6) control.change({{}, 3});
  };
  trainer.run(control, recorder);
  const auto batches = recorder.batches();
  QCOMPARE(batches.size(), 3 * kStepsPerEpoch);
  QCOMPARE(batches[2].learningRate, 0.1F);
  QCOMPARE(batches[5].learningRate, 0.05F);
  QCOMPARE(batches[6].learningRate, 0.05F);
  QCOMPARE(batches[30].learningRate, 0.05F);
  const std::vector<LiveChange> expected{{"optimizer.learning_rate", 0.05, 0, 3},
                                         {"epochs", 3, 0, 6}};
  QVERIFY(trainer.model().recipe.changes == expected);
  Trainer replay(trainer.model().recipe, tinyData(), 1);
  Recorder again;
  runAll(replay, again);
  QCOMPARE(again.losses(), recorder.losses());
}

void TestSteering::fewerEpochs_endTheRunAndAreReplayed() {
  Recipe recipe = tinyMlp();
  recipe.epochs = 5;
  for (const int planned : {1, 2, 3}) {
    Trainer trainer(recipe, tinyData(), 1);
    Control control;
    Recorder recorder;
    recorder.afterBatch = [&](const BatchRecord& record) {
      if (record.step == 17) control.change({{}, planned});
    };
    const Summary summary = trainer.run(control, recorder);
    QCOMPARE(summary.reason, StopReason::Finished);
    const std::size_t expected =
        planned == 1 ? 17 : kStepsPerEpoch * static_cast<std::size_t>(planned);
    QCOMPARE(recorder.losses().size(), expected);
    Trainer replay(trainer.model().recipe, tinyData(), 1);
    Recorder again;
    runAll(replay, again);
    QCOMPARE(again.losses(), recorder.losses());
    QCOMPARE(numbersOf(replay.model().network), numbersOf(trainer.model().network));
  }
}

void TestSteering::moreEpochs_extendTheRun() {
  Recipe recipe = tinyMlp();
  recipe.schedule.kind = ScheduleKind::Cosine;
  Trainer trainer(recipe, tinyData(), 1);
  Control control;
  Recorder recorder;
  recorder.afterBatch = [&](const BatchRecord& record) {
    if (record.step == 20) control.change({{}, 4});
  };
  QCOMPARE(trainer.run(control, recorder).position, (Position{4, 0}));
  QCOMPARE(recorder.losses().size(), 4 * kStepsPerEpoch);
  QVERIFY(recorder.batches()[20].learningRate > recorder.batches()[19].learningRate);
  Trainer replay(trainer.model().recipe, tinyData(), 1);
  Recorder again;
  runAll(replay, again);
  QCOMPARE(again.losses(), recorder.losses());
}

INKLING_TEST(TestSteering)
#include "tst_steering.moc"
