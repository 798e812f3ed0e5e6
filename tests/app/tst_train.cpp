// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using inkling::test::Result;
using inkling::test::run;

namespace {

QByteArray contents(const QString& file) {
  QFile in(file);
  return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

}  // namespace

class TestTrain final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void json_oneObjectPerEpochAndASummary();
  void text_epochsOnStandardOutputProgressOnStandardError();
  void thirtyImages_trainWithoutMoreAdo();
  void classesThatAPartLacks_areSaid();
  void log_hasARowForEveryEpoch();
  void equalSeeds_equalFilesForAnyNumberOfThreads();
  void otherSeed_otherFile();
  void stoppedAndResumed_sameFileAsInOneGo_data();
  void stoppedAndResumed_sameFileAsInOneGo();
  void resumeOfAFinishedModel_refused();
  void checkpoint_canBeTrainedFurther();
  void finishedCheckpoint_resumedWithoutMoreEpochs_staysAsItIs();
  void checkpoint_withOtherData_goesOnOnlyWhenTold();
  void setWithoutTestImages_isSaidBesideTheFigures();
  void publishedFigures_areForTheRecipesOwnData();
  void refusedThreads_endWithoutAnAbort();
  void interrupted_savesTheModelSoFarAndExits130_data();
  void interrupted_savesTheModelSoFarAndExits130();
  void noOut_savesInTheUsersFolder();
  void outInMissingFolder_failsBeforeTraining();
  void outputOverAnInput_failsBeforeTraining_data();
  void outputOverAnInput_failsBeforeTraining();
  void setAndFolderOfOneName_isSaid();
  void missingData_failsWithASentence();
  void diverged_failsAndSaysSo();

private:
  QStringList command(const QString& out, const QStringList& more = {}) const;
  QString file(const QString& name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
};

void TestTrain::initTestCase() {
  QVERIFY(m_folder.isValid());
  QVERIFY(QDir(m_folder.path()).mkdir("data"));
  QVERIFY(inkling::test::writeTinySet(file("data")));
}

// Training of the tiny set for two epochs, 100 of its 600 images held out.
QStringList TestTrain::command(const QString& out, const QStringList& more) const {
  return QStringList{"train",
                     "--recipe",
                     "mlp",
                     "--data",
                     file("data"),
                     "--set",
                     "data.validation.last=100",
                     "--out",
                     file(out)} +
         (more.contains("--epochs") ? more : more + QStringList{"--epochs", "2"});
}

void TestTrain::json_oneObjectPerEpochAndASummary() {
  const Result result = run(command("json.safetensors", {"--json", "--epochs", "3"}));
  QVERIFY2(result.exitCode == 0, result.report());
  const QList<QJsonObject> lines = result.objects();
  QCOMPARE(lines.size(), 4);
  for (int i = 0; i < 3; ++i) {
    QCOMPARE(lines[i]["epoch"].toInt(), i + 1);
    QVERIFY(lines[i]["train_loss"].toDouble() > 0);
    QVERIFY(lines[i]["validation_accuracy"].isDouble());
  }
  const QJsonObject summary = lines.last();
  QVERIFY2(summary["test_accuracy"].toDouble() > 0.9, result.report());
  QVERIFY(summary["test_loss"].toDouble() > 0);
  QCOMPARE(summary["validation_accuracy"], lines[2]["validation_accuracy"]);
  QCOMPARE(summary["epochs"].toInt(), 3);
  QVERIFY(summary["seconds"].toDouble() > 0);
  QCOMPARE(summary["model"].toString(), file("json.safetensors"));
  QVERIFY(QFile::exists(file("json.safetensors")));
}

void TestTrain::text_epochsOnStandardOutputProgressOnStandardError() {
  const Result result = run(command("text.safetensors"));
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.out.contains("epoch 1/2") && result.out.contains("epoch 2/2"), result.report());
  QVERIFY2(result.out.contains("test accuracy"), result.report());
  QVERIFY2(result.out.contains(file("text.safetensors")), result.report());
  QVERIFY2(result.err.contains("500 images to train, 100 to validate, 200 to test"),
           result.report());
  QVERIFY2(!result.err.contains('\r') && !result.err.contains('\033'), result.report());
}

// As every recipe of ours does that says nothing else.
void TestTrain::thirtyImages_trainWithoutMoreAdo() {
  QVERIFY(QDir(m_folder.path()).mkdir("thirty"));
  QVERIFY(inkling::test::writeTinySet(file("thirty"), 30, 20));
  for (const char* recipe : {"mlp", "cnn", "handwriting"}) {
    const Result result = run({"train", "--recipe", recipe, "--data", file("thirty"), "--epochs",
                               "1", "--out", file("thirty.safetensors")});
    QVERIFY2(result.exitCode == 0, result.report());
    QVERIFY2(result.err.contains("27 images to train, 3 to validate"), result.report());
  }
}

void TestTrain::classesThatAPartLacks_areSaid() {
  const QString sentence = "The validation part has no images of 9 of the 10 classes (";
  const Result whole = run(command("whole.safetensors"));
  QVERIFY2(!whole.err.contains(sentence), whole.report());
  const Result lacking =
      run(command("lacking.safetensors", {"--set", "data.validation.last=1", "--json"}));
  QVERIFY2(lacking.exitCode == 0, lacking.report());
  QVERIFY2(lacking.err.contains(sentence), lacking.report());
}

void TestTrain::log_hasARowForEveryEpoch() {
  const Result result = run(command("log.safetensors", {"--log", file("log.csv")}));
  QVERIFY2(result.exitCode == 0, result.report());
  const QStringList rows = QString(contents(file("log.csv"))).split('\n', Qt::SkipEmptyParts);
  QCOMPARE(rows.size(), 3);
  QVERIFY(rows[0].startsWith("epoch,train_loss,"));
  QVERIFY2(rows[2].startsWith("2,"), qPrintable(rows[2]));
  QCOMPARE(rows[2].count(','), rows[0].count(','));
}

void TestTrain::equalSeeds_equalFilesForAnyNumberOfThreads() {
  QByteArray first;
  for (const char* threads : {"1", "2", "3"}) {
    const QString out = QString("threads%1.safetensors").arg(threads);
    const Result result = run(command(out, {"--seed", "7", "--threads", threads}));
    QVERIFY2(result.exitCode == 0, result.report());
    const QByteArray bytes = contents(file(out));
    QVERIFY(!bytes.isEmpty());
    if (first.isEmpty()) first = bytes;
    QVERIFY2(bytes == first, threads);
  }
}

void TestTrain::otherSeed_otherFile() {
  QVERIFY(run(command("seed1.safetensors", {"--seed", "1"})).exitCode == 0);
  QVERIFY(run(command("seed2.safetensors", {"--seed", "2"})).exitCode == 0);
  QVERIFY(contents(file("seed1.safetensors")) != contents(file("seed2.safetensors")));
}

void TestTrain::stoppedAndResumed_sameFileAsInOneGo_data() {
  QTest::addColumn<QString>("steps");
  QTest::newRow("mid-epoch") << "5";
  QTest::newRow("at an epoch's end") << "8";
  QTest::newRow("in the second epoch") << "11";
}

// 500 images in batches of 64 are 8 steps an epoch.
void TestTrain::stoppedAndResumed_sameFileAsInOneGo() {
  QFETCH(QString, steps);
  const QStringList small{"--set", "batch=64"};
  QVERIFY(run(command("whole.safetensors", small)).exitCode == 0);
  const Result part = run(command("part.safetensors", small + QStringList{"--max-steps", steps}));
  QVERIFY2(part.exitCode == 0, part.report());
  QVERIFY(contents(file("part.safetensors")) != contents(file("whole.safetensors")));
  const Result rest = run({"train", "--resume", file("part.safetensors"), "--out",
                           file("rest.safetensors"), "--threads", "1"});
  QVERIFY2(rest.exitCode == 0, rest.report());
  QVERIFY(contents(file("rest.safetensors")) == contents(file("whole.safetensors")));
}

void TestTrain::resumeOfAFinishedModel_refused() {
  QVERIFY(run(command("finished.safetensors")).exitCode == 0);
  const Result result = run({"train", "--resume", file("finished.safetensors")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("cannot be continued"), result.report());
}

void TestTrain::checkpoint_canBeTrainedFurther() {
  const Result first =
      run(command("more.safetensors", {"--checkpoint", "--epochs", "1", "--json"}));
  QVERIFY2(first.exitCode == 0, first.report());
  const Result more =
      run({"train", "--resume", file("more.safetensors"), "--epochs", "3", "--json"});
  QVERIFY2(more.exitCode == 0, more.report());
  QCOMPARE(more.objects().size(), 3);
  QCOMPARE(more.lastObject()["epochs"].toInt(), 3);
  const QJsonValue before = first.lastObject()["test_loss"];
  QVERIFY(more.lastObject()["test_loss"].toDouble() < before.toDouble());
  QCOMPARE(more.lastObject()["model"].toString(), file("more.safetensors"));
}

void TestTrain::finishedCheckpoint_resumedWithoutMoreEpochs_staysAsItIs() {
  QVERIFY(run(command("done.safetensors", {"--checkpoint"})).exitCode == 0);
  const QByteArray before = contents(file("done.safetensors"));
  const Result again = run({"train", "--resume", file("done.safetensors")});
  QVERIFY2(again.exitCode == 0, again.report());
  QVERIFY(contents(file("done.safetensors")) == before);
  const Result more = run({"train", "--resume", file("done.safetensors"), "--epochs", "3"});
  QVERIFY2(more.exitCode == 0, more.report());
}

void TestTrain::checkpoint_withOtherData_goesOnOnlyWhenTold() {
  QVERIFY(QDir(m_folder.path()).mkdir("others"));
  QVERIFY(inkling::test::writeTinySet(file("others"), 600, 150));
  QVERIFY(run(command("known.safetensors", {"--max-steps", "1"})).exitCode == 0);
  const QStringList resume{"train",        "--resume", file("known.safetensors"), "--data",
                           file("others"), "--out",    file("taken.safetensors")};
  const Result refused = run(resume);
  QCOMPARE(refused.exitCode, 1);
  QVERIFY2(refused.err.contains("was trained on other images than those of others ("),
           refused.report());
  QVERIFY2(refused.err.contains("--other-data"), refused.report());
  const Result taken = run(resume + QStringList{"--other-data"});
  QVERIFY2(taken.exitCode == 0, taken.report());
  // The model is one of the new images now.
  const Result again = run({"eval", file("taken.safetensors")});
  QVERIFY2(again.out.contains("images of others"), again.report());
  QVERIFY2(!again.out.contains("trained on other images"), again.report());
  const Result first = run({"eval", file("taken.safetensors"), "--data", file("data")});
  QVERIFY2(first.out.contains("the model was trained on other images: " + file("others")),
           first.report());
}

void TestTrain::setWithoutTestImages_isSaidBesideTheFigures() {
  QVERIFY(QDir(m_folder.path()).mkdir("untested"));
  QVERIFY(inkling::test::writeTinySet(file("untested")));
  for (const QString& name : QDir(file("untested")).entryList({"t10k-*"}))
    QVERIFY(QFile::remove(file("untested/" + name)));
  const QString model = file("untested.safetensors");
  const QString note = "a tenth of the training images was set aside";
  const Result trained =
      run({"train", "--recipe", "softmax", "--data", file("untested"), "--epochs", "1", "--set",
           "data.validation.count=100", "--out", model});
  QVERIFY2(trained.exitCode == 0 && trained.out.contains(note), trained.report());
  QVERIFY2(trained.out.contains("on 60 images"), trained.report());
  for (const char* command : {"eval", "info"}) {
    const Result said = run({command, model});
    QVERIFY2(said.exitCode == 0 && said.out.contains(note), said.report());
    QVERIFY2(run({command, model, "--json"}).lastObject()["test_drawn"].toBool(), command);
  }
  const Result others = run({"eval", model, "--part", "train"});
  QVERIFY2(others.exitCode == 0 && !others.out.contains(note), others.report());
}

void TestTrain::publishedFigures_areForTheRecipesOwnData() {
  const QStringList arguments{"train", "--recipe", file("figures.json"), "--out",
                              file("figures.safetensors")};
  const auto write = [&](const QString& set) {
    QFile recipe(file("figures.json"));
    QVERIFY(recipe.open(QIODevice::WriteOnly));
    recipe.write(QString(R"({"name": "figures", "data": {"set": "%1",
        "validation_count": 100}, "layers": [{"type": "dense", "units": 10}], "epochs": 1,
        "published": [{"quantity": "test_accuracy", "value": 0.5}]})")
                     .arg(set)
                     .toUtf8());
  };
  write(file("data"));
  const Result own = run(arguments);
  QVERIFY2(own.exitCode == 0 && own.out.contains("published 50"), own.report());
  write("mnist");
  const Result other = run(arguments + QStringList{"--data", file("data")});
  QVERIFY2(other.exitCode == 0 && !other.out.contains("published"), other.report());
}

// Their stacks would take more memory than there is.
void TestTrain::refusedThreads_endWithoutAnAbort() {
  QProcess process;
  process.setProgram(QStringLiteral("/bin/sh"));
  process.setArguments(
      QStringList{"-c", "ulimit -s 1000000000; exec \"$@\"", "sh", inkling::test::programFile()} +
      command("refused.safetensors", {"--threads", "32"}));
  process.start();
  QVERIFY(process.waitForFinished(60000));
  const QByteArray said = process.readAllStandardError();
  QVERIFY2(process.exitStatus() == QProcess::NormalExit, said);
  QCOMPARE(process.exitCode(), 1);
  QVERIFY2(said.contains("another thread"), said);
}

void TestTrain::interrupted_savesTheModelSoFarAndExits130_data() {
  QTest::addColumn<int>("signal");
  QTest::newRow("SIGINT") << SIGINT;
  QTest::newRow("SIGTERM") << SIGTERM;
  QTest::newRow("SIGHUP") << SIGHUP;
}

void TestTrain::interrupted_savesTheModelSoFarAndExits130() {
  QFETCH(int, signal);
  QProcess process;
  process.start(inkling::test::programFile(),
                command("interrupted.safetensors", {"--json", "--epochs", "100000"}));
  QByteArray out;
  while (!out.contains('\n')) {
    QVERIFY2(process.waitForReadyRead(60000), process.readAllStandardError());
    out += process.readAllStandardOutput();
  }
  QCOMPARE(kill(static_cast<pid_t>(process.processId()), signal), 0);
  QVERIFY(process.waitForFinished(60000));
  QCOMPARE(process.exitStatus(), QProcess::NormalExit);
  QCOMPARE(process.exitCode(), 130);
  const Result info = run({"info", file("interrupted.safetensors"), "--json"});
  QVERIFY2(info.exitCode == 0, info.report());
  QVERIFY2(info.lastObject()["epochs"].toInt() >= 1, info.report());
  QVERIFY2(info.lastObject()["checkpoint"].toBool(), info.report());
  QVERIFY(run({"eval", file("interrupted.safetensors")}).exitCode == 0);
}

void TestTrain::noOut_savesInTheUsersFolder() {
  qputenv("XDG_DATA_HOME", file("home").toUtf8());
  QStringList arguments = command("unused", {"--epochs", "1"});
  arguments.removeAt(arguments.indexOf("--out") + 1);
  arguments.removeOne("--out");
  const Result result = run(arguments);
  QVERIFY2(result.exitCode == 0, result.report());
  const QString expected = file("home/inkling/models/mlp.safetensors");
  QVERIFY2(QFile::exists(expected), result.report());
  QVERIFY2(result.out.contains(expected), result.report());
}

void TestTrain::outInMissingFolder_failsBeforeTraining() {
  const Result result = run(command("no/such/folder.safetensors"));
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("no folder") && result.out.isEmpty(), result.report());
}

void TestTrain::outputOverAnInput_failsBeforeTraining_data() {
  QTest::addColumn<QStringList>("more");
  QTest::addColumn<QString>("sentence");
  QTest::newRow("recipe") << QStringList{"--recipe", file("own.json"), "--out", file("own.json")}
                          << "is read here";
  QTest::newRow("log over the recipe")
      << QStringList{"--recipe", file("own.json"), "--out", file("m"), "--log", file("own.json")}
      << "is read here";
  QTest::newRow("data") << QStringList{"--out", file("data/train-labels-idx1-ubyte")}
                        << "is read here";
  QTest::newRow("log and model") << QStringList{"--out", file("m"), "--log", file("m")}
                                 << "one file";
  QTest::newRow("name too long") << QStringList{"--out", file(QString(256, 'n'))}
                                 << "name too long";
  QTest::newRow("log in no folder")
      << QStringList{"--out", file("m"), "--log", file("no/log.csv")} << "no folder";
}

void TestTrain::outputOverAnInput_failsBeforeTraining() {
  QFETCH(QStringList, more);
  QFETCH(QString, sentence);
  const QByteArray recipe = R"({"format": 2, "layers": [{"type": "dense", "units": 10}]})";
  QFile own(file("own.json"));
  QVERIFY(own.open(QIODevice::WriteOnly) && own.write(recipe) == recipe.size());
  own.close();
  const QByteArray labels = contents(file("data/train-labels-idx1-ubyte"));
  const Result result = run(QStringList{"train", "--data", file("data"), "--epochs", "1"} + more);
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains(sentence) && result.out.isEmpty(), result.report());
  QCOMPARE(contents(file("own.json")), recipe);
  QCOMPARE(contents(file("data/train-labels-idx1-ubyte")), labels);
  QVERIFY(!QFile::exists(file("m")));
}

void TestTrain::setAndFolderOfOneName_isSaid() {
  QVERIFY(QDir(m_folder.path()).mkdir("mnist"));
  const QString before = QDir::currentPath();
  QVERIFY(QDir::setCurrent(m_folder.path()));
  const Result result =
      run({"train", "--data", "mnist", "--max-steps", "1", "--set", "data.train_limit.first=100",
           "--set", "data.validation.last=0", "--out", file("both.safetensors")});
  QDir::setCurrent(before);
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(
      result.err.contains("\"mnist\" is taken for the data set") && result.err.contains("./mnist"),
      result.report());
}

void TestTrain::missingData_failsWithASentence() {
  const Result result = run({"train", "--data", file("nothing"), "--out", file("x.safetensors")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("nothing"), result.report());
  QVERIFY(!QFile::exists(file("x.safetensors")));
}

void TestTrain::diverged_failsAndSaysSo() {
  QStringList arguments = command("diverged.safetensors", {"--set", "optimizer.learning_rate=1000",
                                                           "--epochs", "20", "--json"});
  arguments.replace(arguments.indexOf("mlp"), "mlp-2x128");
  const Result result = run(arguments);
  QVERIFY2(result.exitCode == 1, result.report());
  QCOMPARE(result.lastObject()["reason"].toString(), "diverged");
  QVERIFY(result.lastObject()["sentence"].toString().contains("learning rate"));
  QVERIFY(run({"info", file("diverged.safetensors")}).exitCode == 0);
}

INKLING_TEST(TestTrain)
#include "tst_train.moc"
