// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace inkling;
using Change = std::function<void(Recipe&)>;

namespace {

Recipe sound() {
  Recipe recipe;
  recipe.layers = {LayerSpec::conv2d(8, 3), LayerSpec::maxPool2d(2), LayerSpec::dense(10)};
  return recipe;
}

}  // namespace

class TestValidate final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void soundRecipe_hasNoProblems();
  void oneWrongField_isNamed_data();
  void oneWrongField_isNamed();
  void severalWrongFields_areAllListed();
  void otherInputsAndClasses_areHeeded();
  void networkThatAsksForEverything_isNamed();
  void batchThatDoesNotFitTheMemory_isNamed();
  void batchThatDoesNotFitTheMachine_isNamed();
  void networkThatDoesNotFitTheMemory_isNamed_data();
  void networkThatDoesNotFitTheMemory_isNamed();
};

void TestValidate::soundRecipe_hasNoProblems() {
  QCOMPARE(QString::fromStdString(describe(validate(sound()))), QString());
}

void TestValidate::oneWrongField_isNamed_data() {
  QTest::addColumn<Change>("change");
  QTest::addColumn<QString>("description");
  const auto row = [](const char* name, Change change, const char* description) {
    QTest::newRow(name) << change << QString(description);
  };
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  row(
      "no layers", [](Recipe& r) { r.layers.clear(); },
      "layers is empty, allowed is at least one layer");
  row(
      "units", [](Recipe& r) { r.layers[0].units = 0; },
      "layers[0].units is 0, allowed is 1 … 65536");
  row(
      "classes", [](Recipe& r) { r.layers[2].units = 9; },
      "layers[2] is a layer with 9 outputs, allowed is 10 outputs, one for each class");
  row(
      "kernel does not fit", [](Recipe& r) { r.layers[1].kernel = 27; },
      "layers[1] is max_pool2d after 26×26×8, allowed is a layer that fits (A max_pool2d layer "
      "with a "
      "kernel of 27 does not fit its input, whose height is 26.)");
  row(
      "padding", [](Recipe& r) { r.layers[0].padding = 3; },
      "layers[0] is conv2d after 28×28×1, allowed is a layer that fits (A conv2d layer needs a "
      "padding "
      "smaller than its kernel of 3.)");
  row(
      "too many parameters",
      [](Recipe& r) {
        r.layers.insert(r.layers.begin(), 2, LayerSpec::dense(20000));
        r.layers.resize(2);
        r.layers.push_back(LayerSpec::dense(10));
      },
      "layers is a network of 415920010 parameters, allowed is at most 100000000");
  row(
      "rate nan", [](Recipe& r) { r.optimizer.learningRate = kNan; },
      "optimizer.learning_rate is nan, allowed is 1e-12 … 1000");
  row(
      "rate zero", [](Recipe& r) { r.optimizer.learningRate = 0; },
      "optimizer.learning_rate is 0, allowed is 1e-12 … 1000");
  row(
      "dropout", [](Recipe& r) { r.layers.insert(r.layers.begin(), LayerSpec::dropout(1)); },
      "layers[0].rate is 1, allowed is 0 … 0.99");
  row(
      "std", [](Recipe& r) { r.data.std = 0; }, "data.std is 0, allowed is 1e-06 … 1000");
  row(
      "batch", [](Recipe& r) { r.batch = 0; }, "batch is 0, allowed is 1 … 65536");
  row(
      "epochs", [](Recipe& r) { r.epochs = -1; }, "epochs is -1, allowed is 1 … 100000");
  row(
      "smoothing", [](Recipe& r) { r.labelSmoothing = 1; },
      "label_smoothing is 1, allowed is 0 … 0.999");
  row(
      "clamp", [](Recipe& r) { r.lossClamp = 0.2; }, "loss_clamp is 0.2, allowed is 0 … 0.1");
  row(
      "beta", [](Recipe& r) { r.optimizer.beta2 = 1; },
      "optimizer.beta2 is 1, allowed is 0 … 0.999999");
  row(
      "init", [](Recipe& r) { r.layers[0].weightInit.scale = -1; },
      "layers[0].weight_init.scale is -1, allowed is 0 … 1000");
  row(
      "set", [](Recipe& r) { r.data.set = ""; },
      "data.set is empty, allowed is 1 … 4096 characters");
  row(
      "strokes",
      [](Recipe& r) {
        r.augment.strokeMin = 3;
        r.augment.strokeMax = 2;
      },
      "augment.stroke_min is 3, allowed is at most augment.stroke_max, which is 2");
  row(
      "change",
      [](Recipe& r) {
        r.changes = {{"epochs", 1.5, 1, 2}};
      },
      "changes[0].value is 1.5, allowed is a whole number, 1 … 100000");
  row(
      "changed rate",
      [](Recipe& r) {
        r.changes = {{"epochs", 3, 1, 2}, {"optimizer.learning_rate", 0, 1, 2}};
      },
      "changes[1].value is 0, allowed is 1e-12 … 1000");
  row(
      "changed field",
      [](Recipe& r) {
        r.changes = {{"batch", 3, 1, 2}};
      },
      "changes[0].field is batch, allowed is optimizer.learning_rate or epochs");
  row(
      "whole share held out", [](Recipe& r) { r.data.validation = HeldOut::part(1); },
      "data.validation.share is 1, allowed is 0 … 0.99");
  row(
      "published",
      [](Recipe& r) {
        r.published = {{"speed", 0, 1, 0}};
      },
      "published[0].quantity is speed, allowed is test_accuracy, test_loss, train_loss or "
      "train_accuracy");
}

void TestValidate::oneWrongField_isNamed() {
  QFETCH(Change, change);
  QFETCH(QString, description);
  Recipe recipe = sound();
  change(recipe);
  QCOMPARE(QString::fromStdString(describe(validate(recipe))), description);
}

void TestValidate::severalWrongFields_areAllListed() {
  Recipe recipe = sound();
  recipe.batch = 0;
  recipe.optimizer.momentum = 2;
  recipe.layers[2].units = 11;
  const std::vector<Problem> problems = validate(recipe);
  QCOMPARE(problems.size(), std::size_t{3});
  QCOMPARE(QString::fromStdString(problems[0].field), QString("optimizer.momentum"));
  QCOMPARE(QString::fromStdString(problems[1].field), QString("batch"));
  QCOMPARE(QString::fromStdString(problems[2].field), QString("layers[2]"));
}

void TestValidate::otherInputsAndClasses_areHeeded() {
  QVERIFY(validate(sound(), {32, 32, 1}, 10).empty());
  QCOMPARE(validate(sound(), {28, 28, 1}, 26).size(), std::size_t{1});
  QCOMPARE(validate(sound(), {2, 2, 1}, 10).size(), std::size_t{1});
}

void TestValidate::networkThatAsksForEverything_isNamed() {
  Recipe recipe = sound();
  const auto behindTheFirst = [&](int count) {
    recipe.layers = {LayerSpec::conv2d(5300, 1), LayerSpec::maxPool2d(28), LayerSpec::dense(10)};
    recipe.layers.insert(recipe.layers.begin() + 1, count, LayerSpec::of(LayerKind::ReLU));
    return QString::fromStdString(describe(validate(recipe)));
  };
  QCOMPARE(behindTheFirst(0), QString());
  QCOMPARE(behindTheFirst(200),
           QString("layers is a network that gives 835200510 values a sample, allowed is at most "
                   "8388608"));
  QCOMPARE(behindTheFirst(3000), QString("layers is a list of 3003, allowed is at most 256 items"));
}

void TestValidate::batchThatDoesNotFitTheMemory_isNamed() {
  Recipe recipe = sound();
  // The image, and twice what the convolution, the pool and the dense layer give.
  const std::uint64_t sample = 4 * (28 * 28 + 2 * (26 * 26 * 8 + 13 * 13 * 8 + 10));
  // Weights, gradient, two to return to, and the two of a checkpoint; eight more gradients of the
  // convolution.
  const std::uint64_t network = 4 * ((6 + 8) * (9 * 8 + 8) + 6 * (13 * 13 * 8 * 10 + 10));
  const std::uint64_t enough = network + 100 * sample;
  recipe.batch = 100;
  QVERIFY(validate(recipe, {28, 28, 1}, 10, enough).empty());
  QCOMPARE(QString::fromStdString(describe(validate(recipe, {28, 28, 1}, 10, enough - 1))),
           QString("batch is 100, allowed is at most 99 with these layers: more would take over "
                   "half of the memory"));
  QVERIFY(validate(recipe, {28, 28, 1}, 10, kAnyMemory).empty());
}

void TestValidate::batchThatDoesNotFitTheMachine_isNamed() {
  Recipe recipe = sound();
  recipe.layers = {LayerSpec::conv2d(2048, 3, 1), LayerSpec::conv2d(2048, 1), LayerSpec::dense(10)};
  recipe.batch = 65536;  // 1.7 terabytes
  QCOMPARE(validate(recipe).size(), std::size_t{1});
  QCOMPARE(QString::fromStdString(validate(recipe).at(0).field), QString("batch"));
}

void TestValidate::networkThatDoesNotFitTheMemory_isNamed_data() {
  QTest::addColumn<Change>("change");
  QTest::addColumn<int>("copies");
  QTest::addColumn<QString>("optimizer");
  const auto row = [](const char* name, OptimizerKind kind, double averageDecay, int copies) {
    const Change change = [=](Recipe& recipe) {
      recipe.optimizer.kind = kind;
      recipe.averageDecay = averageDecay;
    };
    QTest::newRow(name) << change << copies << QString::fromStdString(toString(kind));
  };
  // Weights, gradient, two to return to, and the two of a checkpoint.
  row("sgd", OptimizerKind::Sgd, 0, 6);
  row("momentum", OptimizerKind::Momentum, 0, 8);
  row("adam", OptimizerKind::Adam, 0, 10);
  row("average", OptimizerKind::Sgd, 0.9, 9);
  row("all", OptimizerKind::AdamW, 0.9, 13);
}

void TestValidate::networkThatDoesNotFitTheMemory_isNamed() {
  QFETCH(Change, change);
  QFETCH(int, copies);
  QFETCH(QString, optimizer);
  Recipe recipe;
  recipe.layers = {LayerSpec::dense(65536), LayerSpec::dense(10)};
  recipe.batch = 1;
  change(recipe);
  const std::uint64_t parameters = 784 * 65536 + 65536 + 65536 * 10 + 10;
  const std::uint64_t needed =
      4 * parameters * static_cast<std::uint64_t>(copies) + 4 * (784 + 2 * (65536 + 10));
  QVERIFY(validate(recipe, {28, 28, 1}, 10, needed).empty());
  QCOMPARE(QString::fromStdString(describe(validate(recipe, {28, 28, 1}, 10, needed - 1))),
           QString("layers is a network that takes %1 MB to train with %2, allowed is at most %3 "
                   "MB, half of the memory")
               .arg(needed / 1'000'000)
               .arg(optimizer)
               .arg((needed - 1) / 1'000'000));
}

INKLING_TEST(TestValidate)
#include "tst_validate.moc"
