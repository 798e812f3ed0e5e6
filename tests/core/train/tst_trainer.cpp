// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/evaluate.h"
#include "core/train/trainer.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/refusedthreads.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using namespace inkling::test;

/// How a run goes and ends.
class TestTrainer final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void finishedRun_hasLearntAndTellsAll();
  void impossibleRecipe_isRefused();
  void earlyStopping_endsTheRun();
  void testSet_isMeasuredOnceAtTheEnd();
  void goingOnAfterTheEnd_measuresTheTestSetAgain();
  void evaluateTrainAndTest_measureEveryEpoch();
  void reportEvery_givesMeansOfItsBatches();
  void scribbles_areLeftOutOfTheAccuracy();
  void snapshots_comeWhenWanted();
  void refusedThreads_trainTheSame();
};

void TestTrainer::finishedRun_hasLearntAndTellsAll() {
  Recipe recipe = tinyMlp();
  recipe.epochs = 8;
  recipe.data.validation = HeldOut::last(16);
  Trainer trainer(recipe, tinyData(), 1);
  Recorder recorder;
  const Summary summary = runAll(trainer, recorder);
  QCOMPARE(summary.reason, StopReason::Finished);
  QCOMPARE(summary.position, (Position{8, 0}));
  QVERIFY(summary.sentence.starts_with("Finished after epoch 8"));
  QCOMPARE(summary.history.epochs.size(), std::size_t(8));
  QVERIFY(summary.history.epochs == recorder.epochs());
  QCOMPARE(summary.history.epochs[0].validation.count, 16);
  QCOMPARE(summary.history.epochs[0].train.count, 80);
  QVERIFY(summary.history.test.accuracy > 0.9);
  QVERIFY(summary.history.epochs[7].train.loss < summary.history.epochs[0].train.loss / 2);
  const auto batches = recorder.batches();
  QCOMPARE(batches.size(), std::size_t(80));
  for (std::size_t i = 0; i < batches.size(); ++i) {
    QCOMPARE(batches[i].step, static_cast<long>(i) + 1);
    QCOMPARE(batches[i].epoch, static_cast<int>(i / 10));
  }
  QCOMPARE(recorder.progress().stepsPerEpoch, 10);
  QVERIFY(trainer.model().history == summary.history);
  QVERIFY(evaluate(trainer.model(), trainer.split().test) == summary.history.test);
}

void TestTrainer::impossibleRecipe_isRefused() {
  Recipe recipe = tinyMlp();
  recipe.layers.back().units = 5;
  EXPECT_ERROR(Trainer(recipe, tinyData()), "tiny", "layers[2]", "4 outputs");
  recipe = tinyMlp();
  recipe.data.validation = HeldOut::last(96);
  EXPECT_ERROR(Trainer(recipe, tinyData()), "validation");
}

void TestTrainer::earlyStopping_endsTheRun() {
  Recipe recipe = tinyMlp();
  recipe.epochs = 200;
  recipe.earlyStopping = 3;
  recipe.data.validation = HeldOut::last(16);
  recipe.optimizer.kind = OptimizerKind::Momentum;
  recipe.optimizer.learningRate = 0.5;
  Trainer trainer(recipe, tinyData(), 1);
  Recorder recorder;
  const Summary summary = runAll(trainer, recorder);
  QCOMPARE(summary.reason, StopReason::EarlyStopped);
  const int best = summary.history.best();
  QCOMPARE(static_cast<int>(summary.history.epochs.size()) - 1 - best, 3);
  QVERIFY(summary.history.test.count > 0);
  QVERIFY(summary.sentence.starts_with("Stopped early"));
}

void TestTrainer::testSet_isMeasuredOnceAtTheEnd() {
  Trainer trainer(tinyMlp(), tinyData(), 1);
  Recorder recorder;
  const Summary summary = runAll(trainer, recorder);
  for (const EpochRecord& record : summary.history.epochs) QCOMPARE(record.test.count, 0);
  QCOMPARE(summary.history.test.count, 40);
  const Summary again = runAll(trainer, recorder);
  QCOMPARE(again.reason, StopReason::Finished);
  QVERIFY(again.history == summary.history);
}

void TestTrainer::goingOnAfterTheEnd_measuresTheTestSetAgain() {
  Trainer first(tinyMlp(), tinyData(), 1);
  Recorder recorder;
  runAll(first, recorder);
  Checkpoint checkpoint = first.checkpoint();
  checkpoint.model.recipe.epochs = 4;
  Trainer second(std::move(checkpoint), tinyData(), 1);
  const Summary summary = runAll(second, recorder);
  QCOMPARE(summary.history.epochs.size(), std::size_t(4));
  QVERIFY(summary.history.test == evaluate(second.model(), second.split().test));
}

void TestTrainer::evaluateTrainAndTest_measureEveryEpoch() {
  Recipe recipe = tinyMlp();
  recipe.evaluateTrain = recipe.evaluateTest = true;
  Trainer trainer(recipe, tinyData(), 1);
  Recorder recorder;
  const Summary summary = runAll(trainer, recorder);
  const EpochRecord& last = summary.history.epochs.back();
  QVERIFY(last.test == summary.history.test);
  QVERIFY(last.train == evaluate(trainer.model(), trainer.split().train));
}

void TestTrainer::reportEvery_givesMeansOfItsBatches() {
  Recipe recipe = tinyMlp();
  recipe.reportEvery = 5;
  Trainer trainer(recipe, tinyData(), 1);
  Recorder recorder;
  runAll(trainer, recorder);
  QCOMPARE(recorder.reports().size(), std::size_t(4));  // of 24 batches
  const auto losses = recorder.losses();
  for (std::size_t r = 0; r < 4; ++r) {
    QCOMPARE(recorder.reports()[r].step, static_cast<long>(r + 1) * 5);
    double mean = 0;
    for (std::size_t i = 0; i < 5; ++i) mean += static_cast<double>(losses[r * 5 + i]) / 5;
    QVERIFY(std::abs(recorder.reports()[r].loss - mean) < 1e-6);
  }
}

// Half of what is learnt from is of no class, and can be read neither right nor wrong.
void TestTrainer::scribbles_areLeftOutOfTheAccuracy() {
  Recipe recipe = tinyMlp();
  recipe.epochs = 30;
  recipe.reportEvery = 12;
  recipe.augment.enabled = true;
  recipe.augment.scribbles = 0.5;
  Trainer trainer(recipe, tinyData(28), 1);
  Recorder recorder;
  const EpochRecord last = runAll(trainer, recorder).history.epochs.back();
  QCOMPARE(last.train.count, 96);
  QVERIFY(last.train.accuracy > 0.9);
  QVERIFY(recorder.reports().back().accuracy > 0.9);
  float most = 0;
  for (const BatchRecord& batch : recorder.batches()) most = std::max(most, batch.accuracy);
  QCOMPARE(most, 1.0F);
}

void TestTrainer::snapshots_comeWhenWanted() {
  class Collector final : public Recorder {
  public:
    bool wantsSnapshot(bool epochEnd) override { return epochEnd; }
    void onSnapshot(ModelPtr model) override { models.push_back(std::move(model)); }
    std::vector<ModelPtr> models;
  } collector;
  Trainer trainer(tinyMlp(), tinyData(), 1);
  runAll(trainer, collector);
  QVERIFY(collector.models.size() >= 3);  // at the start, after each epoch
  QCOMPARE(collector.models[0]->position, (Position{0, 0}));
  QCOMPARE(collector.models[1]->position, (Position{1, 0}));
  QCOMPARE(numbersOf(collector.models.back()->network), numbersOf(trainer.model().network));
  QVERIFY(numbersOf(collector.models[1]->network) != numbersOf(trainer.model().network));
}

void TestTrainer::refusedThreads_trainTheSame() {
  const auto weights = [] {
    Trainer trainer(tinyMlp(), tinyData(), 32);
    Recorder recorder;
    runAll(trainer, recorder);
    return numbersOf(trainer.model().network);
  };
  const std::vector<float> expected = weights();
  for (const int more : {0, 1, 7}) {
    const RefusedThreads refused(more);
    QVERIFY(weights() == expected);
  }
}

INKLING_TEST(TestTrainer)
#include "tst_trainer.moc"
