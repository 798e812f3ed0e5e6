// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/evaluate.h"
#include "core/train/trainer.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using namespace inkling::test;

/// A loss that is no finite number ends the run; the weights that are kept can be used.
class TestDivergence final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void absurdLearningRate_endsDivergedWithFiniteWeights_data();
  void absurdLearningRate_endsDivergedWithFiniteWeights();
  void weightsLostWhenTheyAreKept_areNotKept();
  void weightsLostInTheLastStep_areSeen_data();
  void weightsLostInTheLastStep_areSeen();
  void stopAfterTheStepThatLostThem_isADivergence();
  void lowerLearningRate_goesOnFromThere();
  void lostWeights_areNotShown_data();
  void lostWeights_areNotShown();
  void outputsThatOverflow_areAnError();
};

namespace {

Recipe deep() {
  Recipe recipe = tinyRecipe({LayerSpec::dense(16), of(LayerKind::ReLU), LayerSpec::dense(12),
                              of(LayerKind::ReLU), LayerSpec::dense(4)});
  recipe.epochs = 50;
  return recipe;
}

/// A rate that no recipe may have, but a hand can type.
Summary runAt(double rate, Trainer& trainer, Recorder& recorder) {
  Control control;
  control.change({rate, {}});
  return trainer.run(control, recorder);
}

}  // namespace

void TestDivergence::absurdLearningRate_endsDivergedWithFiniteWeights_data() {
  QTest::addColumn<Recipe>("recipe");
  QTest::addColumn<double>("rate");
  QTest::newRow("sgd") << deep() << 1e6;
  for (const OptimizerKind kind : {OptimizerKind::Momentum, OptimizerKind::Nesterov}) {
    Recipe recipe = deep();
    recipe.optimizer.kind = kind;
    QTest::newRow(toString(kind).c_str()) << recipe << 1e6;
  }
  Recipe adam = deep();
  adam.optimizer.kind = OptimizerKind::Adam;
  QTest::newRow("adam") << adam << 1e15;
  Recipe averaged = deep();
  averaged.averageDecay = 0.99;
  QTest::newRow("averaging") << averaged << 1e6;
  Recipe convolution = deep();
  convolution.layers = {LayerSpec::conv2d(4, 3), LayerSpec::maxPool2d(2),
                        LayerSpec::conv2d(4, 3, 1), LayerSpec::dense(4)};
  QTest::newRow("convolution") << convolution << 1e6;
  Recipe normal = deep();
  normal.layers.insert(normal.layers.begin() + 1, of(LayerKind::BatchNorm));
  QTest::newRow("batch norm") << normal << 1e20;
}

void TestDivergence::absurdLearningRate_endsDivergedWithFiniteWeights() {
  QFETCH(Recipe, recipe);
  QFETCH(double, rate);
  Trainer trainer(recipe, tinyData(), 1);
  Recorder recorder;
  const Summary summary = runAt(rate, trainer, recorder);
  QCOMPARE(summary.reason, StopReason::Diverged);
  QVERIFY(summary.sentence.starts_with("Diverged"));
  QCOMPARE(summary.history.test.count, 0);
  for (const float loss : recorder.losses()) QVERIFY(std::isfinite(loss));
  QVERIFY(allFinite(numbersOf(trainer.model().network)));
  const Checkpoint checkpoint = trainer.checkpoint();
  QVERIFY(allFinite(numbersOf(checkpoint.model.network)));
  for (const auto& moment : checkpoint.state.moments) QVERIFY(moment.allFinite());
  for (const auto& average : checkpoint.state.averages) QVERIFY(average.allFinite());
}

// Copies are taken every 64 steps. Here the step just before such a copy destroys the weights.
void TestDivergence::weightsLostWhenTheyAreKept_areNotKept() {
  const double rates[] = {1e60, 1e25};  // not finite; finite, but good for nothing
  for (const double rate : rates) {
    Trainer trainer(deep(), tinyData(), 1);
    Control control;
    Recorder recorder;
    recorder.afterBatch = [&](const BatchRecord& record) {
      if (record.step == 63) control.change({rate, {}});
    };
    QCOMPARE(trainer.run(control, recorder).reason, StopReason::Diverged);
    QCOMPARE(recorder.losses().size(), std::size_t(64));
    QVERIFY(allFinite(numbersOf(trainer.model().network)));
    QVERIFY(evaluate(trainer.model(), trainer.split().train).loss < 10);
  }
}

void TestDivergence::weightsLostInTheLastStep_areSeen_data() {
  QTest::addColumn<int>("step");
  QTest::addColumn<double>("rate");
  QTest::addColumn<int>("validation");
  for (const int step : {11, 23})  // the step after this one is the last of the epoch, or of all
    for (const double rate : {1e60, 1e25})  // not finite; finite, but good for nothing
      for (const int validation : {0, 16})
        QTest::addRow("after step %d, rate %g, %d held out", step, rate, validation)
            << step << rate << validation;
}

// There is no next batch whose loss would tell.
void TestDivergence::weightsLostInTheLastStep_areSeen() {
  QFETCH(int, step);
  QFETCH(double, rate);
  QFETCH(int, validation);
  Recipe recipe = deep();
  recipe.epochs = 2;
  recipe.averageDecay = 0.9;
  recipe.data.validation = HeldOut::last(validation);
  const DataSource data = tinyData(8, 96 + validation);
  Trainer trainer(recipe, data, 1);
  Control control;
  Recorder recorder;
  recorder.afterBatch = [&](const BatchRecord& record) {
    if (record.step == step) control.change({rate, {}});
  };
  const Summary summary = trainer.run(control, recorder);
  QCOMPARE(summary.reason, StopReason::Diverged);
  QVERIFY(allFinite(numbersOf(trainer.model().network)));
  QCOMPARE(summary.history.test.count, 0);
  for (const EpochRecord& epoch : summary.history.epochs)
    QVERIFY(std::isfinite(epoch.train.loss + epoch.validation.loss));
  QVERIFY(evaluate(trainer.model(), trainer.split().train).loss < 10);
  Trainer further(trainer.checkpoint(), data, 1);
  Recorder again;
  QCOMPARE(runAt(0.01, further, again).reason, StopReason::Finished);
}

void TestDivergence::stopAfterTheStepThatLostThem_isADivergence() {
  Trainer trainer(deep(), tinyData(), 1);
  Control control;
  Recorder recorder;
  recorder.afterBatch = [&](const BatchRecord& record) {
    if (record.step == 5) control.change({1e60, {}});
    if (record.step == 6) control.stop();
  };
  QCOMPARE(trainer.run(control, recorder).reason, StopReason::Diverged);
  QVERIFY(allFinite(numbersOf(trainer.checkpoint().model.network)));
}

void TestDivergence::lowerLearningRate_goesOnFromThere() {
  Recipe recipe = deep();
  recipe.optimizer.kind = OptimizerKind::Momentum;
  recipe.averageDecay = 0.9;
  Trainer trainer(recipe, tinyData(), 1);
  Recorder recorder;
  QCOMPARE(runAt(1e6, trainer, recorder).reason, StopReason::Diverged);
  QCOMPARE(runAt(0.01, trainer, recorder).reason, StopReason::Finished);
  QVERIFY(allFinite(numbersOf(trainer.model().network)));
  QVERIFY(trainer.model().history.test.accuracy > 0.9);
}

void TestDivergence::lostWeights_areNotShown_data() {
  QTest::addColumn<double>("decay");
  QTest::newRow("weights") << 0.0;
  QTest::newRow("averages") << 0.9;
}

void TestDivergence::lostWeights_areNotShown() {
  struct Snapshots final : Recorder {
    bool wantsSnapshot(bool) override { return true; }
    void onSnapshot(ModelPtr model) override { models.push_back(std::move(model)); }
    std::vector<ModelPtr> models;
  };
  QFETCH(double, decay);
  Recipe recipe = deep();
  recipe.averageDecay = decay;
  Trainer trainer(recipe, tinyData(), 1);
  Control control;
  Snapshots recorder;
  recorder.afterBatch = [&](const BatchRecord& record) {
    if (record.step == 5) control.change({1e60, {}});
  };
  QCOMPARE(trainer.run(control, recorder).reason, StopReason::Diverged);
  QVERIFY(recorder.models.size() > 5);
  for (const ModelPtr& model : recorder.models) QVERIFY(allFinite(numbersOf(model->network)));
}

// Finite weights, as a damaged file may have them.
void TestDivergence::outputsThatOverflow_areAnError() {
  Trainer trainer(deep(), tinyData(), 1);
  Model model = trainer.model();
  const DataView images = trainer.split().train;
  for (const Parameter<float>& parameter : model.network.parameters())
    parameter.value->setConstant(3e38F);
  EXPECT_ERROR(predict(model, images.image(0)), "no finite numbers", "weights are too large");
  EXPECT_ERROR(predictAll(model, images, 2), "no finite numbers");
  EXPECT_ERROR(evaluate(model, images, 2), "no finite numbers");
}

INKLING_TEST(TestDivergence)
#include "tst_divergence.moc"
