// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using inkling::test::Result;
using inkling::test::run;

class TestExchange final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void exportedAndImported_readsTheSame_data();
  void exportedAndImported_readsTheSame();
  void exportedPair_importedReadsTheSame();
  void exportBadUsage_exits2_data();
  void exportBadUsage_exits2();
  void pairOfADeeperNetwork_sentence();
  void importOfOneFileWithoutRecipe_exits2();
  void importForAnotherNetwork_sentence();
  void importOfAMissingFile_sentence();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }
  QJsonObject evaluated(const QString& model) const;

  QTemporaryDir m_folder;
};

// Trains a small model of each of the two kinds: softmax.safetensors and mlp.safetensors.
void TestExchange::initTestCase() {
  QVERIFY(m_folder.isValid());
  QVERIFY(QDir(m_folder.path()).mkdir("data"));
  QVERIFY(inkling::test::writeTinySet(file("data")));
  for (const char* recipe : {"softmax", "mlp"}) {
    const Result result =
        run({"train", "--recipe", recipe, "--data", file("data"), "--epochs", "1", "--set",
             "data.validation.last=0", "--out", file(recipe) + ".safetensors"});
    QVERIFY2(result.exitCode == 0, result.report());
  }
}

QJsonObject TestExchange::evaluated(const QString& model) const {
  return run({"eval", file(model), "--data", file("data"), "--json"}).lastObject();
}

void TestExchange::exportedAndImported_readsTheSame_data() {
  QTest::addColumn<QString>("exported");
  QTest::newRow("npz") << "weights.npz";
  QTest::newRow("safetensors") << "weights.safetensors";
}

void TestExchange::exportedAndImported_readsTheSame() {
  QFETCH(QString, exported);
  const Result out = run({"export", file("mlp.safetensors"), file(exported)});
  QVERIFY2(out.exitCode == 0 && out.out.contains(file(exported)), out.report());
  const Result in =
      run({"import", file(exported), "--recipe", "mlp", "--out", file("back.safetensors")});
  QVERIFY2(in.exitCode == 0 && in.out.contains("101,770 parameters"), in.report());
  const QJsonObject before = evaluated("mlp.safetensors");
  QVERIFY(before["loss"].toDouble() > 0);
  QCOMPARE(evaluated("back.safetensors")["loss"], before["loss"]);
}

void TestExchange::exportedPair_importedReadsTheSame() {
  const Result out = run({"export", file("softmax.safetensors"), file("W.npy"), file("b.npy")});
  QVERIFY2(out.exitCode == 0, out.report());
  const Result in =
      run({"import", file("W.npy"), file("b.npy"), "--out", file("back.safetensors")});
  QVERIFY2(in.exitCode == 0, in.report());
  const QJsonObject before = evaluated("softmax.safetensors");
  QVERIFY(before["loss"].toDouble() > 0);
  QCOMPARE(evaluated("back.safetensors")["loss"], before["loss"]);
}

void TestExchange::exportBadUsage_exits2_data() {
  QTest::addColumn<QStringList>("outputs");
  QTest::newRow("none") << QStringList{};
  QTest::newRow("unknown form") << QStringList{file("out.docx")};
  QTest::newRow("one npy") << QStringList{file("W.npy")};
  QTest::newRow("two different") << QStringList{file("out.npz"), file("b.npy")};
}

void TestExchange::exportBadUsage_exits2() {
  QFETCH(QStringList, outputs);
  const Result result = run(QStringList{"export", file("mlp.safetensors")} + outputs);
  QVERIFY2(result.exitCode == 2 && !result.err.isEmpty(), result.report());
}

void TestExchange::pairOfADeeperNetwork_sentence() {
  const Result result = run({"export", file("mlp.safetensors"), file("W2.npy"), file("b2.npy")});
  QVERIFY2(result.exitCode == 1 && !result.err.isEmpty(), result.report());
  QVERIFY(!QFile::exists(file("W2.npy")));
}

void TestExchange::importOfOneFileWithoutRecipe_exits2() {
  const Result result = run({"import", file("mlp.safetensors"), "--out", file("x.safetensors")});
  QVERIFY2(result.exitCode == 2 && result.err.contains("--recipe"), result.report());
}

void TestExchange::importForAnotherNetwork_sentence() {
  const Result result = run(
      {"import", file("mlp.safetensors"), "--recipe", "softmax", "--out", file("x.safetensors")});
  QVERIFY2(result.exitCode == 1 && result.err.contains("mlp.safetensors"), result.report());
  QVERIFY(!QFile::exists(file("x.safetensors")));
}

void TestExchange::importOfAMissingFile_sentence() {
  const Result result =
      run({"import", file("no.npy"), file("b.npy"), "--out", file("x.safetensors")});
  QVERIFY2(result.exitCode == 1 && result.err.contains("no.npy"), result.report());
}

INKLING_TEST(TestExchange)
#include "tst_exchange.moc"
