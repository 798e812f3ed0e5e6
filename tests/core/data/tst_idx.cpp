// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idx.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;
using test::gzipped;
using test::idxBytes;

namespace {

const QByteArray kLabels = idxBytes({3}, QByteArray("\1\2\3", 3));

QByteArray randomBytes(int size) {
  QByteArray bytes(size, '\0');
  quint32 state = 1;
  for (char& byte : bytes) byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  return bytes;
}

}  // namespace

class TestIdx final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void rawAndGzip_giveTheSameValues();
  void joinedGzipMembers_areReadAsOne();
  void labelsOf16Bits_areRead();
  void imagesOf16Bits_areRefused();
  void labelsOf32BitsAndOneHot_areRead();
  void dimensions_giveTheShape();
  void zerosBehindGzip_areIgnored();
  void missingFileOrFolder_isRefused();
  void badFile_saysWhereAndWhat_data();
  void badFile_saysWhereAndWhat();
  void flippedBitInGzip_isNoticed();
  void join_checksCountsAndLabels();
};

void TestIdx::rawAndGzip_giveTheSameValues() {
  const test::Folder folder;
  const QByteArray values = randomBytes(5 * 4 * 3);
  const QByteArray bytes = idxBytes({5, 4, 3}, values);
  for (const QByteArray& form : {bytes, gzipped(bytes)}) {
    const IdxImages array = readIdxImages(folder.write("images", form));
    QCOMPARE(array.count, 5);
    QVERIFY(array.shape == (Shape{4, 3, 1}));
    QCOMPARE(QByteArray(reinterpret_cast<const char*>(array.values.data()), 60), values);
  }
}

void TestIdx::joinedGzipMembers_areReadAsOne() {
  const test::Folder folder;
  const IdxLabels labels =
      readIdxLabels(folder.write("l", gzipped(kLabels.left(9)) + gzipped(kLabels.mid(9))));
  QVERIFY(labels.values == std::vector<Label>({1, 2, 3}));
}

void TestIdx::labelsOf16Bits_areRead() {
  const test::Folder folder;
  const QByteArray bytes = idxBytes({3}, QByteArray("\0\1\1\2\3\347", 6), 11);
  for (const QByteArray& form : {bytes, gzipped(bytes)}) {
    const IdxLabels labels = readIdxLabels(folder.write("l", form));
    QVERIFY(labels.values == std::vector<Label>({1, 258, 999}));
    QCOMPARE(labels.width, 2);
  }
  EXPECT_ERROR(readIdxLabels(folder.write("l", bytes.left(13))),
               "byte 8: expected 6 bytes, as the header says, found 5.");
}

void TestIdx::imagesOf16Bits_areRefused() {
  const test::Folder folder;
  EXPECT_ERROR(readIdxImages(folder.write("i", idxBytes({1, 1, 1}, QByteArray(2, '\0'), 11))),
               "byte 2: expected type 8 (unsigned bytes), found type 11.");
}

void TestIdx::labelsOf32BitsAndOneHot_areRead() {
  const test::Folder folder;
  const QByteArray ints("\0\0\0\2\0\0\1\0", 8);
  QVERIFY(readIdxLabels(folder.write("l", idxBytes({2}, ints, 12))).values ==
          std::vector<Label>({2, 256}));
  EXPECT_ERROR(readIdxLabels(folder.write("l", idxBytes({1}, "\1\1\1\1", 12))),
               "byte 8: expected a label of 0 … 999, found 16843009.");
  const QByteArray rows("\0\1\0\1\0\0", 6);
  QVERIFY(readIdxLabels(folder.write("l", idxBytes({2, 3}, rows))).values ==
          std::vector<Label>({1, 0}));
  EXPECT_ERROR(readIdxLabels(folder.write("l", idxBytes({2, 3}, QByteArray("\0\1\1\1\0\0", 6)))),
               "byte 12: expected zeros and one 1");
}

void TestIdx::dimensions_giveTheShape() {
  const test::Folder folder;
  const auto read = [&](const QList<quint32>& extents, const QByteArray& values) {
    return readIdxImages(folder.write("i", idxBytes(extents, values)));
  };
  QVERIFY(read({2, 9}, randomBytes(18)).shape == (Shape{3, 3, 1}));
  EXPECT_ERROR(read({2, 8}, randomBytes(16)), "as many values as a square has pixels, found 8");
  const QByteArray last("abcdefghijklmnopqr", 18);  // 2 rows, 3 columns, 3 channels
  const IdxImages lastImages = read({1, 2, 3, 3}, last);
  QVERIFY(lastImages.shape == (Shape{2, 3, 3}));
  QVERIFY(std::equal(last.begin(), last.end(), lastImages.values.begin()));
  // 3 channels of 2 rows and 4 columns; the first pixel has their first values.
  const IdxImages first = read({1, 3, 2, 4}, "abcdefghijklmnopqrstuvwx");
  QVERIFY(first.shape == (Shape{2, 4, 3}));
  QCOMPARE(QByteArray(reinterpret_cast<const char*>(first.values.data()), 6), "aiqbjr");
  EXPECT_ERROR(read({1, 2, 2, 2}, randomBytes(8)), "1 or 3 channels, found 2");
}

void TestIdx::zerosBehindGzip_areIgnored() {
  const test::Folder folder;
  const QByteArray padded = gzipped(kLabels) + QByteArray(1000, '\0');
  QVERIFY(readIdxLabels(folder.write("l", padded)).values == std::vector<Label>({1, 2, 3}));
  EXPECT_ERROR(readIdxLabels(folder.write("l", padded + "x")), "goes on at byte");
}

void TestIdx::missingFileOrFolder_isRefused() {
  const test::Folder folder;
  EXPECT_ERROR(readIdxLabels(folder.path("missing")), "missing", "No such file");
  EXPECT_ERROR(readIdxLabels(folder.path(".")), "it is a folder");
}

void TestIdx::badFile_saysWhereAndWhat_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, const QByteArray& bytes, const char* expected) {
    QTest::newRow(name) << bytes << QString(expected);
  };
  const QByteArray zip = gzipped(kLabels);
  row("empty", "", "is cut off: expected 4 bytes at least, found 0.");
  row("empty in gzip", gzipped(""), "is cut off: expected 4 bytes at least, found 0.");
  row("text", "0 1 2 3",
      "byte 0: expected two zero bytes, with which an IDX file begins, found 48 and 32.");
  row("png", "\x89PNG\r\n\x1a\n", "is a PNG picture, not an IDX file.");
  row("LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:12",
      "is a Git LFS pointer");
  row("floats", idxBytes({3}, "abc", 13),
      "byte 2: expected type 8 or 9 (bytes), 11 (16 bits) or 12 (32 bits), found type 13.");
  row("images for labels", idxBytes({1, 1, 1}, "a"),
      "byte 3: expected 1 to 2 dimensions, found 3.");
  row("header cut", kLabels.left(6), "is cut off: expected 8 bytes at least, found 6.");
  row("no items", idxBytes({0}, ""), "byte 4: expected an extent of 1 … 10000000, found 0.");
  row("too many items", idxBytes({4000000000U}, "abc"),
      "byte 4: expected an extent of 1 … 10000000, found 4000000000.");
  row("truncated", kLabels.left(10), "byte 8: expected 3 bytes, as the header says, found 2.");
  row("longer", kLabels + "x", "byte 8: expected 3 bytes, as the header says, found 4.");
  row("gzip cut", zip.left(zip.size() - 9), "is cut off: its compressed data go on after byte");
  row("gzip header cut", zip.left(5), "is cut off: its compressed data go on after byte 5");
  row("gzip garbage behind", zip + "garbage", "goes on at byte 31, where its compressed data end.");
  row("gzip holds less", gzipped(kLabels.left(10)),
      "is cut off: expected 11 bytes at least, found 10.");
  row("gzip holds more", gzipped(kLabels + "x"),
      "byte 11: expected the end, as the header says, found more data.");
  row("gzip promises the impossible", gzipped(idxBytes({10000000}, "")),
      "byte 4: expected no more bytes than the file can hold");
}

void TestIdx::badFile_saysWhereAndWhat() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, expected);
  const test::Folder folder;
  EXPECT_ERROR(readIdxLabels(folder.write("labels-file", bytes)), "labels-file", expected);
}

void TestIdx::flippedBitInGzip_isNoticed() {
  const test::Folder folder;
  const QByteArray good = gzipped(idxBytes({100, 10, 10}, randomBytes(10000)));
  constexpr int kHeader = 11;  // gzip's, and the first byte of deflate, which has unused bits
  for (qsizetype at = kHeader; at < good.size(); at += 97) {
    QByteArray bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    EXPECT_ERROR(readIdxImages(folder.write("bad", bad)), "bad");
  }
}

void TestIdx::join_checksCountsAndLabels() {
  const IdxImages images{3, {1, 2, 1}, {1, 2, 3, 4, 5, 6}};
  const IdxLabels labels{{0, 9, 4}};
  const Dataset set = joinIdx(images, "I", labels, "L", 10);
  QCOMPARE(set.count(), 3);
  QCOMPARE(set.height, 1);
  QCOMPARE(set.width, 2);
  QCOMPARE(set.channels, 1);
  QCOMPARE(set.classes, 10);
  QCOMPARE(int(set.image(1)[0]), 3);
  EXPECT_ERROR(joinIdx(images, "I", {{0, 9}}, "L", 10),
               "L, byte 4: expected 3 labels, one for each image of I, found 2.");
  EXPECT_ERROR(joinIdx(images, "I", labels, "L", 9),
               "L, byte 9: expected a label of 0 … 8, found 9. A file classes.txt");
  EXPECT_ERROR(joinIdx(images, "I", {{0, 300, 0xFFFF}, 2}, "L", 301),
               "L, byte 12: expected a label of 0 … 300, found 65535.");
}

INKLING_TEST(TestIdx)
#include "tst_idx.moc"
