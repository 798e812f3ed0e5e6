// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace inkling::test;

class TestEval final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void interval_surroundsTheAccuracy();
  void calibration_hasTemperatureAndBins();
  void robustness_hasACurveForEachCorruption();
  void errors_listsTheWrongOnes();
  void errors_unwritableFile_sentence();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
  QString m_model;
};

void TestEval::initTestCase() {
  QVERIFY(QDir(m_folder.path()).mkdir("data"));
  QVERIFY(writeTinySet(file("data")));
  m_model = file("model.safetensors");
  // Two steps: good enough to be right sometimes, bad enough to be wrong sometimes.
  const Result result =
      run({"train", "--recipe", "softmax", "--data", file("data"), "--epochs", "1", "--set",
           "data.validation.last=100", "--set", "batch=250", "--out", m_model, "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
}

void TestEval::interval_surroundsTheAccuracy() {
  const Result result = run({"eval", m_model, "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  const QJsonObject json = result.lastObject();
  const double accuracy = json["accuracy"].toDouble();
  const QJsonArray interval = json["accuracy_interval_95"].toArray();
  QVERIFY2(accuracy > 0 && accuracy < 1, result.report());
  QVERIFY(interval[0].toDouble() < accuracy && accuracy < interval[1].toDouble());
  QCOMPARE(json["errors"].toInt(), qRound((1 - accuracy) * json["count"].toInt()));
  QVERIFY(!json.contains("calibration") && !json.contains("robustness"));
}

void TestEval::calibration_hasTemperatureAndBins() {
  const QStringList arguments = {"eval", m_model, "--calibration"};
  const Result text = run(arguments);
  QVERIFY2(text.exitCode == 0 && text.out.contains("temperature"), text.report());
  const Result result = run(arguments + QStringList{"--json"});
  const QJsonObject json = result.lastObject()["calibration"].toObject();
  QVERIFY2(json["temperature"].toDouble() > 0, result.report());
  QVERIFY(json["error_with_temperature"].toDouble() <= json["error"].toDouble() + 0.05);
  int count = 0;
  for (const QJsonValue& bin : json["bins"].toArray()) count += bin["count"].toInt();
  QCOMPARE(count, result.lastObject()["count"].toInt());
}

void TestEval::robustness_hasACurveForEachCorruption() {
  const QStringList arguments = {"eval", m_model, "--robustness"};
  const Result text = run(arguments);
  QVERIFY2(text.exitCode == 0 && text.out.contains("occlusion"), text.report());
  const Result result = run(arguments + QStringList{"--json", "--threads", "1"});
  const QJsonObject json = result.lastObject();
  const QJsonObject curves = json["robustness"].toObject();
  QCOMPARE(curves.size(), 7);
  const QJsonValue unchanged = curves["noise"].toArray()[0];
  QCOMPARE(unchanged["strength"].toDouble(), 0.0);
  QCOMPARE(unchanged["accuracy"].toDouble(), json["accuracy"].toDouble());
}

void TestEval::errors_listsTheWrongOnes() {
  const Result result = run({"eval", m_model, "--errors", file("wrong.csv"), "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  QFile csv(file("wrong.csv"));
  QVERIFY(csv.open(QIODevice::ReadOnly));
  const QStringList lines = QString::fromUtf8(csv.readAll()).split('\n', Qt::SkipEmptyParts);
  QCOMPARE(lines.first(), QString("index,true,predicted,confidence,probability_of_true"));
  QCOMPARE(lines.size() - 1, result.lastObject()["errors"].toInt());
  QVERIFY(lines.size() > 1);
  double before = 1;
  for (const QString& line : lines.mid(1)) {
    const QStringList fields = line.split(',');
    QVERIFY(fields[1] != fields[2]);
    QVERIFY(fields[3].toDouble() <= before);
    before = fields[3].toDouble();
  }
}

void TestEval::errors_unwritableFile_sentence() {
  const Result result = run({"eval", m_model, "--errors", file("no/such/folder.csv")});
  QVERIFY2(result.exitCode == 1 && result.err.contains("folder.csv"), result.report());
}

INKLING_TEST(TestEval)
#include "tst_eval.moc"
