// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/columns.h"
#include "core/tensor/threadteam.h"
#include "tests/core/support/refusedthreads.h"
#include "tests/support/testprogram.h"

#include <QDeadlineTimer>
#include <QTest>

#include <array>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace inkling;

class TestThreadTeam final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyTask_isDoneOnce_data();
  void everyTask_isDoneOnce();
  void results_areSeenByTheCaller();
  void tasksOfABusyThread_areTakenOver();
  void throwingTask_reachesTheCaller_data();
  void throwingTask_reachesTheCaller();
  void allTasksThrow_theFirstReachesTheCaller();
  void refusedThreads_leaveASmallerTeam();
  void denormals_areZeroInTasksAlone_data();
  void denormals_areZeroInTasksAlone();
  void manyTeams_comeAndGo();
  void parts_coverTheWhole();
};

void TestThreadTeam::everyTask_isDoneOnce_data() {
  QTest::addColumn<int>("threads");
  for (const int threads : {1, 2, 3, 4, 7}) QTest::addRow("%d threads", threads) << threads;
}

void TestThreadTeam::everyTask_isDoneOnce() {
  QFETCH(int, threads);
  ThreadTeam team(threads);
  QCOMPARE(team.threads(), threads);
  for (const int count : {0, 1, 2, 3, 8, 100}) {
    std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
    std::vector<std::atomic<int>> doneBy(static_cast<std::size_t>(count));
    for (int round = 0; round < 50; ++round)
      team.run(count, [&](int i, int thread) {
        ++done[static_cast<std::size_t>(i)];
        doneBy[static_cast<std::size_t>(i)] = thread;
      });
    for (const auto& each : done) QCOMPARE(each.load(), 50);
    for (const auto& thread : doneBy) QVERIFY(thread >= 0 && thread < threads);
  }
}

// What the tasks of one round write without locks, those of the next and the caller read.
void TestThreadTeam::results_areSeenByTheCaller() {
  ThreadTeam team(3);
  std::array<long, 12> values{};
  std::array<long, 12> next{};
  for (int round = 0; round < 500; ++round) {
    team.run(12, [&](int i, int) {
      const auto at = static_cast<std::size_t>(i);
      next[at] = values[(at + 5) % 12] + 1;
    });
    values = next;
  }
  for (const long value : values) QCOMPARE(value, 500L);
}

// The first task of each thread in turn goes on until all others are done.
void TestThreadTeam::tasksOfABusyThread_areTakenOver() {
  constexpr int kTasks = 12;
  for (const int threads : {2, 3, 4})
    for (int busy = 0; busy < threads; ++busy) {
      ThreadTeam team(threads);
      std::atomic<int> done{0};
      bool tookOver = false;
      team.run(kTasks, [&](int i, int) {
        const QDeadlineTimer patience(20'000);
        if (i == kTasks * busy / threads) {
          while (done < kTasks - 1 && !patience.hasExpired()) std::this_thread::yield();
          tookOver = done == kTasks - 1;
        }
        ++done;
      });
      QVERIFY(tookOver);
      QCOMPARE(done.load(), kTasks);
    }
}

void TestThreadTeam::throwingTask_reachesTheCaller_data() {
  QTest::addColumn<int>("threads");
  QTest::addColumn<int>("thrower");
  for (const int threads : {1, 2, 3, 4})
    for (int thrower = 0; thrower < threads; ++thrower)
      QTest::addRow("%d of %d threads", thrower, threads) << threads << thrower;
}

// The task is the first one of the thread that is meant to throw.
void TestThreadTeam::throwingTask_reachesTheCaller() {
  constexpr int kTasks = 12;
  QFETCH(int, threads);
  QFETCH(int, thrower);
  ThreadTeam team(threads);
  for (int round = 0; round < 200; ++round) {
    std::array<std::atomic<int>, kTasks> done{};
    const auto task = [&](int i, int) {
      if (i == kTasks * thrower / threads) throw std::runtime_error("of task " + std::to_string(i));
      ++done[static_cast<std::size_t>(i)];
    };
    std::string sentence;
    try {
      team.run(kTasks, task);
    } catch (const std::runtime_error& error) {
      sentence = error.what();
    }
    QCOMPARE(sentence, "of task " + std::to_string(kTasks * thrower / threads));
    for (const auto& each : done) QVERIFY(each <= 1);
    std::atomic<int> count{0};
    team.run(kTasks, [&](int, int) { ++count; });
    QCOMPARE(count.load(), kTasks);
  }
}

void TestThreadTeam::allTasksThrow_theFirstReachesTheCaller() {
  ThreadTeam team(4);
  for (int round = 0; round < 200; ++round)
    QVERIFY_THROWS_EXCEPTION(int, team.run(64, [&](int i, int) { throw i; }));
  std::atomic<int> count{0};
  team.run(64, [&](int, int) { ++count; });
  QCOMPARE(count.load(), 64);
}

void TestThreadTeam::refusedThreads_leaveASmallerTeam() {
  for (const int more : {0, 1, 3}) {
    const test::RefusedThreads refused(more);
    ThreadTeam team(8);
    QCOMPARE(team.threads(), more + 1);
    std::array<std::atomic<int>, 20> done{};
    team.run(20, [&](int i, int) { ++done[static_cast<std::size_t>(i)]; });
    for (const auto& each : done) QCOMPARE(each.load(), 1);
  }
}

void TestThreadTeam::denormals_areZeroInTasksAlone_data() {
  QTest::addColumn<int>("threads");
  QTest::addColumn<int>("tasks");
  for (const int threads : {1, 3})
    for (const int tasks : {1, 64})
      QTest::addRow("%d threads, %d tasks", threads, tasks) << threads << tasks;
}

void TestThreadTeam::denormals_areZeroInTasksAlone() {
  QFETCH(int, threads);
  QFETCH(int, tasks);
  const auto small = [] {
    volatile float value = 1e-30F;
    return value * 1e-10F;
  };
  ThreadTeam team(threads);
  std::atomic<int> flushed{0};
  QVERIFY(small() > 0);
  for (const bool alone : {false, true}) {
    team.setAlone(alone);
    team.run(tasks, [&](int, int) { flushed += small() == 0 ? 1 : 0; });
    QVERIFY(small() > 0);
    QVERIFY_THROWS_EXCEPTION(int, team.run(tasks, [&](int i, int) { throw i; }));
    QVERIFY(small() > 0);
  }
  QCOMPARE(flushed.load(), 2 * tasks);
}

void TestThreadTeam::manyTeams_comeAndGo() {
  std::atomic<int> done{0};
  for (int i = 0; i < 100; ++i) {
    ThreadTeam team(1 + i % 4);
    if (i % 3 > 0) team.run(4, [&](int, int) { ++done; });
  }
  QCOMPARE(done.load(), 66 * 4);
}

void TestThreadTeam::parts_coverTheWhole() {
  for (Index total = 0; total < 70; ++total)
    for (Index parts = 1; parts < 10; ++parts)
      for (const Index grain : {Index(1), Index(8), Index(16)}) {
        QCOMPARE(partBegin(total, parts, 0, grain), Index(0));
        QCOMPARE(partBegin(total, parts, parts, grain), total);
        for (Index i = 0; i < parts; ++i) {
          const Index begin = partBegin(total, parts, i, grain);
          QVERIFY(begin <= partBegin(total, parts, i + 1, grain));
          QVERIFY(begin % grain == 0 || begin == total);
        }
      }
}

INKLING_TEST(TestThreadTeam)
#include "tst_threadteam.moc"
