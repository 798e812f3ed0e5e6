// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/trainer.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// Short runs with a fixed seed end with known digits. A change of them is a change of what every
/// recipe does, and must explain itself in the commit that makes it.
class TestSignature final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shortRuns_endWithKnownDigits_data();
  void shortRuns_endWithKnownDigits();
};

namespace {

void row(const char* name, const Recipe& recipe, int side, const char* digits) {
  QTest::newRow(name) << recipe << side << QString(digits);
}

}  // namespace

void TestSignature::shortRuns_endWithKnownDigits_data() {
  QTest::addColumn<Recipe>("recipe");
  QTest::addColumn<int>("side");
  QTest::addColumn<QString>("digits");
  row("mlp", tinyMlp(), 8, "1.27100 0.97050 0.81934");

  // Without a bias: batch norm takes it out again, so rounding alone would drive it.
  LayerSpec conv = LayerSpec::conv2d(4, 3, 1);
  conv.bias = false;
  Recipe cnn = tinyRecipe({conv, of(LayerKind::BatchNorm), of(LayerKind::ReLU),
                           LayerSpec::maxPool2d(2), of(LayerKind::Flatten), LayerSpec::dense(12),
                           of(LayerKind::Tanh), LayerSpec::dropout(0.25), LayerSpec::dense(4)});
  cnn.optimizer = {.kind = OptimizerKind::Adam, .learningRate = 0.01};
  cnn.schedule.kind = ScheduleKind::OneCycle;
  cnn.labelSmoothing = 0.05;
  cnn.averageDecay = 0.9;
  row("cnn", cnn, 8, "1.44870 0.45145 0.43303");

  Recipe augmented = tinyMlp();
  augmented.optimizer = {
      .kind = OptimizerKind::Nesterov, .learningRate = 0.02, .weightDecay = 0.001};
  augmented.augment.enabled = true;
  row("augmented", augmented, 28, "0.86633 0.10110 0.00981");
}

void TestSignature::shortRuns_endWithKnownDigits() {
  QFETCH(Recipe, recipe);
  QFETCH(int, side);
  QFETCH(QString, digits);
  Trainer trainer(recipe, tinyData(side), 2);
  Recorder recorder;
  const History history = runAll(trainer, recorder).history;
  QCOMPARE(QString("%1 %2 %3")
               .arg(history.epochs.front().train.loss, 0, 'f', 5)
               .arg(history.epochs.back().train.loss, 0, 'f', 5)
               .arg(history.test.loss, 0, 'f', 5),
           digits);
}

INKLING_TEST(TestSignature)
#include "tst_signature.moc"
