// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/xxhash64.h"
#include "core/data/datasource.h"
#include "core/data/fingerprint.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using namespace inkling::test;

/// What tells data sets apart.
class TestFingerprint final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void hash_isXxh64_data();
  void hash_isXxh64();
  void mnist_hasItsOwn();
  void packing_doesNotMatter();
  void anyChange_changesIt_data();
  void anyChange_changesIt();
};

namespace {

const QByteArray kPixels = "abcdefghijklmnopqrstuvwxyz0123456789";

DataSource load(const Folder& folder, const QByteArray& pixels, const QByteArray& labels,
                const QByteArray& classes = "a\nb\nc\n", quint32 width = 3) {
  const quint32 height = 6 / width;
  folder.write("train-images-idx3-ubyte", idxBytes({6, height, width}, pixels));
  folder.write("train-labels-idx1-ubyte", idxBytes({6}, labels));
  folder.write("t10k-images-idx3-ubyte", idxBytes({1, height, width}, pixels.left(6)));
  folder.write("t10k-labels-idx1-ubyte", idxBytes({1}, labels.left(1)));
  folder.write("classes.txt", classes);
  return loadDataSource(folder.path(".").string(), {});
}

}  // namespace

// The values of the reference implementation.
void TestFingerprint::hash_isXxh64_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<quint64>("expected");
  QTest::newRow("empty") << QByteArray() << quint64{0xef46db3751d8e999};
  QTest::newRow("a") << QByteArray("a") << quint64{0xd24ec4f1a98c6e5b};
  QTest::newRow("abc") << QByteArray("abc") << quint64{0x44bc2cf5ad770999};
  QTest::newRow("a stripe and a rest")
      << QByteArray("Nobody inspects the spammish repetition") << quint64{0xfbcea83c8a378bf1};
}

void TestFingerprint::hash_isXxh64() {
  QFETCH(QByteArray, text);
  QFETCH(quint64, expected);
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  QCOMPARE(quint64{xxHash64(bytes)}, expected);
}

void TestFingerprint::mnist_hasItsOwn() {
  const DataSource mnist = loadDataSource("mnist", qgetenv("INKLING_RESOURCES").toStdString());
  QCOMPARE(mnist.fingerprint, std::string("e0c88b493e87d860"));
  QCOMPARE(fingerprint(mnist), mnist.fingerprint);
}

void TestFingerprint::packing_doesNotMatter() {
  const Folder folder;
  const QByteArray labels("\0\1\2\0\1\2", 6);
  const std::string plain = load(folder, kPixels, labels).fingerprint;
  QCOMPARE(plain.size(), std::size_t{16});

  const Folder packed;
  const auto write = [&](const char* name, const QByteArray& bytes) {
    packed.write(QString(name) + ".gz", gzipped(bytes));
  };
  write("train-images.idx3-ubyte", idxBytes({6, 2, 3}, kPixels));
  QByteArray wide;
  for (const char label : labels) wide += QByteArray("\0", 1) + label;
  write("train-labels.idx1-ubyte", idxBytes({6}, wide, 11));
  write("t10k-images.idx3-ubyte", idxBytes({1, 2, 3}, kPixels.left(6)));
  write("t10k-labels.idx1-ubyte", idxBytes({1}, labels.left(1)));
  packed.write("classes.txt", "other\nnames\nhere\n");
  QCOMPARE(loadDataSource(packed.path(".").string(), {}).fingerprint, plain);
}

void TestFingerprint::anyChange_changesIt_data() {
  QTest::addColumn<QByteArray>("pixels");
  QTest::addColumn<QByteArray>("labels");
  QTest::addColumn<QByteArray>("classes");
  QTest::addColumn<quint32>("width");
  const QByteArray labels("\0\1\2\0\1\2", 6);
  const QByteArray classes("a\nb\nc\n");
  QByteArray pixels = kPixels;
  pixels[20] = 'X';
  QTest::newRow("a pixel") << pixels << labels << classes << 3U;
  QTest::newRow("a label") << kPixels << QByteArray("\0\1\2\0\1\1", 6) << classes << 3U;
  QTest::newRow("one class more") << kPixels << labels << classes + "d\n" << 3U;
  QTest::newRow("another shape") << kPixels << labels << classes << 2U;
}

void TestFingerprint::anyChange_changesIt() {
  QFETCH(QByteArray, pixels);
  QFETCH(QByteArray, labels);
  QFETCH(QByteArray, classes);
  QFETCH(quint32, width);
  const Folder folder;
  const std::string before = load(folder, kPixels, QByteArray("\0\1\2\0\1\2", 6)).fingerprint;
  QVERIFY(load(folder, pixels, labels, classes, width).fingerprint != before);
}

INKLING_TEST(TestFingerprint)
#include "tst_fingerprint.moc"
