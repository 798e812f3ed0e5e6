// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/files.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/refusedmemory.h"
#include "tests/support/testprogram.h"

#include <sys/stat.h>

using namespace inkling;

class TestFiles final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void kind_followsLinks();
  void kind_thatCannotBeTold_isAnError();
  void entries_areSorted_andNoneOfNoFolder();
  void entries_ofWhatIsNoFolder_isAnError();
  void folderBelowAFile_isAnError();
  void extension_isLower();
  void removed_withAllThatIsInside_butNotWhatLinksLeadTo();
  void removed_notAll_isAnError();
  void memoryThatCannotBeHad_isAnError();
};

void TestFiles::kind_followsLinks() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "x");
  std::filesystem::create_symlink("a.txt", folder.path("link"));
  std::filesystem::create_symlink("nothing", folder.path("dangling"));
  QCOMPARE(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  QCOMPARE(fileKind(file), FileKind::File);
  QCOMPARE(fileKind(folder.path("link")), FileKind::File);
  QCOMPARE(fileKind(folder.path(".")), FileKind::Folder);
  QCOMPARE(fileKind(folder.path("pipe")), FileKind::Other);
  QCOMPARE(fileKind(folder.path("dangling")), FileKind::None);
  QCOMPARE(fileKind(folder.path("a.txt/below")), FileKind::None);
  QVERIFY(isThere(file) && !isThere(folder.path("b.txt")));
}

void TestFiles::kind_thatCannotBeTold_isAnError() {
  const test::Folder folder;
  std::filesystem::create_symlink("loop", folder.path("loop"));
  EXPECT_ERROR(isThere(folder.path("loop")), "Cannot look for", "loop", "symbolic links");
  EXPECT_ERROR(isThere(folder.path(QString(256, 'n'))), "File name too long");
}

void TestFiles::entries_areSorted_andNoneOfNoFolder() {
  const test::Folder folder;
  for (const char* name : {"c", "a", "b"}) folder.write(name, "x");
  const std::vector<std::filesystem::path> found = entriesOf(folder.path(""));
  QCOMPARE(found.size(), std::size_t{3});
  QCOMPARE(found[0].filename().string(), std::string("a"));
  QCOMPARE(found[2].filename().string(), std::string("c"));
  QVERIFY(entriesOf(folder.path("none")).empty());
}

void TestFiles::entries_ofWhatIsNoFolder_isAnError() {
  const test::Folder folder;
  std::filesystem::create_symlink("loop", folder.path("loop"));
  EXPECT_ERROR(entriesOf(folder.path("loop")), "Cannot read the folder", "loop");
  EXPECT_ERROR(entriesOf(folder.write("a.txt", "x")), "Cannot read the folder", "a.txt");
}

void TestFiles::folderBelowAFile_isAnError() {
  const test::Folder folder;
  folder.write("a.txt", "x");
  EXPECT_ERROR(makeFolder(folder.path("a.txt/b")), "Cannot create the folder", "a.txt/b");
  makeFolder(folder.path("b/c"));
  makeFolder(folder.path("b/c"));
  QCOMPARE(fileKind(folder.path("b/c")), FileKind::Folder);
}

void TestFiles::extension_isLower() {
  QCOMPARE(lowerExtension("A/B.NPZ"), std::string(".npz"));
  QCOMPARE(lowerExtension("a.tar.Gz"), std::string(".gz"));
  QCOMPARE(lowerExtension("a"), std::string());
}

void TestFiles::removed_withAllThatIsInside_butNotWhatLinksLeadTo() {
  const test::Folder folder;
  const auto kept = folder.write("kept.txt", "x");
  makeFolder(folder.path("a/b"));
  folder.write("a/b/c.txt", "x");
  std::filesystem::create_symlink(folder.path(""), folder.path("a/link"));
  removeAll(folder.path("a"));
  removeAll(folder.path("a"));
  QVERIFY(!isThere(folder.path("a")) && isThere(kept));
  removeAll(kept);
  QVERIFY(!isThere(kept));
}

void TestFiles::removed_notAll_isAnError() {
  const test::Folder folder;
  EXPECT_ERROR(removeAll(folder.write("a.txt", "x") / "b"), "Cannot remove", "a.txt/b");
}

void TestFiles::memoryThatCannotBeHad_isAnError() {
  const test::Folder folder;
  makeFolder(folder.path("a"));
  folder.write("a/one whose name takes memory.txt", "x");
  QVERIFY(test::refuseEachAllocation([&] { static_cast<void>(entriesOf(folder.path("a"))); }) > 3);
  QVERIFY(test::refuseEachAllocation([&] { removeAll(folder.path("a")); }) > 0);
  QVERIFY(!isThere(folder.path("a")));
}

INKLING_TEST(TestFiles)
#include "tst_files.moc"
