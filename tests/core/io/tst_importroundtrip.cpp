// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/folders.h"
#include "core/io/exchange.h"
#include "core/io/importweights.h"
#include "core/io/safetensors.h"
#include "core/recipe/recipelibrary.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/weights.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

// The last layer's outputs become the classes.
Model exportedOf(std::vector<LayerSpec> layers, Shape input, int classes) {
  return test::drawnModel(test::recipeOf(std::move(layers)), input, classes);
}

std::vector<LayerSpec> colourLayers() {
  return {test::conv(6, 3, 1, 1),       test::of(LayerKind::BatchNorm),
          test::of(LayerKind::ReLU),    test::pool(2, 2),
          test::conv(5, 3, 1, 0),       test::of(LayerKind::ReLU),
          test::of(LayerKind::Flatten), LayerSpec::dense(12),
          test::of(LayerKind::Tanh),    LayerSpec::dense(10)};
}

}  // namespace

class TestImportRoundTrip final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void bundledRecipe_comesBack_data();
  void bundledRecipe_comesBack();
  void oddNetwork_comesBack_data();
  void oddNetwork_comesBack();
  void pairOfAnyShape_comesBack_data();
  void pairOfAnyShape_comesBack();
  void severalSides_takeTheOneThatHalves();
  void exportForOtherImages_isRefused();
  void newerExport_isRefusedByName();
};

void TestImportRoundTrip::bundledRecipe_comesBack_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("side");
  QTest::addColumn<int>("classes");
  for (const std::string& bundled : bundledNames(resourceFolder())) {
    const auto name = QString::fromStdString(bundled);
    QTest::addRow("%s", qPrintable(name)) << name << 28 << 10;
    QTest::addRow("%s, 20×20, 47 classes", qPrintable(name)) << name << 20 << 47;
  }
}

void TestImportRoundTrip::bundledRecipe_comesBack() {
  QFETCH(QString, name);
  QFETCH(int, side);
  QFETCH(int, classes);
  const Recipe recipe = findRecipe(name.toStdString(), resourceFolder());
  const Model model = test::drawnModel(recipe, {side, side, 1}, classes);
  const test::Folder folder;
  exportNpz(folder.path("m.npz"), model);
  exportSafetensors(folder.path("m.safetensors"), model);
  QVERIFY(test::givesTheSame(importWeights({folder.path("m.npz")}, recipe).model, model));
  const ImportedModel back = importWeights({folder.path("m.safetensors")}, recipe);
  QVERIFY(test::givesTheSame(back.model, model));
  QVERIFY(back.notes.empty());
  QVERIFY(back.model.recipe.published.empty());
}

void TestImportRoundTrip::oddNetwork_comesBack_data() {
  QTest::addColumn<int>("number");
  QTest::newRow("20×20, 47 classes, strided") << 0;
  QTest::newRow("32×32 in colour, batch norm") << 1;
  QTest::newRow("8×8, 2 classes") << 2;
  QTest::newRow("17×17 in colour, no convolution") << 3;
}

void TestImportRoundTrip::oddNetwork_comesBack() {
  QFETCH(int, number);
  const std::vector<Model> models = {
      exportedOf({test::conv(4, 5, 2, 2), test::of(LayerKind::ReLU), LayerSpec::dense(47)},
                 {20, 20, 1}, 47),
      exportedOf(colourLayers(), {32, 32, 3}, 10),
      exportedOf({LayerSpec::dense(5), test::of(LayerKind::Sigmoid), LayerSpec::dense(2)},
                 {8, 8, 1}, 2),
      exportedOf(
          {test::of(LayerKind::Flatten), test::of(LayerKind::BatchNorm), LayerSpec::dense(5)},
          {17, 17, 3}, 5)};
  const Model& model = models[static_cast<std::size_t>(number)];
  const test::Folder folder;
  exportNpz(folder.path("m.npz"), model);
  exportSafetensors(folder.path("m.safetensors"), model);
  QVERIFY(test::givesTheSame(importWeights({folder.path("m.npz")}, model.recipe).model, model));
  QVERIFY(
      test::givesTheSame(importWeights({folder.path("m.safetensors")}, model.recipe).model, model));
}

void TestImportRoundTrip::pairOfAnyShape_comesBack_data() {
  QTest::addColumn<int>("height");
  QTest::addColumn<int>("width");
  QTest::addColumn<int>("channels");
  QTest::addColumn<int>("classes");
  QTest::newRow("MNIST") << 28 << 28 << 1 << 10;
  QTest::newRow("20×20, 47 classes") << 20 << 20 << 1 << 47;
  QTest::newRow("in colour") << 8 << 8 << 3 << 2;
  QTest::newRow("not square") << 12 << 9 << 1 << 3;
}

void TestImportRoundTrip::pairOfAnyShape_comesBack() {
  QFETCH(int, height);
  QFETCH(int, width);
  QFETCH(int, channels);
  QFETCH(int, classes);
  const Shape input{height, width, channels};
  const Model model = exportedOf({LayerSpec::dense(classes)}, input, classes);
  const test::Folder folder;
  exportPair(folder.path("my-w.npy"), folder.path("my-b.npy"), model);
  ImportTarget target;
  if (height != width) target.input = input;
  QVERIFY(test::givesTheSame(
      importPair(folder.path("my-w.npy"), folder.path("my-b.npy"), target).model, model));
  QVERIFY(test::givesTheSame(importWeights({folder.path("my-w.npy"), folder.path("my-b.npy")},
                                           test::recipeOf({LayerSpec::dense(10)}), target)
                                 .model,
                             model));
}

void TestImportRoundTrip::severalSides_takeTheOneThatHalves() {
  const Model model =
      exportedOf({test::conv(3, 3, 1, 1), test::pool(2, 2), test::pool(2, 2), LayerSpec::dense(4)},
                 {20, 20, 1}, 4);
  const test::Folder folder;
  exportNpz(folder.path("m.npz"), model);
  const ImportedModel found = importWeights({folder.path("m.npz")}, model.recipe);
  QVERIFY(test::givesTheSame(found.model, model));
  QCOMPARE(found.notes.size(), std::size_t{1});
  QCOMPARE(found.notes[0],
           std::string("Images of 20x20x1 are assumed; 22x22x1 would fit as well."));
  const ImportedModel given =
      importWeights({folder.path("m.npz")}, model.recipe, {.input = Shape{23, 22, 1}});
  QVERIFY(given.model.network.inputShape() == Shape({23, 22, 1}));
  QVERIFY(given.notes.empty());
}

void TestImportRoundTrip::exportForOtherImages_isRefused() {
  const Model model =
      exportedOf({test::conv(3, 3, 1, 1), test::pool(2, 2), LayerSpec::dense(4)}, {20, 20, 1}, 4);
  const test::Folder folder;
  exportSafetensors(folder.path("m.safetensors"), model);
  const std::vector<std::filesystem::path> files{folder.path("m.safetensors")};
  EXPECT_ERROR(importWeights(files, model.recipe, {.input = Shape{21, 21, 1}}),
               "is for images of 20x20x1, not of 21x21x1");
  EXPECT_ERROR(importWeights(files, model.recipe, {.classNames = test::numberedClasses(10)}),
               "is for 4 classes, not for 10");
  EXPECT_ERROR(importWeights(files, model.recipe, {.channels = ChannelOrder::First}),
               "was written by Inkling");
}

void TestImportRoundTrip::newerExport_isRefusedByName() {
  const Model model = exportedOf({LayerSpec::dense(4)}, {3, 3, 1}, 4);
  const test::Folder folder;
  exportSafetensors(folder.path("m.safetensors"), model);
  TensorFile file = readSafetensors(folder.path("m.safetensors"));
  QCOMPARE(file.metadata["input"], std::string("3x3x1"));
  QCOMPARE(file.metadata["flatten_order"], std::string("rows, columns, channels"));
  QCOMPARE(file.metadata["class_names"], std::string(R"(["0","1","2","3"])"));
  const auto with = [&](const char* name, const char* value) {
    TensorFile changed = file;
    changed.metadata[name] = value;
    return importTensors({changed, "w", false}, model.recipe);
  };
  EXPECT_ERROR(with("inkling_weights", "2"), "was written by a newer Inkling");
  EXPECT_ERROR(with("inkling_weights", "two"), "\"inkling_weights\" makes no sense");
  EXPECT_ERROR(with("input", "3x3x2"), "\"input\" makes no sense");
  EXPECT_ERROR(with("class_names", "[1,2]"), "\"class_names\" makes no sense");
  EXPECT_ERROR(with("class_names", "["), "list of classes in w");
}

INKLING_TEST(TestImportRoundTrip)
#include "tst_importroundtrip.moc"
