// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/toyset.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/plots/trainingplot.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>

using inkling::test::WindowFixture;
using State = inkling::ui::Training::State;
using inkling::test::kEndless;
using inkling::test::kLong;

namespace {

/// Long enough never to end by itself within a test.

}  // namespace

class TestTraining final : public QObject {
  Q_OBJECT
private slots:
  void train_pointsArriveInBothPlotsAndPredictionsChange();
  void train_statusBarSaysHowFastAndItsToolTipWhatIsCounted();
  void train_toTheEnd_saysHowItWentAndRewindTrainsAfreshWithAGhost();
  void pauseResumeStop_followTheToggle();
  void stopThenContinue_goesOnWhereItStopped();
  void stepBatch_fromIdle_trainsExactlyOneBatchAndPauses();
  void stepEpoch_fromIdle_trainsOneEpochAndPauses();
  void rewind_givesTheSameFirstBatchAgain();
  void learningRate_changedInAPause_isRecordedInTheRecipe();
  void hiddenUnits_changedInARun_waitForRewind();
  void dataSet_changedInARun_waitsForRewindAndThenTrains();
  void keys_trainStepAndStop();
  void impossibleValue_isRefusedBesideItsField();
  void close_duringARun_asksOnceAndEnds();
  void trainPressed_whileDataLoad_startsWhenTheyAreThere();
};

void TestTraining::train_pointsArriveInBothPlotsAndPredictionsChange() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  auto* loss = f.plot("lossPlot");
  auto* accuracy = f.plot("accuracyPlot");
  QVERIFY(loss->run().empty());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!loss->run().batches.empty() && !accuracy->run().batches.empty(), kLong);
  QTRY_VERIFY_WITH_TIMEOUT(!f.predictions().empty(), kLong);
  const auto before = f.predictions();
  QTRY_VERIFY_WITH_TIMEOUT(f.predictions() != before, kLong);
  const auto points = loss->run().batches.size();
  QTRY_VERIFY_WITH_TIMEOUT(loss->run().batches.size() > points, kLong);
  QTRY_VERIFY_WITH_TIMEOUT(!loss->run().validation.empty() && !accuracy->run().validation.empty(),
                           kLong);
  QVERIFY(f.text("progressEpoch").contains(QLatin1String("100000")));
}

void TestTraining::train_statusBarSaysHowFastAndItsToolTipWhatIsCounted() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  QVERIFY(f.text("statusSpeed").isEmpty());
  f.click("toggleButton");
  const QRegularExpression figures(QStringLiteral("^([\\d.]+)[kM]? images/s · ([\\d.]+) GFLOP/s$"));
  QRegularExpressionMatch said;
  const auto told = [&] { return (said = figures.match(f.text("statusSpeed"))).hasMatch(); };
  QTRY_VERIFY2_WITH_TIMEOUT(told(), qPrintable(f.text("statusSpeed")), kLong);
  QVERIFY2(said.captured(1).toDouble() > 0, qPrintable(f.text("statusSpeed")));
  QVERIFY2(said.captured(2).toDouble() > 0, qPrintable(f.text("statusSpeed")));
  const QString toolTip = f.find<QLabel>("statusSpeed")->toolTip();
  QVERIFY2(toolTip.contains(QLatin1String("GFLOP/s counts")), qPrintable(toolTip));
  f.click("stopButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.text("statusSpeed").isEmpty(), kLong);
}

void TestTraining::train_toTheEnd_saysHowItWentAndRewindTrainsAfreshWithAGhost() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QVERIFY2(f.text("statusSentence").startsWith(QLatin1String("Finished after epoch 3: ")),
           qPrintable(f.text("statusSentence")));
  QVERIFY(f.text("statusSentence").contains(QLatin1String("on test")));
  QVERIFY(f.session->training().summary()->history.test.accuracy > 0.9);
  const auto first = f.plot("lossPlot")->run().batches.y;
  f.click("rewindButton");
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QCOMPARE(f.plot("lossPlot")->ghost().batches.y, first);
  QCOMPARE(f.plot("lossPlot")->run().batches.y, first);  // same recipe, same bits
}

void TestTraining::pauseResumeStop_followTheToggle() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  auto* toggle = f.find<QToolButton>("toggleButton");
  QCOMPARE(toggle->text(), QStringLiteral("Train"));
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(toggle->text(), QStringLiteral("Pause"), kLong);
  QVERIFY(!f.find<QToolButton>("stepBatchButton")->isEnabled());
  QTRY_VERIFY_WITH_TIMEOUT(f.plot("lossPlot")->run().batches.size() > 3, kLong);
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(toggle->text(), QStringLiteral("Resume"), kLong);
  QVERIFY(f.text("statusSentence").startsWith(QLatin1String("Paused")));
  QSignalSpy reports(&f.session->training(), &inkling::ui::Training::reported);
  QTRY_VERIFY_WITH_TIMEOUT(reports.size() >= 2, kLong);  // the batch under way has ended by now
  const auto points = f.plot("lossPlot")->run().batches.size();
  QTRY_VERIFY_WITH_TIMEOUT(reports.size() >= 8, kLong);
  QCOMPARE(f.plot("lossPlot")->run().batches.size(), points);
  QCOMPARE(toggle->text(), QStringLiteral("Resume"));
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.plot("lossPlot")->run().batches.size() > points, kLong);
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QCOMPARE(toggle->text(), QStringLiteral("Continue"));
  QVERIFY(!f.find<QToolButton>("stopButton")->isEnabled());
  QVERIFY(f.text("statusSentence").startsWith(QLatin1String("Stopped")));
}

void TestTraining::stopThenContinue_goesOnWhereItStopped() {
  WindowFixture straight;
  QVERIFY(straight.ready());
  straight.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(straight.state(), State::Finished, kLong);

  WindowFixture f;
  QVERIFY(f.ready());
  for (int i = 0; i < 5; ++i) {
    f.click("stepBatchButton");
    QTRY_COMPARE_WITH_TIMEOUT(int(f.plot("lossPlot")->run().batches.size()), i + 1, kLong);
  }
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QCOMPARE(f.plot("lossPlot")->run().batches.y, straight.plot("lossPlot")->run().batches.y);
  QCOMPARE(f.plot("lossPlot")->run().batches.x, straight.plot("lossPlot")->run().batches.x);
}

void TestTraining::stepBatch_fromIdle_trainsExactlyOneBatchAndPauses() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(int(f.plot("lossPlot")->run().batches.size()), 1, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Paused, kLong);
  QCOMPARE(f.session->training().progress().position.step, 1);
  QTRY_COMPARE_WITH_TIMEOUT(f.session->model()->position.step, 1, kLong);
}

void TestTraining::stepEpoch_fromIdle_trainsOneEpochAndPauses() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("stepEpochButton");
  QTRY_COMPARE_WITH_TIMEOUT(int(f.plot("lossPlot")->run().validation.size()), 1, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Paused, kLong);
  QCOMPARE(f.session->training().progress().position.epoch, 1);
  QCOMPARE(f.session->training().progress().position.step, 0);
}

void TestTraining::rewind_givesTheSameFirstBatchAgain() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(int(f.plot("lossPlot")->run().batches.size()), 1, kLong);
  const double loss = f.plot("lossPlot")->run().batches.y.front();
  f.click("rewindButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Idle, kLong);
  QVERIFY(f.plot("lossPlot")->run().empty());
  QCOMPARE(f.session->model()->position, inkling::Position{});
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(int(f.plot("lossPlot")->run().batches.size()), 1, kLong);
  QCOMPARE(f.plot("lossPlot")->run().batches.y.front(), loss);
  QCOMPARE(f.plot("lossPlot")->ghost().batches.y.front(), loss);
}

void TestTraining::learningRate_changedInAPause_isRecordedInTheRecipe() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 1, kLong);
  auto* box = f.find<QWidget>("learningRate");
  auto* edit = box->findChild<QLineEdit*>();
  edit->selectAll();
  QTest::keyClicks(edit, QStringLiteral("0.007"));
  QTest::keyClick(edit, Qt::Key_Return);
  QCOMPARE(f.session->recipe().optimizer.learningRate, 0.007);
  QVERIFY(!f.session->changesPending());
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 2, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(int(f.session->model()->recipe.changes.size()), 1, kLong);
  QCOMPARE(f.session->model()->recipe.changes.front().value, 0.007);
  QCOMPARE(f.session->model()->recipe.changes.front().step, 1);
}

void TestTraining::hiddenUnits_changedInARun_waitForRewind() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  auto* hidden = f.find<QLineEdit>("hidden");
  hidden->selectAll();
  QTest::keyClicks(hidden, QStringLiteral("24, 12"));
  QTest::keyClick(hidden, Qt::Key_Return);
  QVERIFY(f.session->changesPending());
  QVERIFY(f.find<QWidget>("pendingChanges")->isVisibleTo(f.window.get()));
  QCOMPARE(f.state(), State::Running);
  f.click("rewindButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Idle, kLong);
  QVERIFY(!f.session->changesPending());
  QCOMPARE(f.session->model()->network.parameterCount(),
           784L * 24 + 24 + 24 * 12 + 12 + 12 * 10 + 10);
}

void TestTraining::dataSet_changedInARun_waitsForRewindAndThenTrains() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  const QString other = f.file(QStringLiteral("others"));
  QDir().mkpath(other);
  inkling::test::writeToySet(other, 300, 50);
  f.window->openPath(other);
  QVERIFY(f.session->changesPending());
  QCOMPARE(f.state(), State::Running);
  QCOMPARE(f.session->data()->train->count(), kEndless.train);
  f.click("rewindButton");
  f.click("stepBatchButton");  // before the new set is there
  QTRY_COMPARE_WITH_TIMEOUT(f.session->data()->train->count(), 300, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 1, kLong);
  QCOMPARE(f.session->training().progress().stepsPerEpoch, (300 - 100 + 15) / 16);
}

void TestTraining::keys_trainStepAndStop() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
  QTest::keyClick(f.window.get(), Qt::Key_F6);
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 1, kLong);
  QTest::keyClick(f.window.get(), Qt::Key_F5);
  QTRY_VERIFY_WITH_TIMEOUT(f.plot("lossPlot")->run().batches.size() > 5, kLong);
  QTest::keyClick(f.window.get(), Qt::Key_F8);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QTest::keyClick(f.window.get(), Qt::Key_F9);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Idle, kLong);
}

void TestTraining::impossibleValue_isRefusedBesideItsField() {
  WindowFixture f;
  QVERIFY(f.ready());
  auto* edit = f.find<QWidget>("batch")->findChild<QLineEdit*>();
  edit->selectAll();
  QTest::keyClicks(edit, QStringLiteral("zero"));
  QTest::keyClick(edit, Qt::Key_Return);
  QVERIFY(f.text("batchProblem").contains(QLatin1String("zero")));
  QCOMPARE(f.session->recipe().batch, 16);
  edit->selectAll();
  QTest::keyClicks(edit, QStringLiteral("0"));
  QTest::keyClick(edit, Qt::Key_Return);
  QVERIFY(f.text("batchProblem").contains(QLatin1String("allowed")));
  QCOMPARE(f.session->recipe().batch, 16);
  edit->selectAll();
  QTest::keyClicks(edit, QStringLiteral("8"));
  QTest::keyClick(edit, Qt::Key_Return);
  QVERIFY(f.find<QWidget>("batchProblem")->isHidden());
  QCOMPARE(f.session->recipe().batch, 8);
}

void TestTraining::close_duringARun_asksOnceAndEnds() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  f.window->close();
  QCOMPARE(f.prompter->asked, {inkling::ui::Prompter::Question::QuitUnsaved});
  QVERIFY(f.window->isVisible());  // cancelled
  f.prompter->answer = inkling::ui::Prompter::Answer::Go;
  f.window->close();
  QTRY_VERIFY_WITH_TIMEOUT(!f.window->isVisible(), kLong);
  QCOMPARE(int(f.prompter->asked.size()), 2);
}

void TestTraining::trainPressed_whileDataLoad_startsWhenTheyAreThere() {
  WindowFixture f;
  QVERIFY(f.session->loading());
  f.click("toggleButton");
  QVERIFY(f.ready());
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
}

INKLING_TEST(TestTraining)

#include "tst_training.moc"
