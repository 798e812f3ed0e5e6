// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using inkling::test::drawDigit;
using inkling::test::Result;
using inkling::test::run;

class TestPredict final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void picture_readRightly_data();
  void picture_readRightly();
  void json_hasFileDigitAndProbabilities();
  void text_namesFileAndDigit();
  void dash_readsNamesFromStandardInput();
  void badPicture_sentenceAndTheOthersAreRead_data();
  void badPicture_sentenceAndTheOthersAreRead();
  void strokes_oneObjectPerDigit();
  void strokesOfABadFile_sentence();
  void nameThatIsNoUtf8_isRead();
  void missingModel_sentence();
  void pictureAsModel_sentence();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
  QString m_model;
};

void TestPredict::initTestCase() {
  QVERIFY(m_folder.isValid());
  QVERIFY(QDir(m_folder.path()).mkdir("data"));
  QVERIFY(inkling::test::writeTinySet(file("data")));
  m_model = file("model.safetensors");
  const Result result = run({"train", "--recipe", "mlp", "--data", file("data"), "--epochs", "10",
                             "--set", "data.validation.last=0", "--out", m_model, "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.lastObject()["test_accuracy"].toDouble() > 0.95, result.report());
  QVERIFY(drawDigit(3, 280, 2).save(file("3.png")));
  QVERIFY(drawDigit(7, 280, 5).save(file("7.png")));
}

void TestPredict::picture_readRightly_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("side");
  QTest::addColumn<QColor>("ink");
  QTest::addColumn<QColor>("paper");
  const QColor none(0, 0, 0, 0);
  QTest::newRow("png") << "a.png" << 280 << QColor(Qt::black) << QColor(Qt::white);
  QTest::newRow("jpeg") << "a.jpg" << 280 << QColor(Qt::black) << QColor(Qt::white);
  QTest::newRow("bmp") << "a.bmp" << 280 << QColor(Qt::black) << QColor(Qt::white);
  QTest::newRow("light on dark") << "b.png" << 280 << QColor(Qt::white) << QColor(Qt::black);
  QTest::newRow("coloured") << "c.png" << 280 << QColor(Qt::darkBlue) << QColor(Qt::yellow);
  QTest::newRow("small") << "d.png" << 40 << QColor(Qt::black) << QColor(Qt::white);
  QTest::newRow("large") << "e.png" << 1500 << QColor(Qt::black) << QColor(Qt::white);
  QTest::newRow("dark on nothing") << "f.png" << 280 << QColor(Qt::black) << none;
  QTest::newRow("light on nothing") << "g.png" << 280 << QColor(Qt::white) << none;
  QTest::newRow("wrong extension") << "h.png.bmp" << 280 << QColor(Qt::black) << QColor(Qt::white);
}

void TestPredict::picture_readRightly() {
  QFETCH(QString, name);
  QFETCH(int, side);
  QFETCH(QColor, ink);
  QFETCH(QColor, paper);
  QStringList files;
  for (int digit = 0; digit < 10; ++digit) {
    files << file(QString::number(digit) + "-" + name);
    const char* format = name.contains(".png") ? "png" : nullptr;
    QVERIFY(drawDigit(digit, side, 3, ink, paper).save(files.last(), format));
  }
  const Result result = run(QStringList{"predict", m_model, "--json"} + files);
  QVERIFY2(result.exitCode == 0, result.report());
  const QList<QJsonObject> lines = result.objects();
  QCOMPARE(lines.size(), 10);
  int right = 0;
  for (int digit = 0; digit < 10; ++digit) right += lines[digit]["digit"].toInt() == digit ? 1 : 0;
  QVERIFY2(right >= 9, result.report());
}

void TestPredict::json_hasFileDigitAndProbabilities() {
  const Result result = run({"predict", m_model, file("3.png"), "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  QCOMPARE(result.objects().size(), 1);
  const QJsonObject line = result.lastObject();
  QCOMPARE(line["file"].toString(), file("3.png"));
  QCOMPARE(line["digit"].toInt(-1), 3);
  const QJsonArray probabilities = line["probabilities"].toArray();
  QCOMPARE(probabilities.size(), 10);
  double sum = 0;
  for (const QJsonValue& each : probabilities) sum += each.toDouble();
  QVERIFY(qAbs(sum - 1) < 1e-5);
  QVERIFY(probabilities[3].toDouble() > 0.6);
  QVERIFY(line["sure"].toBool());
}

void TestPredict::text_namesFileAndDigit() {
  const Result result = run({"predict", m_model, file("7.png")});
  QVERIFY2(result.exitCode == 0, result.report());
  QVERIFY2(result.out.startsWith(file("7.png") + ": 7"), result.report());
}

void TestPredict::dash_readsNamesFromStandardInput() {
  const QByteArray names = (file("3.png") + "\n\n" + file("7.png")).toUtf8();
  const Result result = run({"predict", m_model, "-", "--json"}, names);
  QVERIFY2(result.exitCode == 0, result.report());
  QCOMPARE(result.objects().size(), 2);
  QCOMPARE(result.objects()[0]["digit"].toInt(-1), 3);
  QCOMPARE(result.objects()[1]["digit"].toInt(-1), 7);
}

void TestPredict::badPicture_sentenceAndTheOthersAreRead_data() {
  QTest::addColumn<QString>("bad");
  QTest::addColumn<QString>("sentence");
  QTest::newRow("missing") << file("missing.png") << "There is no picture";
  QTest::newRow("folder") << file("data") << "Cannot read the picture";
  QTest::newRow("not a picture") << m_model << "Cannot read the picture";
  QTest::newRow("truncated") << file("truncated.png") << "Cannot read the picture";
  QTest::newRow("half a picture") << file("half.png") << "Cannot read the picture";
  QTest::newRow("half a photo") << file("half.jpg") << "it is cut off";
  QTest::newRow("half a bitmap") << file("half.bmp") << "it is cut off";
  QTest::newRow("empty") << file("empty.png") << "Cannot read the picture";
  QTest::newRow("blank") << file("blank.png") << "blank";
}

void TestPredict::badPicture_sentenceAndTheOthersAreRead() {
  QFETCH(QString, bad);
  QFETCH(QString, sentence);
  QFile whole(file("3.png"));
  QVERIFY(whole.open(QIODevice::ReadOnly));
  QFile truncated(file("truncated.png"));
  QVERIFY(truncated.open(QIODevice::WriteOnly) && truncated.write(whole.read(40)) == 40);
  truncated.close();
  for (const char* form : {"png", "jpg", "bmp"}) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(drawDigit(8, 300, 1).save(&buffer, form));
    QFile half(file("half.") + form);
    QVERIFY(half.open(QIODevice::WriteOnly));
    QVERIFY(half.write(bytes.first(bytes.size() * 2 / 3)) > 0);
  }
  QVERIFY(QFile(file("empty.png")).open(QIODevice::WriteOnly));
  QImage blank(100, 100, QImage::Format_RGB32);
  blank.fill(Qt::white);
  QVERIFY(blank.save(file("blank.png")));

  const Result result = run({"predict", m_model, "--json", bad, file("7.png")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains(sentence) && result.err.contains(bad), result.report());
  QCOMPARE(result.objects().size(), 1);
  QCOMPARE(result.lastObject()["digit"].toInt(-1), 7);
}

void TestPredict::strokes_oneObjectPerDigit() {
  QFile strokes(file("pen.txt"));
  QVERIFY(strokes.open(QIODevice::WriteOnly));
  strokes.write("7 test someone 100 1  3 100 100 200 100 200 300\n");
  strokes.write("4 test someone 100 2  3 100 100 100 200 200 200  2 200 100 200 300\n");
  strokes.close();
  const Result result = run({"predict", m_model, "--strokes", file("pen.txt")});
  QVERIFY2(result.exitCode == 0, result.report());
  const QList<QJsonObject> lines = result.objects();
  QCOMPARE(lines.size(), 2);
  QCOMPARE(lines[0]["label"].toInt(), 7);
  QVERIFY2(lines[0]["digit"].toInt() == 7, result.report());
  QCOMPARE(lines[1]["label"].toInt(), 4);
  QVERIFY2(lines[1]["digit"].toInt() == 4, result.report());
  QCOMPARE(lines[1]["probabilities"].toArray().size(), 10);
  QVERIFY(lines[1]["sure"].isBool());
}

void TestPredict::strokesOfABadFile_sentence() {
  const Result result = run({"predict", m_model, "--strokes", file("3.png")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("3.png") && result.out.isEmpty(), result.report());
}

void TestPredict::nameThatIsNoUtf8_isRead() {
  const QByteArray name = file("7").toUtf8() + "\xE9.png";
  QVERIFY(::link(file("7.png").toUtf8().constData(), name.constData()) == 0);
  const Result result = run({"predict", m_model, "--json", "-"}, name + "\n");
  QVERIFY2(result.exitCode == 0, result.report());
  QCOMPARE(result.lastObject()["digit"].toInt(-1), 7);
}

void TestPredict::missingModel_sentence() {
  const Result result = run({"predict", file("no.safetensors"), file("3.png")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("no.safetensors") && result.out.isEmpty(), result.report());
}

void TestPredict::pictureAsModel_sentence() {
  const Result result = run({"predict", file("3.png"), file("3.png")});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("3.png") && result.out.isEmpty(), result.report());
}

INKLING_TEST(TestPredict)
#include "tst_predict.moc"
