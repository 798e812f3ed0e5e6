// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/outputs.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

using namespace inkling;

class TestOutputs final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void outputThatIsAnInput_isRefused();
  void oneFileForTwoOutputs_isRefused();
  void whatCannotBeWritten_isRefused();
  void others_areAllowed();
};

void TestOutputs::outputThatIsAnInput_isRefused() {
  const test::Folder folder;
  const auto model = folder.write("m", "x");
  std::filesystem::create_symlink("m", folder.path("link"));
  for (const char* name : {"m", "./m", "link"})
    EXPECT_ERROR(requireOutputs({folder.path(name)}, {"", model}), "is read here");
  EXPECT_ERROR(requireOutputs({folder.path("new"), model}, {folder.path("link")}), "is read here");
}

void TestOutputs::oneFileForTwoOutputs_isRefused() {
  const test::Folder folder;
  EXPECT_ERROR(requireOutputs({folder.path("new"), folder.path("./new")}, {}), "one file");
  std::filesystem::create_symlink("new", folder.path("dangling"));
  EXPECT_ERROR(requireOutputs({folder.path("dangling"), folder.path("new")}, {}), "one file");
}

void TestOutputs::whatCannotBeWritten_isRefused() {
  const test::Folder folder;
  folder.write("file", "x");
  EXPECT_ERROR(requireOutputs({folder.path("none/m")}, {}), "there is no folder");
  EXPECT_ERROR(requireOutputs({folder.path("file/m")}, {}), "there is no folder");
  EXPECT_ERROR(requireOutputs({folder.path(".")}, {}), "is a folder");
  EXPECT_ERROR(requireOutputs({folder.path(QString(256, 'n'))}, {}), "File name too long");
  std::filesystem::create_symlink("none/m", folder.path("dangling"));
  EXPECT_ERROR(requireOutputs({folder.path("dangling")}, {}), "there is no folder");
}

void TestOutputs::others_areAllowed() {
  const test::Folder folder;
  const std::vector<std::filesystem::path> outputs{folder.path("new"), "", folder.write("old", "x"),
                                                   ""};
  const std::vector<std::filesystem::path> inputs{folder.write("in", "x"), "",
                                                  folder.path("nothing")};
  QVERIFY_THROWS_NO_EXCEPTION(requireOutputs(outputs, inputs));
  const std::vector<std::filesystem::path> device{"/dev/null"};
  QVERIFY_THROWS_NO_EXCEPTION(requireOutputs({device[0], device[0]}, device));
}

INKLING_TEST(TestOutputs)
#include "tst_outputs.moc"
