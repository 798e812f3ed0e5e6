// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace inkling;

namespace {

int g_fsyncsBeforeFailure = -1;

}  // namespace

// Stands before the C library's for the whole program, the library under test included.
extern "C" int fsync(int number) {
  if (g_fsyncsBeforeFailure == 0) {
    errno = EIO;
    return -1;
  }
  if (g_fsyncsBeforeFailure > 0) --g_fsyncsBeforeFailure;
  return static_cast<int>(::syscall(SYS_fsync, number));
}

class TestAtomicFile final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void cleanup() { g_fsyncsBeforeFailure = -1; }
  void newAndExistingFiles_getTheBytes();
  void existingFile_keepsItsPermissions();
  void link_staysALink();
  void pipe_staysAPipe();
  void missingFolder_isRefused();
  void failingWrite_leavesTheOldFile();
  void failingFsync_leavesTheOldFile();
  void failingFsyncOfFolder_bringsTheOldFileBack();
  void failingFsyncOfFolder_leavesNoNewFile();
  void failingRename_leavesWhatWasThere();
  void reading_missingFolderOrTooLarge_isRefused();
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
  rlimit before{};
  QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{1000, before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const QString sentence = test::errorOf([&] { save(file, QByteArray(5000, 'x')); });
  QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
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

void TestAtomicFile::failingFsyncOfFolder_bringsTheOldFileBack() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  g_fsyncsBeforeFailure = 1;
  EXPECT_ERROR(save(file, "new"), "writing its folder to the disk failed (Input/output error)");
  QCOMPARE(test::fileBytes(file), QByteArray("old"));
  QCOMPARE(names(folder), QStringList("a.txt"));
}

void TestAtomicFile::failingFsyncOfFolder_leavesNoNewFile() {
  const test::Folder folder;
  g_fsyncsBeforeFailure = 1;
  EXPECT_ERROR(save(folder.path("a.txt"), "new"), "writing its folder to the disk failed");
  QCOMPARE(names(folder), QStringList());
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

INKLING_TEST(TestAtomicFile)
#include "tst_atomicfile.moc"
