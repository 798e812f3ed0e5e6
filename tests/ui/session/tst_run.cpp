// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"
#include "tests/core/support/refusedmemory.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/toyset.h"
#include "ui/session/epochmodels.h"
#include "ui/session/run.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <exception>
#include <new>

using namespace inkling;
using ui::EpochModels;
using ui::Report;

/// The thread of a run and what it leaves for the window.
class TestRun final : public QObject {
  Q_OBJECT
private slots:
  void epochEnds_notCollectedForLong_areThinnedOut();
  void memoryThatIsGone_isTheRunsError();
};

namespace {

Recipe longRecipe(const QString& folder) {
  Recipe recipe;
  recipe.data.set = folder.toStdString();
  recipe.data.validation = HeldOut::last(10);
  recipe.layers = {LayerSpec::dense(10)};
  recipe.batch = 10;
  recipe.epochs = 500;
  return recipe;
}

std::shared_ptr<const DataSource> dataIn(const QString& folder) {
  test::writeToySet(folder, 40, 10);
  return std::make_shared<const DataSource>(
      loadDataSource(folder.toStdString(), folder.toStdString()));
}

}  // namespace

void TestRun::epochEnds_notCollectedForLong_areThinnedOut() {
  const QTemporaryDir folder;
  const auto data = dataIn(folder.path());
  const Recipe recipe = longRecipe(folder.path());
  ui::RunThread run({.recipe = recipe, .from = nullptr, .data = data});
  QTRY_VERIFY_WITH_TIMEOUT(run.ended(), 60000);
  const Report report = run.take();
  QCOMPARE(report.epochs.size(), std::size_t{500});
  QVERIFY(!report.error);
  const auto& ends = report.epochEnds;
  QVERIFY2(ends.size() <= EpochModels::kMost && ends.size() >= EpochModels::kMost / 2,
           qPrintable(QString::number(ends.size())));
  QCOMPARE(ends.front()->position.epoch, 0);
  QCOMPARE(ends.back()->position.epoch, 500);
  for (std::size_t i = 1; i < ends.size(); ++i)  // the end tells its epoch once more
    QVERIFY(ends[i]->position.epoch > ends[i - 1]->position.epoch || i + 1 == ends.size());
}

void TestRun::memoryThatIsGone_isTheRunsError() {
  const QTemporaryDir folder;
  const auto data = dataIn(folder.path());
  ui::RunThread run({.recipe = longRecipe(folder.path()), .from = nullptr, .data = data});
  {
    const test::NoMemory none;
    while (!run.ended()) QThread::yieldCurrentThread();
  }
  const Report report = run.take();
  QVERIFY(report.error && !report.summary);
  QVERIFY_THROWS_EXCEPTION(std::bad_alloc, std::rethrow_exception(report.error));
}

INKLING_TEST(TestRun)
#include "tst_run.moc"
