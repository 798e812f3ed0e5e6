// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/unusualrecipe.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace inkling;

// Fields by their path, as texts.
class TestSetField final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void setField_changesThatFieldOnly();
  void setField_choosesInPlaceOfWhatWasChosen();
  void setField_refusesWhatIsNotAllowed_data();
  void setField_refusesWhatIsNotAllowed();
  void setField_newKind_keepsTheRest();
  void differences_oneLineEach();
  void fieldValues_canBeSet();
};

void TestSetField::setField_changesThatFieldOnly() {
  Recipe recipe = test::unusualRecipe();
  Recipe expected = recipe;
  expected.optimizer.learningRate = 0.05;
  expected.layers[7].units = 64;
  expected.data.set = "12";
  expected.data.shuffle = true;
  expected.data.balance = ClassBalance::Weights;
  expected.schedule.kind = ScheduleKind::Cosine;
  expected.title["de"] = "Seltsam";
  setField(recipe, "optimizer.learning_rate", "0.05");
  setField(recipe, "layers[7].units", "64");
  setField(recipe, "data.set", "12");
  setField(recipe, "data.shuffle", "true");
  setField(recipe, "data.balance", "weights");
  setField(recipe, "schedule.kind", "cosine");
  setField(recipe, "title.de", "Seltsam");
  QCOMPARE(toJson(recipe), toJson(expected));
}

void TestSetField::setField_choosesInPlaceOfWhatWasChosen() {
  Recipe recipe = test::unusualRecipe();
  const auto set = [&](const char* path, const char* value) {
    setField(recipe, path, value);
    return recipe.data;
  };
  QVERIFY(set("data.validation.count", "40").validation == HeldOut::drawn(40));
  QVERIFY(set("data.validation.last", "50").validation == HeldOut::last(50));
  QVERIFY(set("data.validation", "{\"share\":0.5}").validation == HeldOut::part(0.5));
  QVERIFY(set("data.validation", "default").validation == HeldOut{});
  QVERIFY(set("data.validation", "count 60").validation == HeldOut::drawn(60));
  QVERIFY(set("data.train_limit.first", "70").trainLimit == TrainLimit::first(70));
  QVERIFY(set("data.train_limit", "count 80").trainLimit == TrainLimit::drawn(80));
  QVERIFY(set("data.train_limit", "all").trainLimit == TrainLimit{});
  QVERIFY(recipe.data.validation == HeldOut::drawn(60));
}

void TestSetField::setField_refusesWhatIsNotAllowed_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* path, const char* value, const char* expected) {
    QTest::addRow("%s=%s", path, value) << QString(path) << QString(value) << QString(expected);
  };
  row("batch", "0", "batch is 0, allowed is a whole number, 1 … 65536");
  row("batch", "many", "batch is \"many\", allowed is a whole number");
  row("optimizer.learning_rate", "2000",
      "optimizer.learning_rate is 2000, allowed is 1e-12 … 1000");
  row("optimizer.kind", "best", "optimizer.kind is \"best\", allowed is sgd, ");
  row("optimizer.speed", "1", "optimizer.speed is 1, which is unknown here");
  row("data.validation.last", "-1", "data.validation.last is -1, allowed is a whole number");
  row("data.validation.first", "5",
      "data.validation is {\"first\":5}, allowed is null or an object");
  row("data.train_limit", "5", "data.train_limit is 5, allowed is null or an object with one of");
  row("data.train_limit", "most", "data.train_limit is \"most\", allowed is null or");
  row("batch.size", "1", "\"batch.size\" is not a field of a recipe: there is nothing below 1");
  row("layers[8].units", "1", "there are only 8 entries");
  row("layers[x].units", "1", "expected a number between [ and ]");
  row("layers[0", "1", "a ] is missing");
  row("data.", "1", "a name is missing");
  row("", "1", "it is empty");
}

void TestSetField::setField_refusesWhatIsNotAllowed() {
  QFETCH(QString, path);
  QFETCH(QString, value);
  QFETCH(QString, expected);
  Recipe recipe = test::unusualRecipe();
  EXPECT_ERROR(setField(recipe, path.toStdString(), value.toStdString()), expected);
  QVERIFY(recipe == test::unusualRecipe());
}

void TestSetField::setField_newKind_keepsTheRest() {
  Recipe recipe = test::unusualRecipe();
  setField(recipe, "layers[0].type", "max_pool2d");
  QVERIFY(recipe.layers[0].kind == LayerKind::MaxPool2d);
  QCOMPARE(recipe.layers[0].kernel, 5);
  QCOMPARE(recipe.layers.size(), std::size_t{8});
}

void TestSetField::fieldValues_canBeSet() {
  Recipe recipe;
  recipe.layers = {LayerSpec::dense(16), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)};
  recipe.title = {{"en", "A title"}};
  const auto fields = fieldValues(recipe);
  QVERIFY(std::ranges::find(fields, std::pair<std::string, std::string>("optimizer.learning_rate",
                                                                        "0.1")) != fields.end());
  QVERIFY(std::ranges::find(fields, std::pair<std::string, std::string>("layers[0].units", "16")) !=
          fields.end());
  Recipe again = recipe;
  for (const auto& [path, value] : fields) {
    QVERIFY2(!path.starts_with("title"), path.c_str());
    setField(again, path, value);
  }
  QCOMPARE(toJson(again), toJson(recipe));
}

void TestSetField::differences_oneLineEach() {
  const Recipe from = test::unusualRecipe();
  QVERIFY(differences(from, from).empty());
  Recipe to = from;
  to.optimizer.learningRate = 0.05;
  to.data.validation = HeldOut::last(10);
  to.lesson.clear();
  to.layers.pop_back();
  to.layers[5].rate = 0.5;
  std::vector<std::string> expected = {"data.validation share 0.25 → last 10",
                                       "layers[5].rate 0.25 → 0.5", "layers[7].type dense → none",
                                       "layers[7].units 10 → none"};
  const std::vector<std::string> found = differences(from, to);
  QVERIFY(std::equal(expected.begin(), expected.end(), found.begin()));
  QCOMPARE(QString::fromStdString(found.back()), QString("optimizer.learning_rate 1e-05 → 0.05"));
}

INKLING_TEST(TestSetField)
#include "tst_setfield.moc"
