// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/failedcalls.h"
#include "tests/core/support/files.h"
#include "tests/core/support/smallfiles.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

using namespace inkling;

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

// What happens as the next file is locked.
std::function<void(int number, int operation)> g_beforeLock;
extern "C" int flock(int number, int operation) noexcept {
  if (const auto before = std::exchange(g_beforeLock, nullptr)) before(number, operation);
  return static_cast<int>(::syscall(SYS_flock, number, operation));
}

class TestAtomicFile final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void newAndExistingFiles_getTheBytes();
  void existingFile_keepsItsPermissions();
  void permissionsThatCannotBeKept_leaveTheOldFile();
  void fileThatCannotBeLookedAt_leavesNothingBehind();
  void link_staysALink();
  void linkThatCannotBeRead_staysALink();
  void linkToNothing_makesWhatItNames();
  void pipe_staysAPipe();
  void longestName_isSaved();
  void leftoversOfTheDead_goWithTheNextSave();
  void takenForALeftover_isMadeAgain();
  void takenNames_areLeftAlone();
  void missingFolder_isRefused();
  void failingWrite_leavesTheOldFile();
  void failingFsync_leavesTheOldFile();
  void failingFsyncOfFolder_leavesTheNewFileAndSaysSo();
  void folderWithoutFsync_isNoError_data();
  void folderWithoutFsync_isNoError();
  void failingRename_leavesWhatWasThere();
  void filesThatBelongTogether_appearTogether();
  void filesThatBelongTogether_failTogether();
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

void TestAtomicFile::permissionsThatCannotBeKept_leaveTheOldFile() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  QCOMPARE(::chmod(file.c_str(), 0600), 0);
  const test::FailedCalls failed(test::FileCall::Fchmod, 0, EPERM);
  EXPECT_ERROR(save(file, "new"), "a.txt", "keeping its permissions failed (Operation not");
  QCOMPARE(test::fileBytes(file), QByteArray("old"));
  QCOMPARE(names(folder), QStringList("a.txt"));
  // A file system without permissions gives every file the same.
  save(folder.path("b.txt"), "old");
  save(folder.path("b.txt"), "new");
  QCOMPARE(test::fileBytes(folder.path("b.txt")), QByteArray("new"));
}

void TestAtomicFile::fileThatCannotBeLookedAt_leavesNothingBehind() {
  const test::Folder folder;
  const test::FailedCalls failed(test::FileCall::Fstat);
  save(folder.path("a.txt"), "new");
  QCOMPARE(names(folder), QStringList("a.txt"));
}

void TestAtomicFile::link_staysALink() {
  const test::Folder folder;
  const auto file = folder.write("a.txt", "old");
  std::filesystem::create_symlink(file, folder.path("link"));
  save(folder.path("link"), "new");
  QVERIFY(std::filesystem::is_symlink(folder.path("link")));
  QCOMPARE(test::fileBytes(file), QByteArray("new"));
}

void TestAtomicFile::linkThatCannotBeRead_staysALink() {
  const test::Folder folder;
  std::filesystem::create_symlink(folder.write("a.txt", "old"), folder.path("link"));
  const test::FailedCalls failed(test::FileCall::ReadLink);
  EXPECT_ERROR(save(folder.path("link"), "new"), "Cannot look for", "link: Input/output error");
  QVERIFY(std::filesystem::is_symlink(folder.path("link")));
  QCOMPARE(test::fileBytes(folder.path("a.txt")), QByteArray("old"));
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

// Between its creation and its lock another program, which clears the folder, finds the file.
void TestAtomicFile::takenForALeftover_isMadeAgain() {
  const test::Folder folder;
  int clearing = -1;
  g_beforeLock = [&](int, int operation) {
    const auto file = folder.path(names(folder).value(0));
    clearing = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    ::syscall(SYS_flock, clearing, LOCK_EX);
    ::unlink(file.c_str());
    // It has the lock for a moment, which who waits for the lock sees pass.
    if ((operation & LOCK_NB) == 0) ::close(std::exchange(clearing, -1));
  };
  QVERIFY_THROWS_NO_EXCEPTION(save(folder.path("a"), "x"));
  if (clearing >= 0) ::close(clearing);
  QVERIFY(!g_beforeLock);
  QCOMPARE(names(folder), QStringList{"a"});
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
  const test::FailedCalls failed(test::FileCall::Fsync);
  EXPECT_ERROR(save(file, "new"), "writing to the disk failed (Input/output error)");
  QCOMPARE(test::fileBytes(file), QByteArray("old"));
  QCOMPARE(names(folder), QStringList("a.txt"));
}

void TestAtomicFile::failingFsyncOfFolder_leavesTheNewFileAndSaysSo() {
  const test::Folder folder;
  for (const char* name : {"a.txt", "new.txt"}) {
    folder.write("a.txt", "old");
    const test::FailedCalls failed(test::FileCall::Fsync, 1);
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
  const test::FailedCalls failed(test::FileCall::Fsync, 1, code);
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

void TestAtomicFile::filesThatBelongTogether_appearTogether() {
  const test::Folder folder;
  folder.write("a", "old");
  const QByteArray large(5000, 'x');
  const std::vector<NewFile> both = {{folder.path("a"), {"new", 3}},
                                     {folder.path("b"), {large.data(), 5000}}};
  {
    const test::SmallFiles small(1000);
    EXPECT_ERROR(writeFilesAtomically(both), "Cannot save", "/b: writing failed");
  }
  QCOMPARE(names(folder), QStringList("a"));
  QCOMPARE(test::fileBytes(folder.path("a")), QByteArray("old"));
  writeFilesAtomically(both);
  QCOMPARE(names(folder), (QStringList{"a", "b"}));
  QCOMPARE(test::fileBytes(folder.path("a")), QByteArray("new"));
  QCOMPARE(test::fileBytes(folder.path("b")), large);
}

void TestAtomicFile::filesThatBelongTogether_failTogether() {
  const test::Folder folder;
  const std::vector<NewFile> both = {{folder.path("a"), {"new", 3}},
                                     {folder.path("b"), {"new", 3}}};
  const test::FailedRenames failed("/b");
  EXPECT_ERROR(writeFilesAtomically(both), "/b: replacing it failed", "unchanged.");
  QCOMPARE(names(folder), QStringList());
  folder.write("a", "old");
  EXPECT_ERROR(writeFilesAtomically(both), "/b: replacing it failed", "unchanged.");
  QCOMPARE(test::fileBytes(folder.path("a")), QByteArray("old"));
  const test::FailedCalls noExchange(test::FileCall::Exchange, 0, EINVAL);
  EXPECT_ERROR(writeFilesAtomically(both), "/b: replacing it failed", "/a was saved already");
  QCOMPARE(names(folder), QStringList("a"));
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
