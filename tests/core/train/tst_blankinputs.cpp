// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/data/batchgather.h"
#include "core/ink/augment.h"
#include "core/train/trainingstep.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace inkling;
using namespace inkling::test;

/// A dense layer leaves out inputs that are 0 in the whole batch: that must change nothing.
class TestBlankInputs final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void steps_agreeWithFullInputs_data();
  void steps_agreeWithFullInputs();
};

namespace {

constexpr int kSide = 20;
constexpr int kBatch = 330;
constexpr int kFewSteps = 6;

/// Spots within a box of its own in each batch of images; the last batch is blank.
DataSource boxes() {
  auto set = std::make_shared<Dataset>();
  set->width = set->height = kSide;
  set->classes = 4;
  Random random(5, RandomPurpose::Shuffle);
  for (int i = 0; i < kBatch * kFewSteps; ++i) {
    const int batch = i / kBatch;
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) {
        const bool inside =
            batch < kFewSteps - 1 && y > batch && y < 18 - batch && x >= 3 && x < 17;
        set->pixels.push_back(
            inside && random.chance(0.2) ? static_cast<std::uint8_t>(random.below(256)) : 0);
      }
    set->labels.push_back(static_cast<Label>(random.below(4)));
  }
  DataSource source = tinyData(kSide);
  source.train = set;
  return source;
}

/// The parameters after some steps. The short way takes the batches from a source.
std::vector<float> weightsAfter(const Recipe& recipe, const DataSource& source, bool shortWay,
                                int threads) {
  const Split parts = split(source, recipe.data, recipe.seed);
  Network<float> network(Shape{kSide, kSide, 1}, recipe.layers);
  network.initialise(1);
  ThreadTeam team(threads);
  TrainingStep<float> step(recipe, network, team, recipe.batch);
  const Augmentation augmentation(recipe.augment, recipe.seed);
  const BatchGather gather(parts.train, recipe.data,
                           recipe.augment.enabled ? &augmentation : nullptr);
  std::vector<std::uint32_t> order(kBatch);
  for (std::uint32_t i = 0; i < kFewSteps; ++i) {
    std::iota(order.begin(), order.end(), i * kBatch);
    const BatchChoice choice{order, {}, 0};
    const auto labels = step.labels(kBatch);
    if (shortWay) {
      const ChosenBatch batch(gather, choice, labels);
      step.run(kBatch, 0.05, i, &batch);
    } else {
      gather.gatherPlain(static_cast<int>(i) * kBatch, kBatch, step.input(), labels);
      step.run(kBatch, 0.05, i);
    }
  }
  return numbersOf(network);
}

}  // namespace

void TestBlankInputs::steps_agreeWithFullInputs_data() {
  using K = OptimizerKind;
  QTest::addColumn<OptimizerSpec>("optimizer");
  QTest::addColumn<int>("units");
  QTest::addColumn<double>("mean");
  QTest::newRow("sgd") << OptimizerSpec{.kind = K::Sgd} << 64 << 0.0;
  QTest::newRow("sgd, ragged") << OptimizerSpec{.kind = K::Sgd} << 45 << 0.0;
  QTest::newRow("sgd, nothing blank") << OptimizerSpec{.kind = K::Sgd} << 64 << 0.5;
  QTest::newRow("weight decay") << OptimizerSpec{.kind = K::Sgd, .weightDecay = 0.1} << 45 << 0.0;
  QTest::newRow("momentum") << OptimizerSpec{.kind = K::Momentum} << 45 << 0.0;
  // With the usual epsilon Adam makes whole steps of gradients that are mere rounding.
  QTest::newRow("adam, wide") << OptimizerSpec{.kind = K::Adam, .epsilon = 1e-3} << 200 << 0.0;
  QTest::newRow("clipped") << OptimizerSpec{.kind = K::Momentum, .clipNorm = 0.1} << 64 << 0.0;
}

void TestBlankInputs::steps_agreeWithFullInputs() {
  QFETCH(OptimizerSpec, optimizer);
  QFETCH(int, units);
  QFETCH(double, mean);
  Recipe recipe =
      tinyRecipe({LayerSpec::dense(units), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(4)});
  recipe.optimizer = optimizer;
  recipe.batch = kBatch;
  recipe.data.mean = mean;
  const DataSource source = boxes();
  const std::vector<float> expected = weightsAfter(recipe, source, false, 1);
  const std::vector<float> found = weightsAfter(recipe, source, true, 1);
  QCOMPARE(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    QVERIFY2(std::abs(found[i] - expected[i]) < 2e-5F, QByteArray::number(qlonglong(i)));
  QCOMPARE(weightsAfter(recipe, source, true, 2), found);
  QCOMPARE(weightsAfter(recipe, source, true, 3), found);
}

INKLING_TEST(TestBlankInputs)
#include "tst_blankinputs.moc"
