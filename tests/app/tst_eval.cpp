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
#include <QtEndian>

#include <array>
#include <cmath>

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
  void equalClasses_haveTheirMeansInJsonOnly();
  void unequalClasses_haveTheirMeansInBoth();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
  QString m_model;
};

namespace {

QByteArray contentOf(const QString& file) {
  QFile in(file);
  return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool write(const QString& file, QByteArray bytes, qsizetype count) {
  qToBigEndian(static_cast<quint32>(count), bytes.data() + 4);
  QFile out(file);
  return out.open(QIODevice::WriteOnly | QIODevice::Truncate) && out.write(bytes) == bytes.size();
}

/// Takes all test images of the digits 3 and 7 away but the first two of each.
bool cutTestImages(const QString& folder) {
  constexpr qsizetype kImage = 28 * 28;
  const QString images = folder + "/t10k-images-idx3-ubyte";
  const QString labels = folder + "/t10k-labels-idx1-ubyte";
  const QByteArray pixels = contentOf(images);
  const QByteArray digits = contentOf(labels);
  QByteArray keptPixels = pixels.left(16);
  QByteArray keptDigits = digits.left(8);
  std::array<int, 10> seen{};
  for (qsizetype i = 0; i < digits.size() - 8; ++i) {
    const char digit = digits[8 + i];
    if (++seen[static_cast<std::size_t>(digit)] > 2 && (digit == 3 || digit == 7)) continue;
    keptPixels += pixels.mid(16 + i * kImage, kImage);
    keptDigits += digit;
  }
  const qsizetype count = keptDigits.size() - 8;
  return write(images, keptPixels, count) && write(labels, keptDigits, count);
}

struct Means {
  double recall = 0;
  double f1 = 0;
};

/// By the formulas, from the confusion matrix that was printed.
Means meansOf(const QJsonArray& confusion) {
  Means means;
  for (int c = 0; c < confusion.size(); ++c) {
    double images = 0;
    double read = 0;
    for (int other = 0; other < confusion.size(); ++other) {
      images += confusion[c].toArray()[other].toInt();
      read += confusion[other].toArray()[c].toInt();
    }
    const double correct = confusion[c].toArray()[c].toInt();
    means.recall += correct / images / static_cast<double>(confusion.size());
    means.f1 += 2 * correct / (images + read) / static_cast<double>(confusion.size());
  }
  return means;
}

}  // namespace

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

void TestEval::equalClasses_haveTheirMeansInJsonOnly() {
  const Result text = run({"eval", m_model});
  QVERIFY2(text.exitCode == 0 && !text.out.contains("balanced"), text.report());
  const QJsonObject json = run({"eval", m_model, "--json"}).lastObject();
  const Means expected = meansOf(json["confusion"].toArray());
  QVERIFY(std::abs(json["balanced_accuracy"].toDouble() - json["accuracy"].toDouble()) < 1e-9);
  QVERIFY(std::abs(json["macro_f1"].toDouble() - expected.f1) < 1e-9);
}

void TestEval::unequalClasses_haveTheirMeansInBoth() {
  QVERIFY(QDir(m_folder.path()).mkdir("unequal"));
  QVERIFY(writeTinySet(file("unequal")) && cutTestImages(file("unequal")));
  const QStringList arguments = {"eval", m_model, "--data", file("unequal")};
  const Result result = run(arguments + QStringList{"--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  const QJsonObject json = result.lastObject();
  QCOMPARE(json["count"].toInt(), 164);
  const Means expected = meansOf(json["confusion"].toArray());
  QVERIFY(std::abs(json["balanced_accuracy"].toDouble() - expected.recall) < 1e-9);
  QVERIFY(std::abs(json["macro_f1"].toDouble() - expected.f1) < 1e-9);
  QVERIFY(std::abs(expected.recall - json["accuracy"].toDouble()) > 1e-3);
  const Result text = run(arguments);
  const QString sentence = QString("balanced accuracy %1 %, macro-F1 %2 %: means over the classes")
                               .arg(100 * expected.recall, 0, 'f', 2)
                               .arg(100 * expected.f1, 0, 'f', 2);
  QVERIFY2(text.exitCode == 0 && text.out.contains(sentence.toUtf8()), text.report());
}

INKLING_TEST(TestEval)
#include "tst_eval.moc"
