// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/exchange.h"
#include "core/io/importweights.h"
#include "core/io/npy.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

Model withLayers(std::vector<LayerSpec> layers) {
  Model model;
  model.recipe.layers = std::move(layers);
  model.classNames = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  model.network = Network<float>({28, 28, 1}, model.recipe.layers);
  model.network.initialise(3);
  return model;
}

bool sameWeights(const Model& a, const Model& b) {
  const auto left = a.network.parameters();
  const auto right = b.network.parameters();
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const auto& x, const auto& y) { return *x.value == *y.value; });
}

}  // namespace

class TestExchange final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void pairWrittenByNumpy_isASoftmaxModel();
  void pair_comesBackToTheBit();
  void pairWithoutRoomForBoth_staysAsItWas();
  void flatBias_isTaken();
  void pairThatDoesNotFit_isRefused();
  void archives_comeBackToTheBit();
  void archiveForAnotherRecipe_isRefused();
  void archiveWithMoreThanTheRecipeHas_isRefused();
};

void TestExchange::pairWrittenByNumpy_isASoftmaxModel() {
  const test::Folder folder;
  test::runPython(
      "import sys, numpy as n\n"
      "n.save(sys.argv[1], n.arange(7840, dtype=n.float32).reshape(784, 10) / 7840)\n"
      "n.save(sys.argv[2], n.arange(10, dtype=n.float32).reshape(1, 10))\n",
      {test::arg(folder.path("W.npy")), test::arg(folder.path("b.npy"))});
  const Model model = importPair(folder.path("W.npy"), folder.path("b.npy")).model;
  const auto parameters = model.network.parameters();
  QCOMPARE((*parameters[0].value)(3, 2), 23.0F / 7840);  // class 3, pixel 2
  QCOMPARE((*parameters[1].value)(7, 0), 7.0F);
  QCOMPARE(model.classNames.size(), std::size_t{10});
  QVERIFY(validate(model.recipe).empty());
}

void TestExchange::pair_comesBackToTheBit() {
  const test::Folder folder;
  const Model model = withLayers({LayerSpec::dense(10)});
  exportPair(folder.path("W.npy"), folder.path("b.npy"), model);
  QVERIFY(readNpy(folder.path("W.npy")).shape == std::vector<int>({784, 10}));
  QVERIFY(readNpy(folder.path("b.npy")).shape == std::vector<int>({1, 10}));
  QVERIFY(sameWeights(importPair(folder.path("W.npy"), folder.path("b.npy")).model, model));
  EXPECT_ERROR(exportPair(folder.path("W.npy"), folder.path("b.npy"),
                          withLayers({LayerSpec::dense(5), LayerSpec::dense(10)})),
               "Only a network of one dense layer");
  LayerSpec bare = LayerSpec::dense(10);
  bare.bias = false;
  EXPECT_ERROR(exportPair(folder.path("W.npy"), folder.path("b.npy"), withLayers({bare})),
               "one dense layer with bias");
}

void TestExchange::pairWithoutRoomForBoth_staysAsItWas() {
  const test::Folder folder;
  const auto weights = folder.write("W.npy", "old");
  const Model model = withLayers({LayerSpec::dense(10)});
  EXPECT_ERROR(exportPair(weights, folder.path("missing/b.npy"), model), "missing/b.npy");
  QCOMPARE(test::fileBytes(weights), QByteArray("old"));
}

// As numpy writes a bias that was never a row: shape (10,).
void TestExchange::flatBias_isTaken() {
  const test::Folder folder;
  Model model = withLayers({LayerSpec::dense(10)});
  exportPair(folder.path("W.npy"), folder.path("b.npy"), model);
  Tensor bias = readNpy(folder.path("b.npy"));
  bias.shape = {10};
  const std::vector<char> bytes = encodeNpy(bias);
  const auto flat = folder.write("flat.npy", {bytes.data(), static_cast<qsizetype>(bytes.size())});
  QVERIFY(sameWeights(importPair(folder.path("W.npy"), flat).model, model));
}

void TestExchange::pairThatDoesNotFit_isRefused() {
  const test::Folder folder;
  const auto write = [&](const char* name, std::vector<int> shape) {
    const Tensor tensor{"", shape, std::vector<float>(static_cast<std::size_t>(sizeOf(shape)))};
    const std::vector<char> bytes = encodeNpy(tensor);
    return folder.write(name, {bytes.data(), static_cast<qsizetype>(bytes.size())});
  };
  const auto bias = write("b.npy", {1, 10});
  EXPECT_ERROR(importPair(write("W1.npy", {7840}), bias), "W1.npy with ",
               "holds the weights of 1 batch norm, the recipe has 1 dense layer");
  EXPECT_ERROR(importPair(write("W2.npy", {600, 10}), bias), "W2.npy with ",
               "W should have the shape 784×10, found 600×10", "their shape must be given");
  EXPECT_ERROR(importPair(write("W3.npy", {784, 1}), write("b1.npy", {1})), "W3.npy with ",
               "W should have the shape 784×(2 … 1000 classes), found 784×1");
  EXPECT_ERROR(importPair(write("W4.npy", {784, 9}), bias), "b.npy does not fit",
               "b should have the shape 9, found 1×10");
  EXPECT_ERROR(importPair(folder.path("no.npy"), bias), "no.npy", "No such file");
}

void TestExchange::archives_comeBackToTheBit() {
  const test::Folder folder;
  const Model model =
      withLayers({LayerSpec::conv2d(3, 5), LayerSpec::maxPool2d(2), LayerSpec::dense(10)});
  exportNpz(folder.path("m.npz"), model);
  exportSafetensors(folder.path("m.safetensors"), model);
  QVERIFY(sameWeights(importWeights({folder.path("m.npz")}, model.recipe).model, model));
  QVERIFY(sameWeights(importWeights({folder.path("m.safetensors")}, model.recipe).model, model));
  QCOMPARE(test::runPython("import sys, numpy as n\n"
                           "print({k: v.shape for k, v in n.load(sys.argv[1]).items()})",
                           {test::arg(folder.path("m.npz"))}),
           QString("{'layers.0.weight': (3, 5, 5, 1), 'layers.0.bias': (3,), "
                   "'layers.2.weight': (10, 432), 'layers.2.bias': (10,)}\n"));
}

void TestExchange::archiveForAnotherRecipe_isRefused() {
  const test::Folder folder;
  const Model model = withLayers({LayerSpec::dense(20), LayerSpec::dense(10)});
  exportNpz(folder.path("m.npz"), model);
  Recipe other = model.recipe;
  other.layers[0].units = 30;
  EXPECT_ERROR(importWeights({folder.path("m.npz")}, other), "m.npz",
               "layers.0.weight should have the shape 30×784, found 20×784");
  other.layers = {LayerSpec::dense(10)};
  EXPECT_ERROR(importWeights({folder.path("m.npz")}, other), "m.npz",
               "holds the weights of 2 dense layers, the recipe has 1 dense layer");
  other = model.recipe;
  other.layers.insert(other.layers.begin(), LayerSpec::dropout(7));
  EXPECT_ERROR(importWeights({folder.path("m.npz")}, other), "is not usable", "layers[0].rate");
}

void TestExchange::archiveWithMoreThanTheRecipeHas_isRefused() {
  const test::Folder folder;
  const Model model = withLayers({LayerSpec::dense(10)});
  LayerSpec bare = LayerSpec::dense(10);
  bare.bias = false;
  Recipe without = model.recipe;
  without.layers = {bare};
  exportNpz(folder.path("m.npz"), model);
  EXPECT_ERROR(importWeights({folder.path("m.npz")}, without), "m.npz", "layers.0.bias");
}

INKLING_TEST(TestExchange)
#include "tst_exchange.moc"
