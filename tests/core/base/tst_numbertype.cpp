// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/numbertype.h"
#include "tests/core/support/files.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;
using Kind = NumberType::Kind;

namespace {

std::vector<float> decoded(const QByteArray& bytes, NumberType type) {
  return floatsOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}, type);
}

}  // namespace

class TestNumberType final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void names_areKnown();
  void everyHalf_isWhatNumpyMakesOfIt();
  void numbers_areRoundedToFloats();
  void order_isThatOfTheType();
};

void TestNumberType::names_areKnown() {
  QVERIFY(numpyNumberType("<f4") == NumberType{});
  QVERIFY(numpyNumberType("|u1") == (NumberType{Kind::Unsigned, 1, false}));
  QVERIFY(numpyNumberType(">i8") == (NumberType{Kind::Signed, 8, true}));
  QVERIFY(numpyNumberType("|b1") == (NumberType{Kind::Truth, 1, false}));
  for (const char* name :
       {"<f1", "<f3", "<i3", "|b2", "<c8", "|O", "|S3", "f4", "<f16", "", "<f\x80"})
    QVERIFY2(!numpyNumberType(name), name);
  QVERIFY(safetensorsNumberType("BF16") == (NumberType{Kind::BrainFloat, 2, false}));
  QVERIFY(safetensorsNumberType("BOOL") == (NumberType{Kind::Truth, 1, false}));
  for (const char* name : {"", "f32", "F8_E4M3", "C64"})
    QVERIFY2(!safetensorsNumberType(name), name);
}

void TestNumberType::everyHalf_isWhatNumpyMakesOfIt() {
  const test::Folder folder;
  test::runPython(
      "import sys, numpy as n\n"
      "h = n.arange(65536, dtype=n.uint16)\n"
      "h.tofile(sys.argv[1]); h.view(n.float16).astype(n.float32).tofile(sys.argv[2])\n",
      {test::arg(folder.path("half")), test::arg(folder.path("float"))});
  const std::vector<float> found = decoded(test::fileBytes(folder.path("half")), {Kind::Float, 2});
  const std::vector<float> expected = decoded(test::fileBytes(folder.path("float")), {});
  QCOMPARE(found.size(), std::size_t{65536});
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool same =
        std::isnan(expected[i])
            ? std::isnan(found[i])
            : found[i] == expected[i] && std::signbit(found[i]) == std::signbit(expected[i]);
    QVERIFY2(same, qPrintable(QString::number(i)));
  }
}

void TestNumberType::numbers_areRoundedToFloats() {
  QCOMPARE(decoded(QByteArray::fromHex("c03f80ff"), {Kind::BrainFloat, 2}),
           std::vector<float>({1.5F, -INFINITY}));
  QCOMPARE(decoded(QByteArray::fromHex("ff80"), {Kind::Signed, 1}), std::vector<float>({-1, -128}));
  QCOMPARE(decoded(QByteArray::fromHex("ff80"), {Kind::Unsigned, 1}),
           std::vector<float>({255, 128}));
  QCOMPARE(decoded(QByteArray::fromHex("0002"), {Kind::Truth, 1}), std::vector<float>({0, 1}));
  QCOMPARE(decoded(QByteArray::fromHex("ffffffffffffffff"), {Kind::Unsigned, 8}),
           std::vector<float>{18446744073709551616.0F});
  QCOMPARE(decoded(QByteArray::fromHex("000000000000f07f"), {Kind::Float, 8}),
           std::vector<float>{INFINITY});
  QVERIFY(decoded({}, {Kind::Float, 8}).empty());
}

void TestNumberType::order_isThatOfTheType() {
  QCOMPARE(decoded(QByteArray::fromHex("0001"), {Kind::Signed, 2, true}), std::vector<float>{1});
  QCOMPARE(decoded(QByteArray::fromHex("0001"), {Kind::Signed, 2, false}), std::vector<float>{256});
  QCOMPARE(decoded(QByteArray::fromHex("3fc00000"), {Kind::Float, 4, true}),
           std::vector<float>{1.5F});
}

INKLING_TEST(TestNumberType)
#include "tst_numbertype.moc"
