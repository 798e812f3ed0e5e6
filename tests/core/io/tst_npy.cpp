// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/npy.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

Tensor matrix() { return {"W", {2, 3}, {1, 2, 3, 4, 5, 6.5F}}; }

QByteArray bytesOf(const std::vector<char>& bytes) {
  return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

std::span<const char> spanOf(const QByteArray& bytes) {
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray npy(const QByteArray& header, const QByteArray& data, char version = 1) {
  QByteArray bytes("\x93NUMPY");
  bytes += version;
  bytes += '\0';
  bytes += static_cast<char>(header.size());
  bytes += QByteArray(version == 1 ? 1 : 3, '\0');
  return bytes + header + data;
}

}  // namespace

class TestNpy final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void roundTrip_isExact_data();
  void roundTrip_isExact();
  void numpy_readsWhatIsWritten();
  void whatNumpyWrites_isRead();
  void badArray_saysWhatIsWrong_data();
  void badArray_saysWhatIsWrong();
  void everyTruncation_isRefused();
  void damagedArchive_isRefused();
  void missingFiles_areRefused();
};

void TestNpy::roundTrip_isExact_data() {
  QTest::addColumn<QList<int>>("shape");
  QTest::newRow("number") << QList<int>{};
  QTest::newRow("vector") << QList<int>{3};
  QTest::newRow("matrix") << QList<int>{3, 2};
  QTest::newRow("four") << QList<int>{2, 3, 3, 1};
  QTest::newRow("empty") << QList<int>{0, 3};
}

void TestNpy::roundTrip_isExact() {
  QFETCH(QList<int>, shape);
  Tensor tensor{"", {shape.begin(), shape.end()}, {}};
  for (int i = 0; i < sizeOf(tensor.shape); ++i)
    tensor.values.push_back(0.1F * static_cast<float>(i));
  const std::vector<char> bytes = encodeNpy(tensor);
  QVERIFY(decodeNpy(bytes, "x.npy") == tensor);
  QCOMPARE((bytes.size() - tensor.values.size() * 4) % 64, std::size_t{0});
  tensor.name = "layers.0.weight";
  QVERIFY(decodeNpz(encodeNpz({tensor, matrix()}), "x.npz") ==
          std::vector<Tensor>({tensor, matrix()}));
}

void TestNpy::numpy_readsWhatIsWritten() {
  const test::Folder folder;
  const Tensor vector{"layers.0.bias", {3}, {0.5F, -1, 1e-7F}};
  const auto single = folder.write("a.npy", bytesOf(encodeNpy(matrix())));
  const auto archive =
      folder.write("a.npz", bytesOf(encodeNpz({matrix(), vector, {"n", {}, {4}}})));
  const QString printed = test::runPython(
      "import sys, numpy as n\n"
      "a = n.load(sys.argv[1]); z = n.load(sys.argv[2])\n"
      "print(a.dtype, a.shape, a.flags.c_contiguous, a.tolist())\n"
      "print(z.files, z['W'].tolist(), z['layers.0.bias'].shape, float(z['layers.0.bias'][1]), "
      "z['n'].shape)\n",
      {QString::fromStdString(single.string()), QString::fromStdString(archive.string())});
  QCOMPARE(
      printed,
      QString("float32 (2, 3) True [[1.0, 2.0, 3.0], [4.0, 5.0, 6.5]]\n"
              "['W', 'layers.0.bias', 'n'] [[1.0, 2.0, 3.0], [4.0, 5.0, 6.5]] (3,) -1.0 ()\n"));
}

void TestNpy::whatNumpyWrites_isRead() {
  const test::Folder folder;
  test::runPython(
      "import sys, os, numpy as n\n"
      "os.chdir(sys.argv[1])\n"
      "a = n.array([[1, 2, 3], [4, 5, 6.5]], n.float32)\n"
      "n.save('plain.npy', a); n.save('double.npy', a.astype(n.float64)); n.save('fortran.npy', "
      "n.asfortranarray(a))\n"
      "n.save('cube.npy', n.asfortranarray(n.arange(24, dtype=n.float32).reshape(2, 3, 4)))\n"
      "n.lib.format.write_array(open('two.npy', 'wb'), a, version=(2, 0))\n"
      "n.save('half.npy', a.astype(n.float16)); n.save('big.npy', a.astype('>f4'))\n"
      "n.save('bytes.npy', n.array([[-1, 2], [3, 100]], n.int8)); n.save('words.npy', "
      "n.array([[-1, "
      "2], [3, 100]]))\n"
      "n.savez('stored.npz', W=a, b=a[0]); n.savez_compressed('packed.npz', W=a, b=a[0])\n",
      {QString::fromStdString(folder.path(".").string())});
  for (const char* name : {"plain", "double", "fortran", "two", "half", "big"}) {
    const Tensor tensor = readNpy(folder.path(QString(name) + ".npy"));
    QCOMPARE(tensor.name, std::string(name));
    QVERIFY2(tensor.shape == matrix().shape && tensor.values == matrix().values, name);
  }
  for (const char* name : {"bytes.npy", "words.npy"})
    QVERIFY(readNpy(folder.path(name)).values == std::vector<float>({-1, 2, 3, 100}));
  std::vector<float> counted(24);
  for (std::size_t i = 0; i < counted.size(); ++i) counted[i] = static_cast<float>(i);
  QVERIFY(readNpy(folder.path("cube.npy")).values == counted);
  for (const char* name : {"stored.npz", "packed.npz"}) {
    const std::vector<Tensor> tensors = readNpz(folder.path(name));
    QVERIFY2(tensors == std::vector<Tensor>({matrix(), {"b", {3}, {1, 2, 3}}}), name);
  }
}

void TestNpy::badArray_saysWhatIsWrong_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, const QByteArray& bytes, const char* expected) {
    QTest::newRow(name) << bytes << QString(expected);
  };
  const QByteArray data(4, '\0');
  row("empty", "", "it does not begin with");
  row("text", "0 1 2 3", "it does not begin with");
  row("version", npy("{}", "", 4), "its format is version 4, known are 1 to 3");
  row("cut header", npy("{'descr': '<f4'", ""), "a } is expected at its character 15");
  row("fields", npy("{'descr': '<f4', }", ""), "descr, fortran_order and shape are expected");
  row("unknown field", npy("{'colour': 1}", ""), "a field \"colour\" is unknown");
  row("order", npy("{'fortran_order': 1}", ""), "neither True nor False");
  row("negative", npy("{'shape': (-1,)}", ""), "its shape is not a list");
  row("large", npy("{'shape': (99999999999,)}", ""), "its shape is not a list");
  row("type", npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", data),
      "its numbers are of type \"|O\"");
  row("overflow",
      npy("{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536, 65536, 65536)}", data),
      "does not fit its 4 bytes of data");
  row("short", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}", data),
      "its shape 1 does not fit its 4 bytes");
  row("long", npy("{'descr': '<f4', 'fortran_order': False, 'shape': ()}", data + "x"),
      "does not fit its 5 bytes");
}

void TestNpy::badArray_saysWhatIsWrong() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, expected);
  EXPECT_ERROR(decodeNpy(spanOf(bytes), "x.npy"), "x.npy is not a usable NumPy array", expected);
}

void TestNpy::everyTruncation_isRefused() {
  const QByteArray single = bytesOf(encodeNpy(matrix()));
  for (qsizetype size = 0; size < single.size(); ++size)
    EXPECT_ERROR(decodeNpy(spanOf(single.left(size)), "x"), "x");
  const QByteArray archive = bytesOf(encodeNpz({matrix()}));
  for (qsizetype size = 0; size < archive.size(); ++size)
    EXPECT_ERROR(decodeNpz(spanOf(archive.left(size)), "x"), "x");
}

void TestNpy::damagedArchive_isRefused() {
  const QByteArray good = bytesOf(encodeNpz({matrix()}));
  QByteArray flipped = good;
  flipped[170] = static_cast<char>(flipped[170] ^ 1);
  EXPECT_ERROR(decodeNpz(spanOf(flipped), "x"), "the checksum of W.npy is wrong");
  EXPECT_ERROR(decodeNpz(encodeNpz({matrix(), matrix()}), "x"), "W.npy is there twice");
  const auto directory = good.indexOf("PK\1\2");
  QByteArray far = good;
  far[directory + 45] = '\x7f';  // highest byte of the offset of the local record
  EXPECT_ERROR(decodeNpz(spanOf(far), "x"), "points behind its end");
  QByteArray method = good;
  method[directory + 10] = 12;
  EXPECT_ERROR(decodeNpz(spanOf(method), "x"), "compressed by method 12");
  QByteArray bomb = good;
  bomb[directory + 10] = 8;
  bomb[directory + 27] = '\x7f';  // highest byte of the size
  EXPECT_ERROR(decodeNpz(spanOf(bomb), "x"), "more than it can hold");
  QByteArray name = good;
  name.replace(".npy", ".txt");
  EXPECT_ERROR(decodeNpz(spanOf(name), "x"), "its name lacks .npy");
  EXPECT_ERROR(decodeNpz(spanOf("plain text"), "x"), "no end record");
  EXPECT_ERROR(decodeNpz(spanOf("\x93NUMPY\x01"), "x"), "x is a NumPy array (.npy), not");
  EXPECT_ERROR(decodeNpy(spanOf(good), "x"), "x is a NumPy archive (.npz), not");
}

void TestNpy::missingFiles_areRefused() {
  EXPECT_ERROR(readNpy("/nowhere/W.npy"), "/nowhere/W.npy", "No such file");
  EXPECT_ERROR(readNpz("/nowhere/W.npz"), "/nowhere/W.npz", "No such file");
}

INKLING_TEST(TestNpy)
#include "tst_npy.moc"
