// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"
#include "core/recipe/recipejson.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/randomrecipe.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// train(N) equals train(k), saved to a file, loaded, train(N − k), bit for bit.
class TestResume final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void randomRecipes_resumeExactly_data();
  void randomRecipes_resumeExactly();
  void resumed_divergesToTheSameWeights_data();
  void resumed_divergesToTheSameWeights();
  void scribbles_areLeftOutOfTheAccuracyAfterResuming();
  void checkpoint_ofOtherData_isRefused();
  void checkpoint_thatDoesNotFitTheImages_isRefused_data();
  void checkpoint_thatDoesNotFitTheImages_isRefused();
  void model_withoutState_startsAFreshOptimizer();
};

namespace {

constexpr int kRecipes = 200;
constexpr int kAugmented = 25;
constexpr int kClasses = 4;

/// Two runs that must have come out the same; what differs otherwise.
QString difference(const Trainer& a, const Trainer& b) {
  const Checkpoint one = a.checkpoint();
  const Checkpoint two = b.checkpoint();
  if (numbersOf(one.model.network) != numbersOf(two.model.network)) return "weights";
  if (numbersOf(a.model().network) != numbersOf(b.model().network)) return "averaged weights";
  if (!(one.model.history == two.model.history)) return "history";
  if (one.model.batches != two.model.batches) return "course";
  if (!(one.model.position == two.model.position)) return "position";
  if (!(one.model.recipe == two.model.recipe)) return "recipe";
  if (one.state.moments != two.state.moments) return "moments";
  if (one.state.averages != two.state.averages) return "averages";
  if (one.state.optimizerStep != two.state.optimizerStep) return "optimizer step";
  if (!(one.state.running == two.state.running)) return "running score";
  if (one.state.bestLoss != two.state.bestLoss) return "best loss";
  if (one.state.epochsSinceBest != two.state.epochsSinceBest) return "epochs since best";
  return {};
}

/// Trains `count` batches and stops.
void trainBatches(Trainer& trainer, int count, Recorder& recorder) {
  Control control(Control::State::Paused);
  control.runBatches(count);
  recorder.afterBatch = [&, left = count](const BatchRecord&) mutable {
    if (--left == 0) control.stop();
  };
  trainer.run(control, recorder);
  recorder.afterBatch = {};
}

}  // namespace

void TestResume::randomRecipes_resumeExactly_data() {
  QTest::addColumn<int>("number");
  for (int i = 0; i < kRecipes; ++i) QTest::addRow("recipe %d", i) << i;
}

void TestResume::randomRecipes_resumeExactly() {
  QFETCH(int, number);
  Random random(2024, RandomPurpose::Analysis, static_cast<std::uint32_t>(number));
  const int side = number < kAugmented ? 28 : 8;
  const Recipe recipe = randomRecipe(random, side, kClasses);
  const DataSource source = tinyData(side, 45, 12, kClasses);
  Trainer whole(recipe, source, 1);
  Recorder expected;
  const StopReason reason = runAll(whole, expected).reason;
  QVERIFY(allFinite(numbersOf(whole.checkpoint().model.network)));

  const auto steps = static_cast<std::uint32_t>(expected.losses().size());
  // A run that has stopped early would go on if it were asked to.
  const std::uint32_t last = reason == StopReason::EarlyStopped ? steps - 1 : steps;
  const int k = 1 + static_cast<int>(random.below(last));
  Recorder recorder;
  Trainer first(recipe, source, 2);
  trainBatches(first, k, recorder);
  QCOMPARE(recorder.losses().size(), static_cast<std::size_t>(k));
  const Folder folder;
  const auto path = folder.path("checkpoint.safetensors");
  saveCheckpoint(path, first.checkpoint());

  ModelFile file = loadModel(path);
  QVERIFY(file.state.has_value());
  Trainer second({std::move(file.model), std::move(*file.state)}, source, 1);
  QCOMPARE(difference(second, first), QString());
  runAll(second, recorder);
  const QByteArray message = QString("stopped after %1 of %2:\n").arg(k).arg(steps).toUtf8() +
                             QByteArray::fromStdString(toJson(recipe));
  QVERIFY2(recorder.losses() == expected.losses(), message);
  const QString differs = difference(second, whole);
  QVERIFY2(differs.isEmpty(), differs.toUtf8() + ", " + message);
  saveCheckpoint(path, second.checkpoint());
  const auto other = folder.path("whole.safetensors");
  saveCheckpoint(other, whole.checkpoint());
  QVERIFY(fileBytes(path) == fileBytes(other));
}

void TestResume::resumed_divergesToTheSameWeights_data() {
  QTest::addColumn<int>("stop");
  for (const int stop : {1, 63, 64, 65, 80, 99}) QTest::addRow("%d", stop) << stop;
}

// The weights that a diverging run returns to are those of a step before the stop.
void TestResume::resumed_divergesToTheSameWeights() {
  QFETCH(int, stop);
  Recipe recipe = tinyMlp();
  recipe.epochs = 50;
  recipe.averageDecay = 0.9;
  recipe.layers.insert(recipe.layers.begin() + 1, LayerSpec::of(LayerKind::BatchNorm));
  const auto runOn = [](Trainer& trainer) {
    Control control;
    Recorder recorder;
    recorder.afterBatch = [&](const BatchRecord& record) {
      if (record.step == 100) control.change({1e25, {}});
    };
    return trainer.run(control, recorder).reason;
  };
  Trainer whole(recipe, tinyData(), 1);
  QCOMPARE(runOn(whole), StopReason::Diverged);
  Trainer first(recipe, tinyData(), 1);
  Recorder recorder;
  trainBatches(first, stop, recorder);
  const Folder folder;
  const auto path = folder.path("checkpoint.safetensors");
  saveCheckpoint(path, first.checkpoint());
  ModelFile file = loadModel(path);
  Trainer second({std::move(file.model), std::move(*file.state)}, tinyData(), 1);
  QCOMPARE(runOn(second), StopReason::Diverged);
  QCOMPARE(difference(second, whole), QString());
}

void TestResume::scribbles_areLeftOutOfTheAccuracyAfterResuming() {
  Recipe recipe = tinyMlp();
  recipe.epochs = 1;
  recipe.augment.enabled = true;
  recipe.augment.scribbles = 0.5;
  recipe.data.prepare = Preparation::Digits;
  Trainer whole(recipe, tinyData(28), 1);
  Recorder recorder;
  runAll(whole, recorder);
  Trainer first(recipe, tinyData(28), 1);
  trainBatches(first, 7, recorder);
  QVERIFY(first.checkpoint().state.unlabelled.value_or(0) > 0);
  const Folder folder;
  const auto path = folder.path("checkpoint.safetensors");
  saveCheckpoint(path, first.checkpoint());
  ModelFile file = loadModel(path);
  QCOMPARE(file.state->unlabelled, first.checkpoint().state.unlabelled);
  Trainer second({std::move(file.model), std::move(*file.state)}, tinyData(28), 1);
  runAll(second, recorder);
  QCOMPARE(difference(second, whole), QString());
}

void TestResume::checkpoint_ofOtherData_isRefused() {
  Trainer trainer(tinyMlp(), tinyData(), 1);
  Recorder recorder;
  trainBatches(trainer, 10, recorder);
  EXPECT_ERROR(Trainer(trainer.checkpoint(), tinyData(8, 40)), "step 10", "has 5");
}

void TestResume::checkpoint_thatDoesNotFitTheImages_isRefused_data() {
  QTest::addColumn<int>("steps");
  QTest::addColumn<int>("side");
  QTest::addColumn<int>("classes");
  QTest::addColumn<QString>("sentence");
  for (const auto& [when, steps] : {std::pair{"within an epoch", 3}, {"at an epoch's end", 12}}) {
    const auto row = [when = when, steps = steps](const char* what, int side, int classes,
                                                  const char* sentence) {
      QTest::addRow("%s, %s", when, what) << steps << side << classes << sentence;
    };
    row("larger", 32, 4, "expects images of 8×8 pixels, these have 32×32");
    row("smaller", 5, 4, "expects images of 8×8 pixels, these have 5×5");
    row("more classes", 8, 200, "knows 4 classes, the images have 200");
    row("fewer classes", 8, 2, "knows 4 classes, the images have 2");
  }
}

void TestResume::checkpoint_thatDoesNotFitTheImages_isRefused() {
  QFETCH(int, steps);
  QFETCH(int, side);
  QFETCH(int, classes);
  QFETCH(QString, sentence);
  Trainer trainer(tinyMlp(), tinyData(), 1);
  Recorder recorder;
  trainBatches(trainer, steps, recorder);
  EXPECT_ERROR(Trainer(trainer.checkpoint(), tinyData(side, 96, 40, classes), 1), sentence);
}

void TestResume::model_withoutState_startsAFreshOptimizer() {
  Trainer trainer(tinyMlp(), tinyData(), 1);
  Recorder recorder;
  runAll(trainer, recorder);
  const Folder folder;
  const auto path = folder.path("model.safetensors");
  saveModel(path, trainer.model());
  const ModelFile file = loadModel(path);
  QVERIFY(!file.state.has_value());
  QCOMPARE(numbersOf(file.model.network), numbersOf(trainer.model().network));
}

INKLING_TEST(TestResume)
#include "tst_resume.moc"
