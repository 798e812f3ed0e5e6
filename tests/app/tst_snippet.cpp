// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using inkling::test::Result;
using inkling::test::run;

class TestSnippet final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void printedPython_readsTheFile_data();
  void printedPython_readsTheFile();
  void onnx_isWrittenOrExplained();
  void probabilities_areWrittenForNumpy();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
  QString m_model;
};

void TestSnippet::initTestCase() {
  QVERIFY(m_folder.isValid());
  QVERIFY(QDir(m_folder.path()).mkdir("data"));
  QVERIFY(inkling::test::writeTinySet(file("data")));
  m_model = file("model.safetensors");
  const Result result = run({"train", "--recipe", "softmax", "--data", file("data"), "--epochs",
                             "2", "--set", "data.validation.last=100", "--out", m_model});
  QVERIFY2(result.exitCode == 0, result.report());
}

void TestSnippet::printedPython_readsTheFile_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("npz") << "s.npz";
  QTest::newRow("safetensors") << "s.safetensors";
}

void TestSnippet::printedPython_readsTheFile() {
  QFETCH(QString, name);
  const Result result = run({"export", m_model, file(name), "--snippet"});
  QVERIFY2(result.exitCode == 0, result.report());
  const QString said = inkling::test::runPython(result.out, {});
  QVERIFY2(said.contains("layers.0.weight (10, 784)"), qPrintable(said));
}

void TestSnippet::onnx_isWrittenOrExplained() {
  const Result result = run({"export", m_model, file("m.onnx")});
  if (result.exitCode == 0) {
    QVERIFY(QFile(file("m.onnx")).size() > 4 * 7850);
  } else {
    QVERIFY2(result.err.contains("built without the ONNX library"), result.report());
  }
}

void TestSnippet::probabilities_areWrittenForNumpy() {
  const Result result = run({"eval", m_model, "--probabilities", file("p.npy"), "--json"});
  QVERIFY2(result.exitCode == 0, result.report());
  const QString said = inkling::test::runPython(
      "import sys, numpy as np\n"
      "p = np.load(sys.argv[1])\n"
      "print(p.shape, p.dtype, abs(p.sum(axis=1) - 1).max() < 1e-5)\n",
      {file("p.npy")});
  QCOMPARE(said.trimmed(), QString("(200, 10) float32 True"));
}

INKLING_TEST(TestSnippet)
#include "tst_snippet.moc"
