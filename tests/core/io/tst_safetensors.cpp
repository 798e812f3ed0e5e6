// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/littleendian.h"
#include "core/io/safetensors.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/refusedmemory.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

TensorFile someTensors() {
  return {{{"layers.0.weight", {2, 3}, {1, 2, 3, 4, 5, 6.5F}},
           {"scalar", {}, {7}},
           {"none", {0, 4}, {}}},
          {{"inkling", "{\"a\": \"ü\"}"}}};
}

QByteArray file(const QByteArray& header, const QByteArray& data) {
  std::vector<char> bytes;
  appendLittle(bytes, static_cast<std::uint64_t>(header.size()));
  return QByteArray(bytes.data(), 8) + header + data;
}

TensorFile decode(const QByteArray& bytes) {
  return decodeSafetensors({bytes.data(), static_cast<std::size_t>(bytes.size())}, "x.safetensors");
}

QByteArray encoded() {
  const std::vector<char> bytes = encodeSafetensors(someTensors());
  return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

}  // namespace

class TestSafetensors final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void roundTrip_isExact();
  void data_beginAtAMultipleOfEight();
  void otherTypes_becomeFloats();
  void everyTruncation_isRefused();
  void badFile_saysWhatIsWrong_data();
  void badFile_saysWhatIsWrong();
  void missingFile_isRefused();
  void memoryThatCannotBeHad_isAnError();
};

void TestSafetensors::roundTrip_isExact() {
  const test::Folder folder;
  writeSafetensors(folder.path("a.safetensors"), someTensors());
  QVERIFY(readSafetensors(folder.path("a.safetensors")) == someTensors());
  QVERIFY(decode(file("{}", "")) == TensorFile{});
}

void TestSafetensors::data_beginAtAMultipleOfEight() {
  for (int length = 1; length < 12; ++length) {
    const TensorFile tensors{{{std::string(static_cast<std::size_t>(length), 'n'), {1}, {1}}}, {}};
    QCOMPARE(littleAt<std::uint64_t>(encodeSafetensors(tensors), 0) % 8, std::uint64_t{0});
  }
}

void TestSafetensors::otherTypes_becomeFloats() {
  const TensorFile found =
      decode(file(R"({"d":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},)"
                  R"("n":{"dtype":"I64","shape":[],"data_offsets":[8,16]},)"
                  R"("h":{"dtype":"F16","shape":[1],"data_offsets":[16,18]},)"
                  R"("b":{"dtype":"BF16","shape":[1],"data_offsets":[18,20]},)"
                  R"("t":{"dtype":"BOOL","shape":[1],"data_offsets":[20,21]}})",
                  QByteArray::fromHex("000000000000f83f"
                                      "feffffffffffffff"
                                      "003e"
                                      "c03f"
                                      "01")));
  QCOMPARE(found.find("d")->values, std::vector<float>{1.5F});
  QCOMPARE(found.find("n")->values, std::vector<float>{-2});
  QCOMPARE(found.find("h")->values, std::vector<float>{1.5F});
  QCOMPARE(found.find("b")->values, std::vector<float>{1.5F});
  QCOMPARE(found.find("t")->values, std::vector<float>{1});
}

void TestSafetensors::everyTruncation_isRefused() {
  const QByteArray whole = encoded();
  for (qsizetype size = 0; size < whole.size(); ++size)
    EXPECT_ERROR(decode(whole.left(size)), "x.safetensors");
  EXPECT_ERROR(decode(whole + '\0'), "the data should have 28 bytes, found 29");
}

void TestSafetensors::badFile_saysWhatIsWrong_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char* name, const QByteArray& bytes, const char* expected) {
    QTest::newRow(name) << bytes << QString(expected);
  };
  const auto tensor = [](const QByteArray& fields, int size) {
    return file("{\"t\":{" + fields + "}}", QByteArray(size, '\0'));
  };
  row("empty", "", "it has 0 bytes, expected are 8 at least");
  row("text", "0 1 2 3 4 5 6 7", "header length of at most 33554432, found 2320233632686481456");
  row("png", "\x89PNG\r\n\x1a\n and so on", "is a PNG picture, not a safetensors file");
  row("header too long", file("{}", "").replace(0, 1, "\x03"),
      "the header should have 3 bytes, but only 2 follow");
  row("no json", file("hello", ""), "The header of x.safetensors is not valid JSON");
  row("deep", file(QByteArray(70, '['), ""), "nested more than 64 levels");
  row("list", file("[]", ""), "should be a JSON object");
  row("name twice", file(R"({"t":{},"t":{}})", ""), "has the field \"t\" twice");
  row("metadata", file(R"({"__metadata__":{"a":1}})", ""),
      "the metadata \"a\" should be a text, found 1");
  row("fields", tensor(R"("dtype":"F32","shape":[1])", 4),
      "tensor \"t\" should have dtype, shape and data_offsets");
  row("type", tensor(R"("dtype":"F8_E5M2","shape":[1],"data_offsets":[0,1])", 1),
      "has the type \"F8_E5M2\", expected is \"F32\"");
  row("type is a number", tensor(R"("dtype":4,"shape":[1],"data_offsets":[0,4])", 4),
      "has the type 4");
  row("half", tensor(R"("dtype":"F16","shape":[2],"data_offsets":[0,8])", 8),
      "of shape 2 has 8 bytes of data");
  row("negative", tensor(R"("dtype":"F32","shape":[-1],"data_offsets":[0,4])", 4),
      "should have a shape of");
  row("fraction", tensor(R"("dtype":"F32","shape":[1.5],"data_offsets":[0,4])", 4),
      "should have a shape of");
  row("overflow",
      tensor(R"("dtype":"F32","shape":[65536,65536,65536,65536,65536],"data_offsets":[0,0])", 0),
      "has 0 bytes of data, which does not fit");
  row("shape", tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,4])", 4),
      "of shape 2 has 4 bytes of data");
  row("outside", tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,8])", 4),
      "but there are only 4");
  row("backwards", tensor(R"("dtype":"F32","shape":[1],"data_offsets":[4,0])", 4), "in order");
  row("huge offset",
      tensor(
          R"("dtype":"F32","shape":[1],"data_offsets":[18446744073709551612,18446744073709551615])",
          4),
      "but there are only 4");
  row("gap", tensor(R"("dtype":"F32","shape":[1],"data_offsets":[4,8])", 8),
      "should begin at 0, found 4");
  row("rest", tensor(R"("dtype":"F32","shape":[1],"data_offsets":[0,4])", 8),
      "the data should have 4 bytes, found 8");
  row("overlap",
      file(
          R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
          QByteArray(12, '\0')),
      "tensor \"b\" should begin at 8, found 4");
}

void TestSafetensors::badFile_saysWhatIsWrong() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, expected);
  EXPECT_ERROR(decode(bytes), expected);
}

void TestSafetensors::missingFile_isRefused() {
  EXPECT_ERROR(readSafetensors("/nowhere/a.safetensors"), "/nowhere/a.safetensors", "No such file");
}

void TestSafetensors::memoryThatCannotBeHad_isAnError() {
  QVERIFY(test::refuseEachAllocation([] { static_cast<void>(decode(encoded())); }) > 20);
}

INKLING_TEST(TestSafetensors)
#include "tst_safetensors.moc"
