// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using inkling::test::Result;
using inkling::test::run;

class TestSweep final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void run_printsTableAndChoice();
  void randomSearchOfEverything_saysSo_andItsSquareIsRight();
  void run_json_hasALineForEachTrialAndTheTable();
  void run_again_trainsNothing();
  void planLines_giveTheSameResults();
  void slurmScript_runsItsLine();
  void collect_mergesOtherFolders();
  void collect_leavesDamagedModelsBehind();
  void collect_modelThatCannotBeRead_comesTheNextTime();
  void collect_ofUnusableResults_exits1();
  void collect_incomplete_choosesNothing();
  void folderOfAnotherSweep_isRefused();
  void collect_writesCsv();
  void list_namesTheNotebooks();
  void badInput_isAnsweredByASentence_data();
  void badInput_isAnsweredByASentence();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }
  QStringList plan(const QString& folder) const {
    const Result result = run({"sweep", "plan", file("spec.json"), "--dir", file(folder)});
    return result.out.split('\n', Qt::SkipEmptyParts);
  }
  static bool shell(const QString& line) {
    QProcess process;
    process.start("/bin/sh", {"-c", line});
    return process.waitForFinished() && process.exitCode() == 0;
  }

  QTemporaryDir m_folder;
};

void TestSweep::initTestCase() {
  QVERIFY(m_folder.isValid());
  // A quote in a path is what a shell command must survive.
  QVERIFY(QDir(m_folder.path()).mkdir("it's data"));
  QVERIFY(inkling::test::writeTinySet(file("it's data")));
  QFile spec(file("spec.json"));
  QVERIFY(spec.open(QIODevice::WriteOnly));
  spec.write(
      R"({"format": 2, "name": "tiny", "recipe": "softmax", "set": {"epochs": 2, "data.set": ")" +
      file("it's data").toUtf8() + R"(", "data.validation.last": 100},
      "axes": [{"name": "rate", "fields": ["optimizer.learning_rate"], "values": [0.0001, 0.1]},
               {"name": "batch", "fields": ["batch"], "values": [10, 50]}]})");
}

void TestSweep::run_printsTableAndChoice() {
  const Result result = run({"sweep", "run", file("spec.json"), "--dir", file("text")});
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.out.contains("rate \\ batch"), result.report());
  QVERIFY2(result.out.contains("Chosen on validation: rate 0.1, batch"), result.report());
  QCOMPARE(result.out.count("finished"), 4);
}

// Drawn settings come in no order: the square must still put each where it belongs.
void TestSweep::randomSearchOfEverything_saysSo_andItsSquareIsRight() {
  QFile grid(file("spec.json"));
  QVERIFY(grid.open(QIODevice::ReadOnly));
  QFile spec(file("random.json"));
  QVERIFY(spec.open(QIODevice::WriteOnly));
  spec.write(grid.readAll().trimmed().chopped(1) + R"(, "random": {"count": 9, "seed": 1}})");
  spec.close();
  const Result result = run({"sweep", "run", file("random.json"), "--dir", file("random")});
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.err.contains("there are only 4 different ones"), result.report());
  QStringList columns;
  QMap<QString, QString> trials;  // "rate batch" → validation accuracy
  QMap<QString, QString> square;
  for (const QString& line : result.out.split('\n')) {
    const QStringList words = line.simplified().split(' ');
    if (words.contains("finished")) trials[words[0] + ' ' + words[1]] = words[words.size() - 2];
    if (line.contains('\\')) columns = words.mid(3);
    if (columns.size() == 2 && words.size() == 5 && words[2] == "%")
      for (int i = 0; i < 2; ++i) square[words[0] + ' ' + columns[i]] = words[1 + 2 * i];
  }
  QCOMPARE(trials.size(), 4);
  QCOMPARE(square, trials);
}

void TestSweep::run_json_hasALineForEachTrialAndTheTable() {
  const Result result = run({"sweep", "run", file("spec.json"), "--dir", file("json"), "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  QCOMPARE(result.objects().size(), 5);
  const QJsonObject table = result.lastObject();
  QCOMPARE(table["complete"].toBool(), true);
  QCOMPARE(table["trials"].toArray().size(), 4);
  QCOMPARE(table["axes"].toArray().at(1).toString(), QString("batch"));
  QCOMPARE(table["best"]["at"][0].toString(), QString("0.1"));
  QVERIFY(table["best"]["test"]["accuracy"].toDouble() > 0.5);
  for (const QJsonValue& trial : table["trials"].toArray()) QVERIFY(trial["test"].isNull());
}

void TestSweep::run_again_trainsNothing() {
  const QStringList arguments = {"sweep", "run", file("spec.json"), "--dir", file("again")};
  const QString first = run(arguments).out;
  // The times of the table are those of the first run: nothing has run again.
  const Result second = run(arguments);
  QCOMPARE(second.out, first);
  QVERIFY(plan("again").isEmpty());
}

void TestSweep::planLines_giveTheSameResults() {
  const QStringList lines = plan("planned");
  QCOMPARE(lines.size(), 4);
  for (const QString& line : lines) QVERIFY2(shell(line), qPrintable(line));
  QVERIFY(plan("planned").isEmpty());
  run({"sweep", "run", file("spec.json"), "--dir", file("direct"), "--workers", "2"});
  const QStringList models = QDir(file("direct/models")).entryList(QDir::Files);
  QCOMPARE(models.size(), 4);
  for (const QString& model : models) {
    QFile one(file("direct/models/" + model));
    QFile other(file("planned/models/" + model));
    QVERIFY(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
    QCOMPARE(one.readAll(), other.readAll());
  }
  const Result collected = run({"sweep", "collect", "--dir", file("planned")});
  QVERIFY2(collected.out.contains("Chosen on validation"), collected.report());
}

void TestSweep::slurmScript_runsItsLine() {
  QFile plans(file("plan"));
  QVERIFY(plans.open(QIODevice::WriteOnly));
  plans.write(plan("array").join('\n').toUtf8() + "\n");
  plans.close();
  const QString script = qEnvironmentVariable("INKLING_RESOURCES") + "/sweeps/slurm-array.sh";
  QVERIFY(shell("SLURM_ARRAY_TASK_ID=2 bash '" + script + "' '" + file("plan") + "'"));
  QCOMPARE(plan("array").size(), 3);
  QVERIFY(!shell("SLURM_ARRAY_TASK_ID=9 bash '" + script + "' '" + file("plan") + "'"));
  QVERIFY(!shell("bash '" + script + "' '" + file("plan") + "'"));
}

void TestSweep::collect_mergesOtherFolders() {
  const QStringList first = plan("anna");
  const QStringList second = plan("bert");
  for (int i = 0; i < 4; ++i) QVERIFY(shell((i % 2 == 0 ? first : second)[i]));
  const Result result = run({"sweep", "collect", "--dir", file("anna"), "--from", file("bert")});
  QVERIFY2(result.exitCode == 0 && result.out.contains("Chosen on validation"), result.report());
  QVERIFY(plan("anna").isEmpty());
  QCOMPARE(plan("bert").size(), 2);
}

void TestSweep::collect_leavesDamagedModelsBehind() {
  for (const QString& line : plan("whole")) QVERIFY(shell(line));
  plan("taker");
  const QDir models(file("whole/models"));
  const QStringList names = models.entryList(QDir::Files);
  QCOMPARE(names.size(), 4);
  QVERIFY(QFile::resize(models.filePath(names[0]), 100));
  QVERIFY(QFile::resize(models.filePath(names[1]), 0));
  const Result result = run({"sweep", "collect", "--dir", file("taker"), "--from", file("whole")});
  QVERIFY2(result.exitCode == 1 && result.err.contains(names[0]) && result.err.contains(names[1]),
           result.report());
  QVERIFY2(result.out.contains("Chosen on validation"), result.report());
  QCOMPARE(QDir(file("taker/models")).entryList(QDir::Files), names.sliced(2));
  const Result again = run({"sweep", "run", "--dir", file("taker")});
  QVERIFY2(again.exitCode == 0, again.report());
}

// Which is another thing than a damaged one.
void TestSweep::collect_modelThatCannotBeRead_comesTheNextTime() {
  for (const QString& line : plan("giver")) QVERIFY(shell(line));
  plan("later");
  QDir models(file("giver/models"));
  const QStringList names = models.entryList(QDir::Files);
  QVERIFY(models.rename(names[0], "away") && models.mkdir(names[0]));
  const QStringList collect{"sweep", "collect", "--dir", file("later"), "--from", file("giver")};
  const Result result = run(collect);
  QVERIFY2(result.exitCode == 1 && result.err.contains(names[0]), result.report());
  QVERIFY(models.rmdir(names[0]) && models.rename("away", names[0]));
  const Result again = run(collect);
  QVERIFY2(again.exitCode == 0, again.report());
  QCOMPARE(QDir(file("later/models")).entryList(QDir::Files), names);
}

void TestSweep::collect_ofUnusableResults_exits1() {
  QVERIFY(shell(plan("bad").first()));
  plan("good");
  const QDir trials(file("bad/trials"));
  QVERIFY(QFile::resize(trials.filePath(trials.entryList(QDir::Files).first()), 50));
  const Result from = run({"sweep", "collect", "--dir", file("good"), "--from", file("bad")});
  QVERIFY2(from.exitCode == 1 && from.err.contains("trials/"), from.report());
  const Result own = run({"sweep", "collect", "--dir", file("bad")});
  QVERIFY2(own.exitCode == 1 && own.err.contains("trials/"), own.report());
}

void TestSweep::folderOfAnotherSweep_isRefused() {
  plan("taken");
  const auto spec = [this] {
    QFile in(file("taken/sweep.json"));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
  };
  const QByteArray before = spec();
  for (const char* command : {"run", "plan"}) {
    const Result result = run({"sweep", command, "notebook-002", "--dir", file("taken")});
    QVERIFY2(result.exitCode == 1 && result.err.contains("holds the sweep \"tiny\""),
             result.report());
  }
  const Result csv =
      run({"sweep", "collect", "--dir", file("taken"), "--csv", file("taken/sweep.json")});
  QVERIFY2(csv.exitCode == 1 && csv.err.contains("is read here"), csv.report());
  QCOMPARE(spec(), before);
}

void TestSweep::collect_incomplete_choosesNothing() {
  QVERIFY(shell(plan("part").first()));
  const Result result = run({"sweep", "collect", "--dir", file("part")});
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.out.contains("3 of 4 trials are still to be run"), result.report());
  QVERIFY(!QFile::exists(file("part/best.json")));
}

void TestSweep::collect_writesCsv() {
  QVERIFY(shell(plan("csv").first()));
  const Result result = run({"sweep", "collect", "--dir", file("csv"), "--csv", file("table.csv")});
  QVERIFY2(result.exitCode == 0, result.report());
  QFile csv(file("table.csv"));
  QVERIFY(csv.open(QIODevice::ReadOnly));
  const QByteArrayList lines = csv.readAll().trimmed().split('\n');
  QCOMPARE(lines.size(), 5);
  QVERIFY(lines[0].startsWith("trial,rate,batch,seed,reason"));
}

void TestSweep::list_namesTheNotebooks() {
  const Result result = run({"sweep", "list", "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  QStringList names;
  for (const QJsonObject& line : result.objects()) names << line["name"].toString();
  QVERIFY(names.contains("notebook-001") && names.contains("notebook-002"));
}

void TestSweep::badInput_isAnsweredByASentence_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("exitCode");
  QTest::addColumn<QString>("part");
  QTest::newRow("no command") << QStringList{"sweep"} << 2 << "subcommand";
  QTest::newRow("no folder") << QStringList{"sweep", "run", "notebook-002"} << 2 << "--dir";
  QTest::newRow("unknown sweep") << QStringList{"sweep", "run", "nosuch", "--dir", "%1/x"} << 1
                                 << "notebook-001";
  QTest::newRow("folder without a sweep")
      << QStringList{"sweep", "collect", "--dir", "%1"} << 1 << "holds no sweep";
  QTest::newRow("bad recipe") << QStringList{"sweep", "trial",         "--dir",
                                             "%1/x",  "--recipe-json", "{\"batches\": 1}"}
                              << 1 << "batches";
  QTest::newRow("other folder without results")
      << QStringList{"sweep", "collect", "--dir", "%1/text", "--from", "%1"} << 1
      << "holds no results";
}

void TestSweep::badInput_isAnsweredByASentence() {
  QFETCH(QStringList, arguments);
  QFETCH(int, exitCode);
  QFETCH(QString, part);
  for (QString& argument : arguments) argument.replace("%1", m_folder.path());
  const Result result = run(arguments);
  QVERIFY2(result.exitCode == exitCode, result.report());
  QVERIFY2(result.err.contains(part) && result.out.isEmpty(), result.report());
}

INKLING_TEST(TestSweep)
#include "tst_sweep.moc"
