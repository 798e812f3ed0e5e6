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
  void endingsInCapitals_areEndings();
  void outputOverAnInput_isRefused_data();
  void outputOverAnInput_isRefused();
  void wrongFile_isCalledByItsName();
  void weightsOfOtherImages_areImported();
  void arraysOfALargerNetwork_areImported();
  void importBadUsage_exits2_data();
  void importBadUsage_exits2();

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

void TestExchange::endingsInCapitals_areEndings() {
  for (const char* name : {"W.NPZ", "W.SafeTensors"}) {
    const Result result = run({"export", file("softmax.safetensors"), file(name)});
    QVERIFY2(result.exitCode == 0, result.report());
    const Result back = run({"import", file(name), "--recipe", "softmax", "--out", file("m")});
    QVERIFY2(back.exitCode == 0, back.report());
  }
  const Result pair = run({"export", file("softmax.safetensors"), file("W.NPY"), file("B.NPY")});
  QVERIFY2(pair.exitCode == 0, pair.report());
}

void TestExchange::outputOverAnInput_isRefused_data() {
  QTest::addColumn<QStringList>("arguments");
  const QString model = file("softmax.safetensors");
  QTest::newRow("export") << QStringList{"export", model, model};
  QTest::newRow("export to a link") << QStringList{"export", model, file("link.safetensors")};
  QTest::newRow("export of a pair") << QStringList{"export", model, file("w.npy"), file("w.npy")};
  QTest::newRow("import") << QStringList{"import",  model,   "--recipe",
                                         "softmax", "--out", file("./softmax.safetensors")};
  QTest::newRow("import over the recipe")
      << QStringList{"import", file("w.npz"), "--recipe", model, "--out", model};
  QTest::newRow("eval") << QStringList{"eval", model, "--errors", model};
  QTest::newRow("eval over the data")
      << QStringList{"eval", model, "--errors", file("data/t10k-labels-idx1-ubyte")};
  QTest::newRow("eval, twice the same")
      << QStringList{"eval", model, "--errors", file("e"), "--probabilities", file("e")};
}

void TestExchange::outputOverAnInput_isRefused() {
  QFETCH(QStringList, arguments);
  QFile::link(file("softmax.safetensors"), file("link.safetensors"));
  const auto bytes = [this] {
    QFile model(file("softmax.safetensors"));
    return model.open(QIODevice::ReadOnly) ? model.readAll() : QByteArray();
  };
  const QByteArray before = bytes();
  const Result result = run(arguments);
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.out.isEmpty() &&
               (result.err.contains("is read here") || result.err.contains("in one file")),
           result.report());
  QVERIFY(!before.isEmpty());
  QCOMPARE(bytes(), before);
  QVERIFY(!QFile::exists(file("w.npy")) && !QFile::exists(file("e")));
}

void TestExchange::wrongFile_isCalledByItsName() {
  QFile page(file("page.safetensors"));
  QVERIFY(page.open(QIODevice::WriteOnly));
  page.write("<!DOCTYPE html><html>not found</html>");
  page.close();
  QVERIFY(run({"export", file("softmax.safetensors"), file("right.npz")}).exitCode == 0);
  const Result html = run({"info", file("page.safetensors")});
  QVERIFY2(html.exitCode == 1 && html.err.contains("is an HTML page"), html.report());
  const Result archive = run({"info", file("right.npz")});
  QVERIFY2(archive.exitCode == 1 && archive.err.contains("is a NumPy archive"), archive.report());
}

// Weights of 20×20 pixels and 47 classes, made by NumPy, for the bundled recipe.
void TestExchange::weightsOfOtherImages_areImported() {
  inkling::test::runPython(
      "import sys, numpy as n\n"
      "g = n.random.default_rng(1)\n"
      "n.savez(sys.argv[1], **{'module.fc1.weight': g.normal(size=(128, 400)), 'module.fc1.bias': "
      "g.normal(size=128), 'module.fc2.weight': g.normal(size=(47, 128)), 'module.fc2.bias': "
      "g.normal(size=47), 'module.bn.num_batches_tracked': n.int64(3)})\n",
      {file("torch.npz")});
  const Result in =
      run({"import", file("torch.npz"), "--recipe", "mlp", "--out", file("in.safetensors")});
  QVERIFY2(in.exitCode == 0 && in.out.contains("images of 20x20x1, 47 classes, 57,391 parameters"),
           in.report());
  QVERIFY2(in.err.contains("The last layer has 47 outputs"), in.report());
  QVERIFY(run({"info", file("in.safetensors")}).exitCode == 0);
  const Result told = run({"import", file("torch.npz"), "--recipe", "mlp", "--shape", "20x20",
                           "--classes", "47", "--out", file("in.safetensors")});
  QVERIFY2(told.exitCode == 0 && told.err.isEmpty(), told.report());
  const Result other = run({"import", file("torch.npz"), "--recipe", "mlp", "--classes", "10",
                            "--out", file("none.safetensors")});
  QVERIFY2(other.exitCode == 1 && other.err.contains("should have the shape 10×128, found 47×128"),
           other.report());
  QVERIFY(!QFile::exists(file("none.safetensors")));
}

void TestExchange::arraysOfALargerNetwork_areImported() {
  inkling::test::runPython(
      "import sys, os, numpy as n\n"
      "os.chdir(sys.argv[1])\n"
      "for k, s in dict(W1=(768, 128), b1=128, W2=(128, 5), b2=5).items():\n"
      "  n.save(k + '.npy', n.ones(s, n.float16))\n",
      {m_folder.path()});
  const QStringList arrays{"import",       file("W1.npy"), file("b1.npy"),
                           file("W2.npy"), file("b2.npy"), "--recipe",
                           "mlp",          "--out",        file("in.safetensors")};
  const Result last = run(arrays);
  QVERIFY2(last.exitCode == 0 && last.out.contains("images of 16x16x3, 5 classes"), last.report());
  QVERIFY2(last.err.contains("Channels are assumed to come last"), last.report());
  const Result info = run({"info", file("in.safetensors")});
  QVERIFY2(info.exitCode == 0, info.report());
  const Result first = run(arrays + QStringList{"--channels", "first"});
  QVERIFY2(first.exitCode == 0 && !first.err.contains("Channels"), first.report());
}

void TestExchange::importBadUsage_exits2_data() {
  QTest::addColumn<QStringList>("options");
  QTest::newRow("shape") << QStringList{"--shape", "20"};
  QTest::newRow("too large") << QStringList{"--shape", "300x300"};
  QTest::newRow("two channels") << QStringList{"--shape", "20x20x2"};
  QTest::newRow("classes") << QStringList{"--classes", "1"};
  QTest::newRow("many classes") << QStringList{"--classes", "1001"};
  QTest::newRow("channels") << QStringList{"--channels", "middle"};
}

void TestExchange::importBadUsage_exits2() {
  QFETCH(QStringList, options);
  const Result result =
      run(QStringList{"import", file("mlp.safetensors"), "--recipe", "mlp", "--out", file("x")} +
          options);
  QVERIFY2(result.exitCode == 2 && result.err.contains(options[0]), result.report());
  QVERIFY(!QFile::exists(file("x")));
}

INKLING_TEST(TestExchange)
#include "tst_exchange.moc"
