// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/refusedmemory.h"
#include "tests/core/support/unusualrecipe.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <functional>

using namespace inkling;

namespace {

QString text(const std::string& string) { return QString::fromStdString(string); }

QString read(const char* json) {
  return test::errorOf([&] { static_cast<void>(recipeFromJson(json, "my.json")); });
}

}  // namespace

class TestRecipeJson final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyField_comesBackAsItWas();
  void everyField_isWritten();
  void choices_areReadAndWritten();
  void formatOne_meansWhatItMeant();
  void formatOne_changesThatDifferRemain();
  void newerFormat_isRefusedByName();
  void equalRecipes_giveEqualBytes();
  void partOfAnObject_keepsTheOtherDefaults();
  void wrongText_isOneSentence_data();
  void wrongText_isOneSentence();
  void severalProblems_areAllListed();
  void manyProblems_areCounted();
  void hugeText_isReadInTimeOrRefused_data();
  void hugeText_isReadInTimeOrRefused();
  void file_missingEmptyTruncatedOversizedOrFolder_isRefused();
  void memoryThatCannotBeHad_isAnError();
};

void TestRecipeJson::everyField_comesBackAsItWas() {
  const Recipe recipe = test::unusualRecipe();
  const Recipe back = recipeFromJson(toJson(recipe), "text");
  QCOMPARE(text(toJson(back)), text(toJson(recipe)));
  QVERIFY(back == recipe);
}

void TestRecipeJson::everyField_isWritten() {
  Recipe recipe;
  recipe.layers = {LayerSpec::dense(10), LayerSpec::of(LayerKind::ReLU)};
  const QString json = text(toJson(recipe));
  QVERIFY2(json.startsWith("{\n  \"format\": 3,\n  \"name\": \"untitled\",\n"), qPrintable(json));
  QVERIFY2(json.contains(R"(  "data": {
    "set": "mnist",
    "train_limit": null,
    "validation": null,
    "mean": 0.0,
    "std": 1.0,
    "shuffle": true,
    "balance": "none",
    "mend": {
      "grey": false,
      "stretch": false,
      "invert": false,
      "transpose": false,
      "mirror": false,
      "rotate": false,
      "blank": false,
      "duplicates": false,
      "gaps": false
    },
    "prepare": "auto"
  },
  "layers": [
    {
      "type": "dense",
      "units": 10,
      "bias": true,
      "weight_init": {
        "kind": "he_normal",
        "scale": 1.0
      },
      "bias_init": {
        "kind": "zeros",
        "scale": 1.0
      }
    },
    {
      "type": "relu"
    }
  ],
)"),
           qPrintable(json));
  for (const char* name : {"label_smoothing", "optimizer", "clip_norm", "final_factor", "refit",
                           "batch", "seed", "report_every", "changes", "published"})
    QVERIFY2(json.contains(QString("\"%1\": ").arg(name)), name);
}

void TestRecipeJson::choices_areReadAndWritten() {
  const auto dataOf = [](const char* json) {
    return recipeFromJson(QString(R"({"format": 2, "data": %1})").arg(json).toStdString(), "text")
        .data;
  };
  QVERIFY(dataOf("{}") == DataSpec{});
  QVERIFY(dataOf(R"({"validation": null, "train_limit": null})") == DataSpec{});
  for (const HeldOut& held :
       {HeldOut::drawn(30), HeldOut::part(0.25), HeldOut::last(0), HeldOut{}}) {
    Recipe recipe;
    recipe.data.validation = held;
    QVERIFY(recipeFromJson(toJson(recipe), "text").data.validation == held);
  }
  QVERIFY(dataOf(R"({"balance": "sampling"})").balance == ClassBalance::Sampling);
  QVERIFY(dataOf(R"({"validation": {"share": 0.25}})").validation == HeldOut::part(0.25));
  QVERIFY(dataOf(R"({"train_limit": {"first": 5}})").trainLimit == TrainLimit::first(5));
  QVERIFY(dataOf(R"({"train_limit": {"count": 5}})").trainLimit == TrainLimit::drawn(5));
}

void TestRecipeJson::formatOne_meansWhatItMeant() {
  const auto dataOf = [](const char* json) {
    return recipeFromJson(QString(R"({"data": %1})").arg(json).toStdString(), "text").data;
  };
  QVERIFY(recipeFromJson("{}", "text").data.validation == HeldOut::last(5000));
  QVERIFY(recipeFromJson(R"({"format": 1})", "text").data.validation == HeldOut::last(5000));
  QVERIFY(dataOf(R"({"validation_count": 0})").validation == HeldOut::last(0));
  QVERIFY(dataOf(R"({"train_limit": 12})").trainLimit == TrainLimit::first(12));
  QVERIFY(dataOf(R"({"train_limit": 0})").trainLimit == TrainLimit{});
  QCOMPARE(read(R"({"data": {"validation": {"last": 5}}})"),
           QString("my.json is not a usable recipe:\ndata.validation is {\"last\":5}, which an "
                   "unmarked recipe has not, allowed is \"format\": 2 at the beginning of the "
                   "recipe"));
}

// Each change said the learning rate and the epochs; only one of them had been changed.
void TestRecipeJson::formatOne_changesThatDifferRemain() {
  const Recipe recipe = recipeFromJson(R"({"optimizer": {"learning_rate": 0.1}, "epochs": 4,
      "changes": [{"epoch": 1, "step": 2, "learning_rate": 0.1, "epochs": 6},
                  {"epoch": 3, "learning_rate": 0.05, "epochs": 6},
                  {"epoch": 4, "learning_rate": 0.05, "epochs": 6},
                  {"epoch": 5, "learning_rate": 0.1, "epochs": 7}]})",
                                       "text");
  const std::vector<LiveChange> expected = {{"epochs", 6, 1, 2},
                                            {"optimizer.learning_rate", 0.05, 3, 0},
                                            {"optimizer.learning_rate", 0.1, 5, 0},
                                            {"epochs", 7, 5, 0}};
  QVERIFY(recipe.changes == expected);
}

void TestRecipeJson::newerFormat_isRefusedByName() {
  QCOMPARE(read(R"({"format": 4, "something": "new"})"),
           QString("my.json was written by a newer Inkling: recipe format 4, this program reads up "
                   "to 3."));
}

void TestRecipeJson::equalRecipes_giveEqualBytes() {
  QCOMPARE(text(toJson(test::unusualRecipe())), text(toJson(test::unusualRecipe())));
  const std::string shuffled = R"({"epochs": 3, "data": {"mean": 0.5, "set": "x"}, "name": "a"})";
  const std::string ordered = R"({"name": "a", "data": {"set": "x", "mean": 0.5}, "epochs": 3.0})";
  QCOMPARE(text(toJson(recipeFromJson(shuffled, "a"))), text(toJson(recipeFromJson(ordered, "b"))));
}

void TestRecipeJson::partOfAnObject_keepsTheOtherDefaults() {
  const Recipe recipe = recipeFromJson(
      R"({"layers": [{"type": "dense", "units": 3, "bias_init": {"scale": 2}}]})", "text");
  QVERIFY(recipe.layers[0].biasInit == (InitSpec{InitKind::Zeros, 2}));
  QVERIFY(recipe.optimizer == OptimizerSpec{});
}

void TestRecipeJson::wrongText_isOneSentence_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* json, const char* expected) {
    QTest::newRow(json) << QByteArray(json) << QString(expected);
  };
  row("", "my.json is not valid JSON: ");
  row("{\"batch\": 64", "my.json is not valid JSON: parse error at line 1, column 13");
  row("{\"batch\": 1e999}", "my.json is not valid JSON: ");
  row("{\"name\": \"\xff\"}", "my.json is not valid JSON: ");
  row("{\"batch\": 1, \"batch\": 2}", "my.json has the field \"batch\" twice.");
  row("[]", "the recipe is [], allowed is an object");
  row("{\"batch\": 1.5}", "batch is 1.5, allowed is a whole number, 1 … 65536");
  row("{\"batch\": \"64\"}", "batch is \"64\", allowed is a whole number, 1 … 65536");
  row("{\"batch\": 99999999999}", "batch is 99999999999, allowed is a whole number, 1 … 65536");
  row("{\"seed\": -1}", "seed is -1, allowed is a whole number, 0 … 18446744073709551615");
  row("{\"optimizer\": {\"kind\": \"adan\"}}",
      "optimizer.kind is \"adan\", allowed is sgd, momentum, nesterov, adam or adamw");
  row("{\"optimizer\": []}", "optimizer is [], allowed is an object");
  row("{\"layers\": {}}", "layers is {}, allowed is a list");
  row("{\"layers\": [{\"type\": \"relu\", \"units\": 3}]}",
      "layers[0].units is 3, which is unknown here, allowed is one of the fields type");
  row("{\"data\": {\"shuffle\": 1}}", "data.shuffle is 1, allowed is true or false");
  row("{\"data\": {\"balance\": \"weight\"}}",
      "data.balance is \"weight\", allowed is none, sampling or weights");
  row("{\"title\": {\"en\": 1}}", "title.en is 1, allowed is a text");
  row("{\"title\": \"x\"}", "title is \"x\", allowed is an object of texts by language");
  row("{\"name\": 1}", "name is 1, allowed is a text");
  row("{\"learning_rate\": 1}",
      "learning_rate is 1, which is unknown here, allowed is one of the fields name, ");
  row("{\"optimizer\": {\"learning_rate\": null}}",
      "optimizer.learning_rate is null, allowed is a number, 1e-12 … 1000");
  row("{\"format\": 0}", "format is 0, allowed is a whole number, 1 … 3");
  row("{\"format\": \"2\"}", "format is \"2\", allowed is a whole number, 1 … 3");
  row("{\"data\": {\"validation_count\": -1}}",
      "data.validation.last is -1, allowed is a whole number, 0 … 10000000");
  row("{\"format\": 2, \"data\": {\"validation_count\": 5}}",
      "data.validation_count is 5, which is unknown here");
  row("{\"format\": 2, \"data\": {\"validation\": {\"last\": 5, \"count\": 5}}}",
      "data.validation is {\"last\":5,\"count\":5}, allowed is null or an object with one of the "
      "fields count, share or last");
  row("{\"format\": 2, \"data\": {\"validation\": {\"default\": 5}}}",
      "data.validation is {\"default\":5}, allowed is null or");
  row("{\"format\": 2, \"data\": {\"validation\": {\"share\": 1}}}",
      "data.validation.share is 1, allowed is 0 … 0.99");
  row("{\"format\": 2, \"data\": {\"train_limit\": 5}}",
      "data.train_limit is 5, allowed is null or an object with one of the fields count or first");
  row("{\"changes\": [5]}", "changes[0] is 5, allowed is an object");
  row("{\"changes\": [{\"learning_rate\": \"x\"}]}",
      "changes[0].value is \"x\", allowed is a number");
}

void TestRecipeJson::wrongText_isOneSentence() {
  QFETCH(QByteArray, json);
  QFETCH(QString, expected);
  const QString sentence = read(json.constData());
  QVERIFY2(sentence.contains(expected), qPrintable(sentence));
}

void TestRecipeJson::severalProblems_areAllListed() {
  QCOMPARE(read(R"({"batch": 0, "seed": "x", "colour": 1, "layers": [{"type": "dense"}]})"),
           QString("my.json is not a usable recipe:\n"
                   "batch is 0, allowed is a whole number, 1 … 65536\n"
                   "seed is \"x\", allowed is a whole number, 0 … 18446744073709551615\n") +
               read(R"({"colour": 1})").section('\n', 1) +
               "\nlayers[0].units is 0, allowed is 1 … 65536");
}

void TestRecipeJson::manyProblems_areCounted() {
  std::string layers;
  for (int i = 0; i < 200; ++i) layers += std::string(i > 0 ? "," : "") + R"({"units": 0})";
  const QString sentence = read(("{\"layers\": [" + layers + "]}").c_str());
  QVERIFY2(sentence.contains("layers[19].units is 0"), qPrintable(sentence));
  QVERIFY2(!sentence.contains("layers[20].units is 0"), qPrintable(sentence));
  QVERIFY2(sentence.endsWith("… and 180 more"), qPrintable(sentence));
}

void TestRecipeJson::hugeText_isReadInTimeOrRefused_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QString>("expected");
  const auto repeated = [](int count, const std::function<QByteArray(int)>& item) {
    QByteArray text;
    for (int i = 0; i < count; ++i) text += (i > 0 ? "," : "") + item(i);
    return text;
  };
  const auto field = [](int i) {
    return "\"" + QByteArray(60, 'k') + QByteArray::number(i) + "\": 0";
  };
  const auto object = [](int) { return QByteArray("{}"); };
  const auto number = [](int) { return QByteArray("0"); };
  QTest::newRow("many fields") << "{" + repeated(60'000, field) + "}"
                               << "k0 is 0, which is unknown";
  QTest::newRow("too many fields") << "{" + repeated(65'537, field) + "}"
                                   << "my.json has an object of more than 65536 fields.";
  QTest::newRow("many objects") << "{\"x\": [" + repeated(200'000, object) + "]}"
                                << "x is [{},{}";
  QTest::newRow("many values") << "[" + repeated(1 << 22, number) + "]"
                               << "my.json has more than 4194304 values.";
  QTest::newRow("many layers") << "{\"layers\": [" + repeated(257, object) + "]}"
                               << "layers is a list of 257, allowed is at most 256 items";
}

// Seconds where the time is that of the square of the length.
void TestRecipeJson::hugeText_isReadInTimeOrRefused() {
  QFETCH(QByteArray, json);
  QFETCH(QString, expected);
  const std::clock_t begin = std::clock();
  const QString sentence = read(json.constData());
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  QVERIFY2(sentence.contains(expected), qPrintable(sentence.left(500)));
  QVERIFY2(seconds < 4, qPrintable(QString::number(seconds)));
}

void TestRecipeJson::file_missingEmptyTruncatedOversizedOrFolder_isRefused() {
  const QTemporaryDir folder;
  const auto write = [&](const char* name, const QByteArray& bytes) {
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
  };
  const auto load = [&](const char* name) {
    return loadRecipe(folder.filePath(name).toStdString());
  };
  const QByteArray good = QByteArray::fromStdString(toJson(test::unusualRecipe()));
  QVERIFY(write("good", good) && write("empty", "") && write("cut", good.left(good.size() / 2)));
  QVERIFY(write("large", good + QByteArray(1 << 20, ' ')));
  QVERIFY(write("deep", QByteArray(100'000, '[')));
  QVERIFY(load("good") == test::unusualRecipe());
  EXPECT_ERROR(load("missing"), "missing", "No such file");
  EXPECT_ERROR(load("."), "it is a folder");
  EXPECT_ERROR(load("empty"), "empty is not valid JSON");
  EXPECT_ERROR(load("cut"), "cut is not valid JSON");
  EXPECT_ERROR(load("large"), "allowed are 1048576");
  EXPECT_ERROR(load("deep"), "nested more than 64 levels");
}

// The library of JSON takes values apart with memory of its own; there may be none.
void TestRecipeJson::memoryThatCannotBeHad_isAnError() {
  const std::string json = toJson(test::unusualRecipe());
  QVERIFY(test::refuseEachAllocation([&] { static_cast<void>(toJson(test::unusualRecipe())); }) >
          100);
  QVERIFY(test::refuseEachAllocation([&] { static_cast<void>(recipeFromJson(json, "my.json")); }) >
          100);
}

INKLING_TEST(TestRecipeJson)
#include "tst_recipejson.moc"
