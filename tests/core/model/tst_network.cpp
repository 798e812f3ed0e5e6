// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/history.h"
#include "core/model/network.h"
#include "core/model/passrunner.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/gradientcheck.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace inkling;

class TestNetwork final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void parameters_haveNamesAndShapesOfFiles();
  void statistics_belongToBatchNorm();
  void copies_areDeep();
  void cast_keepsEveryNumber();
  void layerThatDoesNotFit_isNamed();
  void counts_followFromShapes();
  void initialise_drawsTheDistribution_data();
  void initialise_drawsTheDistribution();
  void initialise_isAPureFunctionOfTheSeed();
  void forward_ofPartOfABatch_hasTheSameBits();
  void best_isTheLowestValidationLoss();
};

namespace {

LayerSpec of(LayerKind kind) { return LayerSpec::of(kind); }

std::vector<LayerSpec> layers() {
  LayerSpec conv = LayerSpec::conv2d(4, 3);
  conv.bias = false;
  return {conv,
          of(LayerKind::BatchNorm),
          of(LayerKind::ReLU),
          LayerSpec::maxPool2d(2),
          of(LayerKind::Flatten),
          LayerSpec::dense(5)};
}

const Shape kInput{8, 6, 2};

}  // namespace

void TestNetwork::parameters_haveNamesAndShapesOfFiles() {
  Network<float> network(kInput, layers());
  struct Expected {
    const char* name;
    Index rows, columns;
    std::vector<int> fileShape;
    bool decays;
  };
  const std::vector<Expected> expected{{"layers.0.weight", 4, 18, {4, 3, 3, 2}, true},
                                       {"layers.1.weight", 4, 1, {4}, false},
                                       {"layers.1.bias", 4, 1, {4}, false},
                                       {"layers.5.weight", 5, 24, {5, 24}, true},
                                       {"layers.5.bias", 5, 1, {5}, false}};
  const auto parameters = network.parameters();
  QCOMPARE(parameters.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    QCOMPARE(parameters[i].name, std::string(expected[i].name));
    QCOMPARE(parameters[i].value->rows(), expected[i].rows);
    QCOMPARE(parameters[i].value->cols(), expected[i].columns);
    QCOMPARE(parameters[i].fileShape, expected[i].fileShape);
    QCOMPARE(parameters[i].decays, expected[i].decays);
  }
}

void TestNetwork::statistics_belongToBatchNorm() {
  const Network<float> network(kInput, layers());
  const auto statistics = network.statistics();
  QCOMPARE(statistics.size(), std::size_t(2));
  QCOMPARE(statistics[0].name, std::string("layers.1.running_mean"));
  QCOMPARE(statistics[1].name, std::string("layers.1.running_var"));
  QCOMPARE(*statistics[0].value, Matrix<float>(Matrix<float>::Zero(4, 1)));
  QCOMPARE(*statistics[1].value, Matrix<float>(Matrix<float>::Ones(4, 1)));
}

void TestNetwork::copies_areDeep() {
  Network<float> one(kInput, layers());
  one.initialise(1);
  Network<float> two = one;
  Network<float> three;
  three = one;
  const Matrix<float> before = *one.parameters()[0].value;
  two.parameters()[0].value->setConstant(7);
  three.parameters()[0].value->setConstant(8);
  QCOMPARE(*one.parameters()[0].value, before);
  const Network<float> moved = std::move(two);
  QCOMPARE((*moved.parameters()[0].value)(0, 0), 7.0F);
}

void TestNetwork::cast_keepsEveryNumber() {
  Network<float> network(kInput, layers());
  network.initialise(1);
  network.statistics()[0].value->setConstant(0.25F);
  const Network<float> back = network.cast<double>().cast<float>();
  for (std::size_t i = 0; i < network.parameters().size(); ++i)
    QCOMPARE(*back.parameters()[i].value, *network.parameters()[i].value);
  QCOMPARE((*back.statistics()[0].value)(3, 0), 0.25F);
}

void TestNetwork::layerThatDoesNotFit_isNamed() {
  std::vector<LayerSpec> specs = layers();
  specs.insert(specs.begin() + 4, LayerSpec::conv2d(3, 5));
  EXPECT_ERROR(Network<float>(kInput, specs), "Layer 5", "kernel of 5");
}

void TestNetwork::counts_followFromShapes() {
  const Network<float> network(kInput, layers());
  QCOMPARE(network.outputs(), 5);
  QCOMPARE(network.parameterCount(), 4L * 18 + 8 + 5 * 24 + 5);
  const double conv = 2.0 * 4 * 18 * 6 * 4;
  const double dense = 2.0 * 5 * 24;
  QCOMPARE(network.forwardFlops(), conv + dense);
  QCOMPARE(network.trainingFlops(), 2 * conv + 3 * dense);
}

void TestNetwork::initialise_drawsTheDistribution_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("deviation");  // of scale 0.5, 200 inputs, 300 outputs
  QTest::addColumn<double>("bound");      // 0: none
  const auto row = [](InitKind kind, double deviation, double bound) {
    QTest::newRow(toString(kind).c_str()) << static_cast<int>(kind) << deviation << bound;
  };
  row(InitKind::Zeros, 0, 0);
  row(InitKind::Normal, 0.5, 0);
  row(InitKind::Uniform, 0.5 / std::sqrt(3), 0.5);
  row(InitKind::HeNormal, 0.05, 0);
  row(InitKind::HeUniform, 0.05, 0.5 * std::sqrt(6.0 / 200));
  row(InitKind::XavierNormal, 0.5 * std::sqrt(2.0 / 500), 0);
  row(InitKind::XavierUniform, 0.5 * std::sqrt(2.0 / 500), 0.5 * std::sqrt(6.0 / 500));
  row(InitKind::FanInUniform, 0.5 / std::sqrt(600), 0.5 / std::sqrt(200));
}

void TestNetwork::initialise_drawsTheDistribution() {
  QFETCH(int, kind);
  QFETCH(double, deviation);
  QFETCH(double, bound);
  LayerSpec spec = LayerSpec::dense(300);
  spec.weightInit = {static_cast<InitKind>(kind), 0.5};
  spec.biasInit = {InitKind::Normal, 2};
  Network<double> network(Shape{1, 1, 200}, {spec});
  network.initialise(11);
  const Matrix<double>& weight = *network.parameters()[0].value;
  // 60,000 numbers: the mean is known to 0.4 % of the deviation, and that to 0.3 % of itself.
  QVERIFY(std::abs(weight.mean()) <= 0.02 * deviation);
  const double found = std::sqrt((weight.array() - weight.mean()).square().mean());
  QVERIFY(std::abs(found - deviation) <= 0.015 * deviation);
  const double largest = weight.cwiseAbs().maxCoeff();
  if (bound > 0)
    QVERIFY(largest <= bound && largest > 0.99 * bound);
  else
    QVERIFY(largest >= 3.5 * deviation);
  const Matrix<double>& bias = *network.parameters()[1].value;
  QVERIFY(std::abs(std::sqrt(bias.array().square().mean()) - 2) < 0.4);
}

void TestNetwork::initialise_isAPureFunctionOfTheSeed() {
  Network<float> one(kInput, layers());
  Network<float> two(kInput, layers());
  one.initialise(5);
  two.initialise(6);
  QVERIFY(*one.parameters()[0].value != *two.parameters()[0].value);
  two.initialise(5);
  QCOMPARE(*one.parameters()[0].value, *two.parameters()[0].value);
  QVERIFY((*one.parameters()[3].value).cwiseAbs().minCoeff() > 0);
}

// Whoever predicts one image must see what the evaluation of many sees.
void TestNetwork::forward_ofPartOfABatch_hasTheSameBits() {
  Network<float> network(kInput, layers());
  network.initialise(5);
  const Matrix<float> input = test::randomInput(kInput.size(), 70).cast<float>();
  ThreadTeam team(2);
  Workspace<float> work(network, 70, 2, WorkspaceUse::Inference);
  const auto logits = [&](Index first, Index count) {
    std::copy_n(input.col(first).data(), count * input.rows(), work.input().data);
    PassRunner<float>(network, work, team).forward({false, 0, 0, count});
    return Matrix<float>(Eigen::Map<Matrix<float>>(work.logits().data, 5, count));
  };
  const Matrix<float> all = logits(0, 70);
  for (const Index count : {1, 3, 31, 69})
    for (const Index first : {Index(0), 70 - count})
      QCOMPARE(logits(first, count), Matrix<float>(all.middleCols(first, count)));
}

void TestNetwork::best_isTheLowestValidationLoss() {
  History history;
  QCOMPARE(history.best(), -1);
  for (const double loss : {3.0, 1.0, 2.0, 1.0}) {
    EpochRecord record;
    record.train = {5 - loss, 0, 10};
    record.validation = {loss, 0, 10};
    history.epochs.push_back(record);
  }
  QCOMPARE(history.best(), 1);
  for (EpochRecord& record : history.epochs) record.validation = {};
  QCOMPARE(history.best(), 0);
}

INKLING_TEST(TestNetwork)
#include "tst_network.moc"
