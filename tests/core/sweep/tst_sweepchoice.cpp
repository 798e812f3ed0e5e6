// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/folders.h"
#include "core/io/filelock.h"
#include "core/sweep/sweepchoice.h"
#include "core/sweep/sweeprunner.h"
#include "tests/core/support/blockset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/tinysweep.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace inkling;

namespace {

// A table of settings "0", "1", … with these validation accuracies for each of their seeds.
SweepTable tableOf(const std::vector<std::vector<double>>& accuracies) {
  SweepTable table{{"setting"}, {}};
  for (std::size_t seed = 0; seed < accuracies[0].size(); ++seed)
    for (std::size_t i = 0; i < accuracies.size(); ++i) {
      Trial trial;
      trial.at = {std::to_string(i)};
      trial.recipe.batch = static_cast<int>(i) + 1;
      trial.recipe.seed = seed;
      trial.id = trialId(trial.recipe);
      TrialResult result;
      result.recipe = trial.recipe;
      result.history.epochs = {{1, {}, {1, accuracies[i][seed], 50}, {}, 0.1}};
      result.position = {1, 0};
      table.rows.push_back({trial, result, {}});
    }
  return table;
}

int best(const SweepTable& table) { return bestCell(cellsOf(table)); }

}  // namespace

class TestSweepChoice final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void highestMeanValidation_isBest();
  void amongEquals_lowerLoss();
  void testAccuracy_hasNoSay();
  void divergedSeed_isNoChoice();
  void nothingHeldOut_choosesNothing();
  void incomplete_isNotTested();
  void complete_isTestedOnce_andRecorded();
  void largerPlan_keepsEarlierChoice();
  void modelsNotKept_givesTheSame();
  void damagedModels_giveTheSame();
  void recordThatCannotBeLookedFor_isNotMeasuredAgain();
  void imagesThatAreOthersByNow_areNotTested();
  void trialsOnDifferentImages_chooseNothing();
  void unusableRecord_isKept_data();
  void unusableRecord_isKept();
  void stoppedWhileTrainingAgain_recordsNothing();
  void stoppedWhileAnotherMeasures_doesNotWait();
  void csv_hasARowForEachTrial();
  void workDone_countsCostsNotTrials();

private:
  SweepTable run(const SweepFolder& folder, const SweepSpec& spec, bool models = true) {
    const auto trials = expandTrials(spec);
    SweepControl control;
    SweepObserver observer;
    runSweep(trials, spec.test, folder, {resourceFolder(), 2, models}, control, observer);
    return collectSweep(spec, trials, folder);
  }

  test::Folder m_files;
  SweepSpec m_spec;
};

void TestSweepChoice::initTestCase() {
  test::writeBlockSet(m_files.path("blocks"));
  m_spec = test::tinySweep(m_files.path("blocks"));
}

void TestSweepChoice::highestMeanValidation_isBest() {
  const SweepTable table = tableOf({{0.9, 0.8}, {0.7, 0.99}, {0.88, 0.89}});
  const auto cells = cellsOf(table);
  QCOMPARE(cells.size(), std::size_t{3});
  QCOMPARE(cells[1].rows, (std::vector<int>{1, 4}));
  QVERIFY(std::abs(cells[2].validation.accuracy - 0.885) < 1e-12);
  QCOMPARE(bestCell(cells), 2);
}

void TestSweepChoice::amongEquals_lowerLoss() {
  SweepTable table = tableOf({{0.9}, {0.9}, {0.9}});
  table.rows[1].result->history.epochs[0].validation.loss = 0.5;
  QCOMPARE(best(table), 1);
}

void TestSweepChoice::testAccuracy_hasNoSay() {
  SweepTable table = tableOf({{0.9}, {0.95}});
  table.rows[0].result->history.test = {0.1, 0.99, 100};
  table.rows[1].result->history.test = {0.9, 0.5, 100};
  QCOMPARE(best(table), 1);
}

void TestSweepChoice::divergedSeed_isNoChoice() {
  SweepTable table = tableOf({{0.9, 0.9}, {0.99, 0.99}});
  table.rows[1].result->reason = StopReason::Diverged;
  QCOMPARE(best(table), 0);
}

void TestSweepChoice::nothingHeldOut_choosesNothing() {
  SweepTable table = tableOf({{0.9}, {0.95}});
  for (SweepRow& row : table.rows) row.result->history.epochs[0].validation = {};
  QCOMPARE(best(table), -1);
}

void TestSweepChoice::incomplete_isNotTested() {
  SweepTable table = tableOf({{0.9}, {0.95}});
  table.rows[0].result.reset();
  const SweepFolder folder{m_files.path("incomplete")};
  QVERIFY(!chooseBest(table, folder, resourceFolder()));
  QVERIFY(!std::filesystem::exists(folder.bestFile()));
}

void TestSweepChoice::complete_isTestedOnce_andRecorded() {
  const SweepFolder folder{m_files.path("complete")};
  const SweepTable table = run(folder, m_spec);
  for (const SweepRow& row : table.rows) QCOMPARE(row.result->history.test.count, 0);
  const auto choice = chooseBest(table, folder, resourceFolder());
  QVERIFY(choice);
  QCOMPARE(choice->at.at(0), std::string("0.05"));
  QCOMPARE(choice->test.count, 100);
  QVERIFY(choice->test.accuracy > 0.5);
  // From then on the record answers: without the models the test set could not be measured again.
  const QByteArray record = test::fileBytes(folder.bestFile());
  std::filesystem::remove_all(folder.root / "models");
  std::filesystem::rename(m_files.path("blocks"), m_files.path("away"));
  const auto again = chooseBest(table, folder, resourceFolder());
  std::filesystem::rename(m_files.path("away"), m_files.path("blocks"));
  QVERIFY(again && again->test == choice->test);
  QCOMPARE(test::fileBytes(folder.bestFile()), record);
  QVERIFY(storedChoice(folder)->trials == choice->trials);
}

void TestSweepChoice::largerPlan_keepsEarlierChoice() {
  const SweepFolder folder{m_files.path("larger")};
  SweepSpec small = m_spec;
  small.axes[0].values = {{"0.0001"}};
  const auto first = chooseBest(run(folder, small), folder, resourceFolder());
  const auto second = chooseBest(run(folder, m_spec), folder, resourceFolder());
  QVERIFY(first && second && first->trials != second->trials);
  const auto json = QJsonDocument::fromJson(test::fileBytes(folder.bestFile())).object();
  QCOMPARE(json["earlier"].toArray().size(), 1);
  QCOMPARE(json["earlier"][0]["trials"][0].toString().toStdString(), first->trials[0]);
}

void TestSweepChoice::modelsNotKept_givesTheSame() {
  const SweepFolder kept{m_files.path("kept")};
  const SweepFolder bare{m_files.path("bare")};
  const auto one = chooseBest(run(kept, m_spec), kept, resourceFolder());
  const auto other = chooseBest(run(bare, m_spec, false), bare, resourceFolder());
  QVERIFY(one && other);
  QVERIFY(one->test == other->test);
  QVERIFY(one->trials == other->trials);
}

void TestSweepChoice::imagesThatAreOthersByNow_areNotTested() {
  const SweepFolder folder{m_files.path("changed")};
  const SweepTable table = run(folder, m_spec);
  std::filesystem::rename(m_files.path("blocks"), m_files.path("away"));
  test::writeBlockSet(m_files.path("blocks"), 300, 90);
  EXPECT_ERROR(chooseBest(table, folder, resourceFolder()), "other images");
  QVERIFY(!std::filesystem::exists(folder.bestFile()));
  std::filesystem::remove_all(m_files.path("blocks"));
  std::filesystem::rename(m_files.path("away"), m_files.path("blocks"));
}

void TestSweepChoice::trialsOnDifferentImages_chooseNothing() {
  SweepTable table = tableOf({{0.9}, {0.95}});
  table.rows[0].result->dataFingerprint = "0123456789abcdef";
  table.rows[1].result->dataFingerprint = "fedcba9876543210";
  const SweepFolder folder{m_files.path("different")};
  EXPECT_ERROR(chooseBest(table, folder, resourceFolder()), "different images");
}

void TestSweepChoice::unusableRecord_isKept_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("foreign") << QByteArray("{\"best\": 1}");
  QTest::newRow("earlier ones no list") << QByteArray(
      R"({"axes": [], "at": [], "trials": [], "earlier": "text",
          "validation": {"accuracy": 1, "loss": 0, "count": 1},
          "test": {"accuracy": 1, "loss": 0, "count": 1}})");
}

void TestSweepChoice::damagedModels_giveTheSame() {
  const SweepFolder folder{m_files.path("damaged")};
  const SweepTable table = run(folder, m_spec);
  const auto right = chooseBest(table, folder, resourceFolder());
  QVERIFY(right);
  std::filesystem::remove(folder.bestFile());
  for (const SweepRow& row : table.rows)
    std::filesystem::resize_file(folder.modelFile(row.trial.id), 0);
  const auto choice = chooseBest(table, folder, resourceFolder());
  QVERIFY(choice);
  QVERIFY(choice->test == right->test);
}

void TestSweepChoice::recordThatCannotBeLookedFor_isNotMeasuredAgain() {
  const SweepFolder folder{m_files.path("loop")};
  const SweepTable table = run(folder, m_spec);
  std::filesystem::create_symlink(folder.bestFile(), folder.bestFile());
  EXPECT_ERROR(storedChoice(folder), "best.json");
  EXPECT_ERROR(chooseBest(table, folder, resourceFolder()), "best.json");
  QVERIFY(std::filesystem::is_symlink(folder.bestFile()));
}

void TestSweepChoice::unusableRecord_isKept() {
  QFETCH(QByteArray, bytes);
  const SweepFolder folder{m_files.path("unusable")};
  const SweepTable table = run(folder, m_spec);
  m_files.write("unusable/best.json", bytes);
  EXPECT_ERROR(storedChoice(folder), "best.json");
  EXPECT_ERROR(chooseBest(table, folder, resourceFolder()), "best.json");
  QCOMPARE(test::fileBytes(folder.bestFile()), bytes);
}

// The result is on record, the model is not, and to train it again would take many minutes.
void TestSweepChoice::stoppedWhileTrainingAgain_recordsNothing() {
  SweepTable table = tableOf({{0.9}});
  Trial& trial = table.rows[0].trial;
  trial.recipe = m_spec.base;
  trial.recipe.epochs = 100'000;
  trial.id = trialId(trial.recipe);
  const SweepFolder folder{m_files.path("stopped")};
  SweepControl control;
  std::jthread user([&] {
    while (!std::filesystem::exists(folder.claimFile("best"))) std::this_thread::yield();
    control.stop();
  });
  const auto choice = chooseBest(table, folder, resourceFolder(), &control);
  QVERIFY(!choice);
  QVERIFY(!std::filesystem::exists(folder.bestFile()));
}

void TestSweepChoice::stoppedWhileAnotherMeasures_doesNotWait() {
  const SweepFolder folder{m_files.path("turn")};
  folder.create();
  const FileLock another = FileLock::wait(folder.claimFile("best"));
  SweepControl control;
  std::jthread user([&control] { control.stop(); });
  const auto choice = chooseBest(tableOf({{0.9}}), folder, resourceFolder(), &control);
  QVERIFY(!choice);
}

// Batches of 2 make half as many steps as batches of 1, and here steps are all that costs.
void TestSweepChoice::workDone_countsCostsNotTrials() {
  SweepTable table = tableOf({{0.9}, {0.95}});
  QCOMPARE(workDone(table, 60'000), 1.0);
  table.rows[1].result.reset();
  QCOMPARE(workDone(table, 60'000), 2.0 / 3);
  for (SweepRow& row : table.rows) row.trial.recipe.data.validation = HeldOut::last(5000);
  table.rows[1].trial.recipe.data.trainLimit = TrainLimit::first(6000);
  QCOMPARE(workDone(table, 60'000), 55'000.0 / 55'500);
  QCOMPARE(workDone({}, 60'000), 0.0);
}

void TestSweepChoice::csv_hasARowForEachTrial() {
  SweepTable table = tableOf({{0.9}, {0.95}});
  table.axes = {"a \"b\", c"};
  table.rows[1].result.reset();
  table.rows[0].trial.recipe.published = {{"test_accuracy", 0, 0.97, 0}};
  const QStringList lines = QString::fromStdString(toCsv(table)).split('\n');
  QCOMPARE(lines.size(), 4);
  QVERIFY(lines[0].startsWith("trial,\"a \"\"b\"\", c\",seed,reason,"));
  const qsizetype commas = lines[1].count(',');
  QCOMPARE(lines[1],
           QString::fromStdString(table.rows[0].trial.id) + ",0,0,finished,1,0,,,1,0.9,,,0.97");
  QCOMPARE(lines[2].count(','), commas);
}

INKLING_TEST(TestSweepChoice)
#include "tst_sweepchoice.moc"
