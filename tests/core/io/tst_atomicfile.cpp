// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/smallfiles.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace inkling;

namespace {

int g_fsyncsBeforeFailure = -1;
int g_fsyncError = EIO;

}  // namespace

// Stands before the C library's for the whole program, the library under test included.
extern "C" int fsync(int number) {
  if (g_fsyncsBeforeFailure == 0) {
    errno = g_fsyncError;
    return -1;
  }
  if (g_fsyncsBeforeFailure > 0) --g_fsyncsBeforeFailure;
  return static_cast<int>(::syscall(SYS_fsync, number));
}

// The first names that are drawn are all zeros.
int g_zerosDrawn = 0;
extern "C" ssize_t getrandom(void* bytes, std::size_t count, unsigned flags) {
  if (g_zerosDrawn > 0 && count == 8) {
    --g_zerosDrawn;
    std::memset(bytes, 0, count);
    return static_cast<ssize_t>(count);
  }
  return ::syscall(SYS_getrandom, bytes, count, flags);
}

class TestAtomicFile final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void cleanup() {
    g_fsyncsBeforeFailure = -1;
    g_fsyncError = EIO;
  }
  void newAndExistingFiles_getTheBytes();
  void existingFile_keepsItsPermissions();
  void link_staysALink();
  void linkToNothing_makesWhatItNames();
  void pipe_staysAPipe();
  void longestName_isSaved();
  void leftoversOfTheDead_goWithTheNextSave();
  void takenNames_areLeftAlone();
  void missingFolder_isRefused();
  void failingWrite_leavesTheOldFile();
  void failingFsync_leavesTheOldFile();
  void failingFsyncOfFolder_leavesTheNewFileAndSaysSo();
  void folderWithoutFsync_isNoError_data();
  void folderWithoutFsync_isNoError();
  void failingRename_leavesWhatWasThere();
  void reading_missingFolderOrTooLarge_isRefused();
  void reading_pipe_isRefusedAtOnce();
};

namespace {

QStringList names(const test::Folder& folder) {
  return QDir(QString::fromStdString(folder.path(".").string()))
      .entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
}

void save(const std::filesystem::path& file, const QByteArray& bytes) {
  writeFileAtomically(file, {bytes.data(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace

void TestAtomicFile::newAndExistingFiles_getTheBytes() {
  const test::Folder folder;
  const auto file = folder.path("a.txt");
  save(file, "first");
  QCOMPARE(test::fileBytes(file), QByteArray("first"));
  save(file, "");
  QCOMPARE(test::fileBytes(file), QByteArray());
  save(file, QByteArray(3'000'000, 'x'));
  QCOMPARE(test::fileBytes(file).size(), 3'000'000);
  QCOMPARE(names(folder), QStringList("a.txt"));
}

void TestAtomicFile::existingFile_keepsItsPermissions() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  QCOMPARE(::chmod(file.c_str(), 0640), 0);
  save(file, "new");
  struct stat now {};
  QCOMPARE(::stat(file.c_str(), &now), 0);
  QCOMPARE(now.st_mode & 07777U, 0640U);
}

void TestAtomicFile::link_staysALink() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  std::filesystem::create_symlink(file, folder.path("link"));
  save(folder.path("link"), "new");
  QVERIFY(std::filesystem::is_symlink(folder.path("link")));
  QCOMPARE(test::fileBytes(file), QByteArray("new"));
}

void TestAtomicFile::linkToNothing_makesWhatItNames() {
  const test::Folder folder;
  QVERIFY(std::filesystem::create_directory(folder.path("there")));
  std::filesystem::create_symlink("there/a.txt", folder.path("second"));
  std::filesystem::create_symlink("second", folder.path("first"));
  save(folder.path("first"), "new");
  QVERIFY(std::filesystem::is_symlink(folder.path("first")));
  QVERIFY(std::filesystem::is_symlink(folder.path("second")));
  QCOMPARE(test::fileBytes(folder.path("there/a.txt")), QByteArray("new"));
  std::filesystem::create_symlink("loop", folder.path("loop"));
  EXPECT_ERROR(save(folder.path("loop"), "new"), "loop", "symbolic links");
  QVERIFY(std::filesystem::is_symlink(folder.path("loop")));
}

void TestAtomicFile::longestName_isSaved() {
  const test::Folder folder;
  const QString name(255, 'n');
  save(folder.path(name), "new");
  QCOMPARE(names(folder), QStringList(name));
  EXPECT_ERROR(save(folder.path(name + 'n'), "new"), "File name too long");
}

void TestAtomicFile::leftoversOfTheDead_goWithTheNextSave() {
  const test::Folder folder;
  folder.write(".inkling-0123456789abcdef.new", "half");
  const auto alive = folder.write(".inkling-0123456789abcde0.new", "half");
  folder.write(".inkling-0123456789abcdeF.new", "not ours");
  folder.write(".a.txt.1-0.new", "not ours");
  const int writer = ::open(alive.c_str(), O_WRONLY);
  QCOMPARE(::flock(writer, LOCK_EX | LOCK_NB), 0);
  save(folder.path("a.txt"), "new");
  ::close(writer);
  QCOMPARE(names(folder), (QStringList{".a.txt.1-0.new", ".inkling-0123456789abcde0.new",
                                       ".inkling-0123456789abcdeF.new", "a.txt"}));
}

void TestAtomicFile::takenNames_areLeftAlone() {
  const test::Folder folder;
  const auto taken = folder.write(".inkling-0000000000000000.new", "of another writer");
  const int writer = ::open(taken.c_str(), O_WRONLY);
  QCOMPARE(::flock(writer, LOCK_EX | LOCK_NB), 0);
  g_zerosDrawn = 3;
  save(folder.path("a.txt"), "new");
  QCOMPARE(g_zerosDrawn, 0);
  ::close(writer);
  QCOMPARE(test::fileBytes(taken), QByteArray("of another writer"));
  QCOMPARE(test::fileBytes(folder.path("a.txt")), QByteArray("new"));
}

void TestAtomicFile::pipe_staysAPipe() {
  const test::Folder folder;
  const auto pipe = folder.path("pipe");
  QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  QVERIFY(reader >= 0);
  save(pipe, "through");
  char bytes[16] = {};
  const auto count = ::read(reader, bytes, sizeof bytes);
  ::close(reader);
  QCOMPARE(QByteArray(bytes, count), QByteArray("through"));
  struct stat now {};
  QCOMPARE(::stat(pipe.c_str(), &now), 0);
  QVERIFY(S_ISFIFO(now.st_mode));
}

void TestAtomicFile::missingFolder_isRefused() {
  const test::Folder folder;
  EXPECT_ERROR(save(folder.path("no/a.txt"), "x"), "no/a.txt", "opening its folder",
               "No such file");
}

void TestAtomicFile::failingWrite_leavesTheOldFile() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  QString sentence;
  {
    const test::SmallFiles small(1000);
    sentence = test::errorOf([&] { save(file, QByteArray(5000, 'x')); });
  }
  QVERIFY2(sentence.contains("writing failed (File too large)"), qPrintable(sentence));
  QCOMPARE(test::fileBytes(file), QByteArray("old"));
  QCOMPARE(names(folder), QStringList("a.txt"));
}

void TestAtomicFile::failingFsync_leavesTheOldFile() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  g_fsyncsBeforeFailure = 0;
  EXPECT_ERROR(save(file, "new"), "writing to the disk failed (Input/output error)");
  QCOMPARE(test::fileBytes(file), QByteArray("old"));
  QCOMPARE(names(folder), QStringList("a.txt"));
}

void TestAtomicFile::failingFsyncOfFolder_leavesTheNewFileAndSaysSo() {
  const test::Folder folder;
  for (const char* name : {"a.txt", "new.txt"}) {
    folder.write("a.txt", "old");
    g_fsyncsBeforeFailure = 1;
    EXPECT_ERROR(save(folder.path(name), "new"), name,
                 "was saved, but writing its folder to the disk failed (Input/output error)");
    QCOMPARE(test::fileBytes(folder.path(name)), QByteArray("new"));
  }
  QCOMPARE(names(folder), (QStringList{"a.txt", "new.txt"}));
}

void TestAtomicFile::folderWithoutFsync_isNoError_data() {
  QTest::addColumn<int>("code");
  QTest::newRow("shared folder of a virtual machine") << EINVAL;
  QTest::newRow("not supported") << ENOTSUP;
}

void TestAtomicFile::folderWithoutFsync_isNoError() {
  QFETCH(int, code);
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  g_fsyncError = code;
  g_fsyncsBeforeFailure = 1;
  save(file, "new");
  QCOMPARE(test::fileBytes(file), QByteArray("new"));
}

void TestAtomicFile::failingRename_leavesWhatWasThere() {
  const test::Folder folder;
  QVERIFY(std::filesystem::create_directory(folder.path("a.txt")));
  folder.write("a.txt/inside", "x");
  EXPECT_ERROR(save(folder.path("a.txt"), "new"), "replacing it failed");
  QCOMPARE(names(folder), QStringList("a.txt"));
  QVERIFY(std::filesystem::exists(folder.path("a.txt/inside")));
}

void TestAtomicFile::reading_missingFolderOrTooLarge_isRefused() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "12345");
  QCOMPARE(readFile(file, 5).size(), std::size_t{5});
  EXPECT_ERROR(readFile(file, 4), "it has 5 bytes, allowed are 4");
  EXPECT_ERROR(readFile(folder.path("missing"), 4), "No such file");
  EXPECT_ERROR(readFile(folder.path("."), 4), "it is a folder");
  EXPECT_ERROR(readFile("/dev/null", 4), "it is not a regular file");
}

void TestAtomicFile::reading_pipe_isRefusedAtOnce() {
  const test::Folder folder;
  const auto pipe = folder.path("pipe");
  QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_ERROR(readFile(pipe, 4), "it is not a regular file");
}

INKLING_TEST(TestAtomicFile)
#include "tst_atomicfile.moc"
