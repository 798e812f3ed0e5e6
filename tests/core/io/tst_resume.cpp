// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/io/modelfile.h"
#include "core/train/trainer.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

// 90 pictures of noise, with a bright column that tells the class.
std::shared_ptr<const Dataset> stripes() {
  auto set = std::make_shared<Dataset>();
  set->width = 8;
  set->height = 8;
  set->classes = 3;
  Random random(5, RandomPurpose::Analysis);
  for (int i = 0; i < 90; ++i) {
    const auto label = static_cast<Label>(random.below(3));
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
  recipe.data.validation = HeldOut::last(20);
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

constexpr long kNever = 1'000'000;

class StopAfter final : public Observer {
public:
  StopAfter(Control& control, long steps) : m_control(control), m_steps(steps) {}
  void onBatch(const BatchRecord& record, const Progress&) override {
    if (record.step == m_steps) m_control.stop();
  }
  void onStepReport(const StepReport& report) override { reports.push_back(report); }

  std::vector<StepReport> reports;

private:
  Control& m_control;
  long m_steps;
};

std::vector<StepReport> runUntil(Trainer& trainer, long steps) {
  Control control;
  StopAfter observer(control, steps);
  trainer.run(control, observer);
  return observer.reports;
}

/// 20 batches, with a report after every third.
Recipe reporting() {
  Recipe reporting = recipe();
  reporting.reportEvery = 3;
  return reporting;
}

Trainer continued(const std::filesystem::path& path) {
  ModelFile file = loadModel(path);
  return Trainer(Checkpoint{std::move(file.model), std::move(*file.state)}, source(), 1);
}

}  // namespace

class TestResume final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void runContinuedFromAFile_endsInTheSameBytes_data();
  void runContinuedFromAFile_endsInTheSameBytes();
  void stepReports_goOnAfterAResume_asIfItHadNotStopped();
  void checkpointWithoutAReportWindow_loadsAndBeginsANewOne();
};

void TestResume::runContinuedFromAFile_endsInTheSameBytes_data() {
  QTest::addColumn<int>("steps");
  QTest::newRow("within the first epoch") << 2;
  QTest::newRow("at an epoch's end") << 5;
  QTest::newRow("within the third epoch") << 13;
}

void TestResume::runContinuedFromAFile_endsInTheSameBytes() {
  QFETCH(int, steps);
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

void TestResume::stepReports_goOnAfterAResume_asIfItHadNotStopped() {
  const test::Folder folder;
  Trainer straight(reporting(), source(), 1);
  const auto expected = runUntil(straight, kNever);
  QCOMPARE(expected.size(), std::size_t{6});
  Trainer first(reporting(), source(), 1);
  auto reports = runUntil(first, 8);  // two thirds of the third report
  saveCheckpoint(folder.path("part"), first.checkpoint());
  Trainer second = continued(folder.path("part"));
  for (const StepReport& report : runUntil(second, kNever)) reports.push_back(report);
  QCOMPARE(reports.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    QCOMPARE(reports[i].step, expected[i].step);
    QCOMPARE(reports[i].count, 3);
    QCOMPARE(reports[i].loss, expected[i].loss);
    QCOMPARE(reports[i].accuracy, expected[i].accuracy);
  }
}

void TestResume::checkpointWithoutAReportWindow_loadsAndBeginsANewOne() {
  const test::Folder folder;
  Trainer first(reporting(), source(), 1);
  runUntil(first, 8);
  Checkpoint old = first.checkpoint();
  QVERIFY(old.state.window.has_value());
  old.state.window.reset();  // as files were before
  saveCheckpoint(folder.path("old"), old);
  QVERIFY(!test::fileBytes(folder.path("old")).contains("window"));
  Trainer second = continued(folder.path("old"));
  const auto reports = runUntil(second, kNever);
  QCOMPARE(reports.size(), std::size_t{4});
  QCOMPARE(reports.front().step, 11L);
}

INKLING_TEST(TestResume)
#include "tst_resume.moc"
