// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/runslot.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

using namespace inkling;
using namespace std::chrono_literals;

namespace {

void fill(const RunSlot& slot) {
  QFile file(test::arg(slot.file()));
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write("run") == 3);
}

}  // namespace

class TestRunSlot final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void nothingLeft_nothingIsMade();
  void left_isFoundOnceItsHolderIsGone();
  void twoPrograms_takeDifferentOnes();
  void severalLeft_newestFirst();
  void left_isNotOverwritten();
};

void TestRunSlot::nothingLeft_nothingIsMade() {
  const test::Folder folder;
  QVERIFY(!RunSlot::takeLeft(folder.path("state")));
  QVERIFY(!std::filesystem::exists(folder.path("state")));
}

void TestRunSlot::left_isFoundOnceItsHolderIsGone() {
  const test::Folder folder;
  std::optional<RunSlot> held(RunSlot::takeEmpty(folder.path("state/inkling")));
  fill(*held);
  const auto file = held->file();
  QVERIFY(!RunSlot::takeLeft(folder.path("state/inkling")));
  held.reset();
  const auto left = RunSlot::takeLeft(folder.path("state/inkling"));
  QVERIFY(left);
  QCOMPARE(left->file(), file);
}

void TestRunSlot::twoPrograms_takeDifferentOnes() {
  const test::Folder folder;
  const RunSlot one = RunSlot::takeEmpty(folder.path("state"));
  const RunSlot other = RunSlot::takeEmpty(folder.path("state"));
  QVERIFY(one.file() != other.file());
}

void TestRunSlot::severalLeft_newestFirst() {
  const test::Folder folder;
  std::filesystem::path older;
  std::filesystem::path newer;
  {
    const RunSlot one = RunSlot::takeEmpty(folder.path("state"));
    const RunSlot other = RunSlot::takeEmpty(folder.path("state"));
    fill(one);
    fill(other);
    newer = one.file();
    older = other.file();
    std::filesystem::last_write_time(older, std::filesystem::last_write_time(newer) - 1h);
  }
  const auto first = RunSlot::takeLeft(folder.path("state"));
  const auto second = RunSlot::takeLeft(folder.path("state"));
  QVERIFY(first && second);
  QCOMPARE(first->file(), newer);
  QCOMPARE(second->file(), older);
}

void TestRunSlot::left_isNotOverwritten() {
  const test::Folder folder;
  std::filesystem::path left;
  {
    const RunSlot slot = RunSlot::takeEmpty(folder.path("state"));
    fill(slot);
    left = slot.file();
  }
  QVERIFY(RunSlot::takeEmpty(folder.path("state")).file() != left);
}

INKLING_TEST(TestRunSlot)
#include "tst_runslot.moc"
