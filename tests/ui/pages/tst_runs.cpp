// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"
#include "core/recipe/recipelibrary.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/runs/runsplot.h"
#include "ui/pages/runs/runtable.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

using inkling::test::WindowFixture;
using inkling::ui::RunsPlot;
using inkling::ui::RunTable;
using State = inkling::ui::Training::State;
using inkling::test::kLong;

namespace {

QTableView* table(const WindowFixture& f) { return f.find<QTableView>("runsTable"); }

int rows(const WindowFixture& f) { return table(f)->model()->rowCount(); }

QString cell(const WindowFixture& f, int row, int column) {
  return table(f)->model()->index(row, column).data().toString();
}

/// To the end; after one has ended, a whole new run from fresh weights.
void train(WindowFixture& f) {
  if (f.state() == State::Finished) f.click("rewindButton");
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
}

void clickRow(const WindowFixture& f, int row, Qt::KeyboardModifiers modifiers = {}) {
  const QRect where = table(f)->visualRect(table(f)->model()->index(row, RunTable::Recipe));
  QTest::mouseClick(table(f)->viewport(), Qt::LeftButton, modifiers, where.center());
}

/// Two runs that differ in the number of epochs, the newer one first.
void makeTwo(WindowFixture& f) {
  QVERIFY(f.ready());
  train(f);
  f.click("runsPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  inkling::Recipe recipe = f.session->recipe();
  recipe.epochs = 2;
  recipe.batch = 32;
  f.session->setRecipe(recipe);
  train(f);
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 2, kLong);
}

std::size_t drawn(const WindowFixture& f) {
  return f.find<RunsPlot>("runsLossPlot")->runs().size();
}

}  // namespace

class TestRuns final : public QObject {
  Q_OBJECT
private slots:
  void noRuns_saysWhereTheyComeFrom();
  void finishedRun_isInTheTableWithItsFiguresAndCurves();
  void stoppedAndContinuedRun_isOneRun();
  void rewoundRun_isKeptAsAfterItsLastEpoch();
  void windowClosedInARun_keepsIt();
  void modelFile_isReadIntoTheHistory();
  void severalSelected_areOverlaidAndTheirDifferencesNamed();
  void longRun_thinCurveDoesNotLag();
  void oneSelected_isComparedWithItsPreset();
  void header_clicked_sortsByNumber();
  void restoreSettings_bringsTheRecipeBack();
  void loadModel_putsItInUse();
  void rename_staysInTheNextWindow();
  void rename_whileAnotherRunEnds_keepsWhatIsTyped();
  void remove_asksFirst();
  void exportCsv_writesARowForEachEpoch();
  void chinese_hasTitlesAndTexts();
};

void TestRuns::noRuns_saysWhereTheyComeFrom() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("runsPageButton");
  QVERIFY(f.find<QLabel>("runsEmpty")->isVisible());
  QVERIFY(!table(f)->isVisible());
}

void TestRuns::finishedRun_isInTheTableWithItsFiguresAndCurves() {
  WindowFixture f;
  QVERIFY(f.ready());
  train(f);
  f.click("runsPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  QVERIFY(table(f)->isVisible());
  QCOMPARE(cell(f, 0, RunTable::Name), QStringLiteral("Small"));
  QCOMPARE(cell(f, 0, RunTable::Data), QStringLiteral("toys"));
  QCOMPARE(cell(f, 0, RunTable::Epochs), QStringLiteral("3"));
  const auto& summary = *f.session->training().summary();
  QCOMPARE(table(f)->model()->index(0, RunTable::Test).data(RunTable::kSortRole).toDouble(),
           summary.history.test.accuracy);
  QCOMPARE(table(f)->model()->index(0, RunTable::Validation).data(RunTable::kSortRole).toDouble(),
           summary.history.epochs.back().validation.accuracy);
  auto* plot = f.find<RunsPlot>("runsAccuracyPlot");
  QTRY_COMPARE_WITH_TIMEOUT(plot->graphCount(), 2, kLong);
  QCOMPARE(plot->graph(1)->dataCount(), 3);
  QVERIFY(plot->graph(0)->dataCount() > 30);
  // Steps became epochs: the last batch stands at the end of the third.
  QCOMPARE(plot->graph(0)->data()->at(plot->graph(0)->dataCount() - 1)->key, 3.0);
}

void TestRuns::stoppedAndContinuedRun_isOneRun() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("stepEpochButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Paused, kLong);
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  f.click("runsPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  QCOMPARE(cell(f, 0, RunTable::Epochs), QStringLiteral("1"));
  train(f);
  QTRY_COMPARE_WITH_TIMEOUT(cell(f, 0, RunTable::Epochs), QStringLiteral("3"), kLong);
  QCOMPARE(rows(f), 1);
}

void TestRuns::rewoundRun_isKeptAsAfterItsLastEpoch() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Paused, kLong);
  f.click("rewindButton");  // not an epoch yet: not worth keeping
  f.click("stepEpochButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Paused, kLong);
  f.click("rewindButton");
  f.click("runsPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  QCOMPARE(cell(f, 0, RunTable::Epochs), QStringLiteral("1"));
  QCOMPARE(cell(f, 0, RunTable::Seed), QStringLiteral("1"));
  QVERIFY(f.find<QToolButton>("loadRunButton")->isEnabled());  // with its model
}

void TestRuns::windowClosedInARun_keepsIt() {
  WindowFixture f({.train = 600, .epochs = 100000});
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->training().progress().position.epoch > 2, kLong);
  f.window.reset();
  f.window = std::make_unique<inkling::ui::MainWindow>(
      *f.session, std::make_unique<inkling::test::ScriptedPrompter>());
  f.window->show();
  QVERIFY(QTest::qWaitForWindowExposed(f.window.get()));
  f.click("runsPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  QVERIFY(cell(f, 0, RunTable::Epochs).toInt() > 0);
}

void TestRuns::modelFile_isReadIntoTheHistory() {
  WindowFixture f;
  QVERIFY(f.ready());
  train(f);
  f.prompter->path = f.file(QStringLiteral("elsewhere.safetensors"));
  inkling::saveModel(f.prompter->path.toStdString(), *f.session->model());
  f.click("runsPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  f.click("readRunButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 2, kLong);
  QCOMPARE(cell(f, 0, RunTable::Epochs), QStringLiteral("3"));
  QCOMPARE(cell(f, 0, RunTable::Validation), cell(f, 1, RunTable::Validation));
  f.prompter->path = f.file(QStringLiteral("missing.safetensors"));
  f.click("readRunButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("missing.safetensors")), kLong);
  QCOMPARE(rows(f), 2);
}

void TestRuns::severalSelected_areOverlaidAndTheirDifferencesNamed() {
  WindowFixture f;
  makeTwo(f);
  clickRow(f, 0);
  QTRY_COMPARE_WITH_TIMEOUT(drawn(f), std::size_t{1}, kLong);
  QVERIFY(!f.text("runDifferences").contains(QLatin1String("batch size 32")));
  clickRow(f, 1, Qt::ControlModifier);
  QTRY_COMPARE_WITH_TIMEOUT(drawn(f), std::size_t{2}, kLong);
  QVERIFY2(f.text("runDifferences").contains(QStringLiteral("batch size 32 → 16")),
           qPrintable(f.text("runDifferences")));
  QVERIFY(f.text("runDifferences").contains(QStringLiteral("epochs 2 → 3")));
  QVERIFY(!f.find<QToolButton>("restoreRunButton")->isEnabled());
  QVERIFY(f.find<QToolButton>("removeRunButton")->isEnabled());
}

// Points of a long run are means over many batches: smoothing them as if they were batches would
// drag a jump over several epochs.
void TestRuns::longRun_thinCurveDoesNotLag() {
  auto run = std::make_shared<inkling::RunRecord>();
  run->result.recipe.batch = 1;
  run->result.position.epoch = 10;
  inkling::EpochRecord epoch;
  epoch.train.count = 10'000;
  run->result.history.epochs = {epoch};
  for (int i = 1; i <= 1000; ++i)
    run->batches.push_back({100.0F * static_cast<float>(i), 1, i <= 500 ? 0.1F : 0.9F});
  RunsPlot plot(inkling::ui::ValueScale::Kind::Percent);
  plot.setRuns({run});
  const auto thin = plot.graph(0)->data();
  QCOMPARE(thin->at(499)->key, 5.0);
  QVERIFY(thin->at(499)->value < 0.2 * thin->at(999)->value);
  QVERIFY(thin->at(502)->value > 0.95 * thin->at(999)->value);
}

void TestRuns::oneSelected_isComparedWithItsPreset() {
  WindowFixture f;
  QVERIFY(f.ready());
  inkling::Recipe recipe = inkling::findRecipe("softmax", f.session->resources());
  recipe.data.set = f.session->recipe().data.set;
  f.session->setRecipe(recipe);
  train(f);
  f.click("runsPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  const QString unchanged = QStringLiteral("The recipe “Softmax regression”, unchanged.");
  QTRY_VERIFY_WITH_TIMEOUT(f.text("runDifferences").startsWith(unchanged), kLong);
  recipe.epochs = 2;
  f.session->setRecipe(recipe);
  train(f);
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 2, kLong);
  clickRow(f, 0);
  QTRY_VERIFY_WITH_TIMEOUT(f.text("runDifferences").contains(QStringLiteral("epochs 20 → 2")),
                           kLong);
  QVERIFY(f.text("runDifferences").contains(QStringLiteral("Changed from “Softmax regression”")));
}

void TestRuns::header_clicked_sortsByNumber() {
  WindowFixture f;
  makeTwo(f);
  QCOMPARE(cell(f, 0, RunTable::Epochs), QStringLiteral("2"));  // the newest first
  auto* header = table(f)->horizontalHeader();
  const QPoint epochs(header->sectionViewportPosition(RunTable::Epochs) + 8, header->height() / 2);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, epochs);
  const QString first = cell(f, 0, RunTable::Epochs);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, epochs);
  QVERIFY(cell(f, 0, RunTable::Epochs) != first);
}

void TestRuns::restoreSettings_bringsTheRecipeBack() {
  WindowFixture f;
  makeTwo(f);
  QCOMPARE(f.session->recipe().batch, 32);
  clickRow(f, 1);
  f.click("restoreRunButton");
  QCOMPARE(f.session->recipe().batch, 16);
  QCOMPARE(f.session->recipe().epochs, 3);
  QVERIFY(f.message().contains(QLatin1String("Small")));
}

void TestRuns::loadModel_putsItInUse() {
  WindowFixture f;
  f.prompter->answer = inkling::ui::Prompter::Answer::Go;
  makeTwo(f);
  const auto now = f.session->model();
  clickRow(f, 1);
  f.click("loadRunButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() != now, kLong);
  QCOMPARE(f.session->model()->position.epoch, 3);
  QCOMPARE(f.session->model()->recipe.batch, 16);
}

void TestRuns::rename_staysInTheNextWindow() {
  WindowFixture f;
  makeTwo(f);
  clickRow(f, 1);
  f.click("renameRunButton");
  auto* editor = table(f)->findChild<QLineEdit*>();
  QVERIFY(editor);
  QTest::keyClicks(editor, QStringLiteral("first"));
  QTest::keyClick(editor, Qt::Key_Return);
  QTRY_COMPARE(cell(f, 1, RunTable::Name), QStringLiteral("first"));
  inkling::ui::MainWindow next(*f.session);
  next.show();
  QTest::mouseClick(next.findChild<QToolButton*>(QStringLiteral("runsPageButton")), Qt::LeftButton);
  auto* model = next.findChild<QTableView*>(QStringLiteral("runsTable"))->model();
  QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 2, kLong);
  QCOMPARE(model->index(1, RunTable::Name).data().toString(), QStringLiteral("first"));
}

void TestRuns::rename_whileAnotherRunEnds_keepsWhatIsTyped() {
  WindowFixture f;
  makeTwo(f);
  f.click("rewindButton");
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 1, kLong);
  clickRow(f, 1);
  f.click("renameRunButton");
  QTest::keyClicks(table(f)->findChild<QLineEdit*>(), QStringLiteral("fir"));
  f.trigger("toggleAction");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 3, kLong);
  auto* editor = table(f)->findChild<QLineEdit*>();
  QVERIFY(editor);
  QTest::keyClicks(editor, QStringLiteral("st"));
  QTest::keyClick(editor, Qt::Key_Return);
  QTRY_COMPARE(cell(f, 2, RunTable::Name), QStringLiteral("first"));
  QTRY_COMPARE(cell(f, 2, RunTable::Epochs), QStringLiteral("3"));
}

void TestRuns::remove_asksFirst() {
  WindowFixture f;
  makeTwo(f);
  clickRow(f, 0);
  f.prompter->answer = inkling::ui::Prompter::Answer::Cancel;
  QTest::keyClick(table(f), Qt::Key_Delete);
  QCOMPARE(f.prompter->asked.last(), inkling::ui::Prompter::Question::RemoveRuns);
  QCOMPARE(rows(f), 2);
  f.prompter->answer = inkling::ui::Prompter::Answer::Go;
  f.click("removeRunButton");
  QTRY_COMPARE_WITH_TIMEOUT(rows(f), 1, kLong);
  QCOMPARE(cell(f, 0, RunTable::Epochs), QStringLiteral("3"));
}

void TestRuns::exportCsv_writesARowForEachEpoch() {
  WindowFixture f;
  makeTwo(f);
  f.prompter->path = f.file(QStringLiteral("runs.csv"));
  clickRow(f, 0);
  clickRow(f, 1, Qt::ControlModifier);
  QTRY_COMPARE_WITH_TIMEOUT(drawn(f), std::size_t{2}, kLong);
  f.click("exportRunButton");
  QFile file(f.prompter->path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto lines = file.readAll().trimmed().split('\n');
  QCOMPARE(lines.size(), 1 + 2 + 3);
  QVERIFY(lines[0].startsWith("run,epoch,train_loss"));
  QVERIFY(lines[1].startsWith("\"Small\",1,"));
}

void TestRuns::chinese_hasTitlesAndTexts() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("runsPageButton");
  const QString english = f.text("runsEmpty");
  f.trigger("languageMenu.zh_CN");
  QTRY_VERIFY(f.text("runsEmpty") != english);
  QVERIFY(f.find<QToolButton>("runsPageButton")->text() != QStringLiteral("Runs"));
}

INKLING_TEST(TestRuns)

#include "tst_runs.moc"
