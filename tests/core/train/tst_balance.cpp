// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/confusion.h"
#include "core/data/epochorder.h"
#include "core/train/evaluate.h"
#include "core/train/trainer.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// Training on classes with unequally many images.
class TestBalance final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void weights_reportTheLossWithoutThem();
  void weights_ofEqualClasses_changeNothing();
  void sampling_keepsTheNumberOfSamplesAndSteps();
  void rareClass_isFoundMoreOften_data();
  void rareClass_isFoundMoreOften();
};

namespace {

/// The first of each class's images: so many.
DataSource withCounts(DataSource source, std::vector<int> counts) {
  auto set = std::make_shared<Dataset>(*source.train);
  set->pixels.clear();
  set->labels.clear();
  for (int i = 0; i < source.train->count(); ++i) {
    const Label label = source.train->labels[static_cast<std::size_t>(i)];
    if (counts[label]-- <= 0) continue;
    const auto image = source.train->image(i);
    set->pixels.insert(set->pixels.end(), image.begin(), image.end());
    set->labels.push_back(label);
  }
  source.train = set;
  return source;
}

DataSource unequal() { return withCounts(tinyData(8, 1600, 400), {300, 300, 300, 6}); }

struct Trained {
  std::vector<float> losses;
  std::vector<float> weights;
  Confusion test;
  History history;
};

Trained trainedOn(ClassBalance balance, const DataSource& source) {
  Recipe recipe = tinyMlp();
  recipe.data.balance = balance;
  Trainer trainer(recipe, source, 1);
  Recorder recorder;
  const Summary summary = runAll(trainer, recorder);
  const Model model = trainer.model();
  return {recorder.losses(), numbersOf(model.network),
          Confusion(predictAll(model, trainer.split().test, 1)), summary.history};
}

}  // namespace

// The first step has the same weights and samples with and without; from the second on they part.
void TestBalance::weights_reportTheLossWithoutThem() {
  const Trained plain = trainedOn(ClassBalance::None, unequal());
  const Trained weighted = trainedOn(ClassBalance::Weights, unequal());
  QCOMPARE(weighted.losses[0], plain.losses[0]);
  QVERIFY(weighted.losses[1] != plain.losses[1]);
}

void TestBalance::weights_ofEqualClasses_changeNothing() {
  const DataSource equal = withCounts(tinyData(8, 300), {40, 40, 40, 40});
  QCOMPARE(equal.train->count(), 160);
  const Trained plain = trainedOn(ClassBalance::None, equal);
  const Trained weighted = trainedOn(ClassBalance::Weights, equal);
  QCOMPARE(weighted.losses, plain.losses);
  QVERIFY(weighted.weights == plain.weights);
}

void TestBalance::sampling_keepsTheNumberOfSamplesAndSteps() {
  const Trained plain = trainedOn(ClassBalance::None, unequal());
  const Trained sampled = trainedOn(ClassBalance::Sampling, unequal());
  QCOMPARE(sampled.losses.size(), plain.losses.size());
  QCOMPARE(sampled.history.epochs[0].train.count, 906);
}

void TestBalance::rareClass_isFoundMoreOften_data() {
  QTest::addColumn<ClassBalance>("balance");
  QTest::newRow("sampling") << ClassBalance::Sampling;
  QTest::newRow("weights") << ClassBalance::Weights;
}

void TestBalance::rareClass_isFoundMoreOften() {
  QFETCH(ClassBalance, balance);
  const Confusion plain = trainedOn(ClassBalance::None, unequal()).test;
  const Confusion balanced = trainedOn(balance, unequal()).test;
  QVERIFY2(plain.score(3).recall < 0.5, qPrintable(QString::number(plain.score(3).recall)));
  QVERIFY2(balanced.score(3).recall > 0.9, qPrintable(QString::number(balanced.score(3).recall)));
  QVERIFY(balanced.balancedAccuracy() > plain.balancedAccuracy());
}

INKLING_TEST(TestBalance)
#include "tst_balance.moc"
