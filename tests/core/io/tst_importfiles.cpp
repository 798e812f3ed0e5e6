// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/importweights.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/layerspecs.h"
#include "tests/core/support/python.h"
#include "tests/core/support/weights.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

const Matrix<float>& importedWeight(const ImportedModel& from, int parameter) {
  return *from.model.network.parameters()[static_cast<std::size_t>(parameter)].value;
}

}  // namespace

class TestImportFiles final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void arraysOfSeveralLayers_areRead();
  void otherKindOfFile_isCalledByItsName_data();
  void otherKindOfFile_isCalledByItsName();
};

void TestImportFiles::arraysOfSeveralLayers_areRead() {
  const test::Folder folder;
  test::runPython(
      "import sys, os, numpy as n\n"
      "os.chdir(sys.argv[1])\n"
      "g = n.random.default_rng(1)\n"
      "w = dict(W1=g.normal(size=(64, 5)), b1=g.normal(size=5), W2=g.normal(size=(5, 3)),\n"
      "         b2=g.normal(size=(1, 3)))\n"
      "n.savez('w.npz', **w); n.savez_compressed('half.npz', **{k: v.astype(n.float16) for k, v in "
      "w.items()})\n"
      "n.savez('turned.npz', b2=w['b2'], b1=w['b1'], W2=w['W2'].T, W1=w['W1'].T)\n"
      "n.savez('unnamed.npz', *w.values())\n"
      "for k, v in w.items(): n.save(k + '.npy', v)\n",
      {test::arg(folder.path("."))});
  const Recipe recipe =
      test::recipeOf({LayerSpec::dense(5), test::of(LayerKind::Tanh), LayerSpec::dense(3)});
  const ImportedModel first = importWeights({folder.path("w.npz")}, recipe);
  QVERIFY(first.model.network.inputShape() == Shape({8, 8, 1}));
  QVERIFY(first.notes.empty());
  for (const char* name : {"turned.npz", "unnamed.npz"})
    QVERIFY2(test::givesTheSame(importWeights({folder.path(name)}, recipe).model, first.model),
             name);
  QVERIFY(test::givesTheSame(importWeights({folder.path("b1.npy"), folder.path("W1.npy"),
                                            folder.path("W2.npy"), folder.path("b2.npy")},
                                           recipe)
                                 .model,
                             first.model));
  const ImportedModel half = importWeights({folder.path("half.npz")}, recipe);
  QVERIFY((importedWeight(half, 0) - importedWeight(first, 0)).cwiseAbs().maxCoeff() < 2e-3F);
}

void TestImportFiles::otherKindOfFile_isCalledByItsName_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("expected");
  QTest::newRow("HDF5") << QByteArray("\x89HDF\r\n\x1a\n") << "is an HDF5 file (Keras), not";
  QTest::newRow("pickle") << QByteArray("\x80\x04\x95") << "is a Python pickle, not";
  QTest::newRow("LFS") << QByteArray("version https://git-lfs.github.com/spec/v1\noid")
                       << "is a Git LFS pointer";
  QTest::newRow("page") << QByteArray("<!DOCTYPE html>") << "is an HTML page, not";
  QTest::newRow("zip") << QByteArray::fromHex("504b0506") + QByteArray(18, '\0')
                       << "holds the weights of no layer";
  QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08") << "is a gzip file, not";
  QTest::newRow("array") << QByteArray("\x93NUMPY\x01") << "is a NumPy array (.npy), not";
  QTest::newRow("empty") << QByteArray() << "it has 0 bytes";
}

void TestImportFiles::otherKindOfFile_isCalledByItsName() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, expected);
  const test::Folder folder;
  for (const char* name : {"w.safetensors", "w.npz"}) {
    const auto file = folder.write(name, bytes);
    if (bytes.isEmpty() && file.extension() == ".npz") continue;
    if (bytes.startsWith("PK") && file.extension() != ".npz") continue;
    EXPECT_ERROR(importWeights({file}, test::recipeOf({LayerSpec::dense(3)})), "w.", expected);
  }
}

INKLING_TEST(TestImportFiles)
#include "tst_importfiles.moc"
