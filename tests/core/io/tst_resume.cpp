// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/io/modelfile.h"
#include "core/train/trainer.h"
#include "tests/core/support/files.h"

#include <QTest>

using namespace inkling;

namespace {

// 90 pictures of noise, with a bright column that tells the class.
std::shared_ptr<const Dataset> stripes() {
  auto set = std::make_shared<Dataset>();
  set->width = 8;
  set->height = 8;
  Random random(5, RandomPurpose::Analysis);
  for (int i = 0; i < 90; ++i) {
    const auto label = static_cast<std::uint8_t>(random.below(3));
    for (int pixel = 0; pixel < 64; ++pixel) {
      set->pixels.push_back(
          static_cast<std::uint8_t>(pixel % 8 == label ? 200 : random.below(120)));
    }
    set->labels.push_back(label);
  }
  return set;
}

DataSource source() { return {"stripes", "Stripes", {"a", "b", "c"}, stripes(), stripes()}; }

// Everything that has a state: moments, averages, running statistics, dropout, a best epoch.
Recipe recipe() {
  Recipe recipe;
  recipe.data.validationCount = 20;
  recipe.layers = {LayerSpec::conv2d(3, 3), LayerSpec::of(LayerKind::BatchNorm),
                   LayerSpec::of(LayerKind::ReLU), LayerSpec::dropout(0.2), LayerSpec::dense(3)};
  recipe.optimizer = {.kind = OptimizerKind::Adam, .learningRate = 0.01};
  recipe.schedule.kind = ScheduleKind::OneCycle;
  recipe.averageDecay = 0.9;
  recipe.earlyStopping = 50;
  recipe.batch = 16;
  recipe.epochs = 4;
  return recipe;
}

class StopAfter final : public Observer {
public:
  StopAfter(Control& control, long steps) : m_control(control), m_steps(steps) {}
  void onBatch(const BatchRecord& record, const Progress&) override {
    if (record.step == m_steps) m_control.stop();
  }

private:
  Control& m_control;
  long m_steps;
};

void runUntil(Trainer& trainer, long steps) {
  Control control;
  StopAfter observer(control, steps);
  trainer.run(control, observer);
}

}  // namespace

class TestResume final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void runContinuedFromAFile_endsInTheSameBytes_data();
  void runContinuedFromAFile_endsInTheSameBytes();
};

void TestResume::runContinuedFromAFile_endsInTheSameBytes_data() {
  QTest::addColumn<int>("steps");
  QTest::newRow("within the first epoch") << 2;
  QTest::newRow("at an epoch's end") << 5;
  QTest::newRow("within the third epoch") << 13;
}

void TestResume::runContinuedFromAFile_endsInTheSameBytes() {
  QFETCH(int, steps);
  constexpr long kNever = 1'000'000;
  const test::Folder folder;
  Trainer straight(recipe(), source(), 1);
  runUntil(straight, kNever);
  saveCheckpoint(folder.path("straight"), straight.checkpoint());

  Trainer first(recipe(), source(), 1);
  runUntil(first, steps);
  saveCheckpoint(folder.path("part"), first.checkpoint());
  ModelFile file = loadModel(folder.path("part"));
  QVERIFY(file.state.has_value());
  QVERIFY(file.model.position != straight.model().position);
  Trainer second(Checkpoint{std::move(file.model), std::move(*file.state)}, source(), 1);
  runUntil(second, kNever);
  saveCheckpoint(folder.path("continued"), second.checkpoint());
  QVERIFY(test::fileBytes(folder.path("continued")) == test::fileBytes(folder.path("straight")));
  QVERIFY(test::fileBytes(folder.path("continued")) != test::fileBytes(folder.path("part")));
}

QTEST_APPLESS_MAIN(TestResume)
#include "tst_resume.moc"
