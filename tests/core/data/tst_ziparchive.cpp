// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/ziparchive.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/core/support/python.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

namespace {

/// a.zip: "stored", "deflated" (100,000 bytes, 300 times as many as in the archive), "empty";
/// long.zip: the same with sizes of 64 bits; locked.zip: with a member that says it is encrypted.
void writeZips(const test::Folder& folder) {
  test::runPython(
      "import sys, os, zipfile as z, struct\n"
      "os.chdir(sys.argv[1])\n"
      "for name in 'a.zip', 'long.zip', 'locked.zip':\n"
      "  with z.ZipFile(name, 'w') as f:\n"
      "    f.writestr('../stored', b'0123456789', z.ZIP_STORED)\n"
      "    f.writestr('deflated', bytes(range(10)) * 10000, z.ZIP_DEFLATED)\n"
      "    f.writestr('empty', b'', z.ZIP_DEFLATED)\n"
      "    f.comment = b'with a comment'\n"
      "b = bytearray(open('locked.zip', 'rb').read()); b[b.find(b'PK\\1\\2') + 8] |= 1\n"
      "open('locked.zip', 'wb').write(b)\n"
      "b = open('long.zip', 'rb').read(); e = b.rfind(b'PK\\5\\6'); c = b.find(b'PK\\1\\2')\n"
      "d = b''; at = c\n"
      "for i in range(3):\n"
      "  r = bytearray(b[at:at + 46]); n = struct.unpack_from('<H', r, 28)[0]\n"
      "  p, s = struct.unpack_from('<II', r, 20); o = struct.unpack_from('<I', r, 42)[0]\n"
      "  struct.pack_into('<II', r, 20, 2**32 - 1, 2**32 - 1); struct.pack_into('<I', r, 42, "
      "2**32 - 1)\n"
      "  struct.pack_into('<H', r, 30, 28)\n"
      "  d += r + b[at + 46:at + 46 + n] + struct.pack('<HHQQQ', 1, 24, s, p, o); at += 46 + n\n"
      "end = struct.pack('<IQHHIIQQQQ', 0x06064b50, 44, 45, 45, 0, 0, 3, 3, len(d), c)\n"
      "end += struct.pack('<IIQI', 0x07064b50, 0, c + len(d), 1)\n"
      "end += struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0)\n"
      "open('long.zip', 'wb').write(b[:c] + d + end)\n"
      "assert z.ZipFile('long.zip').read('deflated') == bytes(range(10)) * 10000\n",
      {test::arg(folder.path("."))});
}

QByteArray contentsOf(const ZipArchive& archive, std::size_t member) {
  const std::vector<char> bytes = archive.contents(archive.members().at(member));
  return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

}  // namespace

class TestZipArchive final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void members_areUnpacked();
  void member_isReadInPieces();
  void damagedArchive_isRefused();
};

void TestZipArchive::members_areUnpacked() {
  const test::Folder folder;
  writeZips(folder);
  for (const char* name : {"a.zip", "long.zip"}) {
    const ZipArchive archive(folder.path(name));
    QCOMPARE(archive.members().size(), std::size_t{3});
    QCOMPARE(archive.members()[0].name, std::string("../stored"));
    QCOMPARE(contentsOf(archive, 0), QByteArray("0123456789"));
    QCOMPARE(contentsOf(archive, 1).size(), 100'000);
    QCOMPARE(contentsOf(archive, 2), QByteArray());
  }
  const QByteArray bytes = test::fileBytes(folder.path("a.zip"));
  const ZipArchive inMemory({bytes.constData(), static_cast<std::size_t>(bytes.size())}, "memory");
  QCOMPARE(contentsOf(inMemory, 0), QByteArray("0123456789"));
}

void TestZipArchive::member_isReadInPieces() {
  const test::Folder folder;
  writeZips(folder);
  const ZipArchive archive(folder.path("a.zip"));
  const QByteArray whole = contentsOf(archive, 1);
  ZipMemberReader reader(archive, archive.members()[1]);
  QByteArray pieces;
  std::vector<char> piece(777);
  while (const std::size_t got = reader.read(piece))
    pieces.append(piece.data(), static_cast<qsizetype>(got));
  QCOMPARE(pieces, whole);
}

void TestZipArchive::damagedArchive_isRefused() {
  const test::Folder folder;
  writeZips(folder);
  const auto open = [&](const char* name) {
    const ZipArchive archive(folder.path(name));
    for (const ZipMember& member : archive.members()) archive.contents(member);
  };
  EXPECT_ERROR(open("none.zip"), "none.zip", "No such file");
  EXPECT_ERROR(open("locked.zip"), "../stored is encrypted");
  const QByteArray whole = test::fileBytes(folder.path("a.zip"));
  for (qsizetype size = 0; size < whole.size() - 14; ++size) {  // the last bytes are a comment
    folder.write("cut.zip", whole.left(size));
    EXPECT_ERROR(open("cut.zip"), "cut.zip is not a usable zip archive");
  }
  const QByteArray longer = test::fileBytes(folder.path("long.zip"));
  QByteArray lies = longer;
  const auto field = lies.indexOf(QByteArray("\1\0\x18\0", 4)) + 4;
  lies[field + 6] = '\x7f';  // of the size: more than the archive can hold, and than there is
  folder.write("lies.zip", lies);
  EXPECT_ERROR(open("lies.zip"), "contradict each other");
  lies = longer;
  lies[lies.indexOf("PK\6\6") + 32 + 2] = '\x10';  // of the number of members
  folder.write("lies.zip", lies);
  EXPECT_ERROR(open("lies.zip"), "it has 1048579 members");
}

INKLING_TEST(TestZipArchive)
#include "tst_ziparchive.moc"
