// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/evaluate.h"
#include "core/train/trainer.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cstring>

using namespace inkling;
using namespace inkling::test;

/// The weights after every single step are the same to the last bit for any number of threads.
class TestSameBits final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void weightsAfterEveryStep_doNotDependOnThreads_data();
  void weightsAfterEveryStep_doNotDependOnThreads();
  void anotherSeed_givesOtherBits();
  void evaluation_doesNotDependOnThreads();
};

namespace {

const LayerSpec kReLU = of(LayerKind::ReLU);

DataSource data() { return tinyData(28, 100, 30); }

/// Keeps the weights after every batch.
class Watcher final : public Recorder {
public:
  bool wantsSnapshot(bool) override { return true; }
  void onSnapshot(ModelPtr model) override { weights.push_back(numbersOf(model->network)); }
  std::vector<std::vector<float>> weights;
};

struct Outcome {
  std::vector<std::vector<float>> weights;
  std::vector<float> losses;
  std::vector<Matrix<float>> moments;
  std::vector<float> raw;
  History history;
};

Outcome outcomeOf(const Recipe& recipe, int threads) {
  Trainer trainer(recipe, data(), threads);
  Control control;
  Watcher watcher;
  const Summary summary = trainer.run(control, watcher);
  const Checkpoint checkpoint = trainer.checkpoint();
  return {watcher.weights, watcher.losses(), checkpoint.state.moments,
          numbersOf(checkpoint.model.network), summary.history};
}

bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

Recipe small(std::vector<LayerSpec> layers) {
  Recipe recipe = tinyRecipe(std::move(layers));
  recipe.batch = 32;  // the last batch of an epoch has 4
  recipe.data.validation = HeldOut::last(20);
  return recipe;
}

const std::vector<LayerSpec>& mlp() {
  static const std::vector<LayerSpec> kLayers{LayerSpec::dense(150), kReLU, LayerSpec::dense(100),
                                              of(LayerKind::Tanh), LayerSpec::dense(4)};
  return kLayers;
}

const std::vector<LayerSpec>& cnn() {
  static const std::vector<LayerSpec> kLayers{
      LayerSpec::conv2d(6, 5),    LayerSpec::maxPool2d(2), kReLU,
      LayerSpec::conv2d(9, 3, 1), LayerSpec::maxPool2d(2), kReLU,
      of(LayerKind::Flatten),     LayerSpec::dense(48),    kReLU,
      LayerSpec::dense(4)};
  return kLayers;
}

}  // namespace

void TestSameBits::weightsAfterEveryStep_doNotDependOnThreads_data() {
  QTest::addColumn<Recipe>("recipe");
  QTest::newRow("softmax") << small({LayerSpec::dense(4)});
  QTest::newRow("dense, fused") << small(mlp());
  QTest::newRow("convolution") << small(cnn());
  Recipe adam = small(cnn());
  adam.optimizer = {.kind = OptimizerKind::Adam, .learningRate = 0.003, .clipNorm = 0.5};
  adam.labelSmoothing = 0.1;
  QTest::newRow("adam, clipping, smoothing") << adam;
  Recipe normal =
      small({LayerSpec::conv2d(7, 3), of(LayerKind::BatchNorm), kReLU, LayerSpec::maxPool2d(2),
             LayerSpec::dense(40), of(LayerKind::BatchNorm), kReLU, LayerSpec::dense(4)});
  normal.optimizer.kind = OptimizerKind::Nesterov;
  normal.optimizer.learningRate = 0.01;
  QTest::newRow("batch norm") << normal;
  Recipe dropout = small({LayerSpec::dropout(0.2), LayerSpec::dense(120), kReLU,
                          LayerSpec::dropout(0.5), LayerSpec::dense(4)});
  QTest::newRow("dropout") << dropout;
  Recipe augmented = small(mlp());
  augmented.augment.enabled = true;
  augmented.augment.elastic = 2;
  augmented.augment.scribbles = 0.1;
  augmented.augment.synthetic = 0.1;
  QTest::newRow("augmentation") << augmented;
  Recipe averaged = small(mlp());
  averaged.averageDecay = 0.9;
  averaged.optimizer.kind = OptimizerKind::Momentum;
  averaged.optimizer.learningRate = 0.01;
  QTest::newRow("averaging") << averaged;
  Recipe sampled = small(mlp());
  sampled.data.balance = ClassBalance::Sampling;
  QTest::newRow("classes sampled") << sampled;
  Recipe weighted = small(cnn());
  weighted.data.balance = ClassBalance::Weights;
  QTest::newRow("classes weighted") << weighted;
  Recipe one = small(cnn());
  one.batch = 1;
  one.epochs = 1;
  QTest::newRow("batch 1") << one;
}

void TestSameBits::weightsAfterEveryStep_doNotDependOnThreads() {
  QFETCH(Recipe, recipe);
  const Outcome first = outcomeOf(recipe, 1);
  QVERIFY(first.losses.size() >= 6);
  QVERIFY(first.weights.front() != first.weights.back());
  for (int threads = 2; threads <= 4; ++threads) {
    const Outcome other = outcomeOf(recipe, threads);
    QCOMPARE(other.weights.size(), first.weights.size());
    for (std::size_t step = 0; step < first.weights.size(); ++step)
      QVERIFY2(sameBits(other.weights[step], first.weights[step]),
               qPrintable(QString("%1 threads, snapshot %2").arg(threads).arg(step)));
    QCOMPARE(other.losses, first.losses);
    QVERIFY(sameBits(other.raw, first.raw));
    QVERIFY(other.moments == first.moments);
    QVERIFY(other.history == first.history);
  }
}

void TestSameBits::anotherSeed_givesOtherBits() {
  Recipe recipe = small(mlp());
  const Outcome first = outcomeOf(recipe, 1);
  recipe.seed = 2;
  QVERIFY(outcomeOf(recipe, 1).losses != first.losses);
}

void TestSameBits::evaluation_doesNotDependOnThreads() {
  const DataSource source = tinyData(28, 50, 300);
  Recipe recipe = small(cnn());
  const Trainer trainer(recipe, source, 1);
  const Model model = trainer.model();
  const Predictions first = predictAll(model, trainer.split().test, 1);
  QCOMPARE(first.count(), 300);
  for (int threads = 2; threads <= 4; ++threads) {
    QVERIFY(evaluate(model, trainer.split().test, threads) ==
            evaluate(model, trainer.split().test, 1));
    QVERIFY(sameBits(predictAll(model, trainer.split().test, threads).probabilities,
                     first.probabilities));
  }
  // One image by itself is given the same probabilities, but for the order of the sum.
  for (int i = 0; i < 5; ++i) {
    const auto alone = predict(model, trainer.split().test.image(i));
    for (std::size_t c = 0; c < 4; ++c)
      QVERIFY(std::abs(alone[c] - first.probabilities[static_cast<std::size_t>(i) * 4 + c]) <
              1e-5F);
  }
}

INKLING_TEST(TestSameBits)
#include "tst_samebits.moc"
