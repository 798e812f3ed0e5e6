// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/weighthash.h"
#include "core/base/folders.h"
#include "core/data/datasource.h"
#include "core/io/importweights.h"
#include "core/io/modelfile.h"
#include "core/io/npy.h"
#include "tests/core/support/golden.h"
#include "tests/core/support/onnxfile.h"
#include "tests/core/support/onnxrunner.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using namespace inkling::test;

/// What earlier versions exported for other programs says the same as the model it came from.
class TestGoldenExports final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void weights_comeBackToTheBit_data();
  void weights_comeBackToTheBit();
  void pair_comesBack();
  void onnx_givesTheModelsProbabilities();
  void folder_holdsNoOtherFile();
};

namespace {

Model exported() { return loadModel(golden("models/cnn-best.safetensors")).model; }

}  // namespace

void TestGoldenExports::weights_comeBackToTheBit_data() {
  QTest::addColumn<QString>("file");
  QTest::newRow("npz") << "exports/cnn-best.npz";
  QTest::newRow("safetensors") << "exports/cnn-best.safetensors";
  QTest::newRow("safetensors with metadata") << "exports/cnn-best-1.safetensors";
}

void TestGoldenExports::weights_comeBackToTheBit() {
  QFETCH(QString, file);
  const Model model = exported();
  const Model back = importWeights({golden(file)}, model.recipe).model;
  QCOMPARE(weightHash(back.network), weightHash(model.network));
}

void TestGoldenExports::pair_comesBack() {
  const Model model =
      importPair(golden("exports/softmax-w.npy"), golden("exports/softmax-b.npy")).model;
  QCOMPARE(model.network.parameterCount(), 7850L);
  QCOMPARE(QString::fromStdString(weightHash(model.network)), QString("d8acd5b15188f3df"));
}

void TestGoldenExports::onnx_givesTheModelsProbabilities() {
  const OnnxFile file = readOnnx(fileBytes(golden("exports/cnn-best.onnx")));
  QCOMPARE(file.irVersion, std::int64_t{7});
  QCOMPARE(file.opset, std::int64_t{13});
  QCOMPARE(QString::fromStdString(file.producer), QString("Inkling"));
  QCOMPARE(QString::fromStdString(file.metadata.at("class_names")),
           QString(R"(["0","1","2","3","4","5","6","7","8","9"])"));
  QCOMPARE(file.graph.nodes.size(), std::size_t{18});
  QCOMPARE(file.graph.constants.size(), std::size_t{22});

  const Model model = exported();
  const DataSource mnist = loadDataSource("mnist", resourceFolder());
  constexpr int kCount = 10;
  std::vector<double> images;
  for (int i = 0; i < kCount; ++i)
    for (const std::uint8_t pixel : mnist.test->image(i)) images.push_back(pixel / 255.0);
  const auto found = runOnnx(file.graph, images, kCount, {28, 28, 1});
  QCOMPARE(found.size(), std::size_t{kCount * 10});
  for (int i = 0; i < kCount; ++i) {
    const auto expected = predict(model, mnist.test->image(i));
    for (std::size_t c = 0; c < 10; ++c) {
      const double off = found[static_cast<std::size_t>(i) * 10 + c] - double(expected[c]);
      QVERIFY2(std::abs(off) < 1e-5, qPrintable(QString::number(off)));
    }
  }
}

void TestGoldenExports::folder_holdsNoOtherFile() {
  QCOMPARE(goldenFiles("exports"),
           (QStringList{"exports/cnn-best-1.safetensors", "exports/cnn-best.npz",
                        "exports/cnn-best.onnx", "exports/cnn-best.safetensors",
                        "exports/softmax-b.npy", "exports/softmax-w.npy"}));
}

INKLING_TEST(TestGoldenExports)
#include "tst_exports.moc"
