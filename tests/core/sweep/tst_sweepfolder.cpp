// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/sweepfolder.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/tinysweep.h"
#include "tests/support/testprogram.h"

#include <set>

using namespace inkling;

class TestSweepFolder final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void otherSweep_isNotReplaced();
  void sameSweep_mayGrow();
  void everyName_hasItsOwnFolder();
  void folderOfBefore_isFoundAgain();
  void longName_isCutBetweenCharacters();

private:
  static SweepSpec named(const std::string& name) {
    SweepSpec spec = test::tinySweep("blocks");
    spec.name = name;
    return spec;
  }
};

void TestSweepFolder::otherSweep_isNotReplaced() {
  const test::Folder files;
  const SweepFolder folder{files.path("sweep")};
  folder.saveSpec(named("one"));
  EXPECT_ERROR(folder.saveSpec(named("two")), "holds the sweep \"one\"", "\"two\"");
  QCOMPARE(folder.loadSpec().name, std::string("one"));
}

void TestSweepFolder::sameSweep_mayGrow() {
  const test::Folder files;
  const SweepFolder folder{files.path("sweep")};
  SweepSpec spec = named("one");
  folder.saveSpec(spec);
  spec.seeds = {1, 2, 3};
  folder.saveSpec(spec);
  QVERIFY(folder.loadSpec() == spec);
}

void TestSweepFolder::everyName_hasItsOwnFolder() {
  const test::Folder files;
  const auto root = files.path("sweeps");
  std::set<std::filesystem::path> folders;
  const std::vector<std::string> names = {
      "a/b", "a-b", "a:b", ".", "..", "_.", "../x", "_", std::string(300, 'x')};
  for (const std::string& name : names) {
    const SweepFolder folder = sweepFolderFor(root, name);
    QCOMPARE(folder.root.parent_path(), root);
    QVERIFY2(folders.insert(folder.root).second, name.c_str());
    folder.saveSpec(named(name));
  }
  for (const std::string& name : names) {
    const SweepFolder folder = sweepFolderFor(root, name);
    QCOMPARE(folder.loadSpec().name, name);
  }
}

void TestSweepFolder::folderOfBefore_isFoundAgain() {
  const test::Folder files;
  const auto root = files.path("sweeps");
  SweepFolder{root / "a-b"}.saveSpec(named("a/b"));
  QCOMPARE(sweepFolderFor(root, "a/b").root, root / "a-b");
  QVERIFY(sweepFolderFor(root, "a-b").root != root / "a-b");
}

void TestSweepFolder::longName_isCutBetweenCharacters() {
  std::string name = "x";
  for (int i = 0; i < 150; ++i) name += "ä";
  const std::string folder = sweepFolderFor("/nowhere", name).root.filename().string();
  const QString text = QString::fromStdString(folder);
  QVERIFY2(!text.contains(QChar::ReplacementCharacter) && text.contains("ää-"), qPrintable(text));
}

INKLING_TEST(TestSweepFolder)
#include "tst_sweepfolder.moc"
