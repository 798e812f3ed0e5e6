// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/importweights.h"
#include "core/io/npy.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/golden.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/weights.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using namespace inkling::test;

namespace {

Recipe cnnRecipe() {
  const std::vector<LayerSpec> block = {of(LayerKind::BatchNorm), of(LayerKind::ReLU), pool(2, 2)};
  std::vector<LayerSpec> layers{conv(4, 3, 1, 1)};
  layers.insert(layers.end(), block.begin(), block.end());
  layers.push_back(conv(6, 3, 1, 1));
  layers.insert(layers.end(), block.begin(), block.end());
  for (const LayerSpec& layer :
       {of(LayerKind::Flatten), LayerSpec::dense(7), of(LayerKind::ReLU), LayerSpec::dense(10)})
    layers.push_back(layer);
  return recipeOf(layers);
}

Recipe mlpRecipe() {
  return recipeOf({of(LayerKind::Flatten), of(LayerKind::BatchNorm), LayerSpec::dense(8),
                   of(LayerKind::Tanh), LayerSpec::dense(8), of(LayerKind::Tanh),
                   LayerSpec::dense(10)});
}

}  // namespace

/// Weights that PyTorch wrote give what PyTorch makes of the same images.
class TestGoldenImports final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void torchWeights_giveTorchsProbabilities_data();
  void torchWeights_giveTorchsProbabilities();
  void torchPickles_areCalledByTheirName();
  void folder_holdsNoOtherFile();
};

void TestGoldenImports::torchWeights_giveTorchsProbabilities_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("outputs");
  QTest::addColumn<bool>("convolves");
  QTest::newRow("safetensors") << "torch-cnn.safetensors"
                               << "torch-cnn-outputs.npz" << true;
  QTest::newRow("npz") << "torch-cnn.npz"
                       << "torch-cnn-outputs.npz" << true;
  for (const QString type : {"f16", "bf16", "f64"}) {
    const QString name = "torch-mlp-" + type;
    QTest::newRow(qPrintable(type)) << name + ".safetensors" << name + "-outputs.npz" << false;
  }
}

void TestGoldenImports::torchWeights_giveTorchsProbabilities() {
  QFETCH(QString, file);
  QFETCH(QString, outputs);
  QFETCH(bool, convolves);
  const std::vector<Tensor> expected = readNpz(golden("imports/" + outputs));
  const Tensor& images = expected.at(0);
  const Tensor& probabilities = expected.at(1);
  const Shape input{images.shape[1], images.shape[2], images.shape[3]};
  const ImportedModel found =
      importWeights({golden("imports/" + file)}, convolves ? cnnRecipe() : mlpRecipe());
  QVERIFY(found.model.network.inputShape() == input);
  const auto size = static_cast<std::size_t>(input.size());
  const std::size_t classes = found.model.classNames.size();
  QCOMPARE(static_cast<int>(classes), probabilities.shape[1]);
  for (std::size_t i = 0; i < static_cast<std::size_t>(images.shape[0]); ++i) {
    const auto begin = images.values.begin() + static_cast<std::ptrdiff_t>(i * size);
    const std::vector<std::uint8_t> pixels(begin, begin + static_cast<std::ptrdiff_t>(size));
    const std::vector<float> made = predict(found.model, pixels);
    for (std::size_t c = 0; c < classes; ++c)
      QVERIFY(std::abs(made[c] - probabilities.values[i * classes + c]) < 2e-6F);
  }
}

void TestGoldenImports::torchPickles_areCalledByTheirName() {
  for (const QString file : {"torch-cnn.pt", "torch-cnn-old.pt"}) {
    EXPECT_ERROR(importWeights({golden("imports/" + file)}, cnnRecipe()), file,
                 "is a PyTorch model, not", "save_file(model.state_dict()");
  }
}

void TestGoldenImports::folder_holdsNoOtherFile() {
  QCOMPARE(
      goldenFiles("imports"),
      (QStringList{"imports/torch-cnn-old.pt", "imports/torch-cnn-outputs.npz",
                   "imports/torch-cnn.npz", "imports/torch-cnn.pt", "imports/torch-cnn.safetensors",
                   "imports/torch-mlp-bf16-outputs.npz", "imports/torch-mlp-bf16.safetensors",
                   "imports/torch-mlp-f16-outputs.npz", "imports/torch-mlp-f16.safetensors",
                   "imports/torch-mlp-f64-outputs.npz", "imports/torch-mlp-f64.safetensors"}));
}

INKLING_TEST(TestGoldenImports)
#include "tst_imports.moc"
