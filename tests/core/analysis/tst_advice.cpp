// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/advice.h"
#include "core/base/folders.h"
#include "core/data/datasource.h"
#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"
#include "core/train/trainer.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace inkling;

namespace {

class Watcher final : public Observer {
public:
  void onBatch(const BatchRecord& batch, const Progress&) override { watch.add(batch); }
  BatchWatch watch;
};

/// What is said after a run.
struct Lesson {
  std::vector<Advice> advice;
  Summary summary;

  const Advice* find(AdviceKind kind) const {
    const auto found = std::ranges::find(advice, kind, &Advice::kind);
    return found == advice.end() ? nullptr : &*found;
  }
  QByteArray text() const {
    QString all;
    for (const Advice& each : advice) all += QString::fromStdString(each.sentence) + "\n";
    return (QString::fromStdString(summary.sentence) + "\n" + all).toUtf8();
  }
};

const DataSource& mnist() {
  static const DataSource kSource = loadDataSource("mnist", resourceFolder());
  return kSource;
}

// A bundled recipe, on few images and for few epochs.
Recipe little(const std::string& name, int epochs = 1, int images = 8000) {
  Recipe recipe = findRecipe(name, resourceFolder());
  recipe.data.trainLimit = TrainLimit::first(images);
  recipe.data.validation = HeldOut::last(1000);
  recipe.epochs = epochs;
  recipe.evaluateTest = false;
  return recipe;
}

Lesson run(const Recipe& recipe) {
  Trainer trainer(recipe, mnist(), 2);
  Control control;
  Watcher watcher;
  Lesson lesson;
  lesson.summary = trainer.run(control, watcher);
  DataView some = trainer.split().train;
  some.indices.resize(std::min<std::size_t>(some.indices.size(), 300));
  const Model model = trainer.model();
  lesson.advice = adviceFor({recipe, lesson.summary.history, watcher.watch.statistics(),
                             lesson.summary.reason, health(model, some)});
  return lesson;
}

void apply(Recipe& recipe, const Advice& advice) {
  for (const FieldChange& change : advice.changes) setField(recipe, change.field, change.value);
}

}  // namespace

class TestAdvice final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void tooSlow_isBarelyLearning_andTheFixHelps();
  void rate100_diverged_andTheFixHelps_data();
  void rate100_diverged_andTheFixHelps();
  void goodRecipes_getNoAdvice_data();
  void goodRecipes_getNoAdvice();
  void smallData_overfits();
  void deadRelus_areSeen();
  void slowRate_isSeen();
  void wreckedNetwork_thatTheScheduleCalmed_diverged();
  void wreckedNetwork_stillFarOff_isToldByItsPeak();
  void climbingLoss_isSeen();
  void zeroWeights_areSeen();
  void nothingMeasured_nothingSaid();
  void everyChange_fitsItsRecipe();
};

void TestAdvice::tooSlow_isBarelyLearning_andTheFixHelps() {
  Recipe recipe = little("too-slow");
  const Lesson lesson = run(recipe);
  const Advice* advice = lesson.find(AdviceKind::NotLearning);
  QVERIFY2(advice && lesson.advice.size() == 1, lesson.text());
  QVERIFY2(QString::fromStdString(advice->sentence).contains("Barely learning"), lesson.text());
  QVERIFY2(QString::fromStdString(advice->sentence).contains("1,000–10,000 times larger"),
           lesson.text());
  QCOMPARE(std::lround(advice->numbers.at("factor_low")), 1000L);
  QCOMPARE(std::lround(advice->numbers.at("factor_high")), 10000L);
  apply(recipe, *advice);
  QCOMPARE(recipe.optimizer.learningRate, 0.1);
  const Lesson fixed = run(recipe);
  QVERIFY2(fixed.advice.empty(), fixed.text());
  QVERIFY2(fixed.summary.history.epochs.back().validation.accuracy > 0.65, fixed.text());
}

void TestAdvice::rate100_diverged_andTheFixHelps_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("too-slow") << "too-slow";
  QTest::newRow("mlp") << "mlp";
  QTest::newRow("mlp-2x128") << "mlp-2x128";
  QTest::newRow("cnn-8x3x3") << "cnn-8x3x3";
}

void TestAdvice::rate100_diverged_andTheFixHelps() {
  QFETCH(QString, name);
  Recipe recipe = little(name.toStdString(), 2, 3000);
  recipe.optimizer.learningRate = 100;
  const Lesson lesson = run(recipe);
  const Advice* advice = lesson.find(AdviceKind::Diverged);
  QVERIFY2(advice && lesson.advice.size() == 1, lesson.text());
  apply(recipe, *advice);
  const Lesson fixed = run(recipe);
  QVERIFY2(!fixed.find(AdviceKind::Diverged), fixed.text());
  QVERIFY2(fixed.summary.history.epochs.back().validation.accuracy > 0.5, fixed.text());
}

void TestAdvice::goodRecipes_getNoAdvice_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"softmax", "mlp", "mlp-128", "mlp-2x128", "cnn-8x3x3"})
    QTest::newRow(name) << name;
}

void TestAdvice::goodRecipes_getNoAdvice() {
  QFETCH(QString, name);
  const Lesson lesson = run(little(name.toStdString(), 2, 4000));
  QVERIFY2(lesson.advice.empty(), lesson.text());
}

void TestAdvice::smallData_overfits() {
  Recipe recipe = little("mlp-2x128", 40, 1300);
  recipe.optimizer.learningRate = 0.1;
  const Lesson lesson = run(recipe);
  const Advice* advice = lesson.find(AdviceKind::Overfitting);
  QVERIFY2(advice, lesson.text());
  QVERIFY(advice->numbers.at("loss") > advice->numbers.at("best_loss"));
  QVERIFY(advice->numbers.at("best_epoch") < 40);
  apply(recipe, *advice);
  const Lesson stopped = run(recipe);
  QCOMPARE(stopped.summary.reason, StopReason::EarlyStopped);
}

void TestAdvice::deadRelus_areSeen() {
  Recipe recipe = little("mlp-2x128", 2, 3000);
  recipe.batch = 64;
  recipe.optimizer.learningRate = 0.008;
  recipe.layers[0].biasInit = {InitKind::Uniform, 6};
  const Lesson lesson = run(recipe);
  const Advice* advice = lesson.find(AdviceKind::DeadRelus);
  QVERIFY2(advice, lesson.text());
  QCOMPARE(advice->numbers.at("layer"), 1.0);
  QVERIFY(advice->numbers.at("share") > 0.3);
  QCOMPARE(advice->changes.at(0).field, std::string("layers[0].weight_init.kind"));
}

void TestAdvice::slowRate_isSeen() {
  Recipe recipe = little("softmax", 12, 3000);
  recipe.optimizer.learningRate = 5e-4;
  recipe.batch = 32;
  const Lesson lesson = run(recipe);
  const Advice* advice = lesson.find(AdviceKind::RateTooSmall);
  QVERIFY2(advice, lesson.text());
  QVERIFY(advice->numbers.at("drop") < 0.03);
  QCOMPARE(advice->changes, (std::vector<FieldChange>{{"optimizer.learning_rate", "0.005"}}));
}

// mlp with SGD at rate 100: one-cycle ends at rate 0, and the loss with it at that of guessing.
void TestAdvice::wreckedNetwork_thatTheScheduleCalmed_diverged() {
  Recipe recipe = little("mlp");
  recipe.optimizer.kind = OptimizerKind::Sgd;
  recipe.optimizer.learningRate = 100;
  History history;
  history.epochs = {{1, {37.6, 0.10, 100}, {28.1, 0.106, 100}, {}, 100},
                    {2, {2.33, 0.106, 100}, {2.302, 0.106, 100}, {}, 1}};
  const BatchStatistics calm{900, 40, 2.3, 0.1};
  const auto advice = adviceFor({recipe, history, calm, StopReason::Finished, {}});
  QCOMPARE(advice.size(), std::size_t{1});
  QCOMPARE(advice[0].kind, AdviceKind::Diverged);
  QCOMPARE(advice[0].numbers.at("peak"), 37.6);
  QVERIFY(advice[0].sentence.find("rose to 37.6") != std::string::npos);
  QCOMPARE(advice[0].changes, (std::vector<FieldChange>{{"optimizer.learning_rate", "0.1"}}));
  history.epochs.back().train.accuracy = 0.9;  // it has learnt after all
  const auto recovered =
      adviceFor({recipe, history, {900, 40, 0.3, 0.9}, StopReason::Finished, {}});
  QVERIFY(std::ranges::find(recovered, AdviceKind::Diverged, &Advice::kind) == recovered.end());
}

// mlp with SGD at rate 1000: on its way down from hundreds.
void TestAdvice::wreckedNetwork_stillFarOff_isToldByItsPeak() {
  Recipe recipe = little("mlp");
  recipe.optimizer.kind = OptimizerKind::Sgd;
  recipe.optimizer.learningRate = 1000;
  History history;
  history.epochs = {{1, {1508.9, 0.10, 100}, {410, 0.099, 100}, {}, 1000},
                    {2, {17.3, 0.106, 100}, {2.31, 0.106, 100}, {}, 1}};
  const auto advice = adviceFor({recipe, history, {900, 40, 2.3, 0.1}, StopReason::Finished, {}});
  QCOMPARE(advice.size(), std::size_t{1});
  QCOMPARE(advice[0].kind, AdviceKind::Diverged);
  QVERIFY2(advice[0].sentence.find("rose to 1,509") != std::string::npos,
           advice[0].sentence.c_str());
  QVERIFY2(advice[0].sentence.find("instead of 1,000.") != std::string::npos,
           advice[0].sentence.c_str());
  QCOMPARE(advice[0].changes, (std::vector<FieldChange>{{"optimizer.learning_rate", "0.1"}}));
}

void TestAdvice::climbingLoss_isSeen() {
  const Recipe recipe = little("softmax");
  History history;
  history.epochs = {{1, {0.6, 0.8, 100}, {}, {}, 0.1}, {2, {0.9, 0.7, 100}, {}, {}, 0.1}};
  const auto advice = adviceFor({recipe, history, {}, {}, {}});
  QCOMPARE(advice.size(), std::size_t{1});
  QCOMPARE(advice[0].kind, AdviceKind::RateTooLarge);
  QCOMPARE(advice[0].numbers.at("best"), 0.6);
  QCOMPARE(advice[0].changes.at(0).value, std::string("0.01"));
}

void TestAdvice::zeroWeights_areSeen() {
  Recipe recipe = little("mlp-2x128", 1, 3000);
  for (LayerSpec& layer : recipe.layers) layer.weightInit = layer.biasInit = {InitKind::Zeros, 1};
  const Lesson lesson = run(recipe);
  QVERIFY2(!lesson.advice.empty(), lesson.text());
  const Advice* advice = lesson.find(AdviceKind::NotLearning);
  QVERIFY2(advice, lesson.text());
  QCOMPARE(advice->changes.at(0), (FieldChange{"layers[0].weight_init.kind", "he_normal"}));
}

void TestAdvice::nothingMeasured_nothingSaid() {
  const Recipe recipe;
  QVERIFY(adviceFor({recipe, {}, {}, {}, {}}).empty());
  BatchWatch watch;
  watch.add({1, 0, 1000, 0, 0.1F});
  QVERIFY(adviceFor({recipe, {}, watch.statistics(), {}, {}}).empty());
}

void TestAdvice::everyChange_fitsItsRecipe() {
  std::vector<std::string> problems;
  for (Recipe recipe : bundledRecipes(resourceFolder(), problems)) {
    for (const double rate : {1e-9, 1e-3, 1000.0}) {
      recipe.optimizer.learningRate = rate;
      History history;
      history.epochs = {{1, {2.31, 0.1, 100}, {}, {}, rate}};
      for (const Advice& advice : adviceFor({recipe, history, {200, 2.3, 50, 0.1}, {}, {}})) {
        Recipe changed = recipe;
        apply(changed, advice);
        QVERIFY(changed != recipe);
        QVERIFY2(validate(changed).empty(), describe(validate(changed)).c_str());
      }
    }
  }
}

INKLING_TEST(TestAdvice)
#include "tst_advice.moc"
