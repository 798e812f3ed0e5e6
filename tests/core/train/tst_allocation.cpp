// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/batchgather.h"
#include "core/ink/augment.h"
#include "core/train/trainer.h"
#include "core/train/trainingstep.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <numeric>

// Sanitizers have an allocator of their own, so there the calls cannot be counted.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define COUNTS_ALLOCATIONS 1
#else
#define COUNTS_ALLOCATIONS 0
#endif

namespace {

std::atomic<long> allocations{0};
std::atomic<std::size_t> largest{0};

void count(std::size_t size) {
  ++allocations;
  if (size > largest) largest = size;
}

}  // namespace

#if COUNTS_ALLOCATIONS
// Takes the place of the C library's functions for the whole process, the core's library included.
extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);

void* malloc(std::size_t size) {
  count(size);
  return __libc_malloc(size);
}
void* calloc(std::size_t items, std::size_t size) {
  count(items * size);
  return __libc_calloc(items, size);
}
void* realloc(void* old, std::size_t size) {
  count(size);
  return __libc_realloc(old, size);
}
void* memalign(std::size_t alignment, std::size_t size) {
  count(size);
  return __libc_memalign(alignment, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }
int posix_memalign(void** to, std::size_t alignment, std::size_t size) {
  *to = memalign(alignment, size);
  return *to ? 0 : ENOMEM;
}
}
#endif

using namespace inkling;
using namespace inkling::test;

/// Once it is under way, a training step takes no memory from the system, on no thread.
class TestAllocation final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void counter_counts();
  void gatherAndStep_allocateNothing_data();
  void gatherAndStep_allocateNothing();
  void trainer_betweenBatches_allocatesNothing_data();
  void trainer_betweenBatches_allocatesNothing();
  void trainer_ofFewImages_hasSmallBuffers();
};

namespace {

void addRecipes() {
  QTest::addColumn<Recipe>("recipe");
  Recipe mlp = tinyRecipe({LayerSpec::dense(100), of(LayerKind::ReLU), LayerSpec::dense(4)});
  QTest::newRow("mlp") << mlp;
  Recipe cnn = tinyRecipe({LayerSpec::conv2d(6, 5, 2), of(LayerKind::BatchNorm),
                           of(LayerKind::ReLU), LayerSpec::maxPool2d(2), LayerSpec::conv2d(9, 3),
                           of(LayerKind::Tanh), of(LayerKind::Flatten), LayerSpec::dropout(0.3),
                           LayerSpec::dense(40), of(LayerKind::Sigmoid), LayerSpec::dense(4)});
  cnn.optimizer = {.kind = OptimizerKind::AdamW, .learningRate = 0.001, .clipNorm = 1};
  cnn.averageDecay = 0.99;
  cnn.schedule.kind = ScheduleKind::OneCycle;
  QTest::newRow("cnn with everything") << cnn;
  Recipe augmented = mlp;
  augmented.augment.enabled = true;
  augmented.augment.elastic = 2;
  augmented.augment.strokeMin = 1;
  augmented.augment.strokeMax = 3;
  augmented.augment.gaps = 0.5;
  augmented.augment.variants = 0.5;
  augmented.augment.refit = true;
  QTest::newRow("augmentation") << augmented;
  augmented.augment.cleanShare = 0;
  augmented.augment.synthetic = 0.4;
  augmented.augment.scribbles = 0.4;
  augmented.augment.blots = 0.5;
  QTest::newRow("augmentation with a pen") << augmented;
}

}  // namespace

void TestAllocation::initTestCase() {
  if (!COUNTS_ALLOCATIONS) QSKIP("Allocations cannot be counted in this build.");
}

void TestAllocation::counter_counts() {
  const long before = allocations;
  const Matrix<float> matrix(30, 30);
  const std::vector<int> numbers(100);
  // Seen from outside, so that no compiler leaves them out.
  for (const void* volatile memory :
       {static_cast<const void*>(matrix.data()), static_cast<const void*>(numbers.data())})
    QVERIFY(memory);
  QVERIFY(allocations >= before + 2);
}

void TestAllocation::gatherAndStep_allocateNothing_data() { addRecipes(); }

void TestAllocation::gatherAndStep_allocateNothing() {
  QFETCH(Recipe, recipe);
  const DataSource source = tinyData(28, 64, 8);
  const Split parts = split(source, recipe.data, recipe.seed);
  Network<float> network(Shape{28, 28, 1}, recipe.layers);
  network.initialise(1);
  ThreadTeam team(2);
  TrainingStep<float> step(recipe, network, team, recipe.batch);
  const Augmentation augmentation(recipe.augment, recipe.seed);
  const BatchGather gather(parts.train, recipe.data,
                           recipe.augment.enabled ? &augmentation : nullptr);
  std::vector<std::uint32_t> order(8);
  const auto train = [&](std::uint32_t i) {
    std::iota(order.begin(), order.end(), i % 8 * 8);
    const BatchChoice choice{order, {}, i / 8};
    const ChosenBatch batch(gather, choice, step.labels(8));
    step.run(8, 0.01, i, &batch);
  };
  train(0);
  const long before = allocations;
  for (std::uint32_t i = 1; i < 40; ++i) train(i);
  QCOMPARE(allocations - before, 0L);
}

void TestAllocation::trainer_betweenBatches_allocatesNothing_data() { addRecipes(); }

void TestAllocation::trainer_betweenBatches_allocatesNothing() {
  QFETCH(Recipe, recipe);
  recipe.batch = 4;
  recipe.epochs = 1;
  class Counter final : public Observer {
  public:
    void onBatch(const BatchRecord& record, const Progress&) override {
      const long now = allocations;
      if (record.step > 1 && now != m_last) spending.push_back(record.step);
      ++batches;
      m_last = allocations;
    }
    std::vector<long> spending;
    int batches = 0;

  private:
    long m_last = 0;
  } counter;
  counter.spending.reserve(1000);
  Trainer trainer(recipe, tinyData(28, 600, 8), 2);
  Control control;
  trainer.run(control, counter);
  QCOMPARE(counter.batches, 150);
  QCOMPARE(counter.spending, std::vector<long>());
}

void TestAllocation::trainer_ofFewImages_hasSmallBuffers() {
  Recipe recipe = tinyRecipe({LayerSpec::dense(16), of(LayerKind::ReLU), LayerSpec::dense(4)});
  recipe.batch = 30'000;
  const DataSource source = tinyData(28, 40, 8);
  largest = 0;
  Trainer trainer(recipe, source, 1);
  Recorder recorder;
  QCOMPARE(runAll(trainer, recorder).reason, StopReason::Finished);
  QVERIFY2(largest < 4'000'000, qPrintable(QString::number(largest)));
}

INKLING_TEST(TestAllocation)
#include "tst_allocation.moc"
