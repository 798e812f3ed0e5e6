// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"
#include "core/recipe/recipelibrary.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace inkling;

namespace {

std::filesystem::path resources() { return qgetenv("INKLING_RESOURCES").toStdString(); }

long parameters(const Recipe& recipe) {
  Shape shape{28, 28, 1};
  long count = 0;
  for (const LayerSpec& layer : recipe.layers) {
    count += parameterCount(layer, shape);
    shape = outputShape(layer, shape);
  }
  return count;
}

}  // namespace

class TestRecipeLibrary final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void bundledRecipes_rungsFirstThenByName();
  void bundledRecipes_canRunAndTeachInBothLanguages();
  void bundledRecipes_haveTheSizesTheyPromise();
  void bundledRecipes_unusableOne_isLeftOutAndNamed();
  void findRecipe_byNameOrFile();
  void findRecipe_unknown_listsTheNames();
  void inLanguage_fallsBackToEnglish();
};

void TestRecipeLibrary::bundledRecipes_rungsFirstThenByName() {
  std::vector<std::string> problems;
  const std::vector<Recipe> recipes = bundledRecipes(resources(), problems);
  QVERIFY(problems.empty());
  QStringList names;
  for (const Recipe& recipe : recipes) names << QString::fromStdString(recipe.name);
  QCOMPARE(names.mid(0, 3), QStringList({"softmax", "mlp", "cnn"}));
  QStringList others = names.mid(3);
  others.sort();
  QCOMPARE(names.mid(3), others);
  for (const char* name :
       {"too-slow", "mlp-128", "mlp-1024", "mlp-2x128", "cnn-8x3x3", "cnn-best"}) {
    QVERIFY2(names.contains(name), name);
  }
}

void TestRecipeLibrary::bundledRecipes_canRunAndTeachInBothLanguages() {
  std::vector<std::string> unusable;
  for (const Recipe& recipe : bundledRecipes(resources(), unusable)) {
    const std::string problems = describe(validate(recipe));
    QVERIFY2(problems.empty(), (recipe.name + ": " + problems).c_str());
    for (const char* language : {"en", "zh_CN"}) {
      QVERIFY2(recipe.title.contains(language), recipe.name.c_str());
      QVERIFY2(recipe.lesson.contains(language), recipe.name.c_str());
    }
  }
}

void TestRecipeLibrary::bundledRecipes_haveTheSizesTheyPromise() {
  QCOMPARE(parameters(findRecipe("softmax", resources())), 7850L);
  QCOMPARE(parameters(findRecipe("mlp", resources())), 101770L);
  QCOMPARE(parameters(findRecipe("cnn", resources())), 215194L);
  QCOMPARE(parameters(findRecipe("mlp-1024", resources())), 814090L);
  QCOMPARE(parameters(findRecipe("mlp-2x128", resources())), 118282L);
  QCOMPARE(parameters(findRecipe("cnn-best", resources())), 189034L);
  QCOMPARE(parameters(findRecipe("cnn-8x3x3", resources())), 72L + 13530L);
}

void TestRecipeLibrary::bundledRecipes_unusableOne_isLeftOutAndNamed() {
  const test::Folder folder;
  std::filesystem::create_directory(folder.path("recipes"));
  folder.write("recipes/good.json", R"({"layers": [{"type": "dense", "units": 10}]})");
  folder.write("recipes/cut.json", R"({"layers": [)");
  std::vector<std::string> problems;
  const auto recipes = bundledRecipes(folder.path(""), problems);
  QCOMPARE(recipes.size(), std::size_t{1});
  QCOMPARE(recipes[0].name, std::string("good"));
  QCOMPARE(problems.size(), std::size_t{1});
  QVERIFY2(problems[0].find("cut.json") != std::string::npos, problems[0].c_str());
}

void TestRecipeLibrary::findRecipe_byNameOrFile() {
  const QTemporaryDir folder;
  QFile file(folder.filePath("own.json"));
  Recipe own = findRecipe("mlp", resources());
  own.batch = 99;
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(QByteArray::fromStdString(toJson(own)));
  file.close();
  QVERIFY(findRecipe(file.fileName().toStdString(), resources()) == own);
  QCOMPARE(findRecipe("cnn", resources()).epochs, 1);
}

void TestRecipeLibrary::findRecipe_unknown_listsTheNames() {
  EXPECT_ERROR(findRecipe("mpl", resources()), "\"mpl\"", "softmax, mlp, cnn, ");
  EXPECT_ERROR(findRecipe("mlp", "/nowhere"), "none are in /nowhere/recipes");
}

void TestRecipeLibrary::inLanguage_fallsBackToEnglish() {
  const std::map<std::string, std::string> text = {{"de", "Zwei"}, {"en", "Two"}, {"zh_CN", "二"}};
  QCOMPARE(QString::fromStdString(inLanguage(text, "zh_CN")), QString("二"));
  QCOMPARE(QString::fromStdString(inLanguage(text, "de_AT")), QString("Zwei"));
  QCOMPARE(QString::fromStdString(inLanguage(text, "fr")), QString("Two"));
  QCOMPARE(QString::fromStdString(inLanguage({{"fr", "Deux"}}, "en")), QString("Deux"));
  QVERIFY(inLanguage({}, "en").empty());
}

INKLING_TEST(TestRecipeLibrary)
#include "tst_recipelibrary.moc"
