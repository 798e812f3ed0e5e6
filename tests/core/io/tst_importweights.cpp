// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/importweights.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/weights.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace inkling;

namespace {

Tensor transposed(const Tensor& tensor) {
  Tensor result = tensor;
  std::swap(result.shape[0], result.shape[1]);
  for (int i = 0; i < tensor.shape[0]; ++i)
    for (int j = 0; j < tensor.shape[1]; ++j)
      result.values[static_cast<std::size_t>(j * tensor.shape[0] + i)] =
          tensor.values[static_cast<std::size_t>(i * tensor.shape[1] + j)];
  return result;
}

Tensor named(Tensor tensor, const std::string& name) {
  tensor.name = name;
  return tensor;
}

ImportedModel imported(std::vector<Tensor> tensors, const Recipe& recipe,
                       const ImportTarget& target = {}, bool layerOrder = false) {
  return importTensors({{std::move(tensors), {}}, "w", layerOrder}, recipe, target);
}

const Matrix<float>& weight(const ImportedModel& from, int parameter) {
  return *from.model.network.parameters()[static_cast<std::size_t>(parameter)].value;
}

}  // namespace

class TestImportWeights final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void eitherOrientation_isFoundByShape();
  void squareWeights_areDecidedByTheBias();
  void imageThatIsNotSquare_mustBeGiven();
  void targetThatContradicts_isRefused();
  void namesOutOfOrder_areToldByShape();
  void sameShapes_areToldByNumbers();
  void sameShapesWithOtherWords_needTheFilesOrder();
  void channelsOfPlainArrays_areNoted();
  void givenChannels_areTaken();
  void layersThatDoNotFit_areNamed_data();
  void layersThatDoNotFit_areNamed();
};

void TestImportWeights::eitherOrientation_isFoundByShape() {
  const Tensor inputsFirst = test::ramp("W1", {16, 7});
  const Recipe recipe =
      test::recipeOf({LayerSpec::dense(7), LayerSpec::dense(7), LayerSpec::dense(3)});
  std::vector<Tensor> tensors{
      inputsFirst,           test::ramp("b1", {7}),    test::ramp("W2", {7, 7}),
      test::ramp("b2", {7}), test::ramp("W3", {7, 3}), test::ramp("b3", {3})};
  const ImportedModel straight = imported(tensors, recipe);
  QCOMPARE(weight(straight, 0)(2, 5), inputsFirst.values[5 * 7 + 2]);
  for (const std::size_t i : {0U, 2U, 4U}) tensors[i] = transposed(tensors[i]);
  const ImportedModel turned = imported(tensors, recipe);
  for (int i = 0; i < 6; ++i) QVERIFY(weight(turned, i) == weight(straight, i));
}

void TestImportWeights::squareWeights_areDecidedByTheBias() {
  const Recipe recipe = test::recipeOf({LayerSpec::dense(16)});
  const Tensor square = test::ramp("W", {16, 16});
  EXPECT_ERROR(imported({square, test::ramp("b", {16})}, recipe),
               "w: whether W of 16×16 is inputs × outputs", "1×n");
  QCOMPARE(weight(imported({square, test::ramp("b", {1, 16})}, recipe), 0)(1, 0), square.values[1]);
  QCOMPARE(weight(imported({square, test::ramp("b", {16, 1})}, recipe), 0)(1, 0),
           square.values[16]);
  // PyTorch's names say it.
  QCOMPARE(
      weight(imported({named(square, "fc.weight"), test::ramp("fc.bias", {16})}, recipe), 0)(1, 0),
      square.values[16]);
}

void TestImportWeights::imageThatIsNotSquare_mustBeGiven() {
  const std::vector<Tensor> tensors{test::ramp("W", {12, 3}), test::ramp("b", {3})};
  const Recipe recipe = test::recipeOf({LayerSpec::dense(3)});
  const ImportedModel colour = imported(tensors, recipe);
  QVERIFY(colour.model.network.inputShape() == Shape({2, 2, 3}));
  const std::vector<Tensor> odd{test::ramp("W", {15, 3}), test::ramp("b", {3})};
  EXPECT_ERROR(imported(odd, recipe), "W should have the shape", "found 15×3",
               "If the images are not square, their shape must be given.");
  const QString later = test::errorOf([&] {
    imported({test::ramp("W1", {16, 4}), test::ramp("b1", {4}), test::ramp("W2", {5, 3}),
              test::ramp("b2", {3})},
             test::recipeOf({LayerSpec::dense(4), LayerSpec::dense(3)}));
  });
  QVERIFY2(later.contains("W2 should have the shape 4×3, found 5×3.") &&
               !later.contains("their shape must be given"),
           qPrintable(later));
  const ImportedModel given = imported(odd, recipe, {.input = Shape{5, 3, 1}});
  QVERIFY(given.model.network.inputShape() == Shape({5, 3, 1}));
  EXPECT_ERROR(imported(odd, recipe, {.input = Shape{300, 1, 1}}), "300x1x1 are not possible");
}

void TestImportWeights::targetThatContradicts_isRefused() {
  const std::vector<Tensor> tensors{test::ramp("fc.weight", {47, 400}),
                                    test::ramp("fc.bias", {47})};
  const Recipe recipe = test::recipeOf({LayerSpec::dense(10)});
  const ImportedModel found = imported(tensors, recipe);
  QCOMPARE(found.model.recipe.layers[0].units, 47);
  QCOMPARE(found.notes.size(), std::size_t{1});
  QVERIFY(found.notes[0].starts_with("The last layer has 47 outputs"));
  QVERIFY(imported(tensors, recipe, {.classNames = test::numberedClasses(47)}).notes.empty());
  EXPECT_ERROR(imported(tensors, recipe, {.classNames = test::numberedClasses(10)}),
               "fc.weight should have the shape 10×", "found 47×400");
  EXPECT_ERROR(imported(tensors, recipe, {.input = Shape{28, 28, 1}}),
               "fc.weight should have the shape 47×784, found 47×400");
  EXPECT_ERROR(imported({test::ramp("fc.weight", {1, 400}), test::ramp("fc.bias", {1})}, recipe,
                        {.input = Shape{20, 20, 1}}),
               "(2 … 1000 classes)×400, found 1×400");
}

void TestImportWeights::namesOutOfOrder_areToldByShape() {
  const Recipe recipe = test::recipeOf({LayerSpec::dense(6), LayerSpec::dense(3)});
  const ImportedModel found =
      imported({test::ramp("model.a_out.weight", {3, 6}), test::ramp("model.a_out.bias", {3}),
                test::ramp("model.z_in.weight", {6, 16}), test::ramp("model.z_in.bias", {6})},
               recipe);
  QCOMPARE(weight(found, 0).cols(), Index{16});
  QVERIFY(found.notes.empty());
}

void TestImportWeights::sameShapes_areToldByNumbers() {
  const Recipe recipe =
      test::recipeOf({LayerSpec::dense(4), LayerSpec::dense(4), LayerSpec::dense(4)});
  std::vector<Tensor> tensors;
  for (const int number : {10, 9, 2}) {
    const std::string name = "net.fc" + std::to_string(number);
    tensors.push_back(test::ramp(name + ".weight", {4, 4}));
    tensors.back().values[0] = static_cast<float>(number);
    tensors.push_back(test::ramp(name + ".bias", {4}));
  }
  const ImportedModel found = imported(tensors, recipe);
  QCOMPARE(weight(found, 0)(0, 0), 2.0F);
  QCOMPARE(weight(found, 2)(0, 0), 9.0F);
  QCOMPARE(weight(found, 4)(0, 0), 10.0F);
}

void TestImportWeights::sameShapesWithOtherWords_needTheFilesOrder() {
  const Recipe recipe = test::recipeOf({LayerSpec::dense(4), LayerSpec::dense(4)});
  Tensor early = test::ramp("stem.weight", {4, 4});
  early.values[0] = 1;
  const std::vector<Tensor> tensors{early, test::ramp("stem.bias", {4}),
                                    test::ramp("head.weight", {4, 4}),
                                    test::ramp("head.bias", {4})};
  EXPECT_ERROR(imported(tensors, recipe), "stem.weight", "head.weight", "cannot be told");
  const ImportedModel ordered = imported(tensors, recipe, {}, true);
  QCOMPARE(weight(ordered, 0)(0, 0), 1.0F);
  QCOMPARE(ordered.notes.size(), std::size_t{1});
  QVERIFY(ordered.notes[0].starts_with("stem.weight and head.weight have the same shape"));
}

void TestImportWeights::channelsOfPlainArrays_areNoted() {
  const std::vector<Tensor> tensors{test::ramp("W", {12, 3}), test::ramp("b", {3})};
  const Recipe recipe = test::recipeOf({LayerSpec::dense(3)});
  const ImportedModel last = imported(tensors, recipe);
  QCOMPARE(last.notes.size(), std::size_t{1});
  QVERIFY(last.notes[0].starts_with("Channels are assumed to come last"));
  QCOMPARE(weight(last, 0)(0, 1), tensors[0].values[3]);
  const ImportedModel first = imported(tensors, recipe, {.channels = ChannelOrder::First});
  QVERIFY(first.notes.empty());
  QCOMPARE(weight(first, 0)(0, 1), tensors[0].values[4 * 3]);  // channel 1 of pixel 0
}

// A convolution of as many channels as its kernel is wide has the same shape in both orders.
void TestImportWeights::givenChannels_areTaken() {
  const Recipe recipe = test::recipeOf({test::conv(2, 3, 1, 0), LayerSpec::dense(2)});
  std::vector<Tensor> tensors{
      test::ramp("layers.0.weight", {2, 3, 3, 3}), test::ramp("layers.0.bias", {2}),
      test::ramp("layers.1.weight", {2, 8}), test::ramp("layers.1.bias", {2})};
  const ImportedModel assumed = imported(tensors, recipe);
  QVERIFY(assumed.notes.size() == 1 && assumed.notes[0].starts_with("Channels are assumed"));
  QCOMPARE(weight(assumed, 0)(0, 1), tensors[0].values[1]);
  const ImportedModel first = imported(tensors, recipe, {.channels = ChannelOrder::First});
  QCOMPARE(weight(first, 0)(0, 1), tensors[0].values[9]);
  for (Tensor& tensor : tensors) tensor.name = "net." + tensor.name;
  const ImportedModel torch = imported(tensors, recipe);
  QVERIFY(torch.notes.empty());
  QVERIFY(weight(torch, 0) == weight(first, 0));
}

void TestImportWeights::layersThatDoNotFit_areNamed_data() {
  QTest::addColumn<int>("number");
  QTest::addColumn<QString>("expected");
  QTest::newRow("one layer too many")
      << 0 << "holds the weights of 3 dense layers, the recipe has 2 dense layers";
  QTest::newRow("no bias") << 1 << "the bias beside fc2.weight is missing";
  QTest::newRow("no weight") << 2 << "the weight beside fc2.bias is missing";
  QTest::newRow("hidden") << 3 << "fc1.weight should have the shape 6×784, found 5×16";
  QTest::newRow("bias") << 4 << "fc2.bias should have the shape 3, found 4";
  QTest::newRow("unknown") << 5 << "what \"lr\" is cannot be told";
  QTest::newRow("path") << 6 << "what \"../../etc/passwd\" is cannot be told";
  QTest::newRow("twice") << 7 << "fc1.weight and fc1/weight are the same thing";
  QTest::newRow("not finite") << 8 << "is inf, expected are finite numbers";
  QTest::newRow("long name") << 9 << "a name has 1000 characters";
  QTest::newRow("nothing") << 10 << "holds the weights of no layer";
  QTest::newRow("batch norm")
      << 11 << "holds the weights of 1 batch norm and 1 dense layer, the recipe has 2 dense layers";
  QTest::newRow("numbers") << 12 << "fc2.weight should have the shape";
}

void TestImportWeights::layersThatDoNotFit_areNamed() {
  QFETCH(int, number);
  QFETCH(QString, expected);
  std::vector<Tensor> tensors{test::ramp("fc1.weight", {6, 16}), test::ramp("fc1.bias", {6}),
                              test::ramp("fc2.weight", {3, 6}), test::ramp("fc2.bias", {3})};
  const Recipe recipe = test::recipeOf({LayerSpec::dense(6), LayerSpec::dense(3)});
  static_cast<void>(imported(tensors, recipe));
  const std::vector<std::function<void()>> changes = {
      [&] {
        tensors.push_back(test::ramp("fc3.weight", {3, 3}));
      },
      [&] { tensors.pop_back(); },
      [&] { tensors.erase(tensors.begin() + 2); },
      [&] {
        tensors[0] = test::ramp("fc1.weight", {5, 16}),
        tensors[2] = test::ramp("fc2.weight", {3, 5});
      },
      [&] { tensors[3] = test::ramp("fc2.bias", {4}); },
      [&] { tensors.push_back(test::ramp("lr", {})); },
      [&] {
        tensors.push_back(test::ramp("../../etc/passwd", {2, 2}));
      },
      [&] {
        tensors.push_back(test::ramp("fc1/weight", {6, 16}));
      },
      [&] { tensors[2].values[1] = std::numeric_limits<float>::infinity(); },
      [&] { tensors[2].name = std::string(993, 'x') + ".weight"; },
      [&] { tensors.clear(); },
      [&] { tensors[2] = test::ramp("fc2.weight", {6}); },
      [&] {
        tensors[2] = test::ramp("fc2.weight", {}), tensors[2].shape = {0, 6};
      },
  };
  changes[static_cast<std::size_t>(number)]();
  EXPECT_ERROR(imported(tensors, recipe), expected, "w");
}

INKLING_TEST(TestImportWeights)
#include "tst_importweights.moc"
