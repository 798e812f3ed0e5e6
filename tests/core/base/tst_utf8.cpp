// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/utf8.h"
#include "tests/support/testprogram.h"

using namespace inkling;

class TestUtf8 final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void wellFormed_data();
  void wellFormed();
  void mark_isLeftOut();
  void columns_areThoseOfATerminal();
  void cut_endsBetweenCharacters();
};

void TestUtf8::wellFormed_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("right");
  QTest::newRow("empty") << QByteArray() << true;
  QTest::newRow("all sizes") << QByteArray("aä数𝄞") << true;
  QTest::newRow("Latin-1") << QByteArray(
                                  "Stra\xdf"
                                  "e")
                           << false;
  QTest::newRow("cut off") << QByteArray("\xe6\x95") << false;
  QTest::newRow("longer than needed") << QByteArray("\xc0\xaf") << false;
  QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
  QTest::newRow("above the last") << QByteArray("\xf4\x90\x80\x80") << false;
  QTest::newRow("without a beginning") << QByteArray("\x80") << false;
}

void TestUtf8::wellFormed() {
  QFETCH(QByteArray, text);
  QFETCH(bool, right);
  QCOMPARE(isUtf8(text.toStdString()), right);
}

void TestUtf8::mark_isLeftOut() {
  QCOMPARE(withoutMark("\xEF\xBB\xBFnull"), std::string_view("null"));
  QCOMPARE(withoutMark("null"), std::string_view("null"));
}

void TestUtf8::columns_areThoseOfATerminal() {
  QCOMPARE(columnsOf("zero"), 4);
  QCOMPARE(columnsOf("zérø"), 4);
  QCOMPARE(columnsOf("e\u0301"), 1);
  QCOMPARE(columnsOf("お o"), 4);
  QCOMPARE(columnsOf("\xff"), 1);
}

void TestUtf8::cut_endsBetweenCharacters() {
  QCOMPARE(cutTo("zérøs", 4), std::string("zérø"));
  QCOMPARE(cutTo("お o", 3), std::string("お "));
  QCOMPARE(cutTo("数字", 3), std::string("数"));
  QCOMPARE(cutTo("e\u0301a", 1), std::string("e\u0301"));
  QCOMPARE(cutTo("ab", 9), std::string("ab"));
}

INKLING_TEST(TestUtf8)
#include "tst_utf8.moc"
