// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"
#include "core/io/filelock.h"
#include "core/io/modelfile.h"
#include "core/io/npy.h"
#include "core/io/runstore.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/failedcalls.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace inkling;

namespace {

Model sampleModel(int hidden = 4) {
  Model model;
  model.recipe.name = "sample";
  model.recipe.layers = {LayerSpec::dense(hidden), LayerSpec::dense(10)};
  model.recipe.epochs = 2;
  model.classNames = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  model.history.epochs = {{1, {0.5, 0.8, 60}, {0.4, 0.85, 10}, {}, 0.1},
                          {2, {0.3, 0.9, 60}, {0.2, 0.95, 10}, {0.3, 0.9, 20}, 0.05}};
  model.history.test = {0.25, 0.91, 100};
  model.position = {2, 0};
  model.network = Network<float>({28, 28, 1}, model.recipe.layers);
  model.network.initialise(7);
  return model;
}

RunRecord sampleRun() {
  const Model model = sampleModel();
  RunRecord run;
  run.origin = "window";
  run.result = {model.recipe,  {28, 28, 1},        model.classNames,
                model.history, model.position,     StopReason::Finished,
                1.5,           "0123456789abcdef", true};
  run.batches = {{1, 2.5F, 0.1F}, {2, 2.25F, 0.25F}};
  return run;
}

QStringList names(const std::vector<RunRecord>& runs) {
  QStringList list;
  for (const RunRecord& run : runs) list << QString::fromStdString(run.name);
  return list;
}

}  // namespace

// Stands before the C library's for the whole program.

std::filesystem::path g_lockOfRemovals;  // tells whether it is held when something is removed
int g_removalsLocked = 0;
int g_removalsUnlocked = 0;
extern "C" int unlinkat(int folder, const char* name, int flags) noexcept {
  if (!g_lockOfRemovals.empty())
    ++(FileLock::tryTake(g_lockOfRemovals) ? g_removalsUnlocked : g_removalsLocked);
  return static_cast<int>(::syscall(SYS_unlinkat, folder, name, flags));
}

class TestRunStore final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void noFolder_isAnEmptyHistory();
  void added_comesBackWhole();
  void withoutModelAndCourse_comesBack();
  void list_isNewestFirst();
  void runsOfOneSecond_keepTheirOrder();
  void unreadableRun_isReportedAndLeftOut_data();
  void unreadableRun_isReportedAndLeftOut();
  void badCourse_isAnError();
  void badModel_isAnError();
  void foreignFiles_areLeftAlone();
  void halfWritten_isIgnoredAndCleared();
  void halfWritten_ofAnotherProgramAtWork_isLeftAlone();
  void leftovers_areClearedUnderTheLock();
  void aboveLimit_oldestUnnamedGoFirst();
  void aboveLimit_failingRemoval_isNoFailedRun();
  void aboveLimit_unreadableStay();
  void renamed_isRemembered();
  void removed_isGone();
  void noSuchRun_isAnError_data();
  void noSuchRun_isAnError();
  void imported_hasRecipeAndHistoryOfTheFile();
  void importOfABrokenFile_changesNothing();
  void unwritableFolder_isAnError();
  void folderThatIsNotOnTheDisk_isNoKeptRun();
  void unreadableFolder_isAProblemOfTheList();
  void threads_addSideBySide();
  void csv_hasARowForEachEpochAndPoint();

private:
  RunStore store(std::uintmax_t limit = RunStore::kUsualLimit) const {
    return RunStore(m_folder, limit);
  }
  std::string addNamed(const std::string& name) {
    RunRecord run = sampleRun();
    run.name = name;
    return store().add(run, nullptr);
  }

  std::optional<test::Folder> m_files;
  std::filesystem::path m_folder;
};

void TestRunStore::init() {
  m_files.emplace();
  m_folder = m_files->path("runs");
}

void TestRunStore::noFolder_isAnEmptyHistory() {
  QVERIFY(store().list().empty());
  QCOMPARE(store().size(), std::uintmax_t{0});
  QVERIFY(!std::filesystem::exists(m_folder));
}

void TestRunStore::added_comesBackWhole() {
  const RunRecord run = sampleRun();
  const Model model = sampleModel();
  const std::string id = store().add(run, &model);
  const RunRecord back = store().load(id);
  QCOMPARE(back.id, id);
  QCOMPARE(back.origin, std::string("window"));
  QCOMPARE(back.saved.size(), std::size_t{19});
  QVERIFY(back.result.recipe == run.result.recipe);
  QVERIFY(back.result.history == run.result.history);
  QVERIFY(back.result.position == run.result.position);
  QVERIFY(back.result.classNames == run.result.classNames);
  QCOMPARE(back.result.reason, StopReason::Finished);
  QCOMPARE(back.result.seconds, 1.5);
  QCOMPARE(back.result.dataFingerprint, run.result.dataFingerprint);
  QVERIFY(back.result.testDrawn);
  QVERIFY(back.batches == run.batches);
  QVERIFY(back.hasModel);
  QVERIFY(store().loadModel(id).history == model.history);
}

void TestRunStore::withoutModelAndCourse_comesBack() {
  RunRecord run = sampleRun();
  run.batches.clear();
  run.result.reason = StopReason::Diverged;
  const std::string id = store().add(run, nullptr);
  const RunRecord back = store().load(id);
  QVERIFY(back.batches.empty());
  QVERIFY(!back.hasModel);
  QCOMPARE(back.result.reason, StopReason::Diverged);
  EXPECT_ERROR(store().loadModel(id), "without its model");
}

void TestRunStore::list_isNewestFirst() {
  for (const char* name : {"a", "b", "c"}) addNamed(name);
  QCOMPARE(names(store().list()), (QStringList{"c", "b", "a"}));
}

void TestRunStore::runsOfOneSecond_keepTheirOrder() {
  QStringList expected;
  for (int i = 0; i < 12; ++i) {
    const std::string name = std::to_string(i);
    addNamed(name);
    expected.prepend(QString::fromStdString(name));
  }
  QCOMPARE(names(store().list()), expected);
}

void TestRunStore::unreadableRun_isReportedAndLeftOut_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("reason");
  const QByteArray missing("(none)");
  QTest::newRow("missing") << missing << "run.json";
  QTest::newRow("empty") << QByteArray() << "JSON";
  QTest::newRow("truncated") << QByteArray("{\"name\": \"x") << "JSON";
  QTest::newRow("foreign") << QByteArray("{\"a\": 1}") << "run";
  QTest::newRow("newer") << QByteArray(
                                "{\"run\": {\"format\": 99}, \"reason\": \"finished\", "
                                "\"seconds\": 1}")
                         << "newer Inkling";
  QTest::newRow("unknown reason") << QByteArray(
                                         "{\"run\": {}, \"reason\": \"eaten\", \"seconds\": 1}")
                                  << "reason";
}

void TestRunStore::unreadableRun_isReportedAndLeftOut() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, reason);
  addNamed("good");
  std::filesystem::create_directories(m_folder / "20200101T000000-000");
  if (bytes != "(none)") m_files->write("runs/20200101T000000-000/run.json", bytes);
  std::vector<std::string> problems;
  QCOMPARE(names(store().list(&problems)), QStringList{"good"});
  QCOMPARE(problems.size(), std::size_t{1});
  QCOMPARE(test::missingIn(QString::fromStdString(problems[0]), {"20200101T000000-000", reason}),
           QString());
}

void TestRunStore::badCourse_isAnError() {
  const std::string id = store().add(sampleRun(), nullptr);
  m_files->write("runs/" + QString::fromStdString(id) + "/batches.npy", "not numbers");
  QCOMPARE(store().list().size(), std::size_t{1});
  EXPECT_ERROR(store().load(id), "batches.npy");
  const auto course = [&](float loss, int rows) {
    std::vector<float> values(static_cast<std::size_t>(3 * rows), loss);
    writeFileAtomically(m_files->path("runs/" + QString::fromStdString(id) + "/batches.npy"),
                        encodeNpy({"batches", {rows, 3}, values}));
  };
  course(std::numeric_limits<float>::quiet_NaN(), 2);
  EXPECT_ERROR(store().load(id), "batches.npy", "expected are finite numbers");
  course(1, 2001);
  EXPECT_ERROR(store().load(id), "batches.npy", "at most 2000 rows");
}

void TestRunStore::badModel_isAnError() {
  const Model model = sampleModel();
  const std::string id = store().add(sampleRun(), &model);
  const auto file = m_folder / id / "model.safetensors";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  EXPECT_ERROR(store().loadModel(id), "model.safetensors");
  QCOMPARE(store().load(id).batches.size(), std::size_t{2});
}

void TestRunStore::foreignFiles_areLeftAlone() {
  addNamed("good");
  m_files->write("runs/notes.txt", "mine");
  std::filesystem::create_directories(m_folder / "my folder");
  addNamed("better");
  QCOMPARE(names(store().list()), (QStringList{"better", "good"}));
  QCOMPARE(test::fileBytes(m_folder / "notes.txt"), QByteArray("mine"));
  QVERIFY(std::filesystem::exists(m_folder / "my folder"));
}

void TestRunStore::halfWritten_isIgnoredAndCleared() {
  addNamed("good");
  for (const char* leftover : {".new-20990101T000000-000", ".gone-20200101T000000-000"}) {
    std::filesystem::create_directories(m_folder / leftover);
    m_files->write(QString("runs/") + leftover + "/run.json", "{");
  }
  std::vector<std::string> problems;
  QCOMPARE(names(store().list(&problems)), QStringList{"good"});
  QVERIFY(problems.empty());
  QVERIFY(!std::filesystem::exists(m_folder / ".new-20990101T000000-000"));
  QVERIFY(!std::filesystem::exists(m_folder / ".gone-20200101T000000-000"));
}

void TestRunStore::halfWritten_ofAnotherProgramAtWork_isLeftAlone() {
  addNamed("good");
  std::filesystem::create_directories(m_folder / ".new-20990101T000000-000");
  const auto lock = FileLock::tryTake(m_folder / ".lock");
  QVERIFY(lock);
  QCOMPARE(names(store().list()), QStringList{"good"});
  QVERIFY(std::filesystem::exists(m_folder / ".new-20990101T000000-000"));
}

void TestRunStore::aboveLimit_oldestUnnamedGoFirst() {
  const Model model = sampleModel();
  RunRecord run = sampleRun();
  run.name = "kept";
  store().add(run, &model);
  const std::uintmax_t one = store().size();
  QVERIFY(one > 10'000);
  run.name.clear();
  std::vector<std::string> ids;
  for (int i = 0; i < 4; ++i) ids.push_back(store(3 * one + one / 2).add(run, &model));
  QCOMPARE(names(store().list()), (QStringList{"", "", "kept"}));
  QCOMPARE(store().list()[1].id, ids[2]);
  QVERIFY(store().size() <= 3 * one + one / 2);
  // Even if it is larger than the limit by itself, the newest run stays.
  const std::string last = store(1).add(run, &model);
  QCOMPARE(names(store().list()), (QStringList{"", "kept"}));
  QCOMPARE(store().list()[0].id, last);
}

void TestRunStore::leftovers_areClearedUnderTheLock() {
  addNamed("good");
  std::filesystem::create_directories(m_folder / ".gone-20200101T000000-000");
  m_files->write("runs/.gone-20200101T000000-000/run.json", "{}");
  g_removalsLocked = g_removalsUnlocked = 0;
  g_lockOfRemovals = m_folder / ".lock";
  const RunStore opened = store();
  g_lockOfRemovals.clear();
  QVERIFY(g_removalsLocked > 0);
  QCOMPARE(g_removalsUnlocked, 0);
}

void TestRunStore::aboveLimit_failingRemoval_isNoFailedRun() {
  store().add(sampleRun(), nullptr);
  std::string id;
  {
    const test::FailedRenames failed("/.gone-");
    id = store(1).add(sampleRun(), nullptr);
  }
  QCOMPARE(store().list().size(), std::size_t{2});
  QCOMPARE(store().list()[0].id, id);
  store(1).add(sampleRun(), nullptr);
  QCOMPARE(store().list().size(), std::size_t{1});
}

void TestRunStore::aboveLimit_unreadableStay() {
  std::filesystem::create_directories(m_folder / "20200101T000000-000");
  m_files->write("runs/20200101T000000-000/run.json", "{\"of a\": \"later time\"}");
  store(1).add(sampleRun(), nullptr);
  QVERIFY(std::filesystem::exists(m_folder / "20200101T000000-000" / "run.json"));
}

void TestRunStore::renamed_isRemembered() {
  const std::string id = store().add(sampleRun(), nullptr);
  store().rename(id, "mein schönster Lauf");
  const RunRecord back = store().load(id);
  QCOMPARE(back.name, std::string("mein schönster Lauf"));
  QVERIFY(back.result.history == sampleRun().result.history);
  QCOMPARE(back.batches.size(), std::size_t{2});
}

void TestRunStore::removed_isGone() {
  const std::string id = store().add(sampleRun(), nullptr);
  addNamed("other");
  store().remove(id);
  QCOMPARE(names(store().list()), QStringList{"other"});
  QVERIFY(!std::filesystem::exists(m_folder / id));
  EXPECT_ERROR(store().load(id), "There is no run");
}

void TestRunStore::noSuchRun_isAnError_data() {
  QTest::addColumn<QString>("id");
  QTest::newRow("unknown") << "20200101T000000-000";
  QTest::newRow("empty") << "";
  QTest::newRow("outside") << "../outside";
  QTest::newRow("the folder itself") << ".";
}

void TestRunStore::noSuchRun_isAnError() {
  QFETCH(QString, id);
  addNamed("good");
  std::filesystem::create_directories(m_files->path("outside"));
  EXPECT_ERROR(store().load(id.toStdString()), "There is no run");
  EXPECT_ERROR(store().loadModel(id.toStdString()), "There is no run");
  EXPECT_ERROR(store().rename(id.toStdString(), "x"), "There is no run");
  EXPECT_ERROR(store().remove(id.toStdString()), "There is no run");
  QVERIFY(std::filesystem::exists(m_files->path("outside")));
}

void TestRunStore::imported_hasRecipeAndHistoryOfTheFile() {
  Model model = sampleModel();
  model.recipe.epochs = 5;
  model.dataFingerprint = "0123456789abcdef";
  model.batches = {{1, 2.5F, 0.125F}};
  saveModel(m_files->path("m.safetensors"), model);
  const std::string id = store().importModel(m_files->path("m.safetensors"));
  const RunRecord run = store().load(id);
  QVERIFY(run.result.recipe == model.recipe);
  QVERIFY(run.result.history == model.history);
  QCOMPARE(run.result.dataFingerprint, model.dataFingerprint);
  QVERIFY(run.batches == model.batches);
  QCOMPARE(run.result.reason, StopReason::Stopped);
  QVERIFY(QString::fromStdString(run.origin).endsWith("m.safetensors"));
  QVERIFY(store().loadModel(id).recipe == model.recipe);
  QCOMPARE(store().importModel(m_files->path("m.safetensors")), id);
  QCOMPARE(store().list().size(), std::size_t{1});
}

void TestRunStore::importOfABrokenFile_changesNothing() {
  addNamed("good");
  EXPECT_ERROR(store().importModel(m_files->write("broken.safetensors", "12345678")),
               "broken.safetensors");
  QCOMPARE(names(store().list()), QStringList{"good"});
}

void TestRunStore::unwritableFolder_isAnError() {
  m_folder = m_files->write("file", "not a folder");
  EXPECT_ERROR(store().add(sampleRun(), nullptr), "file");
  QVERIFY(store().list().empty());
}

void TestRunStore::folderThatIsNotOnTheDisk_isNoKeptRun() {
  RunRecord run = sampleRun();
  run.batches.clear();
  const QString there = QString::fromStdString(m_folder.string());
  {
    const test::FailedCalls failed(test::FileCall::Fsync, 1);  // the first is of run.json
    const QString sentence = test::errorOf([&] { store().add(run, nullptr); });
    QCOMPARE(sentence, "Cannot keep the run in " + there +
                           ": writing its folder to the disk failed (Input/output error).");
  }
  QVERIFY(store().list().empty());
  {
    const test::FailedCalls failed(test::FileCall::Fsync, 2);
    EXPECT_ERROR(store().add(run, nullptr), "was saved, but");
  }
  QCOMPARE(store().list().size(), std::size_t{1});
}

void TestRunStore::unreadableFolder_isAProblemOfTheList() {
  std::filesystem::create_symlink(m_folder, m_folder);
  std::vector<std::string> problems;
  QVERIFY(store().list(&problems).empty());
  QCOMPARE(problems.size(), std::size_t{1});
  QVERIFY2(QString::fromStdString(problems[0]).contains("runs"), problems[0].c_str());
  EXPECT_ERROR(store().size(), "runs");
}

void TestRunStore::threads_addSideBySide() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 5; ++j) store().add(sampleRun(), nullptr);
    });
  for (std::thread& thread : threads) thread.join();
  std::vector<std::string> problems;
  QCOMPARE(store().list(&problems).size(), std::size_t{20});
  QVERIFY(problems.empty());
}

void TestRunStore::csv_hasARowForEachEpochAndPoint() {
  const RunRecord run = sampleRun();
  QCOMPARE(QString::fromStdString(epochsCsv(run)),
           QString("epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,"
                   "test_loss,test_accuracy,learning_rate\n"
                   "1,0.5,0.8,0.4,0.85,,,0.1\n2,0.3,0.9,0.2,0.95,0.3,0.9,0.05\n"));
  QVERIFY(QString::fromStdString(batchesCsv(run)).startsWith("step,loss,accuracy\n1,2.5,0.1"));
  QCOMPARE(QString::fromStdString(batchesCsv(run)).count('\n'), 3);
}

INKLING_TEST(TestRunStore)
#include "tst_runstore.moc"
