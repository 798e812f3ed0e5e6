// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/session/background.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using inkling::ui::Background;

class TestBackground final : public QObject {
  Q_OBJECT
private slots:
  void result_isAppliedOnTheStartersThread();
  void newerJob_cancelsTheOlderAndDropsItsResult();
  void cancel_dropsTheResult();
  void destruction_cancelsAndJoins();
};

void TestBackground::result_isAppliedOnTheStartersThread() {
  Background background;
  QThread* worker = nullptr;
  QThread* applier = nullptr;
  background.start([&](const std::atomic<bool>&) -> Background::Apply {
    worker = QThread::currentThread();
    return [&] { applier = QThread::currentThread(); };
  });
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
  background.start([&](const std::atomic<bool>& cancel) -> Background::Apply {
    begun.release();
    while (!cancel) QThread::yieldCurrentThread();
    return [&] { applied << QStringLiteral("old"); };
  });
  begun.acquire();
  background.start([&](const std::atomic<bool>&) -> Background::Apply {
    return [&] { applied << QStringLiteral("new"); };
  });
  QTRY_VERIFY(!background.busy());
  QCOMPARE(applied, QStringList{QStringLiteral("new")});
}

void TestBackground::cancel_dropsTheResult() {
  Background background;
  bool applied = false;
  background.start(
      [&](const std::atomic<bool>&) -> Background::Apply { return [&] { applied = true; }; });
  background.cancel();
  QTRY_VERIFY(!background.busy());
  QVERIFY(!applied);
}

void TestBackground::destruction_cancelsAndJoins() {
  std::atomic<bool> ended = false;
  {
    Background background;
    QSemaphore begun;
    background.start([&](const std::atomic<bool>& cancel) -> Background::Apply {
      begun.release();
      while (!cancel) QThread::yieldCurrentThread();
      ended = true;
      return {};
    });
    begun.acquire();
  }
  QVERIFY(ended);
}

INKLING_TEST(TestBackground)

#include "tst_background.moc"
