// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"
#include "core/io/safetensors.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace inkling;

namespace {

Model sample() {
  Model model;
  model.recipe.name = "sample";
  model.recipe.layers = {LayerSpec::conv2d(4, 3), LayerSpec::of(LayerKind::BatchNorm),
                         LayerSpec::maxPool2d(2), LayerSpec::dense(10)};
  model.recipe.layers[0].weightInit = {InitKind::Normal, 0.1};
  model.classNames = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "neuf ⑨"};
  model.history.epochs = {{1, {0.3, 0.9, 60}, {0.2, 0.95, 10}, {}, 0.1},
                          {2, {0.1 + 0.2, 1.0 / 3, 60}, {}, {}, 1e-300}};
  model.history.test = {0.25, 0.91, 10000};
  model.position = {2, 17};
  model.dataFingerprint = "0123456789abcdef";
  model.testDrawn = true;
  model.batches = {{1, 2.5F, 0.125F}, {2, 1.0F / 3, 0.25F}};
  model.network = Network<float>({28, 28, 1}, model.recipe.layers);
  model.network.initialise(7);
  return model;
}

Checkpoint sampleCheckpoint() {
  Checkpoint checkpoint{sample(), {}};
  TrainingState& state = checkpoint.state;
  state.optimizerStep = 99;
  state.running = {1.5, 3, 64};
  state.bestLoss = std::numeric_limits<double>::infinity();
  state.epochsSinceBest = 2;
  float next = 0;
  const Network<float>& network = checkpoint.model.network;
  const auto fill = [&](std::vector<Matrix<float>>& matrices, const auto& like) {
    for (const auto& parameter : like) {
      matrices.push_back(*parameter.value);
      for (Index i = 0; i < matrices.back().size(); ++i) matrices.back()(i) = next += 0.5F;
    }
  };
  fill(state.moments, network.parameters());
  fill(state.moments, network.parameters());
  fill(state.averages, network.parameters());
  fill(state.averages, network.statistics());
  return checkpoint;
}

Tensor& course(TensorFile& file) {
  return *std::ranges::find(file.tensors, "batches", &Tensor::name);
}

template <typename Matrices>
bool sameBits(const Matrices& a, const Matrices& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.rows() == y.rows() && x.cols() == y.cols() && (x.array() == y.array()).all();
  });
}

bool sameWeights(const Network<float>& a, const Network<float>& b) {
  const auto all = [](const Network<float>& network) {
    std::vector<Matrix<float>> matrices;
    for (const auto& parameter : network.parameters()) matrices.push_back(*parameter.value);
    for (const auto& statistic : network.statistics()) matrices.push_back(*statistic.value);
    return matrices;
  };
  return sameBits(all(a), all(b));
}

}  // namespace

using Change = std::function<void(TensorFile&)>;

class TestModelFile final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void model_comesBackToTheBit();
  void checkpoint_comesBackToTheBit();
  void equalModels_giveEqualFiles();
  void pythonWithoutInkling_readsTheWeights();
  void tensorsAreNamedAndShapedForOthers();
  void missingEmptyTruncatedOrForeignFile_isRefused();
  void changedFile_saysWhatIsWrong_data();
  void changedFile_saysWhatIsWrong();
  void modelWithNan_isNotSaved();
};

void TestModelFile::model_comesBackToTheBit() {
  const test::Folder folder;
  const Model model = sample();
  saveModel(folder.path("m.safetensors"), model);
  const ModelFile loaded = loadModel(folder.path("m.safetensors"));
  QVERIFY(loaded.model.recipe == model.recipe);
  QVERIFY(loaded.model.classNames == model.classNames);
  QVERIFY(loaded.model.history == model.history);
  QVERIFY(loaded.model.position == model.position);
  QCOMPARE(loaded.model.dataFingerprint, model.dataFingerprint);
  QVERIFY(loaded.model.testDrawn);
  QVERIFY(loaded.model.preparation == Preparation::Digits);
  QVERIFY(loaded.model.batches == model.batches);
  QVERIFY(loaded.model.network.inputShape() == model.network.inputShape());
  QVERIFY(sameWeights(loaded.model.network, model.network));
  QVERIFY(!loaded.state);
}

void TestModelFile::checkpoint_comesBackToTheBit() {
  const test::Folder folder;
  const Checkpoint checkpoint = sampleCheckpoint();
  saveCheckpoint(folder.path("c.safetensors"), checkpoint);
  const ModelFile loaded = loadModel(folder.path("c.safetensors"));
  QVERIFY(sameWeights(loaded.model.network, checkpoint.model.network));
  QVERIFY(loaded.state.has_value());
  QCOMPARE(loaded.state->optimizerStep, 99L);
  QVERIFY(loaded.state->running == checkpoint.state.running);
  QVERIFY(std::isinf(loaded.state->bestLoss));
  QCOMPARE(loaded.state->epochsSinceBest, 2);
  QVERIFY(sameBits(loaded.state->moments, checkpoint.state.moments));
  QVERIFY(sameBits(loaded.state->averages, checkpoint.state.averages));
}

void TestModelFile::equalModels_giveEqualFiles() {
  const test::Folder folder;
  saveModel(folder.path("a"), sample());
  saveModel(folder.path("b"), sample());
  QVERIFY(!test::fileBytes(folder.path("a")).isEmpty());
  QCOMPARE(test::fileBytes(folder.path("a")), test::fileBytes(folder.path("b")));
}

// Ten lines after the format's description, with nothing of ours.
void TestModelFile::pythonWithoutInkling_readsTheWeights() {
  const test::Folder folder;
  const Model model = sample();
  saveModel(folder.path("m.safetensors"), model);
  const QString printed = test::runPython(
      "import sys, json, numpy as n\n"
      "raw = open(sys.argv[1], 'rb').read()\n"
      "size = int.from_bytes(raw[:8], 'little'); head = json.loads(raw[8:8 + size])\n"
      "info = json.loads(head.pop('__metadata__')['inkling'])\n"
      "assert size % 8 == 0 and max(t['data_offsets'][1] for t in head.values()) == len(raw) - 8 - "
      "size\n"
      "def load(t): b, e = t['data_offsets']; return n.frombuffer(raw[8 + size:][b:e], "
      "'<f4').reshape(t['shape'])\n"
      "w = {name: load(t) for name, t in head.items()}\n"
      "print(info['recipe']['name'], info['class_names'][9], w['layers.0.weight'].shape, "
      "w['layers.3.weight'].shape)\n"
      "print('%.9g' % w['layers.0.weight'][3, 2, 1, 0], '%.9g' % w['layers.3.weight'][9, 675])\n",
      {test::arg(folder.path("m.safetensors"))});
  const auto parameters = model.network.parameters();
  const Matrix<float>& convolution =
      *parameters.at(0).value;  // kernel row 2, column 1 is the eighth of nine
  const Matrix<float>& dense = *parameters.at(4).value;
  QCOMPARE(printed, QString("sample neuf ⑨ (4, 3, 3, 1) (10, 676)\n%1 %2\n")
                        .arg(convolution(3, 7), 0, 'g', 9)
                        .arg(dense(9, 675), 0, 'g', 9));
}

void TestModelFile::tensorsAreNamedAndShapedForOthers() {
  const test::Folder folder;
  saveCheckpoint(folder.path("c"), sampleCheckpoint());
  const TensorFile file = readSafetensors(folder.path("c"));
  for (const char* name : {"layers.0.weight", "layers.3.bias", "optimizer.1.layers.0.weight",
                           "average.layers.3.bias"}) {
    QVERIFY2(file.find(name), name);
  }
  QVERIFY(file.find("layers.0.weight")->shape == std::vector<int>({4, 3, 3, 1}));
  QVERIFY(file.find("layers.3.weight")->shape == std::vector<int>({10, 676}));
}

void TestModelFile::missingEmptyTruncatedOrForeignFile_isRefused() {
  const test::Folder folder;
  saveModel(folder.path("m"), sample());
  const QByteArray whole = test::fileBytes(folder.path("m"));
  EXPECT_ERROR(loadModel(folder.path("missing")), "missing", "No such file");
  EXPECT_ERROR(loadModel(folder.path(".")), "it is a folder");
  EXPECT_ERROR(loadModel(folder.write("empty", "")), "empty is not a usable safetensors file");
  EXPECT_ERROR(loadModel(folder.write("png", "\x89PNG\r\n\x1a\n and more")),
               "png is a PNG picture, not a safetensors file");
  for (const qsizetype size : {qsizetype{7}, qsizetype{100}, whole.size() / 2, whole.size() - 1}) {
    EXPECT_ERROR(loadModel(folder.write("cut", whole.left(size))),
                 "cut is not a usable safetensors file");
  }
  writeSafetensors(folder.path("plain"), {{{"w", {1}, {1}}}, {}});
  EXPECT_ERROR(loadModel(folder.path("plain")), "not a model of Inkling");
}

void TestModelFile::changedFile_saysWhatIsWrong_data() {
  QTest::addColumn<Change>("change");
  QTest::addColumn<QString>("expected");
  const auto replace = [](const char* from, const char* to) {
    return Change([=](TensorFile& file) {
      QString header = QString::fromStdString(file.metadata["inkling"]);
      QVERIFY2(header.contains(from), qPrintable(header));
      file.metadata["inkling"] = header.replace(from, to).toStdString();
    });
  };
  const auto row = [](const char* name, const Change& change, const char* expected) {
    QTest::newRow(name) << change << QString(expected);
  };
  row("newer version", replace("\"format\":2", "\"format\":3"),
      "was written by a newer Inkling: model format 3");
  row("no version", replace("\"format\":2,", ""), "its format version is missing");
  row("no json", replace("{\"format\"", "{format"), "is not valid JSON");
  row("missing field", replace("\"position\"", "\"place\""), "the field position is missing");
  row("no fingerprint", replace("\"data_fingerprint\"", "\"data\""),
      "the field data_fingerprint is missing");
  row("newer preparation of ink", replace("\"preparation\":\"mnist\"", "\"preparation\":\"raw\""),
      "was saved by a newer Inkling: it prepares pictures as \"raw\", which this program does not");
  row("wrong type", replace("\"step\":17", "\"step\":-1"),
      "position.step is -1, expected is a whole number");
  row("history", replace("\"epoch\":2,\"train\"", "\"epoch\":\"2\",\"train\""),
      "history.epochs[1].epoch is \"2\"");
  row("recipe", replace("\"kernel\":2", "\"kernel\":0"), "The recipe in");
  row("recipe does not fit", replace("\"kernel\":2", "\"kernel\":99"), "The recipe in");
  row("fewer classes", replace("\"0\",", ""),
      "layers[3] is a layer with 10 outputs, allowed is 9 outputs");
  row("input", replace("\"height\":28", "\"height\":100000"),
      "its input or its classes are out of range");
  row("larger network", replace("\"units\":4", "\"units\":400"), "parameters, the file holds");
  row(
      "tensor missing", [](TensorFile& f) { f.tensors[0].name = "x"; },
      "the tensor layers.0.weight is missing");
  row(
      "course",
      [](TensorFile& f) {
        course(f).shape = {3, 2};
      },
      "in the tensor batches: expected are rows of step, loss and accuracy, found is 3×2");
  row(
      "course too long",
      [](TensorFile& f) {
        course(f).shape = {2001, 3};
        course(f).values.resize(6003);
      },
      "in the tensor batches: expected are at most 2000 rows, found are 2001");
  row(
      "shape",
      [](TensorFile& f) {
        f.tensors[0].shape = {3, 4, 3, 1};
      },
      "the tensor layers.0.weight should have the shape 4×3×3×1, found 3×4×3×1");
  row(
      "nan", [](TensorFile& f) { f.tensors[4].values[5] = std::nanf(""); },
      "value 5 of layers.3.weight is nan");
  row(
      "tensor too many",
      [](TensorFile& f) {
        f.tensors.push_back({"x", {1}, {1}});
      },
      "no place for the tensor x");
}

void TestModelFile::changedFile_saysWhatIsWrong() {
  QFETCH(Change, change);
  QFETCH(QString, expected);
  const test::Folder folder;
  saveModel(folder.path("m"), sample());
  TensorFile file = readSafetensors(folder.path("m"));
  change(file);
  writeSafetensors(folder.path("m"), file);
  EXPECT_ERROR(loadModel(folder.path("m")), test::arg(folder.path("m")), expected);
}

void TestModelFile::modelWithNan_isNotSaved() {
  const test::Folder folder;
  saveModel(folder.path("m"), sample());
  const QByteArray before = test::fileBytes(folder.path("m"));
  Model model = sample();
  (*model.network.parameters()[0].value)(0, 0) = std::numeric_limits<float>::infinity();
  EXPECT_ERROR(saveModel(folder.path("m"), model), "cannot be saved",
               "value 0 of layers.0.weight is inf");
  QCOMPARE(test::fileBytes(folder.path("m")), before);
}

INKLING_TEST(TestModelFile)
#include "tst_modelfile.moc"
