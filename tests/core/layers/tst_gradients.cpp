// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loss/softmaxcrossentropy.h"
#include "tests/core/support/gradientcheck.h"
#include "tests/core/support/layerspecs.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// Every layer inside a small network: its own gradients, and through the parameters of the layers
/// before it the gradient of its input.
class TestGradients final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void gradients_agreeWithDifferences_data();
  void gradients_agreeWithDifferences();
  void kinks_areFoundAndSkipped();
  void model_isCheckedOnImages();
  void report_withCancel_isShort();
};

namespace {

LayerSpec withoutBias(LayerSpec spec) {
  spec.bias = false;
  return spec;
}

const LayerSpec kReLU = of(LayerKind::ReLU);
const LayerSpec kTanh = of(LayerKind::Tanh);
const LayerSpec kSigmoid = of(LayerKind::Sigmoid);
const LayerSpec kFlatten = of(LayerKind::Flatten);
const LayerSpec kBatchNorm = of(LayerKind::BatchNorm);

void row(const char* name, const GradientCase& problem) { QTest::newRow(name) << problem; }

void addDenseRows() {
  const auto d = LayerSpec::dense;
  row("dense", {.layers = {d(4)}});
  row("dense, one sample", {.layers = {d(4)}, .samples = 1});
  row("dense without bias", {.layers = {withoutBias(d(6)), kTanh, withoutBias(d(3))}});
  row("dense, wide", {.input = {1, 1, 40}, .layers = {d(67), kTanh, d(5)}, .samples = 19});
  row("dense, shared out", {.input = {20, 20, 1}, .layers = {d(96), kTanh, d(5)}, .samples = 9});
  row("dense, narrow between wide ones",
      {.layers = {d(40), kTanh, d(9), kTanh, d(35), kTanh, d(3)}, .samples = 19});
  row("relu", {.layers = {d(8), kReLU, d(3)}});
  row("tanh", {.layers = {d(8), kTanh, d(3)}});
  row("sigmoid", {.layers = {d(8), kSigmoid, d(3)}});
  row("activations in a row", {.layers = {d(8), kTanh, kSigmoid, kReLU, d(3)}});
  row("relu first, then trained", {.layers = {kReLU, d(6), kTanh, d(3)}});
  row("tanh last", {.layers = {d(6), kTanh, d(3), kTanh}});
  row("dropout", {.layers = {d(16), kTanh, LayerSpec::dropout(0.5), d(9), kSigmoid,
                             LayerSpec::dropout(0.2), d(3)}});
  row("dropout before relu", {.layers = {d(16), LayerSpec::dropout(0.3), kReLU, d(3)}});
  row("dropout of the input", {.layers = {LayerSpec::dropout(0.4), d(6), kTanh, d(3)}});
  row("batch norm, dense", {.layers = {d(7), kBatchNorm, kTanh, d(3)}, .samples = 9});
  row("batch norm, one sample", {.layers = {d(7), kBatchNorm, kTanh, d(3)}, .samples = 1});
  row("batch norm first", {.layers = {kBatchNorm, d(7), kTanh, d(3)}, .samples = 9});
  row("batch norm last", {.layers = {d(7), kTanh, d(3), kBatchNorm}, .samples = 9});
  row("batch norm twice", {.layers = {d(7), kBatchNorm, kBatchNorm, d(3)}, .samples = 9});
  row("batch norm, relu", {.layers = {d(7), kBatchNorm, kReLU, d(3)}, .samples = 9});
}

void addConvolutionRows() {
  const auto d = LayerSpec::dense;
  const Shape grey{7, 6, 1};
  const Shape colour{6, 7, 3};
  row("conv2d", {.input = grey, .layers = {conv(3, 3, 1, 0), kFlatten, d(3)}});
  row("conv2d without flatten", {.input = grey, .layers = {conv(3, 3, 1, 0), d(3)}});
  row("conv2d without bias",
      {.input = colour, .layers = {conv(4, 3, 1, 0, false), kTanh, conv(2, 2, 1, 0, false), d(3)}});
  row("conv2d, padding",
      {.input = colour, .layers = {conv(5, 3, 1, 1), kTanh, conv(4, 5, 1, 2), kTanh, d(3)}});
  row("conv2d, stride",
      {.input = colour, .layers = {conv(9, 3, 2, 0), kTanh, conv(3, 2, 1, 0), d(3)}});
  row("conv2d, stride behind another",
      {.input = colour, .layers = {conv(3, 2, 1, 0), kTanh, conv(4, 3, 2, 0), d(3)}});
  row("conv2d, stride and padding",
      {.input = colour, .layers = {conv(3, 3, 1, 2), kTanh, conv(4, 4, 3, 2), kTanh, d(3)}});
  row("conv2d, long rows",
      {.input = {6, 31, 1}, .layers = {conv(3, 3, 1, 0), kTanh, conv(2, 3, 1, 0), d(3)}});
  row("conv2d, rows of one tile",
      {.input = {8, 16, 1}, .layers = {conv(3, 3, 1, 0), kTanh, conv(2, 5, 1, 0), d(3)}});
  row("conv2d, 1×1",
      {.input = colour, .layers = {conv(4, 1, 1, 0), kTanh, conv(3, 1, 2, 0), d(3)}});
  row("conv2d, whole image", {.input = {4, 4, 2}, .layers = {conv(5, 4, 1, 0), kTanh, d(3)}});
  row("conv2d, many channels",
      {.input = {5, 4, 2}, .layers = {conv(14, 2, 1, 0), kTanh, conv(15, 2, 1, 1), kTanh, d(3)}});
  row("conv2d, tiles",
      {.input = {12, 12, 1},
       .layers = {conv(8, 5, 1, 0), kTanh, conv(16, 3, 1, 1), kTanh, conv(8, 3, 1, 0), d(3)},
       .samples = 9});
  row("conv2d, tiles cut off", {.input = {5, 8, 8},
                                .layers = {conv(8, 3, 1, 0), kTanh, conv(8, 3, 1, 2, false), d(3)},
                                .samples = 3});
  row("conv2d, tiles in parts",
      {.input = {24, 21, 8}, .layers = {conv(8, 3, 1, 0), kTanh, conv(8, 3, 1, 1)}, .samples = 2});
  row("conv2d last", {.input = {5, 5, 2}, .layers = {conv(4, 3, 1, 1), kTanh, conv(3, 5, 1, 0)}});
  row("conv2d, many samples", {.input = {12, 12, 1},
                               .layers = {conv(8, 5, 1, 0), kTanh, conv(4, 5, 1, 0), d(3)},
                               .samples = 33});
  row("batch norm, conv2d",
      {.input = grey,
       .layers = {conv(3, 3, 1, 1), kBatchNorm, kTanh, conv(2, 3, 1, 0), d(3)},
       .samples = 5});
  row("batch norm, conv2d without bias, relu",
      {.input = grey, .layers = {conv(4, 3, 1, 0, false), kBatchNorm, kReLU, d(3)}, .samples = 5});
  row("dropout, conv2d",
      {.input = grey, .layers = {conv(4, 3, 1, 0), kTanh, LayerSpec::dropout(0.3), d(3)}});
}

void addPoolRows() {
  const auto d = LayerSpec::dense;
  const Shape input{9, 8, 2};
  row("pool", {.input = input, .layers = {conv(4, 2, 1, 0), pool(2, 2), d(3)}});
  row("pool, relu", {.input = input, .layers = {conv(4, 2, 1, 0), pool(2, 2), kReLU, d(3)}});
  row("tanh, pool", {.input = input, .layers = {conv(4, 2, 1, 0), kTanh, pool(2, 2), d(3)}});
  row("relu, pool", {.input = input, .layers = {conv(6, 2, 1, 0), kReLU, pool(2, 2), d(3)}});
  row("relu, pool, rest left out",
      {.input = input, .layers = {conv(5, 1, 1, 0), kReLU, pool(2, 2), d(3)}});
  row("relu, pool, all ties",
      {.input = input, .layers = {conv(4, 2, 1, 0), kReLU, pool(2, 2, true), d(3)}});
  row("pool, rest left out", {.input = input, .layers = {conv(4, 1, 1, 0), pool(2, 2), d(3)}});
  row("pool, overlapping", {.input = input, .layers = {conv(4, 2, 1, 0), pool(3, 2), d(3)}});
  row("pool 2, stride 1", {.input = input, .layers = {conv(3, 3, 1, 0), pool(2, 1), d(3)}});
  row("pool, gaps", {.input = input, .layers = {conv(4, 1, 1, 0), pool(2, 3), d(3)}});
  row("pool 3", {.input = input, .layers = {conv(9, 1, 1, 0), pool(3, 3), kTanh, d(3)}});
  row("pool, all ties", {.input = input, .layers = {conv(4, 2, 1, 0), pool(2, 2, true), d(3)}});
  row("pool, all ties, relu",
      {.input = input, .layers = {conv(4, 2, 1, 0), pool(2, 2, true), kReLU, d(3)}});
  row("pool, all ties, overlapping",
      {.input = input, .layers = {conv(4, 2, 1, 0), pool(3, 2, true), d(3)}});
  row("pool of the input", {.input = input, .layers = {pool(2, 2), conv(3, 2, 1, 0), kTanh, d(3)}});
  row("pool, conv2d, pool", {.input = {14, 14, 1},
                             .layers = {conv(6, 3, 1, 0), pool(2, 2), kReLU, conv(7, 3, 1, 1),
                                        pool(2, 2), kReLU, kFlatten, d(12), kReLU, d(3)}});
  row("everything", {.input = {10, 10, 1},
                     .layers = {conv(4, 3, 1, 1, false), kBatchNorm, kReLU, pool(2, 2),
                                conv(5, 3, 2, 1), kBatchNorm, kTanh, kFlatten,
                                LayerSpec::dropout(0.25), d(9), kBatchNorm, kSigmoid, d(4)},
                     .samples = 6,
                     .smoothing = 0.1});
}

void addLossRows() {
  const auto d = LayerSpec::dense;
  row("smoothing", {.layers = {d(6), kTanh, d(4)}, .smoothing = 0.1});
  row("strong smoothing", {.layers = {d(6), kTanh, d(4)}, .smoothing = 0.9});
  row("no class", {.layers = {d(6), kTanh, d(4)}, .labels = {kNoClass, 1, kNoClass, 3}});
  row("no class, smoothing",
      {.layers = {d(6), kTanh, d(4)}, .smoothing = 0.2, .labels = {kNoClass, 1, 2, kNoClass}});
  row("class weights", {.layers = {d(6), kTanh, d(4)}, .classWeights = {0.3, 2, 1, 7.5}});
  row("class weights, smoothing, no class", {.layers = {d(6), kBatchNorm, kTanh, d(4)},
                                             .smoothing = 0.1,
                                             .labels = {3, 0, kNoClass, 3},
                                             .classWeights = {0.3, 2, 1, 7.5}});
}

}  // namespace

void TestGradients::gradients_agreeWithDifferences_data() {
  QTest::addColumn<GradientCase>("problem");
  addDenseRows();
  addConvolutionRows();
  addPoolRows();
  addLossRows();
}

void TestGradients::gradients_agreeWithDifferences() {
  QFETCH(GradientCase, problem);
  const std::string wrong = complaint(checkGradients(problem));
  QVERIFY2(wrong.empty(), wrong.c_str());
}

// A bias of 0 on an input of 0 stands exactly in the corner of the ReLU.
void TestGradients::kinks_areFoundAndSkipped() {
  Network<double> network(Shape{1, 1, 2}, {LayerSpec::dense(3), kReLU, LayerSpec::dense(2)});
  network.initialise(5);
  Recipe recipe;
  const std::vector<Label> labels{0, 1};
  const GradientReport report =
      inkling::checkGradients(recipe, network, Matrix<double>::Zero(2, 2), labels);
  QCOMPARE(report.parameters.size(), std::size_t(4));
  QCOMPARE(report.parameters[0].kinks, 0);  // moving a weight of an input 0 changes nothing
  QCOMPARE(report.parameters[1].kinks, 3);
  QCOMPARE(report.parameters[1].checked, 0);
  QCOMPARE(report.kinks(), 3);
  QVERIFY(report.largestError() < 1e-6);
}

void TestGradients::model_isCheckedOnImages() {
  Model model;
  model.recipe.layers = {conv(4, 3, 1, 0), pool(2, 2), kReLU, LayerSpec::dense(10)};
  model.recipe.data.mean = 0.1;
  model.recipe.data.std = 0.3;
  model.network = Network<float>(Shape{8, 8, 1}, model.recipe.layers);
  model.network.initialise(3);
  auto set = std::make_shared<Dataset>();
  set->width = set->height = 8;
  set->classes = 10;
  for (int i = 0; i < 3 * 64; ++i) set->pixels.push_back(static_cast<std::uint8_t>(i * 89 % 256));
  set->labels = {4, 0, 9};
  GradientCheckOptions options;
  options.elements = 12;
  const GradientReport report = inkling::checkGradients(model, {set, {0, 1, 2}}, options);
  QCOMPARE(report.checked() + report.kinks(), 12 + 4 + 12 + 10);
  const std::string wrong = complaint(report);
  QVERIFY2(wrong.empty(), wrong.c_str());
}

void TestGradients::report_withCancel_isShort() {
  const std::atomic<bool> cancel{true};
  GradientCheckOptions options;
  options.cancel = &cancel;
  const std::vector<Label> labels{0};
  const GradientReport report =
      inkling::checkGradients(Recipe{}, randomNetwork({1, 1, 2}, {LayerSpec::dense(2)}),
                              randomInput(2, 1), labels, options);
  QCOMPARE(report.checked(), 0);
}

INKLING_TEST(TestGradients)
#include "tst_gradients.moc"
