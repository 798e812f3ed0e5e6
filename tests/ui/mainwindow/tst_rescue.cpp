// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/mainwindow/application.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>

#include <csignal>
#include <cstdlib>

using inkling::test::kEndless;
using inkling::test::kLong;
using inkling::test::WindowFixture;
using inkling::ui::Prompter;
using Answer = inkling::ui::Prompter::Answer;
using Question = inkling::ui::Prompter::Question;
using State = inkling::ui::Training::State;

namespace {

QStringList checkpoints(const QString& home) {
  return QDir(home + "/state/inkling").entryList({"run-*.safetensors"}, QDir::Files);
}

/// A window whose run does not end by itself.
WindowFixture::Options endlessIn(const QString& home) {
  WindowFixture::Options options = kEndless;
  options.home = home;
  return options;
}

struct RescueFixture : WindowFixture {
  using WindowFixture::WindowFixture;

  QStringList kept() const { return checkpoints(file(QStringLiteral("."))); }
  /// Presses Train and waits until a checkpoint is on the disk.
  bool trainUntilKept() {
    click("toggleButton");
    return QTest::qWaitFor([this] { return !kept().isEmpty(); }, kLong);
  }
  /// Is it asked about a run that was left? Then with this answer.
  bool isOffered(Answer answer) {
    prompter->answers[Question::RecoverRun] = answer;
    QCoreApplication::sendPostedEvents();
    return prompter->asked == QList{Question::RecoverRun};
  }
  bool close() {
    prompter->answers[Question::QuitUnsaved] = Answer::Go;
    window->close();
    return QTest::qWaitFor([this] { return !window->isVisible(); }, kLong);
  }
};

}  // namespace

/// A run outlives its program.
class TestRescue final : public QObject {
  Q_OBJECT
private slots:
  void child_trainsUntilItIsEnded();
  void killed_isOfferedOnceAndGoesOn();
  void killed_thrownAway_isGone();
  void terminated_keepsTheRunAndEnds();
  void twoWindows_leaveEachOtherAlone();
  void finished_isInTheHistoryOnly();
  void savedOrRewound_isNoMoreKept_data();
  void savedOrRewound_isNoMoreKept();
  void stopped_isKeptAsItIs();
  void settings_areKeptWithTheRun();
  void switchedOff_keepsNothing();
  void endOfTheDesktopSession_keepsTheRunUnasked();
  void unreadable_isPutAsideAndSaid();

private:
  /// Another program trains in that folder until it has a checkpoint; then it is sent the signal.
  static bool endAnother(const QString& home, int signal, int& status) {
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("INKLING_TEST_CHILD", home);
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), {"rescue", "child_trainsUntilItIsEnded"});
    if (!QTest::qWaitFor([&] { return !checkpoints(home).isEmpty(); }, kLong)) return false;
    ::kill(static_cast<pid_t>(other.processId()), signal);
    if (!other.waitForFinished(kLong)) return false;
    status = other.exitStatus() == QProcess::NormalExit ? other.exitCode() : -1;
    return true;
  }
};

/// What the other programs do; nothing where this is a test.
void TestRescue::child_trainsUntilItIsEnded() {
  const QString home = qEnvironmentVariable("INKLING_TEST_CHILD");
  if (home.isEmpty()) return;
  RescueFixture f(endlessIn(home));
  qobject_cast<inkling::ui::Application*>(qApp)->hearSignals();
  QVERIFY(f.ready());
  f.click("toggleButton");
  std::_Exit(QApplication::exec() == 0 && !f.window->isVisible() ? 7 : 1);
}

void TestRescue::killed_isOfferedOnceAndGoesOn() {
  const QTemporaryDir home;
  int status = 0;
  QVERIFY(endAnother(home.path(), SIGKILL, status));
  QCOMPARE(status, -1);
  {
    RescueFixture f(endlessIn(home.path()));
    QVERIFY(f.isOffered(Answer::Save));
    QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
    QVERIFY(f.message().contains(QLatin1String("interrupted")));
    QVERIFY(f.session->model()->position.epoch >= 1);
    QVERIFY(f.window->isWindowModified());
    QVERIFY(f.ready());
    const auto before = f.session->model();
    f.click("toggleButton");
    QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Running, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(f.session->model()->position.epoch > before->position.epoch, kLong);
    QVERIFY(f.close());
    QCOMPARE(f.kept(), QStringList());
  }
  RescueFixture again(endlessIn(home.path()));
  QVERIFY(!again.isOffered(Answer::Save));
  QCOMPARE(again.prompter->asked, QList<Question>());
}

void TestRescue::killed_thrownAway_isGone() {
  const QTemporaryDir home;
  int status = 0;
  QVERIFY(endAnother(home.path(), SIGKILL, status));
  RescueFixture f(endlessIn(home.path()));
  QVERIFY(f.isOffered(Answer::Go));
  QCOMPARE(f.kept(), QStringList());
  QVERIFY(f.ready());
  QCOMPARE(f.state(), State::Idle);
  QVERIFY(f.trainUntilKept());  // its own from now on
}

void TestRescue::terminated_keepsTheRunAndEnds() {
  const QTemporaryDir home;
  int status = 0;
  QVERIFY(endAnother(home.path(), SIGTERM, status));
  QCOMPARE(status, 7);
  RescueFixture f(endlessIn(home.path()));
  QVERIFY(f.isOffered(Answer::Save));
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
}

void TestRescue::twoWindows_leaveEachOtherAlone() {
  RescueFixture one(kEndless);
  QVERIFY(one.ready() && one.trainUntilKept());
  RescueFixture other(endlessIn(one.file(QStringLiteral("."))));
  QVERIFY(!other.isOffered(Answer::Go));
  QVERIFY(other.ready());
  other.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(one.kept().size(), 2, kLong);
  other.click("rewindButton");
  QTRY_COMPARE_WITH_TIMEOUT(one.kept().size(), 1, kLong);
}

void TestRescue::finished_isInTheHistoryOnly() {
  RescueFixture f;
  QVERIFY(f.ready() && f.train());
  const QDir history(f.file(QStringLiteral("user/inkling/runs")));
  QTRY_COMPARE_WITH_TIMEOUT(history.entryList({"2*"}, QDir::Dirs).size(), 1, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.kept(), QStringList(), kLong);
}

void TestRescue::savedOrRewound_isNoMoreKept_data() {
  QTest::addColumn<bool>("saved");
  QTest::newRow("saved") << true;
  QTest::newRow("rewound") << false;
}

void TestRescue::savedOrRewound_isNoMoreKept() {
  QFETCH(bool, saved);
  RescueFixture f(kEndless);
  QVERIFY(f.ready() && f.trainUntilKept());
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QVERIFY(!f.kept().isEmpty());
  f.prompter->path = f.file(QStringLiteral("a.safetensors"));
  f.trigger(saved ? "saveAsAction" : "rewindAction");
  QTRY_COMPARE_WITH_TIMEOUT(f.kept(), QStringList(), kLong);
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.kept().isEmpty(), kLong);
}

void TestRescue::stopped_isKeptAsItIs() {
  RescueFixture f(kEndless);
  QVERIFY(f.ready() && f.trainUntilKept());
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  const auto position = f.session->model()->position;
  const auto file = f.file("state/inkling/" + f.kept().front()).toStdString();
  QTRY_COMPARE_WITH_TIMEOUT(inkling::loadModel(file).model.position, position, kLong);
}

void TestRescue::settings_areKeptWithTheRun() {
  RescueFixture f(kEndless);
  QVERIFY(f.ready());
  QVERIFY(!QSettings().contains(QStringLiteral("window/geometry")));
  QVERIFY(f.trainUntilKept());
  QTRY_VERIFY_WITH_TIMEOUT(QSettings().contains(QStringLiteral("window/geometry")), kLong);
}

void TestRescue::switchedOff_keepsNothing() {
  RescueFixture f(kEndless);
  QVERIFY(f.ready() && f.trainUntilKept());
  f.trigger("keepAction");
  QTRY_COMPARE_WITH_TIMEOUT(f.kept(), QStringList(), kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Running, kLong);
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QCOMPARE(f.kept(), QStringList());
  f.trigger("keepAction");
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.kept().isEmpty(), kLong);
}

void TestRescue::endOfTheDesktopSession_keepsTheRunUnasked() {
  RescueFixture f(kEndless);
  QVERIFY(f.ready() && f.trainUntilKept());
  QVERIFY(f.window->mayEndSession());
  QCOMPARE(f.prompter->asked, QList<Question>());
  QCOMPARE(f.state(), State::Stopped);
  const auto file = f.file("state/inkling/" + f.kept().front()).toStdString();
  QCOMPARE(inkling::loadModel(file).model.position, f.session->model()->position);
}

void TestRescue::unreadable_isPutAsideAndSaid() {
  const QTemporaryDir home;
  QVERIFY(QDir(home.path()).mkpath("state/inkling"));
  QFile wreck(home.filePath("state/inkling/run-0.safetensors"));
  QVERIFY(wreck.open(QIODevice::WriteOnly) && wreck.write("wreck") > 0);
  wreck.close();
  RescueFixture f(endlessIn(home.path()));
  QVERIFY(f.isOffered(Answer::Save));
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("put aside")), kLong);
  QVERIFY(QFile::exists(wreck.fileName() + ".unreadable"));
  QCOMPARE(f.kept(), QStringList());
}

INKLING_TEST(TestRescue)

#include "tst_rescue.moc"
