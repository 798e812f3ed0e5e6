// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/io/exportsnippets.h"
#include "core/io/onnx.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/onnxrunner.h"
#include "tests/support/testprogram.h"

#include <algorithm>
#include <limits>

using namespace inkling;

namespace {

using Layers = std::vector<LayerSpec>;

LayerSpec noBias(LayerSpec spec) {
  spec.bias = false;
  return spec;
}

// With parameters and statistics that are all different, so that a wrong order shows.
Model modelOf(const Layers& layers, const DataSpec& data = {}) {
  Model model;
  model.recipe.name = "sample";
  model.recipe.layers = layers;
  model.recipe.data = data;
  model.network = Network<float>({28, 28, 1}, layers);
  Random random(3, RandomPurpose::Analysis);
  for (auto& parameter : model.network.parameters())
    for (Index i = 0; i < parameter.value->size(); ++i)
      parameter.value->data()[i] = static_cast<float>(0.1 * random.normal());
  for (auto& statistic : model.network.statistics())
    for (Index i = 0; i < statistic.value->size(); ++i)
      statistic.value->data()[i] = static_cast<float>(random.uniform(0.2, 1));
  for (int i = 0; i < model.network.outputs(); ++i) model.classNames.push_back(std::to_string(i));
  return model;
}

}  // namespace

class TestOnnx final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void graph_givesInklingsProbabilities_data();
  void graph_givesInklingsProbabilities();
  void file_isWrittenWhole();
  void notFinite_isRefused();
  void unknownFolder_isRefused();
  void snippet_namesTheFile_data();
  void snippet_namesTheFile();
  void format_isToldByTheExtension();
};

void TestOnnx::graph_givesInklingsProbabilities_data() {
  using S = LayerSpec;
  using K = LayerKind;
  QTest::addColumn<Layers>("layers");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("std");
  QTest::newRow("softmax") << Layers{S::dense(10)} << 0.0 << 1.0;
  QTest::newRow("mean and std") << Layers{S::dense(10)} << 0.1307 << 0.3081;
  QTest::newRow("flatten first") << Layers{S::of(K::Flatten), S::dense(12), S::of(K::ReLU),
                                           S::dense(10)}
                                 << 0.0 << 1.0;
  QTest::newRow("without biases") << Layers{noBias(S::conv2d(3, 3)), S::maxPool2d(2),
                                            noBias(S::dense(10))}
                                  << 0.5 << 1.0;
  QTest::newRow("two convolutions, padding, stride")
      << Layers{S::conv2d(4, 5, 2),
                S::of(K::ReLU),
                S::maxPool2d(2),
                LayerSpec{.kind = K::Conv2d, .units = 6, .kernel = 3, .stride = 2},
                S::of(K::Tanh),
                S::of(K::Flatten),
                S::dense(10)}
      << 0.0 << 1.0;
  QTest::newRow("pool that leaves a rest")
      << Layers{S::conv2d(3, 4), S::maxPool2d(3), S::of(K::Sigmoid), S::dense(10)} << 0.0 << 1.0;
  QTest::newRow("pool that overlaps")
      << Layers{S::conv2d(3, 3), LayerSpec{.kind = K::MaxPool2d, .kernel = 3, .stride = 2},
                S::dense(10)}
      << 0.0 << 1.0;
  QTest::newRow("batch norm of images and of units, dropout")
      << Layers{S::conv2d(4, 3),     S::of(K::BatchNorm), S::of(K::ReLU),
                S::maxPool2d(2),     S::dropout(0.5),     S::dense(20),
                S::of(K::BatchNorm), S::of(K::ReLU),      S::dense(10)}
      << 0.0 << 1.0;
  QTest::newRow("window over units")
      << Layers{S::dense(16), S::of(K::ReLU), S::conv2d(10, 1)} << 0.0 << 1.0;
  QTest::newRow("activations between pool and dense")
      << Layers{S::conv2d(4, 3), S::maxPool2d(2),     S::of(K::Flatten),
                S::of(K::ReLU),  S::of(K::BatchNorm), S::dense(10)}
      << 0.0 << 1.0;
}

void TestOnnx::graph_givesInklingsProbabilities() {
  QFETCH(Layers, layers);
  QFETCH(double, mean);
  QFETCH(double, std);
  DataSpec data;
  data.mean = mean;
  data.std = std;
  const Model model = modelOf(layers, data);
  constexpr int kCount = 3;
  constexpr int kPixels = 28 * 28;
  std::vector<std::uint8_t> pixels;
  Random random(4, RandomPurpose::Analysis);
  for (int i = 0; i < kCount * kPixels; ++i)
    pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
  std::vector<double> images;
  for (const std::uint8_t pixel : pixels) images.push_back(pixel / 255.0);
  const auto found = test::runOnnx(onnxGraph(model), images, kCount, {28, 28, 1});
  QCOMPARE(found.size(), std::size_t{kCount * 10});
  for (std::size_t n = 0; n < kCount; ++n) {
    const auto expected = predict(model, std::span(pixels).subspan(n * kPixels, kPixels));
    for (std::size_t c = 0; c < 10; ++c)
      QVERIFY2(std::abs(found[n * 10 + c] - static_cast<double>(expected[c])) < 1e-5,
               qPrintable(QString("%1 %2").arg(found[n * 10 + c]).arg(expected[c])));
  }
}

void TestOnnx::file_isWrittenWhole() {
  if (!canExportOnnx()) QSKIP("built without the ONNX library");
  const test::Folder folder;
  const Model model = modelOf({LayerSpec::conv2d(2, 3), LayerSpec::dense(10)});
  exportOnnx(folder.path("a.onnx"), model);
  exportModel(folder.path("b.onnx"), model);
  const QByteArray bytes = test::fileBytes(folder.path("a.onnx"));
  QVERIFY(bytes.size() > 4 * model.network.parameterCount());
  QVERIFY(bytes.contains("Inkling") && bytes.contains("layers.1.weight"));
  QCOMPARE(test::fileBytes(folder.path("b.onnx")), bytes);
}

void TestOnnx::notFinite_isRefused() {
  if (!canExportOnnx()) QSKIP("built without the ONNX library");
  const test::Folder folder;
  Model model = modelOf({LayerSpec::dense(10)});
  (*model.network.parameters()[0].value)(2, 3) = std::numeric_limits<float>::quiet_NaN();
  EXPECT_ERROR(exportOnnx(folder.path("a.onnx"), model), "layers.0.weight", "finite");
  QVERIFY(!std::filesystem::exists(folder.path("a.onnx")));
}

void TestOnnx::unknownFolder_isRefused() {
  const test::Folder folder;
  EXPECT_ERROR(exportOnnx(folder.path("none/a.onnx"), modelOf({LayerSpec::dense(10)})), "a.onnx");
}

void TestOnnx::snippet_namesTheFile_data() {
  QTest::addColumn<int>("format");
  QTest::newRow("onnx") << static_cast<int>(ExportFormat::Onnx);
  QTest::newRow("npz") << static_cast<int>(ExportFormat::Npz);
  QTest::newRow("safetensors") << static_cast<int>(ExportFormat::Safetensors);
}

void TestOnnx::snippet_namesTheFile() {
  QFETCH(int, format);
  const std::string text = pythonSnippet(static_cast<ExportFormat>(format), "/a 'b'/c\\d.x");
  QVERIFY2(text.find("\"/a 'b'/c\\\\d.x\"") != std::string::npos, text.c_str());
  QVERIFY(std::ranges::count(text, '\n') <= 15);
}

void TestOnnx::format_isToldByTheExtension() {
  QCOMPARE(exportFormat("a.b.npz"), ExportFormat::Npz);
  QCOMPARE(exportFormat("X.ONNX"), ExportFormat::Onnx);
  QCOMPARE(exportFormat("x.onnx"), ExportFormat::Onnx);
  QCOMPARE(exportFormat("x.safetensors"), ExportFormat::Safetensors);
  EXPECT_ERROR(exportFormat("onnx"), ".onnx, .npz or .safetensors");
}

INKLING_TEST(TestOnnx)
#include "tst_onnx.moc"
