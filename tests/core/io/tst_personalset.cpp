// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/ink.h"
#include "core/io/personalset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/failedcalls.h"
#include "tests/core/support/files.h"
#include "tests/core/support/personaldigits.h"
#include "tests/core/support/refusedmemory.h"
#include "tests/core/support/smallfiles.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace inkling;
using inkling::test::pixels;
using inkling::test::seven;

namespace {

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

}  // namespace

class TestPersonalSet final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void missingFile_isAnEmptySet();
  void digits_comeBack();
  void everyFourth_isHeldOut();
  void idOfARemovedDigit_isNotGivenAgain();
  void removed_comesBackToItsPlace();
  void twoSetsOnOneFile_seeEachOther();
  void damagedFile_isKeptAsideAndTheRestGoesOn_data();
  void damagedFile_isKeptAsideAndTheRestGoesOn();
  void damagedTwice_keepsBoth();
  void damagedAndNoRoom_staysWhereItIs();
  void changeThatCannotBeSaved_changesNothing();
  void memoryThatCannotBeHad_changesNothing();
  void changeThatMayNotLast_isMade();
  void fileThatCannotBeLookedFor_isNotTakenForMissing();
  void changeOfOthersAtTheSameTime_isSeen();
  void lastId_data();
  void lastId();
  void newerFile_isLeftAlone();
  void folderInItsPlace_isLeftAlone();

private:
  QString path(const char* name = "mine.jsonl") const { return m_folder->filePath(name); }
  PersonalSet set() const { return PersonalSet(path().toStdString()); }

  std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPersonalSet::missingFile_isAnEmptySet() {
  PersonalSet mine = set();
  mine.load();
  QVERIFY(mine.digits().empty());
  QVERIFY(mine.problem().empty());
  QVERIFY(!QFile::exists(path()));
}

void TestPersonalSet::digits_comeBack() {
  PersonalSet mine = set();
  QCOMPARE(mine.add(seven()), 1L);
  QCOMPARE(mine.add(pixels(3)), 2L);
  mine.relabel(2, 5);
  PersonalSet other = set();
  other.load();
  QCOMPARE(other.digits().size(), std::size_t{2});
  const PersonalDigit& first = other.digits()[0];
  QCOMPARE(first.label, 7);
  QCOMPARE(first.date.size(), std::size_t{19});
  QCOMPARE(first.ink.size(), std::size_t{2});
  QCOMPARE(first.ink[0].points[1].x, 0.8F);
  QCOMPARE(first.ink[0].points[1].time, 0.1F);
  QCOMPARE(first.ink[0].points[1].pressure, 0.5F);
  QCOMPARE(first.glyph, renderGlyph(seven().ink));
  QCOMPARE(other.digits()[1].label, 5);
  QCOMPARE(other.digits()[1].glyph, pixels(5).glyph);
  QVERIFY(other.digits()[1].ink.empty());
}

void TestPersonalSet::everyFourth_isHeldOut() {
  PersonalSet mine = set();
  for (int i = 0; i < 9; ++i) mine.add(pixels(1));
  int heldOut = 0;
  for (const PersonalDigit& digit : mine.digits()) heldOut += digit.heldOut() ? 1 : 0;
  QCOMPARE(heldOut, 2);
}

void TestPersonalSet::idOfARemovedDigit_isNotGivenAgain() {
  set().add(pixels(1));
  PersonalSet mine = set();
  mine.add(pixels(2));
  mine.remove(std::vector<long>{2});
  PersonalSet later = set();
  QCOMPARE(later.add(pixels(3)), 3L);
}

void TestPersonalSet::removed_comesBackToItsPlace() {
  PersonalSet mine = set();
  for (int i = 0; i < 4; ++i) mine.add(pixels(i));
  const PersonalDigit second = mine.digits()[1];
  mine.remove(std::vector<long>{2, 77});
  QCOMPARE(mine.digits().size(), std::size_t{3});
  mine.restore(std::vector<PersonalDigit>{second});
  mine.restore(std::vector<PersonalDigit>{second});
  QCOMPARE(mine.digits().size(), std::size_t{4});
  QCOMPARE(mine.digits()[1].id, 2L);
  QCOMPARE(mine.digits()[1].label, 1);
}

void TestPersonalSet::twoSetsOnOneFile_seeEachOther() {
  PersonalSet one = set();
  PersonalSet two = set();
  one.add(pixels(1));
  two.add(pixels(2));
  one.add(pixels(3));
  QCOMPARE(one.digits().size(), std::size_t{3});
  QCOMPARE(one.digits()[1].label, 2);
  QCOMPARE(one.digits()[2].id, 3L);
}

void TestPersonalSet::damagedFile_isKeptAsideAndTheRestGoesOn_data() {
  QTest::addColumn<QByteArray>("old");
  QTest::addColumn<QByteArray>("now");
  QTest::addColumn<int>("left");
  QTest::newRow("empty") << QByteArray() << QByteArray() << 0;
  QTest::newRow("truncated") << QByteArray("\"label\":3") << QByteArray("\"la") << -1;
  QTest::newRow("label") << QByteArray("\"label\":3") << QByteArray("\"label\":13") << 2;
  QTest::newRow("no label") << QByteArray("\"label\":3") << QByteArray("\"table\":3") << 2;
  QTest::newRow("id") << QByteArray("\"id\":2") << QByteArray("\"id\":-2") << 2;
  QTest::newRow("pixels") << QByteArray("\"pixels\":\"00") << QByteArray("\"pixels\":\"0") << 2;
  QTest::newRow("no hex") << QByteArray("\"pixels\":\"00") << QByteArray("\"pixels\":\"0x") << 2;
  QTest::newRow("strokes") << QByteArray("[[0.2,") << QByteArray("[[") << 2;
  QTest::newRow("a word") << QByteArray("[[0.2,") << QByteArray("[[\"0.2\",") << 2;
  QTest::newRow("a huge number") << QByteArray("[[0.2,") << QByteArray("[[1e30,") << 2;
  QTest::newRow("no header") << QByteArray("inkling personal") << QByteArray("other") << 3;
  QTest::newRow("garbage") << QByteArray("{\"id\":2") << QByteArray("\xff\xfe\x01{\"id\":2") << 2;
}

void TestPersonalSet::damagedFile_isKeptAsideAndTheRestGoesOn() {
  QFETCH(QByteArray, old);
  QFETCH(QByteArray, now);
  QFETCH(int, left);
  set().add(seven());
  set().add(pixels(3));
  set().add(pixels(4));
  QByteArray bytes = contents(path());
  const auto at = bytes.indexOf(old);
  QVERIFY(at >= 0);
  if (old.isEmpty()) bytes.clear();
  bytes.replace(at, old.size(), now);
  if (left < 0) bytes.truncate(at + now.size());
  write(path(), bytes);

  PersonalSet mine = set();
  mine.load();
  QCOMPARE(int(mine.digits().size()), left < 0 ? 1 : left);
  QVERIFY2(QString::fromStdString(mine.problem()).contains("mine-damaged-1.jsonl"),
           mine.problem().c_str());
  QCOMPARE(contents(path("mine-damaged-1.jsonl")), bytes);
  mine.add(pixels(9));
  PersonalSet later = set();
  later.load();
  QVERIFY(later.problem().empty());
  QCOMPARE(later.digits().size(), mine.digits().size());
  QCOMPARE(contents(path("mine-damaged-1.jsonl")), bytes);
}

void TestPersonalSet::damagedTwice_keepsBoth() {
  for (const char* rubbish : {"one", "two"}) {
    write(path(), rubbish);
    set().load();
  }
  QCOMPARE(contents(path("mine-damaged-1.jsonl")), QByteArray("one"));
  QCOMPARE(contents(path("mine-damaged-2.jsonl")), QByteArray("two"));
}

void TestPersonalSet::damagedAndNoRoom_staysWhereItIs() {
  set().add(pixels(1));
  set().add(pixels(2));
  const QByteArray bytes = contents(path()) + "rubbish\n";
  write(path(), bytes);
  for (const rlim_t room : {rlim_t{10}, static_cast<rlim_t>(bytes.size() - 9)}) {
    PersonalSet mine = set();
    const test::SmallFiles small(room);
    EXPECT_ERROR(mine.load(), "damaged", "cannot be saved anew");
    QCOMPARE(contents(path()), bytes);
  }
  PersonalSet mine = set();
  mine.load();
  QCOMPARE(mine.digits().size(), std::size_t{2});
  QCOMPARE(contents(path("mine-damaged-1.jsonl")), bytes);
  QVERIFY(!QFile::exists(path("mine-damaged-2.jsonl")));
}

void TestPersonalSet::changeThatCannotBeSaved_changesNothing() {
  PersonalSet mine = set();
  mine.add(pixels(1));
  mine.add(pixels(2));
  {
    const test::SmallFiles small(10);
    EXPECT_ERROR(mine.add(pixels(3)), "Cannot save");
    EXPECT_ERROR(mine.relabel(1, 7), "Cannot save");
    EXPECT_ERROR(mine.remove(std::vector<long>{2}), "Cannot save");
  }
  QCOMPARE(mine.digits().size(), std::size_t{2});
  QCOMPARE(mine.digits()[0].label, 1);
  QCOMPARE(mine.add(pixels(3)), 3L);
}

void TestPersonalSet::memoryThatCannotBeHad_changesNothing() {
  PersonalSet mine = set();
  mine.add(seven());
  bool added = false;
  const auto compare = [&] {
    mine.load();
    QVERIFY(mine.problem().empty());
    QCOMPARE(mine.digits().size(), added ? std::size_t{2} : std::size_t{1});
    if (std::exchange(added, false)) mine.remove(std::vector<long>{mine.digits().back().id});
  };
  const int allocations = test::refuseEachAllocation(
      [&] {
        PersonalSet other = set();  // that reads the file first
        other.add(pixels(3));
        added = true;
      },
      compare);
  QVERIFY(allocations > 20);
  QVERIFY(added);
  compare();
}

void TestPersonalSet::changeThatMayNotLast_isMade() {
  PersonalSet mine = set();
  mine.add(pixels(1));
  {
    const test::FailedCalls failed(test::FileCall::Fsync, 1);  // the first is of the file
    EXPECT_ERROR(mine.add(pixels(2)), "was saved, but writing its folder");
  }
  QCOMPARE(mine.digits().size(), std::size_t{2});
  PersonalSet other = set();
  other.load();
  QCOMPARE(other.digits().size(), std::size_t{2});
}

void TestPersonalSet::fileThatCannotBeLookedFor_isNotTakenForMissing() {
  QVERIFY(QFile::link(path(), path()));
  PersonalSet mine = set();
  EXPECT_ERROR(mine.load(), "mine.jsonl", "symbolic links");
  EXPECT_ERROR(mine.add(pixels(1)), "mine.jsonl", "symbolic links");
  QVERIFY(QFileInfo(path()).isSymLink());
}

void TestPersonalSet::changeOfOthersAtTheSameTime_isSeen() {
  PersonalSet one = set();
  one.add(pixels(1));
  one.add(pixels(2));
  const std::filesystem::path file = path().toStdString();
  const auto time = std::filesystem::last_write_time(file);
  PersonalSet two = set();
  two.relabel(1, 5);
  std::filesystem::last_write_time(file, time);
  one.relabel(2, 6);
  QCOMPARE(one.digits()[0].label, 5);
  QCOMPARE(one.digits()[1].label, 6);
}

void TestPersonalSet::lastId_data() {
  QTest::addColumn<QByteArray>("last");
  QTest::addColumn<bool>("damaged");
  QTest::addColumn<qlonglong>("next");
  QTest::newRow("many") << QByteArray("1000000000") << false << 1'000'000'001LL;
  QTest::newRow("all but one") << QByteArray("9223372036854775807") << true << 2LL;
  QTest::newRow("more than there are") << QByteArray("18446744073709551615") << true << 2LL;
  QTest::newRow("below zero") << QByteArray("-1") << true << 2LL;
  QTest::newRow("a word") << QByteArray("\"1\"") << true << 2LL;
}

void TestPersonalSet::lastId() {
  QFETCH(QByteArray, last);
  QFETCH(bool, damaged);
  QFETCH(qlonglong, next);
  set().add(pixels(1));
  QByteArray bytes = contents(path());
  bytes.replace("\"last_id\":1", "\"last_id\":" + last);
  write(path(), bytes);
  PersonalSet mine = set();
  QCOMPARE(mine.add(pixels(2)), static_cast<long>(next));
  QCOMPARE(mine.problem().empty(), !damaged);
  QCOMPARE(QFile::exists(path("mine-damaged-1.jsonl")), damaged);
  PersonalSet later = set();
  later.load();
  QVERIFY2(later.problem().empty(), later.problem().c_str());
  QCOMPARE(later.digits().size(), std::size_t{2});
}

void TestPersonalSet::newerFile_isLeftAlone() {
  set().add(pixels(1));
  QByteArray bytes = contents(path());
  bytes.replace("\"version\":1", "\"version\":2");
  write(path(), bytes);
  PersonalSet mine = set();
  EXPECT_ERROR(mine.load(), "newer");
  EXPECT_ERROR(mine.add(pixels(2)), "newer");
  QCOMPARE(contents(path()), bytes);
}

void TestPersonalSet::folderInItsPlace_isLeftAlone() {
  QVERIFY(QDir().mkpath(path()));
  PersonalSet mine = set();
  EXPECT_ERROR(mine.add(pixels(2)), "mine.jsonl");
  QVERIFY(QDir(path()).exists());
}

INKLING_TEST(TestPersonalSet)
#include "tst_personalset.moc"
