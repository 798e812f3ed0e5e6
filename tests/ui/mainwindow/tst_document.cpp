// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/exchange.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/plots/trainingplot.h"

#include <QFile>
#include <QFileInfo>
#include <QToolButton>

using inkling::test::WindowFixture;
using inkling::ui::Prompter;
using Answer = inkling::ui::Prompter::Answer;
using State = inkling::ui::Training::State;
using inkling::test::kEndless;
using inkling::test::kLong;

namespace {

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct DocumentFixture : WindowFixture {
  using WindowFixture::WindowFixture;

  bool train() {
    click("toggleButton");
    return QTest::qWaitFor([this] { return state() == State::Finished; }, kLong);
  }
  bool saveAs(const QString& name) {
    prompter->path = file(name);
    trigger("saveAsAction");
    return QTest::qWaitFor([&] { return message().contains(file(name)); }, kLong);
  }
  bool step() {
    const auto before = session->model();
    click("stepBatchButton");
    return QTest::qWaitFor([&] { return session->model() != before && window->isWindowModified(); },
                           kLong);
  }
  /// Something to lose that belongs to a file, and what other models can come from.
  bool prepare() {
    if (!ready() || !train() || !saveAs(QStringLiteral("b.safetensors"))) return false;
    inkling::exportNpz(file(QStringLiteral("weights.npz")).toStdString(), *session->model());
    return saveAs(QStringLiteral("a.safetensors")) && step();
  }
  void act(const QString& action) {
    if (action == QLatin1String("rewind")) trigger("rewindAction");
    if (action == QLatin1String("keep")) session->usePersonal(session->model());
    if (action == QLatin1String("drop")) window->openPath(file(QStringLiteral("b.safetensors")));
    if (action != QLatin1String("import")) return;
    trigger("importAction");
    if (prompter->isChoosing()) prompter->chooseNow(file(QStringLiteral("weights.npz")));
  }
};

}  // namespace

/// The model in use as a document: nothing of it is lost unasked, no file is overwritten by
/// another.
class TestDocument final : public QObject {
  Q_OBJECT
private slots:
  void rewind_ofAnOpenFile_savesUnderANewName();
  void handwriting_kept_savesUnderANewName();
  void title_namesTheFileAndMarksChanges();
  void stoppedRun_isAskedAboutAndCancelKeepsIt();
  void stopThenSave_withinABatch_staysStopped();
  void save_duringASave_isDoneAfterwards();
  void rewind_duringASave_doesNotInheritItsPath();
  void open_duringARun_cancelGoesOnAsBefore();
  void open_duringARun_saveWithoutANameGoesOnAsBefore();
  void save_answered_replacesOnlyWhatIsSaved();
  void questionOpen_andTheWorldChanges_data();
  void questionOpen_andTheWorldChanges();
  void fileChooserOpen_andAnotherModel_savesNothing();
  void endOfTheDesktopSession_asksWhereNothingIsKept();
};

void TestDocument::rewind_ofAnOpenFile_savesUnderANewName() {
  DocumentFixture f;
  QVERIFY(f.ready() && f.train() && f.saveAs(QStringLiteral("a.safetensors")));
  const QByteArray before = bytesOf(f.file(QStringLiteral("a.safetensors")));
  f.window->openPath(f.file(QStringLiteral("a.safetensors")));
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Opened")), kLong);
  f.click("rewindButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->model()->position, inkling::Position{}, kLong);
  f.prompter->files.clear();
  f.prompter->path = f.file(QStringLiteral("fresh.safetensors"));
  f.trigger("saveAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  QCOMPARE(f.prompter->files, {Prompter::File::SaveModel});
  QCOMPARE(bytesOf(f.file(QStringLiteral("a.safetensors"))), before);
}

void TestDocument::handwriting_kept_savesUnderANewName() {
  DocumentFixture f;
  QVERIFY(f.ready() && f.train() && f.saveAs(QStringLiteral("a.safetensors")));
  const QByteArray before = bytesOf(f.file(QStringLiteral("a.safetensors")));
  auto learnt = std::make_shared<inkling::Model>(*f.session->model());
  learnt->network.initialise(77);
  f.session->usePersonal(learnt);  // what Keep does
  QCOMPARE(f.session->model(), inkling::ModelPtr(learnt));
  f.prompter->files.clear();
  f.prompter->path = f.file(QStringLiteral("mine.safetensors"));
  f.trigger("saveAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  QCOMPARE(f.prompter->files, {Prompter::File::SaveModel});
  QCOMPARE(bytesOf(f.file(QStringLiteral("a.safetensors"))), before);
}

void TestDocument::title_namesTheFileAndMarksChanges() {
  DocumentFixture f;
  QVERIFY(f.ready() && f.train());
  QVERIFY(f.window->isWindowModified());
  QVERIFY(f.saveAs(QStringLiteral("a.safetensors")));
  QVERIFY2(f.window->windowTitle().contains(QLatin1String("a.safetensors[*]")),
           qPrintable(f.window->windowTitle()));
  QVERIFY(!f.window->isWindowModified());
  QVERIFY(f.step());
  QVERIFY(f.window->windowTitle().contains(QLatin1String("a.safetensors[*]")));
  f.click("rewindButton");
  QTRY_VERIFY(!f.window->windowTitle().contains(QLatin1String("a.safetensors")));
  QVERIFY(!f.window->isWindowModified());
}

void TestDocument::stoppedRun_isAskedAboutAndCancelKeepsIt() {
  DocumentFixture f;
  QVERIFY(f.ready() && f.step());
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  f.prompter->later = true;
  for (const char* action : {"rewind", "keep"}) {
    f.act(QLatin1String(action));
    QVERIFY2(f.prompter->isAsking(), action);
    QCOMPARE(f.state(), State::Stopped);
    f.prompter->answerNow(Answer::Cancel);
  }
  QCOMPARE(f.state(), State::Stopped);
  QCOMPARE(f.find<QToolButton>("toggleButton")->text(), QStringLiteral("Continue"));
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QCOMPARE(int(f.session->model()->history.epochs.size()), 3);
}

void TestDocument::stopThenSave_withinABatch_staysStopped() {
  DocumentFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  f.prompter->path = f.file(QStringLiteral("a.safetensors"));
  f.trigger("stopAction");
  f.trigger("saveAsAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  QCOMPARE(f.state(), State::Stopped);
  QVERIFY(inkling::loadModel(f.prompter->path.toStdString()).state.has_value());
}

void TestDocument::save_duringASave_isDoneAfterwards() {
  DocumentFixture f;
  QVERIFY(f.ready() && f.train());
  for (const char* name : {"1.safetensors", "2.safetensors", "3.safetensors"}) {
    f.prompter->path = f.file(QLatin1String(name));
    f.trigger("saveAsAction");
  }
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("3.safetensors")), kLong);
  for (const char* name : {"1.safetensors", "2.safetensors", "3.safetensors"})
    QVERIFY2(QFile::exists(f.file(QLatin1String(name))), name);
  QVERIFY(f.window->windowTitle().contains(QLatin1String("3.safetensors")));
}

void TestDocument::rewind_duringASave_doesNotInheritItsPath() {
  DocumentFixture f;
  QVERIFY(f.ready() && f.train());
  f.prompter->path = f.file(QStringLiteral("a.safetensors"));
  f.trigger("saveAsAction");
  f.trigger("rewindAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.session->model()->position, inkling::Position{}, kLong);
  QVERIFY(!inkling::loadModel(f.prompter->path.toStdString()).model.history.epochs.empty());
  f.prompter->files.clear();
  f.prompter->path = f.file(QStringLiteral("fresh.safetensors"));
  f.trigger("saveAction");
  QCOMPARE(f.prompter->files, {Prompter::File::SaveModel});
}

void TestDocument::open_duringARun_cancelGoesOnAsBefore() {
  DocumentFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  QVERIFY(f.saveAs(QStringLiteral("a.safetensors")));
  const QString title = f.window->windowTitle();
  f.prompter->later = true;
  f.window->openPath(f.file(QStringLiteral("a.safetensors")));
  QTRY_VERIFY_WITH_TIMEOUT(f.prompter->isAsking(), kLong);
  QCOMPARE(f.state(), State::Paused);
  f.prompter->answerNow(Answer::Cancel);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Running, kLong);
  const auto points = f.plot("lossPlot")->run().batches.size();
  QTRY_VERIFY_WITH_TIMEOUT(f.plot("lossPlot")->run().batches.size() > points + 5, kLong);
  QCOMPARE(f.window->windowTitle(), title);
}

void TestDocument::open_duringARun_saveWithoutANameGoesOnAsBefore() {
  DocumentFixture f;
  QVERIFY(f.ready() && f.train() && f.saveAs(QStringLiteral("a.safetensors")));
  const QString other = f.file(QStringLiteral("a.safetensors"));
  DocumentFixture g(kEndless);
  QVERIFY(g.ready());
  g.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!g.plot("lossPlot")->run().batches.empty(), kLong);
  g.prompter->later = true;
  g.window->openPath(other);
  QTRY_VERIFY_WITH_TIMEOUT(g.prompter->isAsking(), kLong);
  g.prompter->answerNow(Answer::Save);
  QVERIFY(g.prompter->isChoosing());
  g.prompter->chooseNow({});
  QTRY_COMPARE_WITH_TIMEOUT(g.state(), State::Running, kLong);
}

void TestDocument::save_answered_replacesOnlyWhatIsSaved() {
  DocumentFixture f;
  QVERIFY(f.prepare());
  const QByteArray before = bytesOf(f.file(QStringLiteral("a.safetensors")));
  f.prompter->answer = Answer::Save;
  f.window->openPath(f.file(QStringLiteral("b.safetensors")));
  QTRY_VERIFY_WITH_TIMEOUT(f.window->windowTitle().contains(QLatin1String("b.safetensors")), kLong);
  QVERIFY(bytesOf(f.file(QStringLiteral("a.safetensors"))) != before);
  QCOMPARE(int(f.prompter->asked.size()), 1);
}

void TestDocument::questionOpen_andTheWorldChanges_data() {
  QTest::addColumn<QString>("first");
  QTest::addColumn<QString>("second");
  const QStringList actions{QStringLiteral("rewind"), QStringLiteral("keep"),
                            QStringLiteral("import"), QStringLiteral("drop")};
  for (const QString& first : actions)
    for (const QString& second : actions)
      QTest::newRow(qPrintable(first + QLatin1Char(' ') + second)) << first << second;
}

void TestDocument::questionOpen_andTheWorldChanges() {
  QFETCH(QString, first);
  QFETCH(QString, second);
  DocumentFixture f;
  QVERIFY(f.prepare());
  const QByteArray before = bytesOf(f.file(QStringLiteral("a.safetensors")));
  const auto model = f.session->model();
  f.prompter->later = true;
  f.act(first);
  QTRY_VERIFY_WITH_TIMEOUT(f.prompter->isAsking(), kLong);
  QCOMPARE(f.session->model(), model);
  f.act(second);
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("question")), kLong);
  QCOMPARE(int(f.prompter->asked.size()), 1);
  QCOMPARE(f.session->model(), model);  // nothing has happened yet
  f.prompter->answerNow(Answer::Go);
  QTRY_VERIFY_WITH_TIMEOUT(!f.window->windowTitle().contains(QLatin1String("a.safetensors")),
                           kLong);
  QVERIFY(!f.window->isWindowModified());
  QCOMPARE(f.window->windowTitle().contains(QLatin1String("b.safetensors")),
           first == QLatin1String("drop"));
  QCOMPARE(f.session->modelIsPersonal(), first == QLatin1String("keep"));
  f.prompter->later = false;
  f.prompter->path = f.file(QStringLiteral("c.safetensors"));
  f.trigger("saveAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  QCOMPARE(bytesOf(f.file(QStringLiteral("a.safetensors"))), before);
}

void TestDocument::fileChooserOpen_andAnotherModel_savesNothing() {
  DocumentFixture f;
  QVERIFY(f.prepare());
  f.prompter->later = true;
  f.trigger("saveAsAction");
  QVERIFY(f.prompter->isChoosing());
  f.act(QStringLiteral("rewind"));
  f.prompter->answerNow(Answer::Go);
  f.prompter->chooseNow(f.file(QStringLiteral("late.safetensors")));
  QTRY_VERIFY2(f.message().contains(QLatin1String("late.safetensors")), qPrintable(f.message()));
  QVERIFY(!QFile::exists(f.file(QStringLiteral("late.safetensors"))));
  QVERIFY(!f.window->windowTitle().contains(QLatin1String("late")));
}

void TestDocument::endOfTheDesktopSession_asksWhereNothingIsKept() {
  DocumentFixture f;
  QVERIFY(f.ready());
  f.trigger("keepAction");
  QVERIFY(f.window->mayEndSession());
  QVERIFY(f.step());
  QVERIFY(!f.window->mayEndSession());
  QTRY_COMPARE(f.prompter->asked, QList{Prompter::Question::QuitUnsaved});
  QVERIFY(f.window->isVisible());  // cancelled
  QVERIFY(f.saveAs(QStringLiteral("a.safetensors")));
  QVERIFY(f.window->mayEndSession());
}

INKLING_TEST(TestDocument)

#include "tst_document.moc"
