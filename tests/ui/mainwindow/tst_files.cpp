// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"
#include "core/io/runstore.h"
#include "core/recipe/recipejson.h"
#include "core/train/trainer.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/plots/trainingplot.h"
#include "ui/session/rememberedpaths.h"
#include "ui/session/userfiles.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QProgressBar>
#include <QToolButton>
#include <QUrl>
#include <QtEndian>

#include <algorithm>

using inkling::test::WindowFixture;
using inkling::ui::Prompter;
using State = inkling::ui::Training::State;
using inkling::test::kEndless;
using inkling::test::kLong;

namespace {

QByteArray read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
}

/// The same tensors under a header changed by `from` → `to`.
QByteArray withHeader(const QByteArray& model, const QByteArray& from, const QByteArray& to) {
  const auto length = qFromLittleEndian<quint64>(model.constData());
  QByteArray header = model.mid(8, static_cast<qsizetype>(length));
  if (!header.contains(from)) qFatal("the header has no %s", from.constData());
  header.replace(from, to);
  QByteArray start(8, '\0');
  qToLittleEndian(static_cast<quint64>(header.size()), start.data());
  return start + header + model.mid(8 + static_cast<qsizetype>(length));
}

void trainToTheEnd(WindowFixture& f) {
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
}

bool saveAs(WindowFixture& f, const QString& path) {
  f.prompter->path = path;
  f.trigger("saveAsAction");
  return QTest::qWaitFor([&] { return f.message().contains(path); }, kLong);
}

/// As from a file manager.
void drop(WindowFixture& f, const QStringList& paths) {
  QList<QUrl> urls;
  for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
  QMimeData mime;
  mime.setUrls(urls);
  QDragEnterEvent enter({300, 20}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(f.window.get(), &enter);
  if (!enter.isAccepted()) qFatal("what is dragged is not accepted");
  QDropEvent drop({300, 20}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(f.window.get(), &drop);
}

}  // namespace

class TestFiles final : public QObject {
  Q_OBJECT
private slots:
  void saveThenOpen_inANewWindow_givesTheSamePredictions();
  void saveInAPause_thenOpen_continuesToTheSameWeights();
  void saveWhileRunning_doesNotEndTheRun();
  void badFile_saysWhyAndKeepsTheModel_data();
  void badFile_saysWhyAndKeepsTheModel();
  void badFile_duringARun_leavesTheRunAlone();
  void openDuringARun_asksAndCancelResumes();
  void openDuringARun_replacesWhenTold();
  void saveWhereNoFolderIs_saysWhyAndStaysUnsaved();
  void quit_withAnUnsavedModel_savesAndCloses();
  void recipe_savedAfterALiveChange_carriesIt();
  void recipe_savedUnderAnyName_replaysToTheSameBytes();
  void drop_onTheWindow_opensTheModel();
  void severalAtOnce_areEachOpenedAsWhatTheyAre_data();
  void severalAtOnce_areEachOpenedAsWhatTheyAre();
  void severalAtOnce_withABadModel_stillOpenTheRecipe();
  void secondRecipe_isNotOpenedAndNamed();
  void dataFolder_thatIsEmpty_saysWhyAndKeepsTheData();
};

void TestFiles::saveThenOpen_inANewWindow_givesTheSamePredictions() {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("model.safetensors"));
  std::vector<float> before;
  std::vector<std::uint8_t> image;
  {
    WindowFixture f;
    QVERIFY(f.ready());
    trainToTheEnd(f);
    const auto pixels = f.session->data()->test->image(0);
    image.assign(pixels.begin(), pixels.end());
    before = predict(*f.session->model(), image);
    QVERIFY(f.window->isWindowModified());
    QVERIFY(saveAs(f, path));
    QVERIFY(!f.window->isWindowModified());
  }
  WindowFixture f;
  QVERIFY(f.ready());
  f.prompter->path = path;
  f.trigger("openAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() && f.session->model()->recipe.name == "small", kLong);
  QCOMPARE(predict(*f.session->model(), image), before);
  QCOMPARE(inkling::ui::RememberedPaths(QStringLiteral("files/recent")).paths(), QStringList{path});
  QVERIFY(!f.plot("lossPlot")->run().validation.empty());
}

void TestFiles::saveInAPause_thenOpen_continuesToTheSameWeights() {
  WindowFixture straight;
  QVERIFY(straight.ready());
  trainToTheEnd(straight);
  const QString full = straight.file(QStringLiteral("full.safetensors"));
  QVERIFY(saveAs(straight, full));

  WindowFixture f;
  QVERIFY(f.ready());
  for (int i = 1; i <= 7; ++i) {
    f.click("stepBatchButton");
    QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, i, kLong);
  }
  const int done = f.find<QProgressBar>("progressBar")->value();
  QCOMPARE(done, 1000 * 7 / 96);
  const QString path = straight.file(QStringLiteral("part.safetensors"));
  QVERIFY(saveAs(f, path));
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Paused, kLong);

  WindowFixture g;
  QVERIFY(g.ready());
  g.window->openPath(path);
  QTRY_COMPARE_WITH_TIMEOUT(g.state(), State::Stopped, kLong);
  QCOMPARE(g.find<QToolButton>("toggleButton")->text(), QStringLiteral("Continue"));
  QTRY_VERIFY_WITH_TIMEOUT(!g.session->loading(), kLong);
  QTRY_COMPARE(g.find<QProgressBar>("progressBar")->value(), done);
  trainToTheEnd(g);
  const auto pixels = g.session->data()->test->image(3);
  QCOMPARE(predict(*g.session->model(), pixels), predict(*straight.session->model(), pixels));
}

void TestFiles::saveWhileRunning_doesNotEndTheRun() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  QVERIFY(saveAs(f, f.file(QStringLiteral("running.safetensors"))));
  QCOMPARE(f.state(), State::Running);
  const auto points = f.plot("lossPlot")->run().batches.size();
  QTRY_VERIFY_WITH_TIMEOUT(f.plot("lossPlot")->run().batches.size() > points + 10, kLong);
}

void TestFiles::badFile_saysWhyAndKeepsTheModel_data() {
  QTest::addColumn<QString>("kind");
  for (const char* kind : {"missing", "empty", "truncated", "picture", "garbled header",
                           "huge header", "newer version", "other shape"})
    QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestFiles::badFile_saysWhyAndKeepsTheModel() {
  QFETCH(QString, kind);
  WindowFixture f;
  QVERIFY(f.ready());
  trainToTheEnd(f);
  const QString good = f.file(QStringLiteral("good.safetensors"));
  QVERIFY(saveAs(f, good));
  const QByteArray bytes = read(good);
  const QString bad = f.file(QStringLiteral("bad.safetensors"));
  if (kind == QLatin1String("empty")) write(bad, {});
  if (kind == QLatin1String("truncated")) write(bad, bytes.left(bytes.size() - 100));
  if (kind == QLatin1String("picture"))
    write(bad, QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(300, 'x'));
  if (kind == QLatin1String("garbled header")) write(bad, QByteArray(bytes).replace(8, 3, "@@@"));
  if (kind == QLatin1String("huge header"))
    write(bad, QByteArray(bytes).replace(0, 8, QByteArray(8, '\x7f')));
  if (kind == QLatin1String("newer version"))
    write(bad, withHeader(bytes, "\\\"format\\\":2", "\\\"format\\\":9"));
  if (kind == QLatin1String("other shape")) write(bad, withHeader(bytes, "[16,784]", "[784,16]"));

  const auto model = f.session->model();
  f.window->openPath(bad);
  QTRY_VERIFY2_WITH_TIMEOUT(f.message().contains(QLatin1String("bad.safetensors")),
                            qPrintable(f.message()), kLong);
  QCOMPARE(f.session->model(), model);
  QVERIFY(!f.window->windowTitle().contains(QLatin1String("bad")));
}

void TestFiles::badFile_duringARun_leavesTheRunAlone() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  const QString bad = f.file(QStringLiteral("bad.safetensors"));
  write(bad, "not a model");
  f.window->openPath(bad);
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("bad.safetensors")), kLong);
  QCOMPARE(f.state(), State::Running);
  QVERIFY(f.prompter->asked.isEmpty());
}

void TestFiles::openDuringARun_asksAndCancelResumes() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  const QString path = f.file(QStringLiteral("model.safetensors"));
  QVERIFY(saveAs(f, path));
  f.prompter->answer = Prompter::Answer::Cancel;
  f.window->openPath(path);
  QTRY_COMPARE_WITH_TIMEOUT(f.prompter->asked, QList{Prompter::Question::ReplaceTraining}, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Running, kLong);
}

void TestFiles::openDuringARun_replacesWhenTold() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(!f.plot("lossPlot")->run().batches.empty(), kLong);
  const QString path = f.file(QStringLiteral("model.safetensors"));
  QVERIFY(saveAs(f, path));
  f.prompter->answer = Prompter::Answer::Go;
  f.window->openPath(path);
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QVERIFY(f.message().contains(path));
}

void TestFiles::saveWhereNoFolderIs_saysWhyAndStaysUnsaved() {
  WindowFixture f;
  QVERIFY(f.ready());
  trainToTheEnd(f);
  f.prompter->path = f.file(QStringLiteral("no/such/folder/model.safetensors"));
  f.trigger("saveAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("no/such/folder")), kLong);
  QVERIFY(f.window->isWindowModified());
}

void TestFiles::quit_withAnUnsavedModel_savesAndCloses() {
  WindowFixture f;
  QVERIFY(f.ready());
  trainToTheEnd(f);
  f.prompter->answer = Prompter::Answer::Save;
  f.prompter->path = f.file(QStringLiteral("last.safetensors"));
  f.trigger("quitAction");
  QTRY_VERIFY_WITH_TIMEOUT(!f.window->isVisible(), kLong);
  QVERIFY(QFile::exists(f.prompter->path));
  QCOMPARE(int(f.prompter->asked.size()), 1);
}

void TestFiles::recipe_savedAfterALiveChange_carriesIt() {
  WindowFixture f(kEndless);
  QVERIFY(f.ready());
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->training().progress().position.step, 1, kLong);
  f.session->steer({.learningRate = 0.004});
  f.click("stepBatchButton");
  QTRY_COMPARE_WITH_TIMEOUT(int(f.session->model()->recipe.changes.size()), 1, kLong);
  f.prompter->path = f.file(QStringLiteral("replay.json"));
  f.trigger("saveRecipeAction");
  QVERIFY2(f.message().contains(f.prompter->path), qPrintable(f.message()));
  const auto saved = inkling::loadRecipe(f.prompter->path.toStdString());
  QCOMPARE(saved.optimizer.learningRate, 0.02);
  QCOMPARE(int(saved.changes.size()), 1);
  QCOMPARE(saved.changes.front().value, 0.004);
}

void TestFiles::recipe_savedUnderAnyName_replaysToTheSameBytes() {
  WindowFixture f;
  QVERIFY(f.ready());
  trainToTheEnd(f);
  QVERIFY(saveAs(f, f.file(QStringLiteral("window.safetensors"))));
  f.prompter->path = f.file(QStringLiteral("another name.json"));
  f.trigger("saveRecipeAction");
  inkling::Trainer trainer(inkling::loadRecipe(f.prompter->path.toStdString()), *f.session->data(),
                           1);
  inkling::Control control;
  inkling::Observer silent;
  trainer.run(control, silent);
  const QString replayed = f.file(QStringLiteral("replayed.safetensors"));
  inkling::saveModel(replayed.toStdString(), trainer.model());
  QVERIFY(read(replayed) == read(f.file(QStringLiteral("window.safetensors"))));
}

void TestFiles::drop_onTheWindow_opensTheModel() {
  WindowFixture f;
  QVERIFY(f.ready());
  trainToTheEnd(f);
  const QString path = f.file(QStringLiteral("model.safetensors"));
  QVERIFY(saveAs(f, path));
  const auto before = f.session->model();
  drop(f, {path});
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() != before, kLong);
}

void TestFiles::severalAtOnce_areEachOpenedAsWhatTheyAre_data() {
  QTest::addColumn<bool>("dropped");
  QTest::newRow("started with") << false;
  QTest::newRow("dropped") << true;
}

void TestFiles::severalAtOnce_areEachOpenedAsWhatTheyAre() {
  QFETCH(bool, dropped);
  WindowFixture f;
  QVERIFY(f.ready());
  trainToTheEnd(f);
  const QString first = f.file(QStringLiteral("first.safetensors"));
  const QString second = f.file(QStringLiteral("second.safetensors"));
  QVERIFY(saveAs(f, first));
  QVERIFY(QFile::copy(first, second));
  const QString recipe = f.file(QStringLiteral("other.inkling.json"));
  inkling::Recipe other = f.session->recipe();
  other.name = "other";
  other.epochs = 7;
  write(recipe, QByteArray::fromStdString(toJson(other)));
  const QString set = f.file(QStringLiteral("digits"));
  inkling::test::writeToySet(set, 300, 50);
  const auto before = f.session->model();

  const QStringList paths{recipe, first, set, second};
  if (dropped) {
    drop(f, paths);
  } else {
    f.window->openPaths(paths);
  }
  QTRY_VERIFY_WITH_TIMEOUT(f.session->recipe().name == "other", kLong);
  QVERIFY(f.session->model() != before);
  QCOMPARE(f.session->document().used().path, first);
  QCOMPARE(f.session->recipe().epochs, 7);
  QCOMPARE(f.session->recipe().data.set, set.toStdString());
  const inkling::RunStore runs(inkling::ui::userPlace("runs"));
  const auto isAmongTheRuns = [&](const QString& path) {
    return std::ranges::count(runs.list(), path.toStdString(), &inkling::RunRecord::origin);
  };
  QTRY_COMPARE_WITH_TIMEOUT(isAmongTheRuns(second), 1, kLong);
  QCOMPARE(isAmongTheRuns(first), 0);
}

void TestFiles::severalAtOnce_withABadModel_stillOpenTheRecipe() {
  WindowFixture f;
  QVERIFY(f.ready());
  const QString bad = f.file(QStringLiteral("bad.safetensors"));
  write(bad, "not a model");
  const QString recipe = f.file(QStringLiteral("other.json"));
  inkling::Recipe other = f.session->recipe();
  other.name = "other";
  write(recipe, QByteArray::fromStdString(toJson(other)));
  f.window->openPaths({bad, recipe});
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("bad.safetensors")), kLong);
  QCOMPARE(f.session->recipe().name, std::string("other"));
}

void TestFiles::secondRecipe_isNotOpenedAndNamed() {
  WindowFixture f;
  QVERIFY(f.ready());
  inkling::Recipe recipe = f.session->recipe();
  for (const char* name : {"one", "two"}) {
    recipe.name = name;
    write(f.file(QLatin1String(name) + QStringLiteral(".json")),
          QByteArray::fromStdString(toJson(recipe)));
  }
  f.window->openPaths({f.file(QStringLiteral("one.json")), f.file(QStringLiteral("two.json"))});
  QCOMPARE(f.session->recipe().name, std::string("one"));
  QVERIFY2(f.message().contains(QLatin1String("two.json")), qPrintable(f.message()));
}

void TestFiles::dataFolder_thatIsEmpty_saysWhyAndKeepsTheData() {
  WindowFixture f;
  QVERIFY(f.ready());
  const auto data = f.session->data();
  const QTemporaryDir empty;
  f.window->openPath(empty.path());
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(empty.path()), kLong);
  QCOMPARE(f.session->data(), data);
  QCOMPARE(f.session->recipe().data.set, f.file(QStringLiteral("toys")).toStdString());
}

INKLING_TEST(TestFiles)

#include "tst_files.moc"
