// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/pages/learn/recipefields.h"

#include <QTest>

using inkling::LayerKind;
using inkling::LayerSpec;
using inkling::Recipe;
using namespace inkling::ui;

namespace {

using Units = std::vector<int>;

Recipe perceptron() {
  Recipe recipe;
  recipe.layers = {LayerSpec::dense(128), LayerSpec::of(LayerKind::Tanh), LayerSpec::dense(10)};
  recipe.layers.front().weightInit = {inkling::InitKind::Normal, 0.5};
  return recipe;
}

Recipe convolutional() {
  Recipe recipe;
  recipe.layers = {LayerSpec::conv2d(8, 3),           LayerSpec::maxPool2d(2),
                   LayerSpec::of(LayerKind::Flatten), LayerSpec::dense(64),
                   LayerSpec::of(LayerKind::ReLU),    LayerSpec::dense(10)};
  return recipe;
}

}  // namespace

class TestRecipeFields final : public QObject {
  Q_OBJECT
private slots:
  void hiddenUnits_leaveTheLastLayerOut();
  void withHiddenUnits_sameNumber_changesOnlyTheWidths();
  void withHiddenUnits_moreForDenseLayers_repeatsTheFirstBlock();
  void withHiddenUnits_noneAtAll_leavesSoftmaxRegression();
  void withHiddenUnits_forSoftmax_addsALayerWithActivation();
  void withHiddenUnits_otherNumberForConvolutions_isRefused();
  void dropout_setAndTakenAway_standsBeforeTheLastLayer();
  void fieldOf_pathsOfProblems_findTheirControls();
};

void TestRecipeFields::hiddenUnits_leaveTheLastLayerOut() {
  QCOMPARE(hiddenUnits(perceptron()), Units{128});
  QCOMPARE(hiddenUnits(convolutional()), (Units{8, 64}));
  QCOMPARE(hiddenUnits(Recipe{}), Units{});
}

void TestRecipeFields::withHiddenUnits_sameNumber_changesOnlyTheWidths() {
  const auto recipe = withHiddenUnits(convolutional(), {16, 32});
  QVERIFY(recipe);
  Recipe expected = convolutional();
  expected.layers[0].units = 16;
  expected.layers[3].units = 32;
  QVERIFY(*recipe == expected);
}

void TestRecipeFields::withHiddenUnits_moreForDenseLayers_repeatsTheFirstBlock() {
  const auto recipe = withHiddenUnits(perceptron(), {64, 32});
  QVERIFY(recipe);
  QCOMPARE(int(recipe->layers.size()), 5);
  QCOMPARE(hiddenUnits(*recipe), (Units{64, 32}));
  QVERIFY(recipe->layers[3].kind == LayerKind::Tanh);
  QVERIFY(recipe->layers[2].weightInit == perceptron().layers[0].weightInit);
  QVERIFY(recipe->layers[4] == perceptron().layers[2]);
}

void TestRecipeFields::withHiddenUnits_noneAtAll_leavesSoftmaxRegression() {
  const auto recipe = withHiddenUnits(perceptron(), {});
  QVERIFY(recipe);
  QCOMPARE(int(recipe->layers.size()), 1);
  QCOMPARE(recipe->layers.front().units, 10);
}

void TestRecipeFields::withHiddenUnits_forSoftmax_addsALayerWithActivation() {
  Recipe softmax;
  softmax.layers = {LayerSpec::dense(10)};
  const auto recipe = withHiddenUnits(softmax, {32});
  QVERIFY(recipe);
  QCOMPARE(int(recipe->layers.size()), 3);
  QVERIFY(recipe->layers[1].kind == LayerKind::ReLU);
}

void TestRecipeFields::withHiddenUnits_otherNumberForConvolutions_isRefused() {
  QVERIFY(!withHiddenUnits(convolutional(), {8}));
  QVERIFY(!withHiddenUnits(Recipe{}, {8}));
}

void TestRecipeFields::dropout_setAndTakenAway_standsBeforeTheLastLayer() {
  const Recipe with = withDropout(convolutional(), 0.25);
  QCOMPARE(dropout(with), 0.25);
  QVERIFY(with.layers[5].kind == LayerKind::Dropout);
  QCOMPARE(dropout(withDropout(with, 0.4)), 0.4);
  QVERIFY(withDropout(with, 0) == convolutional());
}

void TestRecipeFields::fieldOf_pathsOfProblems_findTheirControls() {
  QVERIFY(fieldOf("optimizer.learning_rate") == inkling::ui::RecipeField::LearningRate);
  QVERIFY(fieldOf("optimizer.momentum") == inkling::ui::RecipeField::Optimizer);
  QVERIFY(fieldOf("layers[2].units") == inkling::ui::RecipeField::Hidden);
  QVERIFY(fieldOf("layers[1].rate") == inkling::ui::RecipeField::Dropout);
  QVERIFY(!fieldOf("label_smoothing"));
}

INKLING_TEST(TestRecipeFields)

#include "tst_recipefields.moc"
