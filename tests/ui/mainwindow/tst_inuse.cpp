// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/toyset.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/learn/choosers.h"
#include "ui/plots/trainingplot.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QToolButton>

using inkling::test::WindowFixture;
using State = inkling::ui::Training::State;
using inkling::test::kEndless;
using inkling::test::kLong;

namespace {

struct InUseFixture : WindowFixture {
  using WindowFixture::WindowFixture;

  bool train() {
    click("toggleButton");
    return QTest::qWaitFor([this] { return state() == State::Finished; }, kLong);
  }
  bool step(int position) {
    click("stepBatchButton");
    return QTest::qWaitFor([&] { return session->training().progress().position.step == position; },
                           kLong);
  }
  /// By the keyboard, as a user.
  void chooseRecipe(const char* name) {
    auto* chooser = find<inkling::ui::RecipeChooser>("recipeChooser");
    const int index = chooser->findData(QLatin1String(name));
    if (index < 0) qFatal("no recipe %s", name);
    while (chooser->currentIndex() != index)
      QTest::keyClick(chooser, chooser->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
  }
  void enter(const char* field, const char* number) {
    auto* edit = find<QWidget>(field)->findChild<QLineEdit*>();
    edit->selectAll();
    QTest::keyClicks(edit, QLatin1String(number));
    QTest::keyClick(edit, Qt::Key_Return);
  }
  QString number(const char* field) const {
    return find<QWidget>(field)->findChild<QLineEdit*>()->text();
  }
  QString otherSet(int train) {
    const QString folder = file(QStringLiteral("others"));
    QDir().mkpath(folder);
    inkling::test::writeToySet(folder, train, 50);
    return folder;
  }
  int listed(const QString& set) const {
    return find<inkling::ui::DataChooser>("dataChooser")->findData(set);
  }
};

}  // namespace

/// The settings for the next run, the run and the data are separate; the window names what is in
/// use.
class TestInUse final : public QObject {
  Q_OBJECT
private slots:
  void recipe_chosenDuringARun_leavesItsRateAndEpochs();
  void rate_enteredWhileAnotherRecipeWaits_steersTheRunAlone();
  void recipe_chosenDuringARun_isNotTheNameOfWhatTrains();
  void data_chosenDuringARunThatEnds_areTrainedOnNext();
  void data_thatCannotBeDivided_changeNothing();
  void folder_refused_leavesTheList();
  void folder_good_isListedAtTheNextStart();
  void error_goesWhenTheNextActionSucceeds();
  void finishedRun_andAnotherRecipe_barStandsWhereItIs();
  void otherData_curvesAreNotShownUnderTheirName();
  void evaluate_ofOtherData_saysWhatTheModelWasTrainedOn();
  void stoppedRun_whoseImagesChanged_doesNotGoOn();
  void setWithoutTestImages_isSaidBesideTheFigures();
  void openedModel_showsItsBatches();
  void oneMoreEpoch_afterTheLast_goesOnToTheSameWeights();
  void epochs_raisedAfterTheLast_goOn();
  void train_afterTheLast_goesOnForAsManyEpochs();
  void settings_changedAfterTheLast_goOnFromTheTrainedWeights();
  void openedModel_barStandsWhereItIsAndGoesOn();
};

void TestInUse::recipe_chosenDuringARun_leavesItsRateAndEpochs() {
  InUseFixture f(kEndless);
  QVERIFY(f.ready() && f.step(1));
  f.chooseRecipe("softmax");
  QVERIFY(f.step(2));
  QTRY_COMPARE_WITH_TIMEOUT(f.session->model()->position.step, 2, kLong);
  QVERIFY(f.session->model()->recipe.changes.empty());
  QVERIFY(f.text("progressEpoch").endsWith(QLatin1String("/100000")));
  QCOMPARE(f.number("epochs"), QStringLiteral("100000"));
  QCOMPARE(f.number("learningRate"), QStringLiteral("0.02"));
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QVERIFY(f.step(3));  // Continue takes nothing over either
  QTRY_COMPARE_WITH_TIMEOUT(f.session->model()->position.step, 3, kLong);
  QVERIFY(f.session->model()->recipe.changes.empty());
}

void TestInUse::rate_enteredWhileAnotherRecipeWaits_steersTheRunAlone() {
  InUseFixture f(kEndless);
  QVERIFY(f.ready() && f.step(1));
  f.chooseRecipe("softmax");
  const double next = f.session->recipe().optimizer.learningRate;
  f.enter("learningRate", "0.007");
  QVERIFY(f.step(2));
  QTRY_COMPARE_WITH_TIMEOUT(int(f.session->model()->recipe.changes.size()), 1, kLong);
  QCOMPARE(f.session->model()->recipe.changes.front().field,
           std::string("optimizer.learning_rate"));
  QCOMPARE(f.session->model()->recipe.changes.front().value, 0.007);
  QCOMPARE(f.session->recipe().optimizer.learningRate, next);
}

void TestInUse::recipe_chosenDuringARun_isNotTheNameOfWhatTrains() {
  InUseFixture f(kEndless);
  QVERIFY(f.ready() && f.step(1));
  f.chooseRecipe("softmax");
  QVERIFY2(f.window->windowTitle().contains(QLatin1String("small")),
           qPrintable(f.window->windowTitle()));
  QVERIFY(f.text("networkSummary").contains(QLatin1String("16")));
  QVERIFY(f.find<QLabel>("pendingChanges")->isVisible());
  f.trigger("saveAsAction");
  QVERIFY2(f.prompter->suggested.endsWith(QLatin1String("small.safetensors")),
           qPrintable(f.prompter->suggested));
  f.click("rewindButton");
  QTRY_VERIFY(f.window->windowTitle().contains(QLatin1String("softmax")));
  QVERIFY(!f.text("networkSummary").contains(QLatin1String("16")));
}

void TestInUse::data_chosenDuringARunThatEnds_areTrainedOnNext() {
  InUseFixture f;
  QVERIFY(f.ready());
  const QString other = f.otherSet(300);
  QVERIFY(f.step(1));
  f.window->openPath(other);
  QCOMPARE(f.session->data()->train->count(), 600);  // the run's
  QVERIFY(f.train());
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().stepsPerEpoch, (300 - 100 + 15) / 16,
                            kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QCOMPARE(f.session->model()->recipe.data.set, other.toStdString());
  QCOMPARE(f.session->data()->train->count(), 300);
}

void TestInUse::data_thatCannotBeDivided_changeNothing() {
  InUseFixture f;
  QVERIFY(f.ready());
  const auto data = f.session->data();
  const auto recipe = f.session->recipe();
  const QString tooFew = f.otherSet(60);
  f.window->openPath(tooFew);
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("data.validation is 100")), kLong);
  QCOMPARE(f.session->data(), data);
  QCOMPARE(f.session->split().train.set, data->train);
  QCOMPARE(f.session->recipe(), recipe);
  QCOMPARE(f.listed(tooFew), -1);
  QVERIFY(f.train());
}

void TestInUse::folder_refused_leavesTheList() {
  InUseFixture f;
  QVERIFY(f.ready());
  const QTemporaryDir empty;
  f.window->openPath(empty.path());
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(empty.path()), kLong);
  QCOMPARE(f.listed(empty.path()), -1);
  QCOMPARE(f.find<inkling::ui::DataChooser>("dataChooser")->currentData().toString(),
           f.file(QStringLiteral("toys")));
}

void TestInUse::folder_good_isListedAtTheNextStart() {
  InUseFixture f;
  QVERIFY(f.ready());
  const QString other = f.otherSet(300);
  f.window->openPath(other);
  QTRY_COMPARE_WITH_TIMEOUT(f.session->data()->train->count(), 300, kLong);
  const QTemporaryDir empty;
  f.window->openPath(empty.path());
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(empty.path()), kLong);
  const inkling::ui::DataChooser next(f.session->resources());
  QVERIFY(next.findData(other) >= 0);
  QVERIFY(next.findData(f.file(QStringLiteral("toys"))) >= 0);
  QCOMPARE(next.findData(empty.path()), -1);
}

void TestInUse::error_goesWhenTheNextActionSucceeds() {
  InUseFixture f;
  QVERIFY(f.ready());
  const auto fail = [&f] {
    f.window->openPath(f.file(QStringLiteral("missing.safetensors")));
    return QTest::qWaitFor([&] { return f.message().contains(QLatin1String("missing")); }, kLong);
  };
  QVERIFY(fail());
  QVERIFY(f.step(1));
  QVERIFY2(f.message().isEmpty(), qPrintable(f.message()));
  QVERIFY(fail());
  f.click("rewindButton");
  QTRY_VERIFY2(f.message().isEmpty(), qPrintable(f.message()));
  QVERIFY(fail());
  f.window->openPath(f.otherSet(300));
  QTRY_VERIFY2(f.message().isEmpty(), qPrintable(f.message()));
}

void TestInUse::finishedRun_andAnotherRecipe_barStandsWhereItIs() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  f.chooseRecipe("softmax");
  QCOMPARE(f.text("progressEpoch"), QStringLiteral("epoch 3/3"));
  QCOMPARE(f.find<QProgressBar>("progressBar")->value(), 1000);
  QVERIFY(f.window->windowTitle().contains(QLatin1String("small")));
}

void TestInUse::otherData_curvesAreNotShownUnderTheirName() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  f.window->openPath(f.otherSet(300));
  QTRY_COMPARE_WITH_TIMEOUT(f.session->data()->train->count(), 300, kLong);
  for (const char* plot : {"lossPlot", "accuracyPlot"}) {
    QVERIFY(f.plot(plot)->run().empty());
    QVERIFY(f.plot(plot)->ghost().empty());
  }
}

void TestInUse::evaluate_ofOtherData_saysWhatTheModelWasTrainedOn() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  QTest::keyClick(f.window.get(), Qt::Key_3, Qt::ControlModifier);
  const auto* accuracy = f.find<QLabel>("headlineAccuracy");
  QTRY_VERIFY_WITH_TIMEOUT(accuracy->text().endsWith(QLatin1Char('%')), kLong);
  const auto* note = f.find<QLabel>("evaluateOriginNote");
  QVERIFY(note && note->isHidden());
  f.window->openPath(f.otherSet(300));
  QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), kLong);
  QVERIFY2(note->text().contains(QLatin1String("toys")), qPrintable(note->text()));
  QVERIFY2(note->text().contains(QLatin1String("others")), qPrintable(note->text()));
}

void TestInUse::stoppedRun_whoseImagesChanged_doesNotGoOn() {
  InUseFixture f(kEndless);
  QVERIFY(f.ready());
  const QString set = f.otherSet(300);
  f.window->openPath(set);
  QTRY_COMPARE_WITH_TIMEOUT(f.session->data()->train->count(), 300, kLong);
  QVERIFY(f.step(1));
  f.prompter->path = f.file(QStringLiteral("stopped.safetensors"));
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  f.trigger("saveAsAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  InUseFixture later(kEndless);
  QVERIFY(later.ready());
  inkling::test::writeToySet(set, 300, 49);  // other images in the same folder
  later.window->openPath(f.prompter->path);
  QTRY_COMPARE_WITH_TIMEOUT(later.state(), State::Stopped, kLong);
  QTRY_VERIFY_WITH_TIMEOUT(!later.session->loading(), kLong);
  QCOMPARE(later.session->loaded()->set(), set.toStdString());
  later.click("stepBatchButton");
  QTRY_VERIFY_WITH_TIMEOUT(later.message().contains(QLatin1String("so it cannot go on")), kLong);
  QCOMPARE(later.session->model()->position.step, 1);
}

void TestInUse::setWithoutTestImages_isSaidBesideTheFigures() {
  InUseFixture f;
  QVERIFY(f.ready());
  const QString set = f.otherSet(300);
  for (const QString& name : QDir(set).entryList({QStringLiteral("t10k-*")}))
    QVERIFY(QFile::remove(set + QLatin1Char('/') + name));
  f.window->openPath(set);
  QTRY_VERIFY_WITH_TIMEOUT(f.session->data()->testDrawn, kLong);
  QCOMPARE(f.session->data()->test->count(), 30);
  QVERIFY(f.train());
  const auto saysSo = [&](const char* label) {
    const auto* note = f.find<QLabel>(label);
    return note && note->isVisible() && note->text().contains(QLatin1String("no test images"));
  };
  QTRY_VERIFY(saysSo("statusSentence"));
  QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
  QTRY_VERIFY_WITH_TIMEOUT(saysSo("dataHeadline"), kLong);
  QTest::keyClick(f.window.get(), Qt::Key_3, Qt::ControlModifier);
  const auto* accuracy = f.find<QLabel>("headlineAccuracy");
  QTRY_VERIFY_WITH_TIMEOUT(accuracy->text().endsWith(QLatin1Char('%')), kLong);
  auto* part = f.find<QComboBox>("evaluatePart");
  QTest::keyClick(part, Qt::Key_Down);
  QTRY_VERIFY_WITH_TIMEOUT(saysSo("evaluateOriginNote"), kLong);
  QTest::keyClick(part, Qt::Key_Up);
  QTRY_VERIFY_WITH_TIMEOUT(!saysSo("evaluateOriginNote"), kLong);
}

void TestInUse::openedModel_showsItsBatches() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  const auto trained = f.plot("lossPlot")->run().batches.y;
  QVERIFY(trained.size() > 20);
  f.prompter->path = f.file(QStringLiteral("a.safetensors"));
  f.trigger("saveAsAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  f.click("rewindButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.plot("lossPlot")->run().batches.y.empty(), kLong);
  f.window->openPath(f.prompter->path);
  QTRY_COMPARE_WITH_TIMEOUT(f.plot("lossPlot")->run().batches.y, trained, kLong);
}

void TestInUse::oneMoreEpoch_afterTheLast_goesOnToTheSameWeights() {
  InUseFixture straight(WindowFixture::Options{.epochs = 4});
  QVERIFY(straight.ready() && straight.train());
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  f.click("stepEpochButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.epoch, 4, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(int(f.session->model()->history.epochs.size()), 4, kLong);
  QCOMPARE(f.plot("lossPlot")->run().batches.y, straight.plot("lossPlot")->run().batches.y);
  const auto image = f.session->data()->test->image(0);
  QCOMPARE(predict(*f.session->model(), image), predict(*straight.session->model(), image));
}

void TestInUse::epochs_raisedAfterTheLast_goOn() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  f.enter("epochs", "5");
  QCOMPARE(f.text("progressEpoch"), QStringLiteral("epoch 3/5"));
  QVERIFY(f.train());
  QCOMPARE(int(f.session->model()->history.epochs.size()), 5);
  QCOMPARE(f.session->model()->recipe.changes.front().value, 5.0);
}

void TestInUse::train_afterTheLast_goesOnForAsManyEpochs() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  QCOMPARE(f.find<QToolButton>("toggleButton")->text(), QStringLiteral("Continue"));
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.text("progressEpoch"), QStringLiteral("epoch 6/6"), kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QCOMPARE(int(f.session->model()->history.epochs.size()), 6);
  f.click("rewindButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.text("progressEpoch"), QStringLiteral("epoch 0/3"), kLong);
}

void TestInUse::settings_changedAfterTheLast_goOnFromTheTrainedWeights() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  f.enter("batch", "8");
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().stepsPerEpoch, 500 / 8 + 1, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.session->model()->position.step, 1, kLong);
  // One batch of fresh weights would be near ln 10.
  QVERIFY(f.plot("lossPlot")->run().batches.y.back() < 1);
}

void TestInUse::openedModel_barStandsWhereItIsAndGoesOn() {
  InUseFixture f;
  QVERIFY(f.ready() && f.train());
  f.prompter->path = f.file(QStringLiteral("a.safetensors"));
  f.trigger("saveAsAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  f.click("rewindButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Idle, kLong);
  f.window->openPath(f.prompter->path);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QCOMPARE(f.text("progressEpoch"), QStringLiteral("epoch 3/3"));
  QCOMPARE(f.find<QProgressBar>("progressBar")->value(), 1000);
  QVERIFY2(f.text("statusSentence").contains(QLatin1String("saved after epoch 3")),
           qPrintable(f.text("statusSentence")));
  f.click("stepEpochButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.epoch, 4, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(int(f.session->model()->history.epochs.size()), 4, kLong);
  QVERIFY(f.window->windowTitle().contains(QLatin1String("a.safetensors")));
}

INKLING_TEST(TestInUse)

#include "tst_inuse.moc"
