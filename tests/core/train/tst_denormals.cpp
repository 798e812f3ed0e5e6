// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/trace.h"
#include "core/model/passrunner.h"
#include "core/train/trainer.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/networks.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace inkling;
using namespace inkling::test;

/// Numbers too small for full precision neither come nor stay where networks are computed.
class TestDenormals final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void momentsOfDeadUnits_decayToZero_data();
  void momentsOfDeadUnits_decayToZero();
  void passesOfTheCaller_giveZero();
};

namespace {

bool isDenormal(float value) { return std::fpclassify(value) == FP_SUBNORMAL; }

float product(float a, float b) {
  volatile float factor = a;
  return factor * b;
}

}  // namespace

void TestDenormals::momentsOfDeadUnits_decayToZero_data() {
  QTest::addColumn<int>("threads");
  QTest::addColumn<double>("clipNorm");
  for (const int threads : {1, 3})
    for (const double norm : {0.0, 1.0})
      QTest::addRow("%d threads, clipped at %g", threads, norm) << threads << norm;
}

void TestDenormals::momentsOfDeadUnits_decayToZero() {
  QFETCH(int, threads);
  QFETCH(double, clipNorm);
  Recipe recipe = tinyMlp();
  recipe.optimizer.kind = OptimizerKind::Adam;
  recipe.optimizer.clipNorm = clipNorm;
  Checkpoint checkpoint = Trainer(recipe, tinyData(), 1).checkpoint();
  // No gradient comes to the first layer, and little of its moments is left.
  checkpoint.model.network.parameters()[1].value->setConstant(-1000);
  for (Matrix<float>& moment : checkpoint.state.moments) moment.setConstant(1.2e-38F);
  Trainer trainer(checkpoint, tinyData(), threads);
  Recorder recorder;
  QCOMPARE(runAll(trainer, recorder).reason, StopReason::Finished);
  for (const Matrix<float>& moment : trainer.checkpoint().state.moments)
    QVERIFY(std::none_of(moment.data(), moment.data() + moment.size(), isDenormal));
  QVERIFY(isDenormal(product(1e-30F, 1e-10F)));
}

void TestDenormals::passesOfTheCaller_giveZero() {
  Model model = modelOf(4, {LayerSpec::dense(3)});
  for (const auto& parameter : model.network.parameters()) parameter.value->setZero();
  model.network.parameters()[0].value->setConstant(1.2e-38F);
  std::vector<float> input(16);
  input[0] = 0.5F;
  const Trace trace(model.network, input);
  for (const float logit : trace.logits()) QVERIFY2(logit == 0, qPrintable(QString::number(logit)));
  Workspace<float> work(model.network, 1, 1, WorkspaceUse::Inference);
  std::ranges::copy(input, work.input().column(0));
  ThreadTeam alone(1);
  PassRunner<float>(model.network, work, alone).forward({false, 0, 0, 1});
  for (int i = 0; i < 3; ++i) QVERIFY(work.logits().column(0)[i] == 0);
  QVERIFY(isDenormal(product(1e-30F, 1e-10F)));
}

INKLING_TEST(TestDenormals)
#include "tst_denormals.moc"
