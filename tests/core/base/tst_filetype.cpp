// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/filetype.h"
#include "tests/core/support/expecterror.h"
#include "tests/support/testprogram.h"

using namespace inkling;

namespace {

std::span<const char> spanOf(const QByteArray& bytes) {
  return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

QByteArray archive(const QByteArray& name) {
  QByteArray bytes("PK\x03\x04");
  bytes.append(22, '\0');
  bytes.append(static_cast<char>(name.size()));
  bytes.append(3, '\0');
  return bytes + name + "contents";
}

// Start, a segment whose contents look like an end, pixels with a stuffed byte and a restart, end.
const QByteArray kJpeg =
    QByteArray::fromHex("ffd8ffe00006ffd9ffd9ffda000401021234ff0056ffd078ffd9");

}  // namespace

class TestFileType final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void type_isToldByContent_data();
  void type_isToldByContent();
  void otherType_isCalledByItsName();
  void cutOffPicture_isNoticed();
};

void TestFileType::type_isToldByContent_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("type");
  const auto row = [](const char* name, const QByteArray& bytes, const char* type) {
    QTest::newRow(name) << bytes << QString(type);
  };
  row("nothing", "", "");
  row("text", "0 1 2", "");
  row("recipe", "{\"format\": 2}", "");
  row("safetensors", QByteArray("\x10\x02\0\0\0\0\0\0{\"a\"", 12), "a safetensors file");
  row("npz", archive("layers.0.weight.npy"), "a NumPy archive (.npz)");
  row("PyTorch", archive("model/data.pkl"), "a PyTorch model");
  row("PyTorch, old", QByteArray("\x80\x02\x8a\nl\xfc\x9c\x46\xf9 j\xa8P\x19.\x80"),
      "a PyTorch model");
  row("zip", archive("a.txt"), "a zip archive");
  row("zip, cut off", "PK\x03\x04", "a zip archive");
  row("Keras", archive("metadata.json"), "a Keras model");
  row("HDF5", "\x89HDF\r\n\x1a\n", "an HDF5 file (Keras)");
  row("gzip", "\x1f\x8b\x08", "a gzip file");
  row("TensorFlow Lite", QByteArray("\x1c\0\0\0TFL3\x14", 9), "a TensorFlow Lite model");
  row("pickle", "\x80\x04\x95", "a Python pickle");
  row("npy", "\x93NUMPY\x01", "a NumPy array (.npy)");
  row("ONNX", "\x08\x07\x12\x07inkling", "an ONNX model");
  row("HTML", "\n<!DOCTYPE HTML>\n<html>", "an HTML page");
  row("LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:12", "a Git LFS pointer");
  row("JPEG", kJpeg, "a JPEG picture");
}

void TestFileType::type_isToldByContent() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, type);
  const std::string_view found = typeOf(spanOf(bytes));
  const QString told = QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size()));
  QVERIFY2(type.isEmpty() ? told.isEmpty() : told.startsWith(type), qPrintable(told));
}

void TestFileType::otherType_isCalledByItsName() {
  const QByteArray page("<html>404</html>");
  EXPECT_ERROR(requireType(spanOf(page), kNpyType, "w.npy"),
               "w.npy is an HTML page, not a NumPy array (.npy).");
  const QByteArray array("\x93NUMPY\x01");
  requireType(spanOf(array), kNpyType, "w.npy");
  requireType(spanOf("0 1 2"), kNpyType, "w.npy");
}

void TestFileType::cutOffPicture_isNoticed() {
  QVERIFY(!isCutOffPicture(spanOf(kJpeg)));
  QVERIFY(!isCutOffPicture(spanOf(kJpeg + "a camera's own data")));
  for (qsizetype size = 3; size < kJpeg.size(); ++size)
    QVERIFY2(isCutOffPicture(spanOf(kJpeg.first(size))), qPrintable(QString::number(size)));
  // Two rows of three pixels of 24 bits, each filled up to 12 bytes.
  QByteArray bitmap(54 + 24, '\0');
  bitmap.replace(0, 2, "BM");
  for (const auto& [at, value] : {std::pair(10, 54), std::pair(14, 40), std::pair(18, 3),
                                  std::pair(22, 2), std::pair(28, 24)})
    bitmap[at] = static_cast<char>(value);
  QVERIFY(!isCutOffPicture(spanOf(bitmap)));
  QVERIFY(isCutOffPicture(spanOf(bitmap.chopped(1))));
  bitmap.replace(22, 4, QByteArray::fromHex("feffffff"));
  QVERIFY(!isCutOffPicture(spanOf(bitmap)));
  QVERIFY(isCutOffPicture(spanOf(bitmap.chopped(1))));
  QVERIFY(!isCutOffPicture(spanOf("\x89PNG")));
}

INKLING_TEST(TestFileType)
#include "tst_filetype.moc"
