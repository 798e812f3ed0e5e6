// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"
#include "core/sweep/trials.h"
#include "tests/core/support/golden.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// Recipes of earlier versions mean what they meant.
class TestGoldenRecipes final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void recipe_saysWhatItSaid_data();
  void recipe_saysWhatItSaid();
  void whatIsLeftOut_isAtTheDefaultOfThen_data();
  void whatIsLeftOut_isAtTheDefaultOfThen();
  void laterFormat_saysTheSame();
  void laterField_changesTheTrialsNameOnlyIfSet();
  void textsChangesAndFigures_areKept();
  void recipeOfARun_hasTheChangesMadeByHand();
  void folder_holdsNoOtherFile();
};

namespace {

// File, and what is in it, texts by their length in bytes. The number at the end is the name that
// the result of such a trial has in a sweep's folder: every field that is not at its default is
// part of it.
const QList<std::pair<QString, QString>> kRecipes = {
    {"recipes/cnn-8x3x3.json",
     "cnn-8x3x3: en 30 zh_CN 22 en 385 zh_CN 370, 4 layers, 13602 parameters, batch 1, 3 epochs, 4 "
     "published, 958b8866982ded18"},
    {"recipes/cnn-best.json",
     "cnn-best: en 26 zh_CN 27 en 448 zh_CN 396, 16 layers, 189034 parameters, batch 256, 8 "
     "epochs, 0 published, 4c16ba811d8dbf4e"},
    {"recipes/cnn.json",
     "cnn: en 21 zh_CN 18 en 312 zh_CN 313, 10 layers, 215194 parameters, batch 128, 1 epochs, 0 "
     "published, 2e83c5dd87cc1ddb"},
    {"recipes/defaults.json",
     "defaults:, 9 layers, 11554 parameters, batch 64, 10 epochs, 0 published, 88e690fd3de12618"},
    {"recipes/defaults-2.json",
     "defaults-2:, 9 layers, 11554 parameters, batch 64, 10 epochs, 0 published, 07a4775d97defbf3"},
    {"recipes/defaults-3.json",
     "defaults-3:, 9 layers, 11554 parameters, batch 64, 10 epochs, 0 published, b8068796b5c4541e"},
    {"recipes/every-field-2.json",
     "every-field-2: en 11 zh_CN 12 en 31 zh_CN 33, 11 layers, 3498 parameters, batch 50, 7 "
     "epochs, "
     "4 published, 6bc8638af5b6ee04"},
    {"recipes/every-field-3.json",
     "every-field-3: en 11 zh_CN 12 en 31 zh_CN 33, 11 layers, 3498 parameters, batch 50, 7 "
     "epochs, "
     "4 published, 6284fbf700a8db52"},
    {"recipes/every-field.json",
     "every-field: en 11 zh_CN 12 en 31 zh_CN 33, 11 layers, 3498 parameters, batch 50, 7 epochs, "
     "4 published, f0c744093cbcab80"},
    {"recipes/handwriting.json",
     "handwriting: en 18 zh_CN 15 en 492 zh_CN 492, 16 layers, 114162 parameters, batch 256, 12 "
     "epochs, 0 published, a7ab6f5a8788667d"},
    {"recipes/mlp-1024.json",
     "mlp-1024: en 28 zh_CN 23 en 310 zh_CN 295, 3 layers, 814090 parameters, batch 16, 20 epochs, "
     "4 published, 05bec58a4a1b022d"},
    {"recipes/mlp-128.json",
     "mlp-128: en 19 zh_CN 22 en 390 zh_CN 376, 3 layers, 101770 parameters, batch 64, 30 epochs, "
     "4 published, 71703e83c947ffb2"},
    {"recipes/mlp-2x128.json",
     "mlp-2x128: en 26 zh_CN 22 en 364 zh_CN 358, 5 layers, 118282 parameters, batch 8, 10 epochs, "
     "1 published, 30e04271757f2b52"},
    {"recipes/mlp.json",
     "mlp: en 21 zh_CN 15 en 289 zh_CN 301, 3 layers, 101770 parameters, batch 64, 6 epochs, 0 "
     "published, df0acb7fde783382"},
    {"recipes/softmax.json",
     "softmax: en 18 zh_CN 14 en 293 zh_CN 270, 1 layers, 7850 parameters, batch 128, 20 epochs, 6 "
     "published, 874c2699d698a2c0"},
    {"recipes/too-slow.json",
     "too-slow: en 8 zh_CN 12 en 335 zh_CN 334, 3 layers, 79510 parameters, batch 64, 50 epochs, 4 "
     "published, 1abc3d65d72a2fe0"},
    {"recipes/window.json",
     "small: en 13 zh_CN 9 en 34 zh_CN 30, 3 layers, 9550 parameters, batch 30, 6 epochs, 0 "
     "published, bb070e21b1b4e0e4"},
};

const QStringList kDefaults =
    QString(
        "name defaults, data.set mnist, data.train_limit all, data.validation last 5000, "
        "data.mean 0, data.std 1, data.shuffle true, layers[0].type conv2d, layers[0].units 2, "
        "layers[0].kernel 3, layers[0].stride 1, layers[0].padding 0, layers[0].bias true, "
        "layers[0].weight_init.kind he_normal, layers[0].weight_init.scale 1, "
        "layers[0].bias_init.kind zeros, layers[0].bias_init.scale 1, layers[1].type batch_norm, "
        "layers[2].type relu, layers[3].type max_pool2d, layers[3].kernel 3, layers[3].stride 1, "
        "layers[3].all_ties false, layers[4].type tanh, layers[5].type dropout, "
        "layers[5].rate 0.5, layers[6].type flatten, layers[7].type sigmoid, layers[8].type dense, "
        "layers[8].units 10, layers[8].bias true, layers[8].weight_init.kind he_normal, "
        "layers[8].weight_init.scale 1, layers[8].bias_init.kind zeros, "
        "layers[8].bias_init.scale 1, label_smoothing 0, loss_clamp 0, optimizer.kind sgd, "
        "optimizer.learning_rate 0.1, optimizer.momentum 0.9, optimizer.beta1 0.9, "
        "optimizer.beta2 0.999, optimizer.epsilon 1e-08, optimizer.weight_decay 0, "
        "optimizer.clip_norm 0, schedule.kind constant, schedule.warmup 0.3, "
        "schedule.start_factor 0.04, schedule.final_factor 0, schedule.step_epochs 10, "
        "schedule.step_factor 0.1, augment.enabled false, augment.clean_share 0.2, "
        "augment.rotation 10, augment.scale 0.1, augment.shear 0.1, augment.shift 2, "
        "augment.elastic 0, augment.stroke_min 0, augment.stroke_max 0, augment.contrast 0, "
        "augment.gaps 0, augment.blots 0, augment.variants 0, augment.synthetic 0, "
        "augment.scribbles 0, augment.refit false, batch 64, epochs 10, seed 1, average_decay 0, "
        "early_stopping 0, evaluate_train false, evaluate_test false, report_every 0")
        .split(", ");

long parameters(const Recipe& recipe) {
  Shape shape{28, 28, 1};
  long sum = 0;
  for (const LayerSpec& layer : recipe.layers) {
    sum += parameterCount(layer, shape);
    shape = outputShape(layer, shape);
  }
  return sum;
}

QString described(const Recipe& recipe) {
  QString texts;
  for (const auto& texted : {recipe.title, recipe.lesson})
    for (const auto& [language, text] : texted)
      texts += QString(" %1 %2").arg(QString::fromStdString(language)).arg(text.size());
  return QString("%1:%2, %3 layers, %4 parameters, batch %5, %6 epochs, %7 published, %8")
      .arg(QString::fromStdString(recipe.name), texts)
      .arg(recipe.layers.size())
      .arg(parameters(recipe))
      .arg(recipe.batch)
      .arg(recipe.epochs)
      .arg(recipe.published.size())
      .arg(QString::fromStdString(trialId(recipe)));
}

}  // namespace

void TestGoldenRecipes::recipe_saysWhatItSaid_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("expected");
  for (const auto& [file, expected] : kRecipes) QTest::newRow(qPrintable(file)) << file << expected;
}

void TestGoldenRecipes::recipe_saysWhatItSaid() {
  QFETCH(QString, file);
  QFETCH(QString, expected);
  const Recipe recipe = loadRecipe(golden(file));
  QCOMPARE(described(recipe), expected);
  const auto problems = validate(recipe);
  QVERIFY2(problems.empty(), describe(problems).c_str());
  // Written anew, it is the same recipe.
  QVERIFY(recipeFromJson(toJson(recipe), "again") == recipe);
}

void TestGoldenRecipes::whatIsLeftOut_isAtTheDefaultOfThen_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QStringList>("defaults");
  QTest::newRow("format 1") << "recipes/defaults.json" << kDefaults;
  QStringList second = kDefaults;
  second.replaceInStrings("name defaults", "name defaults-2");
  second.replaceInStrings("data.validation last 5000", "data.validation default");
  QTest::newRow("format 2") << "recipes/defaults-2.json" << second;
  QStringList third = second;
  third.replaceInStrings("name defaults-2", "name defaults-3");
  third << "data.balance none"
        << "data.mend.invert false"
        << "data.prepare auto";
  QTest::newRow("format 3") << "recipes/defaults-3.json" << third;
}

void TestGoldenRecipes::whatIsLeftOut_isAtTheDefaultOfThen() {
  QFETCH(QString, file);
  QFETCH(QStringList, defaults);
  QStringList fields;
  for (const auto& [path, value] : fieldValues(loadRecipe(golden(file))))
    fields << QString::fromStdString(path + " " + value);
  for (const QString& then : defaults) QVERIFY2(fields.contains(then), qPrintable(then));
}

// But for what could not be said before.
void TestGoldenRecipes::laterFormat_saysTheSame() {
  Recipe later = loadRecipe(golden("recipes/every-field-2.json"));
  const Recipe first = loadRecipe(golden("recipes/every-field.json"));
  QVERIFY(first.data.trainLimit == TrainLimit::first(3000));
  QVERIFY(first.data.validation == HeldOut::last(500));
  QVERIFY(later.data.trainLimit == TrainLimit::drawn(3000));
  QVERIFY(later.data.validation == HeldOut::part(0.15));
  Recipe third = loadRecipe(golden("recipes/every-field-3.json"));
  QVERIFY(third.data.balance == ClassBalance::Weights);
  QVERIFY(later.data.balance == ClassBalance::None);
  QVERIFY(third.data.mend.gaps && third.data.prepare == Preparation::Glyphs);
  third.data.balance = later.data.balance;
  third.data.mend = later.data.mend;
  third.data.prepare = later.data.prepare;
  third.name = later.name;
  QVERIFY(third == later);
  later.data = first.data;
  later.name = first.name;
  QVERIFY(later == first);
}

// A field that came later is part of the name only where it is not at its default.
void TestGoldenRecipes::laterField_changesTheTrialsNameOnlyIfSet() {
  Recipe recipe = loadRecipe(golden("recipes/mlp.json"));
  const std::string before = trialId(recipe);
  QCOMPARE(trialId(recipeFromJson(toJson(recipe), "again")), before);
  recipe.data.balance = ClassBalance::Sampling;
  const std::string sampling = trialId(recipe);
  QVERIFY(sampling != before);
  recipe.data.balance = ClassBalance::Weights;
  QVERIFY(trialId(recipe) != before && trialId(recipe) != sampling);
  recipe.data.balance = ClassBalance::None;
  recipe.data.mend.invert = true;
  QVERIFY(trialId(recipe) != before);
  recipe.data.mend.invert = false;
  QCOMPARE(trialId(recipe), before);
}

void TestGoldenRecipes::textsChangesAndFigures_areKept() {
  const Recipe recipe = loadRecipe(golden("recipes/every-field.json"));
  QCOMPARE(QString::fromStdString(recipe.title.at("zh_CN")), QString("每个字段"));
  QCOMPARE(QString::fromStdString(recipe.lesson.at("en")),
           QString("Nothing here is at its default."));
  QCOMPARE(recipe.seed, 18446744073709551615U);
  const std::vector<LiveChange> changes = {{"optimizer.learning_rate", 0.01, 2, 11},
                                           {"epochs", 8, 2, 11},
                                           {"optimizer.learning_rate", 0.005, 5, 0},
                                           {"epochs", 9, 5, 0}};
  QVERIFY(recipe.changes == changes);
  const std::vector<PublishedFigure> published = {{"test_accuracy", 3, 0.9871, 0.002},
                                                  {"train_loss", 0, 0.0421, 0},
                                                  {"test_loss", 0, 0.05, 0},
                                                  {"train_accuracy", 1, 0.9, 0}};
  QVERIFY(recipe.published == published);
}

void TestGoldenRecipes::recipeOfARun_hasTheChangesMadeByHand() {
  const Recipe recipe = loadRecipe(golden("recipes/window.json"));
  const std::vector<LiveChange> changes = {{"optimizer.learning_rate", 0.02, 1, 0},
                                           {"epochs", 5, 1, 0}};
  QVERIFY(recipe.changes == changes);
  QCOMPARE(recipe.optimizer.learningRate, 0.05);
}

void TestGoldenRecipes::folder_holdsNoOtherFile() {
  QStringList covered;
  for (const auto& [file, expected] : kRecipes) covered << file;
  covered.sort();
  QCOMPARE(goldenFiles("recipes"), covered);
}

INKLING_TEST(TestGoldenRecipes)
#include "tst_recipes.moc"
