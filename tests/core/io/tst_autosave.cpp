// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/autosave.h"
#include "core/io/modelfile.h"
#include "tests/core/support/files.h"
#include "tests/core/support/recorder.h"
#include "tests/core/support/refusedmemory.h"
#include "tests/core/support/tinydata.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace inkling;
using namespace std::chrono_literals;

namespace {

/// Hands every checkpoint that is due to an Autosave, and keeps those it was given.
class Keeper final : public Observer {
public:
  explicit Keeper(Autosave& autosave) : m_autosave(autosave), m_run(autosave.begin()) {}
  bool wantsCheckpoint(bool epochEnd) override { return m_autosave.due(m_run, epochEnd); }
  void onCheckpoint(CheckpointPtr checkpoint) override {
    kept.push_back(checkpoint);
    m_autosave.save(m_run, std::move(checkpoint));
  }
  std::vector<CheckpointPtr> kept;

private:
  Autosave& m_autosave;
  int m_run;
};

class Greedy final : public Observer {
public:
  bool wantsCheckpoint(bool) override { return true; }
  void onCheckpoint(CheckpointPtr checkpoint) override { kept.push_back(std::move(checkpoint)); }
  std::vector<CheckpointPtr> kept;
};

/// More than a pipe holds.
CheckpointPtr someCheckpoint() {
  const Recipe recipe = test::tinyRecipe({LayerSpec::dense(1024), LayerSpec::dense(4)});
  Trainer trainer(recipe, test::tinyData(), 1);
  return std::make_shared<const Checkpoint>(trainer.checkpoint());
}

/// A pipe with nobody at its other end is a disk that does not answer.
std::filesystem::path slowDisk(const test::Folder& folder) {
  const auto file = folder.path("slow");
  mkfifo(file.c_str(), 0600);
  return file;
}

/// The disk answers: takes all there is.
void drain(const std::filesystem::path& pipe) {
  const int number = ::open(pipe.c_str(), O_RDONLY);
  char bytes[4096];
  while (::read(number, bytes, sizeof bytes) > 0) {
  }
  ::close(number);
}

}  // namespace

class TestAutosave final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void pace_epochEndsAndTheInterval();
  void pace_onePercentOfTheTime();
  void checkpoint_goesOnToTheSameBits();
  void slowDisk_trainingDoesNotWait();
  void failing_isSaidOnceAndEndsNothing();
  void discarded_isRemoved();
  void discarded_whileItIsWritten_isRemoved();
  void earlierRun_isNotHeard();
  void diverging_offersNoWeightsThatCannotBeSaved();
  void memoryThatCannotBeHad_isSaidAndEndsNothing();
  void memoryThatIsGoneWhileWriting_isSaidAndEndsNothing();
};

void TestAutosave::pace_epochEndsAndTheInterval() {
  const AutosavePace::Clock::time_point begin;
  AutosavePace pace(30s, begin);
  QVERIFY(!pace.due(begin + 29s, false));
  QVERIFY(pace.due(begin + 1s, true));
  QVERIFY(pace.due(begin + 30s, false));
  pace.taken(begin + 30s, 0s);
  QVERIFY(!pace.due(begin + 59s, false));
  QVERIFY(pace.due(begin + 60s, false));
}

void TestAutosave::pace_onePercentOfTheTime() {
  const AutosavePace::Clock::time_point begin;
  AutosavePace pace(30s, begin);
  pace.taken(begin, 50ms);
  QVERIFY(!pace.due(begin + 4900ms, true));
  QVERIFY(pace.due(begin + 5s, true));
  pace.taken(begin, 1s);
  QVERIFY(!pace.due(begin + 99s, false));
  QVERIFY(pace.due(begin + 100s, false));
}

void TestAutosave::checkpoint_goesOnToTheSameBits() {
  const test::Folder folder;
  const auto file = folder.path("run.safetensors");
  const DataSource data = test::tinyData();
  Trainer whole(test::tinyMlp(), data, 1);
  {
    Autosave autosave(file);
    Keeper keeper(autosave);
    test::runAll(whole, keeper);
    QCOMPARE(keeper.kept.front()->model.position, (Position{1, 0}));
  }
  ModelFile read = loadModel(file);
  QVERIFY(read.state);
  Trainer rest(Checkpoint{std::move(read.model), std::move(*read.state)}, data, 1);
  Observer quiet;
  test::runAll(rest, quiet);
  QCOMPARE(test::numbersOf(rest.model().network), test::numbersOf(whole.model().network));
}

void TestAutosave::slowDisk_trainingDoesNotWait() {
  const test::Folder folder;
  const auto file = slowDisk(folder);
  Autosave autosave(file);
  Keeper keeper(autosave);
  Trainer trainer(test::tinyMlp(), test::tinyData(), 1);
  const Summary summary = test::runAll(trainer, keeper);  // with nobody who reads
  QCOMPARE(summary.reason, StopReason::Finished);
  QCOMPARE(keeper.kept.size(), std::size_t{1});  // none more while that one is being written
  QCOMPARE(autosave.written(), 0L);
  drain(file);
  autosave.flush();
  QCOMPARE(autosave.written(), 1L);
}

void TestAutosave::failing_isSaidOnceAndEndsNothing() {
  const test::Folder folder;
  Autosave autosave(folder.path("missing/run.safetensors"));
  Keeper keeper(autosave);
  Trainer trainer(test::tinyMlp(), test::tinyData(), 1);
  QCOMPARE(test::runAll(trainer, keeper).reason, StopReason::Finished);
  autosave.flush();
  QVERIFY(autosave.takeProblem().find("missing") != std::string::npos);
  autosave.save(autosave.begin(), keeper.kept.front());
  autosave.flush();
  QCOMPARE(autosave.takeProblem(), std::string());
  QCOMPARE(autosave.written(), 0L);
}

void TestAutosave::discarded_isRemoved() {
  const test::Folder folder;
  const auto file = folder.path("run.safetensors");
  Autosave autosave(file);
  const int run = autosave.begin();
  autosave.save(run, someCheckpoint());
  autosave.flush();
  QVERIFY(std::filesystem::exists(file));
  autosave.discard();
  QVERIFY(!std::filesystem::exists(file));
  QVERIFY(!autosave.due(run, true));
  autosave.save(run, someCheckpoint());
  autosave.flush();
  QVERIFY(!std::filesystem::exists(file));
}

void TestAutosave::discarded_whileItIsWritten_isRemoved() {
  const test::Folder folder;
  const auto file = slowDisk(folder);
  Autosave autosave(file);
  autosave.save(autosave.begin(), someCheckpoint());
  const int reader = ::open(file.c_str(), O_RDONLY);  // returns once it is opened for writing
  autosave.discard();
  QVERIFY(std::filesystem::exists(file));
  char bytes[4096];
  while (::read(reader, bytes, sizeof bytes) > 0) {
  }
  ::close(reader);
  autosave.flush();
  QVERIFY(!std::filesystem::exists(file));
}

void TestAutosave::earlierRun_isNotHeard() {
  const test::Folder folder;
  const auto file = folder.path("run.safetensors");
  Autosave autosave(file);
  const int earlier = autosave.begin();
  const int run = autosave.begin();
  QVERIFY(!autosave.due(earlier, true));
  autosave.save(earlier, someCheckpoint());
  autosave.flush();
  QVERIFY(!std::filesystem::exists(file));
  QVERIFY(autosave.due(run, true));
}

void TestAutosave::diverging_offersNoWeightsThatCannotBeSaved() {
  Recipe recipe = test::tinyMlp();
  recipe.layers.insert(recipe.layers.begin() + 1, LayerSpec::of(LayerKind::BatchNorm));
  recipe.epochs = 50;
  Trainer trainer(recipe, test::tinyData(), 1);
  Control control;
  control.change({.learningRate = 1e38, .epochs = {}});
  Greedy greedy;
  QCOMPARE(trainer.run(control, greedy).reason, StopReason::Diverged);
  for (const CheckpointPtr& checkpoint : greedy.kept)
    QVERIFY(test::allFinite(test::numbersOf(checkpoint->model.network)));
}

void TestAutosave::memoryThatCannotBeHad_isSaidAndEndsNothing() {
  const test::Folder folder;
  const CheckpointPtr checkpoint = someCheckpoint();
  for (int after = 0; after < 4; ++after) {
    Autosave autosave(folder.path("run.safetensors"));
    const int run = autosave.begin();
    test::refuseMemory(after);
    autosave.save(run, checkpoint);  // its thread is started now
    const bool refused = test::memoryWasRefused();
    test::refuseMemory(-1);
    autosave.flush();
    QCOMPARE(autosave.written(), refused ? 0L : 1L);
    QCOMPARE(autosave.takeProblem().find("there is not enough memory") != std::string::npos,
             refused);
  }
}

void TestAutosave::memoryThatIsGoneWhileWriting_isSaidAndEndsNothing() {
  const test::Folder folder;
  const CheckpointPtr checkpoint = someCheckpoint();
  Autosave autosave(folder.path("run.safetensors"));
  const int run = autosave.begin();
  autosave.save(run, checkpoint);
  autosave.flush();
  {
    const test::NoMemory none;
    autosave.save(run, checkpoint);
    autosave.flush();
  }
  QCOMPARE(autosave.written(), 1L);
  QCOMPARE(autosave.takeProblem(), "Cannot save " + folder.path("run.safetensors").string() +
                                       ": there is not enough memory.");
}

INKLING_TEST(TestAutosave)
#include "tst_autosave.moc"
