// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/fingerprint.h"
#include "core/model/trainedon.h"
#include "core/train/trainer.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// A model knows its data.
class TestOtherData final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void model_carriesTheFingerprintOfItsData();
  void checkpoint_withOtherData_isRefused();
  void checkpoint_withOtherDataKnowingly_goesOnWhereItStood();
  void unknownData_areTaken();
  void publishedFigures_areForTheirOwnSet();
};

namespace {

DataSource withFingerprint(int images) {
  DataSource source = tinyData(8, images);
  source.fingerprint = fingerprint(source);
  return source;
}

/// After five batches.
Checkpoint stoppedOn(const DataSource& source) {
  Trainer trainer(tinyMlp(), source, 1);
  Control control;
  Recorder recorder;
  recorder.afterBatch = [&](const BatchRecord& batch) {
    if (batch.step == 5) control.stop();
  };
  trainer.run(control, recorder);
  return trainer.checkpoint();
}

}  // namespace

void TestOtherData::model_carriesTheFingerprintOfItsData() {
  const DataSource source = withFingerprint(96);
  QCOMPARE(freshModel(tinyMlp(), source).dataFingerprint, source.fingerprint);
  QCOMPARE(Trainer(tinyMlp(), source, 1).model().dataFingerprint, source.fingerprint);
  const DataSource other = withFingerprint(95);
  QVERIFY(other.fingerprint != source.fingerprint);
  // Weights that go on with other images are a model of those.
  const Trainer trainer(stoppedOn(source).model, other, 1);
  QCOMPARE(trainer.model().dataFingerprint, other.fingerprint);
}

void TestOtherData::checkpoint_withOtherData_isRefused() {
  const DataSource source = withFingerprint(96);
  const DataSource other = withFingerprint(95);
  const Checkpoint checkpoint = stoppedOn(source);
  QCOMPARE(sameData(checkpoint.model.dataFingerprint, source), SameData::Yes);
  QCOMPARE(otherData("It", checkpoint.model.dataFingerprint, source), std::string());
  QCOMPARE(sameData(checkpoint.model.dataFingerprint, other), SameData::No);
  Trainer(checkpoint, source, 1);
  EXPECT_ERROR(Trainer(checkpoint, other, 1),
               "This checkpoint was trained on other images than those of Tiny (",
               QString::fromStdString(source.fingerprint),
               QString::fromStdString(other.fingerprint));
}

void TestOtherData::checkpoint_withOtherDataKnowingly_goesOnWhereItStood() {
  const DataSource other = withFingerprint(95);
  const Checkpoint checkpoint = stoppedOn(withFingerprint(96));
  const Trainer trainer(checkpoint, other, 1, OtherData::Take);
  QCOMPARE(trainer.model().position, (Position{0, 5}));
  QCOMPARE(trainer.checkpoint().state.optimizerStep, 5L);
  QCOMPARE(trainer.model().dataFingerprint, other.fingerprint);
}

void TestOtherData::unknownData_areTaken() {
  const DataSource source = withFingerprint(96);
  Checkpoint checkpoint = stoppedOn(source);
  checkpoint.model.dataFingerprint.clear();  // as in files of earlier versions
  QCOMPARE(sameData(checkpoint.model.dataFingerprint, source), SameData::Unknown);
  QCOMPARE(Trainer(checkpoint, source, 1).model().dataFingerprint, source.fingerprint);
}

void TestOtherData::publishedFigures_areForTheirOwnSet() {
  Recipe recipe = tinyMlp();
  QVERIFY(!publishedFor(recipe, "tiny"));
  recipe.published = {{"test_accuracy", 0, 0.9, 0}};
  QVERIFY(publishedFor(recipe, "tiny"));
  QVERIFY(!publishedFor(recipe, "other"));
  useData(recipe, "tiny");
  QVERIFY(publishedFor(recipe, "tiny"));
  useData(recipe, "other");
  QVERIFY(!publishedFor(recipe, "other"));
}

INKLING_TEST(TestOtherData)
#include "tst_otherdata.moc"
