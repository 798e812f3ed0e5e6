// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/weighthash.h"
#include "core/base/folders.h"
#include "core/io/personalset.h"
#include "core/io/runstore.h"
#include "core/sweep/sweepchoice.h"
#include "core/sweep/sweeprunner.h"
#include "tests/core/support/golden.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using namespace inkling::test;

/// The folders of earlier versions: the history of runs, sweeps, the digits of one user.
class TestGoldenStores final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void runs_areInTheHistory();
  void run_renamed_staysWhole();
  void sweep_isCompleteAndChosen();
  void sweepOfVersion2_knowsItsData();
  void sweep_trialLost_comesOutTheSame();
  void plannedSweep_hasItsTrials_data();
  void plannedSweep_hasItsTrials();
  void personalDigits_areRead();
  void personalDigits_goOnWithTheNextId();
  void folder_holdsNoOtherFile_data();
  void folder_holdsNoOtherFile();
};

namespace {

const QStringList kRuns{"20261130T045535-000", "20261130T045703-000", "20261130T115718-000"};
const QString kMnist("e0c88b493e87d860");  // fingerprint of the bundled images

QString qt(const std::string& text) { return QString::fromStdString(text); }

QString described(const PersonalDigit& digit) {
  const QString where =
      digit.ink.empty()
          ? QString("pixels %1").arg(qChecksum(QByteArrayView(digit.glyph.data(), 784)))
          : QString("%1 strokes, the first of %2 points from %3 %4 on")
                .arg(digit.ink.size())
                .arg(digit.ink[0].points.size())
                .arg(digit.ink[0].points[0].x)
                .arg(digit.ink[0].points[0].y);
  return QString("%1: a %2, %3, %4").arg(digit.id).arg(digit.label).arg(qt(digit.date), where);
}

QString described(const Score& score) {
  return QString("%1 %2 of %3").arg(score.loss, 0, 'f', 6).arg(score.accuracy).arg(score.count);
}

/// All that a run's folder says.
QString described(const RunRecord& run) {
  const RunResult& result = run.result;
  const EpochRecord last = result.history.epochs.back();
  return QString("%1, %2, %3, %4, reason %5, %6 s, epoch %7, %8 changes, train %9")
             .arg(qt(run.name), qt(run.saved), qt(run.origin), qt(result.recipe.name))
             .arg(static_cast<int>(result.reason))
             .arg(result.seconds, 0, 'f', 3)
             .arg(result.position.epoch)
             .arg(result.recipe.changes.size())
             .arg(described(last.train)) +
         QString(", validation %1, test %2, %3 points to %4 %5 %6")
             .arg(described(last.validation), described(result.history.test))
             .arg(run.batches.size())
             .arg(double(run.batches.back().step))
             .arg(double(run.batches.back().loss))
             .arg(double(run.batches.back().accuracy));
}

SweepSpec specIn(const std::filesystem::path& folder) { return SweepFolder{folder}.loadSpec(); }

}  // namespace

void TestGoldenStores::runs_areInTheHistory() {
  const Folder folder;
  const RunStore store(goldenCopy("runs", folder));
  std::vector<std::string> problems;
  const std::vector<RunRecord> runs = store.list(&problems);
  QVERIFY2(problems.empty(), problems.empty() ? "" : problems[0].c_str());
  QCOMPARE(runs.size(), std::size_t{3});
  QStringList found;
  for (const RunRecord& run : runs) {
    const Model model = store.loadModel(run.id);
    QVERIFY(model.history == run.result.history);
    found << qt(run.id) + ": " + described(store.load(run.id)) + ", " +
                 qt(weightHash(model.network));
  }
  QCOMPARE(
      found.value(0),
      QString("20261130T115718-000: , 2026-11-30 11:57:18, window, small, reason 0, 0.298 s, epoch "
              "3, 0 changes, train 0.939110 0.728889 of 1350, validation 0.757383 0.766667 of 150, "
              "test 0.796604 0.7798 of 10000, 81 points to 81 0.832779 0.7, 5aeab1b41df58fe4"));
  QCOMPARE(qt(runs[0].result.dataFingerprint), kMnist);
  QCOMPARE(
      found.value(1),
      QString("20261130T045703-000: , 2026-11-30 04:57:03, window, small, reason 1, 0.051 s, epoch "
              "1, 0 changes, train 1.819303 0.368333 of 1200, validation 1.361362 0.566667 of 300, "
              "test 0.000000 0 of 0, 40 points to 40 1.10775 0.566667, 5bdc7741b0a61a9f"));
  QCOMPARE(
      found.value(2),
      QString(
          "20261130T045535-000: first run, 2026-11-30 04:55:35, window, small, reason 0, 0.063 s, "
          "epoch 5, 2 changes, train 0.371801 0.89 of 1200, validation 0.734499 0.77 of 300, test "
          "0.603850 0.8087 of 10000, 200 points to 200 0.655062 0.766667, 99a59ff1a7bde8d2"));
}

void TestGoldenStores::run_renamed_staysWhole() {
  const Folder folder;
  RunStore store(goldenCopy("runs", folder));
  RunRecord before = store.load(kRuns[0].toStdString());
  store.rename(before.id, "another name");
  before.name = "another name";
  QCOMPARE(described(store.load(before.id)), described(before));
}

void TestGoldenStores::sweep_isCompleteAndChosen() {
  const Folder folder;
  const SweepFolder sweep{goldenCopy("sweeps/grid", folder)};
  const QByteArray best = fileBytes(sweep.bestFile());
  const SweepSpec spec = sweep.loadSpec();
  QCOMPARE(qt(spec.title.at("zh_CN")), QString("学习率 × 批大小"));
  const auto trials = expandTrials(spec);
  QCOMPARE(trials.size(), std::size_t{8});
  const SweepTable table = collectSweep(spec, trials, sweep);
  QVERIFY(table.complete());
  QStringList cells;
  for (const SweepCell& cell : cellsOf(table))
    cells << QString("%1 %2: %3").arg(qt(cell.at[0]), qt(cell.at[1]), described(cell.validation));
  QCOMPARE(cells,
           (QStringList{"0.02 20: 1.150951 0.7475 of 400", "0.02 80: 1.854521 0.495 of 400",
                        "0.2 20: 0.595773 0.8475 of 400", "0.2 80: 0.803449 0.8125 of 400"}));
  const auto choice = chooseBest(table, sweep, resourceFolder());
  QVERIFY(choice.has_value());
  QCOMPARE(qt(choice->at[0]) + " " + qt(choice->at[1]), QString("0.2 20"));
  QCOMPARE(described(choice->validation) + ", " + described(choice->test),
           QString("0.595773 0.8475 of 400, 0.536496 0.85 of 20000"));
  // Nothing was chosen or measured anew.
  QCOMPARE(fileBytes(sweep.bestFile()), best);
}

void TestGoldenStores::sweepOfVersion2_knowsItsData() {
  const Folder folder;
  const SweepFolder sweep{goldenCopy("sweeps/drawn", folder)};
  const QByteArray best = fileBytes(sweep.bestFile());
  const SweepSpec spec = sweep.loadSpec();
  const SweepTable table = collectSweep(spec, expandTrials(spec), sweep);
  QVERIFY(table.complete());
  for (const SweepRow& row : table.rows) QCOMPARE(qt(row.result->dataFingerprint), kMnist);
  const auto choice = chooseBest(table, sweep, resourceFolder());
  QVERIFY(choice.has_value());
  QCOMPARE(qt(choice->at[0]) + " " + qt(choice->at[1]), QString("500 default"));
  QCOMPARE(described(choice->validation) + ", " + described(choice->test),
           QString("1.141084 0.785714 of 42, 1.139525 0.6988 of 10000"));
  QCOMPARE(fileBytes(sweep.bestFile()), best);
}

void TestGoldenStores::sweep_trialLost_comesOutTheSame() {
  const Folder folder;
  const SweepFolder sweep{goldenCopy("sweeps/grid", folder)};
  const SweepSpec spec = sweep.loadSpec();
  const auto trials = expandTrials(spec);
  const auto lost = storedResult(sweep, trials[3].id);
  QVERIFY(lost.has_value());
  std::filesystem::remove(sweep.resultFile(trials[3].id));
  SweepControl control;
  SweepObserver quiet;
  const SweepSummary summary =
      runSweep(trials, spec.test, sweep, {resourceFolder(), 1, false}, control, quiet);
  QVERIFY(summary.complete);
  QCOMPARE(summary.trained, 1);
  const auto again = storedResult(sweep, trials[3].id);
  QVERIFY(again && again->recipe == lost->recipe);
  QVERIFY(std::abs(again->validation().loss / lost->validation().loss - 1) < 1e-4);
}

void TestGoldenStores::plannedSweep_hasItsTrials_data() {
  QTest::addColumn<QString>("folder");
  QTest::addColumn<QStringList>("expected");
  QTest::newRow("grid") << "sweeps/grid"
                        << QStringList{"0.02 20: aa10c274de8b50f1", "0.02 80: 8b23f9be28d3ebc7",
                                       "0.2 20: 2b3c88c89a76bb29",  "0.2 80: cb00369677ce154f",
                                       "0.02 20: a97334b4e49500f6", "0.02 80: 4355fbfc7fcb7b48",
                                       "0.2 20: 317ac7d552502a2e",  "0.2 80: fcb52e012b1d35b0"};
  QTest::newRow("drawn") << "sweeps/drawn"
                         << QStringList{"500 default: 61e84ef93aa08438",
                                        "500 last 100: 0ab326413bd473a8",
                                        "1000 default: 47e8f7b76135efce",
                                        "1000 last 100: 352a9df6fb819ed6"};
  QTest::newRow("list") << "sweeps/list"
                        << QStringList{"16 sgd: 7cc302f9dbfa0680", "64 adam: 4a9db2f1540f7a2c"};
  QTest::newRow("random") << "sweeps/random"
                          << QStringList{"56 0.00948 sgd/0.2: 47cf989a3fc73f4d",
                                         "30 0.0397 sgd/0.2: da930c5dbd0cf6c9",
                                         "11 0.179 momentum/0.05: b43014a14bcb12e7",
                                         "18 0.218 momentum/0.05: adb0bea5f76fb64e"};
}

void TestGoldenStores::plannedSweep_hasItsTrials() {
  QFETCH(QString, folder);
  QFETCH(QStringList, expected);
  QStringList found;
  for (const Trial& trial : expandTrials(specIn(golden(folder)))) {
    QStringList at;
    for (const std::string& value : trial.at) at << qt(value);
    found << at.join(' ') + ": " + qt(trial.id);
  }
  QCOMPARE(found, expected);
}

void TestGoldenStores::personalDigits_areRead() {
  const Folder folder;
  PersonalSet mine(goldenCopy("digits/my-digits.jsonl", folder));
  mine.load();
  QCOMPARE(qt(mine.problem()), QString());
  QStringList digits;
  for (const PersonalDigit& digit : mine.digits()) digits << described(digit);
  QCOMPARE(
      digits,
      (QStringList{
          "1: a 1, 2026-11-30 04:56:20, 1 strokes, the first of 9 points from 0.5 0.18067 on",
          "2: a 7, 2026-11-30 04:56:24, 1 strokes, the first of 13 points from 0.2479 0.20168 on",
          "3: a 4, 2026-11-30 04:56:27, 2 strokes, the first of 9 points from 0.39916 0.15126 on",
          "4: a 8, 2026-11-30 04:56:41, pixels 43439"}));
}

void TestGoldenStores::personalDigits_goOnWithTheNextId() {
  const Folder folder;
  const auto file = goldenCopy("digits/my-digits.jsonl", folder);
  PersonalSet mine(file);
  mine.load();
  const std::size_t count = mine.digits().size();
  PersonalDigit digit = mine.digits().front();
  QCOMPARE(mine.add(digit), 6L);
  PersonalSet later(file);
  later.load();
  QCOMPARE(later.digits().size(), count + 1);
  for (std::size_t i = 0; i <= count; ++i)
    QCOMPARE(described(later.digits()[i]), described(mine.digits()[i]));
}

void TestGoldenStores::folder_holdsNoOtherFile_data() {
  QTest::addColumn<QStringList>("files");
  QTest::addColumn<QStringList>("covered");
  QTest::newRow("digits") << goldenFiles("digits") << QStringList{"digits/my-digits.jsonl"};
  QStringList runs;
  for (const QString& id : kRuns)
    for (const char* name : {"batches.npy", "model.safetensors", "run.json"})
      runs << "runs/" + id + "/" + name;
  QTest::newRow("runs") << goldenFiles("runs") << runs;
  QStringList sweeps{"sweeps/drawn/best.json", "sweeps/drawn/sweep.json",
                     "sweeps/grid/best.json",  "sweeps/grid/sweep.json",
                     "sweeps/list/sweep.json", "sweeps/random/sweep.json"};
  for (const Trial& trial : expandTrials(specIn(golden("sweeps/drawn"))))
    sweeps << "sweeps/drawn/trials/" + qt(trial.id) + ".json";
  for (const Trial& trial : expandTrials(specIn(golden("sweeps/grid")))) {
    sweeps << "sweeps/grid/trials/" + qt(trial.id) + ".json";
    if (trial.recipe.seed == 2) sweeps << "sweeps/grid/models/" + qt(trial.id) + ".safetensors";
  }
  sweeps.sort();
  QTest::newRow("sweeps") << goldenFiles("sweeps") << sweeps;
}

void TestGoldenStores::folder_holdsNoOtherFile() {
  QFETCH(QStringList, files);
  QFETCH(QStringList, covered);
  QCOMPARE(files, covered);
}

INKLING_TEST(TestGoldenStores)
#include "tst_stores.moc"
