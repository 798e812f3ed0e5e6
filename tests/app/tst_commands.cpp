// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using inkling::test::Result;
using inkling::test::run;

class TestCommands final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void badUsage_exits2_data();
  void badUsage_exits2();
  void help_exits0_data();
  void help_exits0();
  void fullDisk_exits1();
  void eval_jsonHasAccuracyLossAndConfusion();
  void eval_agreesWithTheEndOfTraining();
  void eval_partChosen();
  void eval_missingModel_sentence();
  void info_model();
  void info_recipe_data();
  void info_recipe();
  void info_badRecipeFile_listsAllProblems();
  void recipes_listsTheThreeRungsFirst();
  void bench_jsonHasEveryKey();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
  QString m_model;
  QJsonObject m_summary;  ///< the last line of its training
};

void TestCommands::initTestCase() {
  QVERIFY(m_folder.isValid());
  QVERIFY(QDir(m_folder.path()).mkdir("data"));
  QVERIFY(inkling::test::writeTinySet(file("data")));
  m_model = file("model.safetensors");
  const Result result = run({"train", "--recipe", "softmax", "--data", file("data"), "--epochs",
                             "2", "--set", "data.validation.last=100", "--out", m_model, "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  m_summary = result.lastObject();
}

void TestCommands::badUsage_exits2_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::newRow("nothing") << QStringList{};
  QTest::newRow("unknown command") << QStringList{"bake"};
  QTest::newRow("unknown option") << QStringList{"train", "--fast"};
  QTest::newRow("unknown recipe") << QStringList{"train", "--recipe", "nosuch"};
  QTest::newRow("not a number") << QStringList{"train", "--epochs", "many"};
  QTest::newRow("no epochs") << QStringList{"train", "--epochs", "0"};
  QTest::newRow("negative threads") << QStringList{"train", "--threads", "-1"};
  QTest::newRow("set without a value") << QStringList{"train", "--set", "batch"};
  QTest::newRow("set of an unknown field") << QStringList{"train", "--set", "no_field=1"};
  QTest::newRow("set of a bad value") << QStringList{"train", "--set", "batch=big"};
  for (const char* time : {"30", "s", "fast", "0s", "-5s", "2h", "nans", "1e9min"})
    QTest::addRow("checkpoint every %s", time)
        << QStringList{"train", "--checkpoint-every", QLatin1String(time)};
  QTest::newRow("resume and recipe")
      << QStringList{"train", "--recipe", "mlp", "--resume", "x.safetensors"};
  QTest::newRow("eval without a model") << QStringList{"eval"};
  QTest::newRow("eval of an unknown part") << QStringList{"eval", "m", "--part", "half"};
  QTest::newRow("predict without pictures") << QStringList{"predict", "m"};
  QTest::newRow("info without a subject") << QStringList{"info"};
  QTest::newRow("unknown network") << QStringList{"bench", "--network", "nosuch"};
}

void TestCommands::badUsage_exits2() {
  QFETCH(QStringList, arguments);
  const Result result = run(arguments);
  QVERIFY2(result.exitCode == 2, result.report());
  QVERIFY2(!result.err.isEmpty() && result.out.isEmpty(), result.report());
}

void TestCommands::help_exits0_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QString>("expected");
  QTest::newRow("all") << QStringList{"--help"} << "predict";
  QTest::newRow("train") << QStringList{"train", "--help"} << "--resume";
  QTest::newRow("version") << QStringList{"--version"} << "inkling-cli 0.";
}

void TestCommands::help_exits0() {
  QFETCH(QStringList, arguments);
  QFETCH(QString, expected);
  const Result result = run(arguments);
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.out.contains(expected), result.report());
}

void TestCommands::fullDisk_exits1() {
  QProcess process;
  process.setStandardOutputFile("/dev/full");
  process.start(inkling::test::programFile(), {"recipes"});
  QVERIFY(process.waitForFinished());
  QCOMPARE(process.exitCode(), 1);
}

void TestCommands::eval_jsonHasAccuracyLossAndConfusion() {
  const Result result = run({"eval", m_model, "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  const QJsonObject line = result.lastObject();
  QVERIFY(line["loss"].toDouble() > 0);
  const QJsonArray rows = line["confusion"].toArray();
  QCOMPARE(rows.size(), 10);
  int sum = 0;
  int right = 0;
  for (int row = 0; row < 10; ++row) {
    const QJsonArray cells = rows[row].toArray();
    QCOMPARE(cells.size(), 10);
    int inRow = 0;
    for (const QJsonValue& cell : cells) inRow += cell.toInt();
    QCOMPARE(inRow, 20);  // the tiny test set has 20 images of every digit
    sum += inRow;
    right += cells[row].toInt();
  }
  QCOMPARE(line["accuracy"].toDouble(), static_cast<double>(right) / sum);
}

void TestCommands::eval_agreesWithTheEndOfTraining() {
  const QJsonObject test = run({"eval", m_model, "--json"}).lastObject();
  QCOMPARE(test["accuracy"].toDouble(), m_summary["test_accuracy"].toDouble());
  QVERIFY(qAbs(test["loss"].toDouble() - m_summary["test_loss"].toDouble()) < 1e-5);
  const QJsonObject held = run({"eval", m_model, "--part", "validation", "--json"}).lastObject();
  QCOMPARE(held["accuracy"].toDouble(), m_summary["validation_accuracy"].toDouble());
  QVERIFY(qAbs(held["loss"].toDouble() - m_summary["validation_loss"].toDouble()) < 1e-5);
}

void TestCommands::eval_partChosen() {
  const Result result = run({"eval", m_model, "--part", "validation", "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  QCOMPARE(result.lastObject()["count"].toInt(), 100);
}

void TestCommands::eval_missingModel_sentence() {
  const Result result = run({"eval", file("no.safetensors")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("no.safetensors"), result.report());
}

void TestCommands::info_model() {
  const Result text = run({"info", m_model});
  QVERIFY2(text.exitCode == 0, text.report());
  QVERIFY2(text.out.contains("7,850 parameters"), text.report());
  QVERIFY2(text.out.contains("trained for 2 epochs"), text.report());
  const Result json = run({"info", m_model, "--json"});
  QCOMPARE(json.lastObject()["parameters"].toInt(), 7850);
  QCOMPARE(json.lastObject()["recipe"].toObject()["name"].toString(), "softmax");
}

void TestCommands::info_recipe_data() {
  QTest::addColumn<QString>("subject");
  QTest::newRow("name") << "softmax";
  QTest::newRow("file") << QFileInfo(inkling::test::programFile()).path() +
                               "/../share/inkling/recipes/softmax.json";
}

void TestCommands::info_recipe() {
  QFETCH(QString, subject);
  const Result result = run({"info", subject});
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.out.contains("7,850 parameters"), result.report());
}

void TestCommands::info_badRecipeFile_listsAllProblems() {
  QFile recipe(file("bad.json"));
  QVERIFY(recipe.open(QIODevice::WriteOnly));
  recipe.write(R"({"batch": -3, "no_such_field": 1})");
  recipe.close();
  const Result result = run({"info", file("bad.json")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("batch") && result.err.contains("no_such_field"), result.report());
}

void TestCommands::recipes_listsTheThreeRungsFirst() {
  const Result result = run({"recipes", "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  const QList<QJsonObject> lines = result.objects();
  QVERIFY(lines.size() >= 3);
  QCOMPARE(lines[0]["name"].toString(), "softmax");
  QCOMPARE(lines[1]["name"].toString(), "mlp");
  QCOMPARE(lines[2]["name"].toString(), "cnn");
  const Result text = run({"recipes"});
  QVERIFY2(text.out.startsWith("softmax"), text.report());
}

void TestCommands::bench_jsonHasEveryKey() {
  const Result result = run({"bench", "--network", "softmax_b128", "--threads", "1", "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  QCOMPARE(result.objects().size(), 1);
  const QJsonObject line = result.lastObject();
  QCOMPARE(line["network"].toString(), "softmax_b128");
  QCOMPARE(line["batch"].toInt(), 128);
  QCOMPARE(line["threads"].toInt(), 1);
  for (const char* key : {"seconds_per_epoch", "samples_per_second", "gflops", "peak_gflops",
                          "share_of_peak", "eval_seconds"}) {
    QVERIFY2(line[QLatin1String(key)].toDouble() > 0, key);
  }
  const double product =
      line["seconds_per_epoch"].toDouble() * line["samples_per_second"].toDouble();
  QVERIFY2(qAbs(product - 60000) < 1, result.report());
}

INKLING_TEST(TestCommands)
#include "tst_commands.moc"
