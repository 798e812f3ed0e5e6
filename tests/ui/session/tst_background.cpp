// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "tests/core/support/refusedmemory.h"
#include "tests/core/support/refusedthreads.h"
#include "tests/support/testprogram.h"
#include "ui/session/background.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <new>
#include <optional>

using inkling::Error;
using inkling::ui::Background;

class TestBackground final : public QObject {
  Q_OBJECT
private slots:
  void result_isAppliedOnTheStartersThread();
  void newerJob_cancelsTheOlderAndDropsItsResult();
  void cancel_dropsTheResult();
  void destruction_cancelsAndJoins();
  void throwingWork_becomesASentence_data();
  void throwingWork_becomesASentence();
  void throwingApplied_becomesASentence();
  void throwingCancelledWork_isDropped();
  void refusedThread_becomesASentence();
  void applied_mayStartTheNextJobOrDestroy();
  void memoryThatCannotBeHad_becomesASentence();
  void memoryThatCannotBeHadForLong_isWaitedFor();
};

namespace {

using Cancel = std::atomic<bool>;

void unexpected(const QString& sentence) { QFAIL(qUtf8Printable(sentence)); }

}  // namespace

void TestBackground::result_isAppliedOnTheStartersThread() {
  Background background;
  QThread* worker = nullptr;
  QThread* applier = nullptr;
  background.start([](const Cancel&) { return QThread::currentThread(); },
                   [&](QThread* thread) {
                     worker = thread;
                     applier = QThread::currentThread();
                   },
                   unexpected);
  QVERIFY(background.busy());
  QTRY_VERIFY(applier);
  QCOMPARE(applier, QThread::currentThread());
  QVERIFY(worker != applier);
  QVERIFY(!background.busy());
}

void TestBackground::newerJob_cancelsTheOlderAndDropsItsResult() {
  Background background;
  QSemaphore begun;
  QStringList applied;
  const auto apply = [&](const QString& result) { applied << result; };
  background.start(
      [&](const Cancel& cancel) {
        begun.release();
        while (!cancel) QThread::yieldCurrentThread();
        return QStringLiteral("old");
      },
      apply, unexpected);
  begun.acquire();
  background.start([](const Cancel&) { return QStringLiteral("new"); }, apply, unexpected);
  QTRY_VERIFY(!background.busy());
  QCOMPARE(applied, QStringList{QStringLiteral("new")});
}

void TestBackground::cancel_dropsTheResult() {
  Background background;
  bool applied = false;
  background.start([](const Cancel&) {}, [&] { applied = true; }, unexpected);
  background.cancel();
  QVERIFY(!background.busy());  // nothing will come
  bool next = false;
  background.start([](const Cancel&) {}, [&] { next = true; }, unexpected);
  QVERIFY(background.busy());
  QTRY_VERIFY(next);
  QVERIFY(!applied);
}

void TestBackground::destruction_cancelsAndJoins() {
  std::atomic<bool> ended = false;
  {
    Background background;
    QSemaphore begun;
    background.start(
        [&](const Cancel& cancel) {
          begun.release();
          while (!cancel) QThread::yieldCurrentThread();
          ended = true;
        },
        [] {}, unexpected);
    begun.acquire();
  }
  QVERIFY(ended);
}

void TestBackground::throwingWork_becomesASentence_data() {
  QTest::addColumn<std::function<void()>>("toss");
  QTest::addColumn<QString>("sentence");
  using Toss = std::function<void()>;
  QTest::newRow("error") << Toss([] { throw Error("The file is gone."); })
                         << QStringLiteral("The file is gone.");
  QTest::newRow("memory") << Toss([] { throw std::bad_alloc(); })
                          << QStringLiteral("There is not enough memory");
  QTest::newRow("other") << Toss([] { throw std::out_of_range("the index"); })
                         << QStringLiteral("the index");
  QTest::newRow("number") << Toss([] { throw 7; }) << QStringLiteral("Something unexpected");
}

void TestBackground::throwingWork_becomesASentence() {
  QFETCH(std::function<void()>, toss);
  QFETCH(QString, sentence);
  Background background;
  QString said;
  bool applied = false;
  background.start(
      [toss](const Cancel&) {
        toss();
        return 1;
      },
      [&](int) { applied = true; },
      [&](const QString& text) {
        QCOMPARE(QThread::currentThread(), background.thread());
        said = text;
      });
  QTRY_VERIFY(!said.isEmpty());
  QVERIFY2(said.contains(sentence), qUtf8Printable(said));
  QVERIFY(!applied);
  QVERIFY(!background.busy());
  background.start([](const Cancel&) { return 1; }, [&](int) { applied = true; }, unexpected);
  QTRY_VERIFY(applied);
}

void TestBackground::throwingApplied_becomesASentence() {
  Background background;
  QString said;
  background.start([](const Cancel&) {}, [] { throw Error("It does not fit."); },
                   [&](const QString& text) { said = text; });
  QTRY_COMPARE(said, QStringLiteral("It does not fit."));
  QVERIFY(!background.busy());
}

void TestBackground::throwingCancelledWork_isDropped() {
  Background background;
  background.start([](const Cancel&) { throw Error("too late"); }, [] {}, unexpected);
  background.cancel();
  QTRY_VERIFY(!background.busy());
}

void TestBackground::refusedThread_becomesASentence() {
  Background background;
  QString said;
  {
    const inkling::test::RefusedThreads refused;
    background.start([](const Cancel&) {}, [] {}, [&](const QString& text) { said = text; });
    QVERIFY(said.isEmpty());
    QTRY_VERIFY(!said.isEmpty());
  }
  QVERIFY2(said.contains(QStringLiteral("another thread")), qUtf8Printable(said));
  bool applied = false;
  background.start([](const Cancel&) {}, [&] { applied = true; }, unexpected);
  QTRY_VERIFY(applied);
}

void TestBackground::applied_mayStartTheNextJobOrDestroy() {
  auto background = std::make_unique<Background>();
  const auto destroy = [&] { background.reset(); };
  const auto again = [&] { background->start([](const Cancel&) {}, destroy, unexpected); };
  background->start([](const Cancel&) {}, again, unexpected);
  QTRY_VERIFY(!background);
}

void TestBackground::memoryThatCannotBeHad_becomesASentence() {
  for (int after = 0; after < 10; ++after) {
    Background background;
    int applied = 0;
    QString said;
    background.start(
        [after](const Cancel&) {
          inkling::test::refuseMemory(after);
          return std::make_shared<int>(after);
        },
        [&](const std::shared_ptr<int>&) { ++applied; }, [&](const QString& text) { said = text; });
    QTRY_VERIFY(!background.busy());
    QCOMPARE(applied, said.isEmpty() ? 1 : 0);
  }
}

void TestBackground::memoryThatCannotBeHadForLong_isWaitedFor() {
  Background background;
  QString said;
  std::atomic<bool> none = false;
  std::optional<inkling::test::NoMemory> noMemory;
  background.start(
      [&](const Cancel&) {
        noMemory.emplace();
        none = true;
        throw std::bad_alloc();
      },
      [] {}, [&](const QString& text) { said = text; });
  while (!none) QThread::yieldCurrentThread();
  QThread::msleep(50);
  noMemory.reset();
  QTRY_VERIFY2(said.contains(QStringLiteral("not enough memory")), qUtf8Printable(said));
}

INKLING_TEST(TestBackground)

#include "tst_background.moc"
