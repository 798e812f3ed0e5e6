// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/filelock.h"
#include "core/io/modelfile.h"
#include "core/sweep/sweeptable.h"
#include "core/sweep/trialrunner.h"
#include "tests/core/support/blockset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/tinysweep.h"
#include "tests/support/testprogram.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace inkling;

namespace {

// A process that holds a lock until it is killed.
class Holder {
public:
  explicit Holder(const std::filesystem::path& file) {
    int ends[2];
    if (::pipe(ends) != 0) qFatal("no pipe");
    m_process = ::fork();
    if (m_process == 0) {
      const auto lock = FileLock::tryTake(file);
      const char answer = lock ? 'y' : 'n';
      if (::write(ends[1], &answer, 1) == 1) ::pause();
      ::_exit(1);
    }
    char answer = 0;
    if (::read(ends[0], &answer, 1) != 1 || answer != 'y') qFatal("the other process got no lock");
    ::close(ends[0]);
    ::close(ends[1]);
  }
  ~Holder() { kill(); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

  void kill() {
    if (m_process <= 0) return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    m_process = 0;
  }

private:
  pid_t m_process = 0;
};

class StopAtOnce final : public Observer {
public:
  explicit StopAtOnce(Control& control) : m_control(control) {}
  void onBatch(const BatchRecord&, const Progress&) override { m_control.stop(); }

private:
  Control& m_control;
};

}  // namespace

class TestTrialRunner final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void done_leavesResultAndModel();
  void again_isSkipped();
  void claimedByAnotherProcess_isLeftToIt();
  void killedWorker_trialRunsAgain();
  void stopped_leavesNothing();
  void divergedInItsLastStep_isAResult();
  void unusableResult_runsAgain_data();
  void unusableResult_runsAgain();
  void resultThatCannotBeLookedFor_isNotTrainedAgain();
  void newerResult_isKept();
  void resultOfOtherImages_isRefused();
  void withoutTest_testSetIsNotSeen();
  void withTest_isMeasured_evenIfDoneWithoutBefore();
  void result_comesBackFromItsOwnJson();
  void lock_isFreedWithItsHolder();
  void lockInMissingFolder_isAnError();

private:
  TrialOutcome run(const TrialOptions& options = {}) {
    Control control;
    Observer observer;
    return runTrial(m_recipe, m_folder, options, test::blockSource(), control, observer);
  }
  QByteArray resultBytes() const { return test::fileBytes(m_folder.resultFile(m_id)); }

  std::optional<test::Folder> m_files;
  SweepFolder m_folder;
  Recipe m_recipe;
  std::string m_id;
};

void TestTrialRunner::init() {
  m_files.emplace();
  m_folder.root = m_files->path("sweep");
  m_folder.create();
  m_recipe = test::tinySweep("blocks").base;
  m_id = trialId(m_recipe);
}

void TestTrialRunner::done_leavesResultAndModel() {
  QCOMPARE(run(), TrialOutcome::Done);
  const auto result = storedResult(m_folder, m_id);
  QVERIFY(result);
  QVERIFY(result->recipe == m_recipe);
  QCOMPARE(result->reason, StopReason::Finished);
  QCOMPARE(result->history.epochs.size(), std::size_t{2});
  const Model model = loadModel(m_folder.modelFile(m_id)).model;
  QVERIFY(model.recipe == m_recipe);
  QVERIFY(model.history == result->history);
}

void TestTrialRunner::again_isSkipped() {
  run();
  const QByteArray before = resultBytes();
  QCOMPARE(run(), TrialOutcome::AlreadyThere);
  QCOMPARE(resultBytes(), before);
}

void TestTrialRunner::claimedByAnotherProcess_isLeftToIt() {
  const Holder holder(m_folder.claimFile(m_id));
  QCOMPARE(run(), TrialOutcome::Claimed);
  QVERIFY(!storedResult(m_folder, m_id));
}

void TestTrialRunner::killedWorker_trialRunsAgain() {
  Holder holder(m_folder.claimFile(m_id));
  QCOMPARE(run(), TrialOutcome::Claimed);
  holder.kill();
  QVERIFY(std::filesystem::exists(m_folder.claimFile(m_id)));
  QCOMPARE(run(), TrialOutcome::Done);
}

void TestTrialRunner::stopped_leavesNothing() {
  Control control;
  StopAtOnce observer(control);
  QCOMPARE(runTrial(m_recipe, m_folder, {}, test::blockSource(), control, observer),
           TrialOutcome::Stopped);
  QVERIFY(!std::filesystem::exists(m_folder.resultFile(m_id)));
  QVERIFY(!std::filesystem::exists(m_folder.modelFile(m_id)));
  QCOMPARE(run(), TrialOutcome::Done);
}

// One step makes weights that are finite, but too large for a finite loss.
void TestTrialRunner::divergedInItsLastStep_isAResult() {
  m_recipe.layers.assign(4, LayerSpec::dense(10));
  m_recipe.data.std = 1e-6;
  m_recipe.optimizer.learningRate = 1000;
  m_recipe.batch = 1000;
  m_recipe.epochs = 1;
  m_id = trialId(m_recipe);
  for (const bool test : {false, true}) {
    QCOMPARE(run({.test = test}), test ? TrialOutcome::AlreadyThere : TrialOutcome::Done);
    const auto result = storedResult(m_folder, m_id);
    QVERIFY(result);
    QCOMPARE(result->reason, StopReason::Diverged);
  }
  QVERIFY(std::filesystem::exists(m_folder.modelFile(m_id)));
}

void TestTrialRunner::unusableResult_runsAgain_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("reason");
  QTest::newRow("empty") << QByteArray() << "JSON";
  QTest::newRow("truncated") << QByteArray("{\"trial\": \"0") << "JSON";
  QTest::newRow("foreign") << QByteArray("[1, 2]") << "not the result";
  QTest::newRow("no reason") << QByteArray("{\"run\": {}, \"seconds\": 1}") << "reason";
  Recipe other = test::tinySweep("blocks").base;
  other.seed = 5;
  QTest::newRow("of another trial")
      << QByteArray::fromStdString(encodeRun({other, {}, {"0", "1"}, {}, {}, {}, 1}, {}))
      << "another trial";
}

void TestTrialRunner::unusableResult_runsAgain() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, reason);
  m_files->write("sweep/trials/" + QString::fromStdString(m_id) + ".json", bytes);
  std::string problem;
  QVERIFY(!storedResult(m_folder, m_id, &problem));
  QCOMPARE(test::missingIn(QString::fromStdString(problem), {reason}), QString());
  QCOMPARE(run(), TrialOutcome::Done);
  QVERIFY(storedResult(m_folder, m_id));
}

void TestTrialRunner::resultThatCannotBeLookedFor_isNotTrainedAgain() {
  const auto file = m_folder.resultFile(m_id);
  std::filesystem::create_symlink(file, file);
  EXPECT_ERROR(run(), QString::fromStdString(m_id), "symbolic links");
  QVERIFY(std::filesystem::is_symlink(file));
  Trial trial;
  trial.id = m_id;
  trial.recipe = m_recipe;
  const SweepTable table = collectSweep({}, {trial}, m_folder);
  QVERIFY(!table.rows[0].result && !table.rows[0].problem.empty());
}

void TestTrialRunner::newerResult_isKept() {
  const QByteArray newer(R"({"run": {"format": 99}, "reason": "finished", "seconds": 1})");
  m_files->write("sweep/trials/" + QString::fromStdString(m_id) + ".json", newer);
  EXPECT_ERROR(run(), "newer Inkling");
  QCOMPARE(resultBytes(), newer);
}

void TestTrialRunner::resultOfOtherImages_isRefused() {
  run();
  const TrialResult before = *storedResult(m_folder, m_id);
  const auto expectRefused = [&](TrialResult other, const char* sentence) {
    saveResult(m_folder, other);
    const QByteArray bytes = resultBytes();
    EXPECT_ERROR(run(), sentence);
    QCOMPARE(resultBytes(), bytes);
  };
  TrialResult wider = before;
  wider.input.width = 32;
  wider.dataFingerprint.clear();
  expectRefused(wider, "images of another size");
  TrialResult other = before;
  other.dataFingerprint = "0123456789abcdef";
  saveResult(m_folder, other);
  DataSource known = test::blockSource();
  known.fingerprint = "fedcba9876543210";
  Control control;
  Observer observer;
  EXPECT_ERROR(runTrial(m_recipe, m_folder, {}, known, control, observer),
               "(0123456789abcdef, not fedcba9876543210)");
  QCOMPARE(storedResult(m_folder, m_id)->dataFingerprint, other.dataFingerprint);
}

void TestTrialRunner::withoutTest_testSetIsNotSeen() {
  m_recipe.evaluateTest = true;
  m_id = trialId(m_recipe);
  QCOMPARE(run(), TrialOutcome::Done);
  const auto result = storedResult(m_folder, m_id);
  QCOMPARE(result->history.test.count, 0);
  for (const EpochRecord& epoch : result->history.epochs) {
    QCOMPARE(epoch.test.count, 0);
    QCOMPARE(epoch.validation.count, 50);
  }
}

void TestTrialRunner::withTest_isMeasured_evenIfDoneWithoutBefore() {
  QCOMPARE(run(), TrialOutcome::Done);
  QCOMPARE(run({.test = true}), TrialOutcome::Done);
  QCOMPARE(storedResult(m_folder, m_id)->history.test.count, 100);
  QCOMPARE(run({.test = true}), TrialOutcome::AlreadyThere);
  QCOMPARE(run(), TrialOutcome::AlreadyThere);
}

void TestTrialRunner::result_comesBackFromItsOwnJson() {
  run();
  const TrialResult result = *storedResult(m_folder, m_id);
  QCOMPARE(encodeRun(decodeRun(encodeRun(result, {}), "again"), {}), encodeRun(result, {}));
}

void TestTrialRunner::lock_isFreedWithItsHolder() {
  const auto file = m_files->path("lock");
  {
    const auto held = FileLock::tryTake(file);
    QVERIFY(held);
    QVERIFY(!FileLock::tryTake(file));
  }
  QVERIFY(FileLock::tryTake(file));
  const FileLock waited = FileLock::wait(file);
  QVERIFY(!FileLock::tryTake(file));
}

void TestTrialRunner::lockInMissingFolder_isAnError() {
  EXPECT_ERROR(FileLock::tryTake(m_files->path("none/lock")), "none/lock");
}

INKLING_TEST(TestTrialRunner)
#include "tst_trialrunner.moc"
