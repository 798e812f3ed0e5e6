// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"

#include <QDir>

using inkling::test::kEndless;
using inkling::test::kLong;
using inkling::test::WindowFixture;
using Prompter = inkling::ui::Prompter;
using State = inkling::ui::Training::State;

namespace {

struct MeanwhileFixture : WindowFixture {
  using WindowFixture::WindowFixture;

  QString set(const char* name) {
    inkling::test::writeToySet(file(QLatin1String(name)), 300, 50);
    return file(QLatin1String(name));
  }
  bool step() {
    const inkling::Position before = session->training().progress().position;
    click("stepBatchButton");
    return QTest::qWaitFor(
        [&] {
          const inkling::Position now = session->training().progress().position;
          return state() == State::Finished || (now != before && session->model()->position == now);
        },
        kLong);
  }
  bool saveAs(const QString& name) {
    prompter->path = file(name);
    trigger("saveAsAction");
    return QTest::qWaitFor([&] { return !session->document().saving(); }, kLong);
  }
  /// More images than any set has.
  void chooseTooMany() {
    inkling::Recipe recipe = session->recipe();
    recipe.data.trainLimit = inkling::TrainLimit::first(1000000);
    session->setRecipe(recipe);
  }
  bool refused() const {
    return QTest::qWaitFor([this] { return message().contains(QLatin1String("train_limit")); },
                           kLong);
  }
  QString dataName() const { return QString::fromStdString(session->data()->name); }
};

}  // namespace

/// What is done while images are on their way or a model is being saved.
class TestMeanwhile final : public QObject {
  Q_OBJECT
private slots:
  void run_thatDivergesAtOnceAfterASave_isModified();
  void images_refusedForTheNextRun_leaveTheRunItsOwn();
  void images_missingForTheRun_thoseOfTheSettingsCome();
  void handwriting_keptWhileARewindWaits_stays();
  void train_afterARewindThatIsRefused_leavesTheRunPaused();
  void train_pressedTwiceDuringASave_startsAndPauses();
  void ownFile_openedAndSavedFirst_isReadAgain();
};

void TestMeanwhile::run_thatDivergesAtOnceAfterASave_isModified() {
  MeanwhileFixture f(kEndless);
  QVERIFY(f.ready());
  inkling::Recipe recipe = f.session->recipe();
  recipe.layers.assign(4, inkling::LayerSpec::dense(10));  // nothing holds the numbers down
  recipe.optimizer.learningRate = 100;
  f.session->setRecipe(recipe);
  for (int i = 0; i < 100 && f.state() != State::Finished; ++i) {
    QVERIFY(f.step());
    if (f.state() != State::Finished) QVERIFY(f.saveAs(QStringLiteral("a.safetensors")));
  }
  QCOMPARE(f.state(), State::Finished);
  QCOMPARE(f.session->training().summary()->reason, inkling::StopReason::Diverged);
  QVERIFY(f.window->isWindowModified());
}

void TestMeanwhile::images_refusedForTheNextRun_leaveTheRunItsOwn() {
  MeanwhileFixture f(kEndless);
  QVERIFY(f.ready() && f.step());
  const QString own = f.dataName();
  f.chooseTooMany();
  f.click("rewindButton");
  QVERIFY(f.refused());
  f.window->openPath(f.set("other"));
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QTRY_VERIFY_WITH_TIMEOUT(!f.session->loading(), kLong);
  QCOMPARE(f.dataName(), own);
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Running, kLong);
}

void TestMeanwhile::images_missingForTheRun_thoseOfTheSettingsCome() {
  MeanwhileFixture f(kEndless);
  QVERIFY(f.ready() && f.openFirstSet());
  f.window->openPath(f.set("gone"));
  QTRY_COMPARE_WITH_TIMEOUT(f.dataName(), f.file(QStringLiteral("gone")), kLong);
  QVERIFY(f.step() && f.saveAs(QStringLiteral("a.safetensors")));
  f.session->usePersonal(f.session->model());
  QVERIFY(f.openFirstSet());
  QVERIFY(QDir(f.file(QStringLiteral("gone"))).removeRecursively());
  const QString other = f.set("other");
  connect(f.session.get(), &inkling::ui::Session::modelOpened, this,
          [&] { f.window->openPath(other); });
  f.window->openPath(f.file(QStringLiteral("a.safetensors")));
  QTRY_COMPARE_WITH_TIMEOUT(f.dataName(), other, kLong);
}

void TestMeanwhile::handwriting_keptWhileARewindWaits_stays() {
  MeanwhileFixture f;
  QVERIFY(f.ready() && f.step() && f.saveAs(QStringLiteral("a.safetensors")));
  const auto learnt = std::make_shared<const inkling::Model>(*f.session->model());
  f.window->openPath(f.set("other"));
  f.click("rewindButton");
  QVERIFY(f.session->loading());
  f.session->usePersonal(learnt);
  QTRY_COMPARE_WITH_TIMEOUT(f.dataName(), f.file(QStringLiteral("other")), kLong);
  QCOMPARE(f.session->model(), learnt);
  QVERIFY(f.session->modelIsPersonal());
}

void TestMeanwhile::train_afterARewindThatIsRefused_leavesTheRunPaused() {
  MeanwhileFixture f(kEndless);
  QVERIFY(f.ready() && f.step());
  f.window->openPath(f.set("other"));
  f.click("rewindButton");
  QVERIFY(f.session->loading());
  f.click("toggleButton");
  f.chooseTooMany();
  QVERIFY(f.refused());
  QCOMPARE(f.state(), State::Paused);
}

void TestMeanwhile::train_pressedTwiceDuringASave_startsAndPauses() {
  MeanwhileFixture f(kEndless);
  QVERIFY(f.ready() && f.step() && f.saveAs(QStringLiteral("a.safetensors")));
  f.session->usePersonal(f.session->model());
  f.prompter->asked.clear();
  f.prompter->path = f.file(QStringLiteral("b.safetensors"));
  f.trigger("saveAsAction");
  QVERIFY(f.session->document().saving());
  f.click("toggleButton");
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.session->document().saving(), kLong);
  QCOMPARE(f.state(), State::Paused);
  QVERIFY(f.prompter->asked.isEmpty());
  QVERIFY(!f.session->modelIsPersonal());
}

void TestMeanwhile::ownFile_openedAndSavedFirst_isReadAgain() {
  MeanwhileFixture f(kEndless);
  QVERIFY(f.ready() && f.step() && f.saveAs(QStringLiteral("a.safetensors")) && f.step());
  const QString path = f.file(QStringLiteral("a.safetensors"));
  f.prompter->answer = Prompter::Answer::Save;
  f.window->openPath(path);
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Opened")), kLong);
  const inkling::Position saved = inkling::loadModel(path.toStdString()).model.position;
  QCOMPARE(saved.step, 2);
  QCOMPARE(f.session->model()->position, saved);
}

INKLING_TEST(TestMeanwhile)

#include "tst_meanwhile.moc"
