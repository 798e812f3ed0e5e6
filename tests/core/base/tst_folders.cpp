// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/folders.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace {

std::string messageOf(void (*call)()) {
  try {
    call();
  } catch (const inkling::Error& error) {
    return error.what();
  }
  return {};
}

QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

class TestFolders final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void resourcesVariableSet_wins();
  void resourcesVariableNotAFolder_saysSo();
  void noVariable_foundBesideTheProgram();
  void nowhere_saysWhereItLooked();
  void userFolder_followsXdg();
  void stateFolder_followsXdg();
};

void TestFolders::init() {
  qunsetenv("INKLING_RESOURCES");
  qunsetenv("XDG_DATA_HOME");
  qunsetenv("XDG_STATE_HOME");
  qputenv("HOME", "/home/someone");
}

void TestFolders::resourcesVariableSet_wins() {
  const QTemporaryDir folder;
  qputenv("INKLING_RESOURCES", folder.path().toUtf8());
  QCOMPARE(text(inkling::resourceFolder("/nowhere/bin/program")), folder.path());
}

void TestFolders::resourcesVariableNotAFolder_saysSo() {
  qputenv("INKLING_RESOURCES", "/does/not/exist");
  const std::string message = messageOf([] { inkling::resourceFolder(); });
  QVERIFY2(message.find("/does/not/exist") != std::string::npos, message.c_str());
}

void TestFolders::noVariable_foundBesideTheProgram() {
  const QTemporaryDir folder;
  QVERIFY(QDir(folder.path()).mkpath("share/inkling"));
  const auto found = inkling::resourceFolder((folder.path() + "/bin/program").toStdString());
  QCOMPARE(text(found), folder.path() + "/share/inkling");
}

void TestFolders::nowhere_saysWhereItLooked() {
  const std::string message = messageOf([] { inkling::resourceFolder("/nowhere/bin/program"); });
  QVERIFY2(message.find("/nowhere/share/inkling") != std::string::npos, message.c_str());
}

void TestFolders::userFolder_followsXdg() {
  QCOMPARE(text(inkling::userFolder()), QString("/home/someone/.local/share/inkling"));
  qputenv("XDG_DATA_HOME", "relative");
  QCOMPARE(text(inkling::userFolder()), QString("/home/someone/.local/share/inkling"));
  qputenv("XDG_DATA_HOME", "/data");
  QCOMPARE(text(inkling::userFolder()), QString("/data/inkling"));
  qunsetenv("XDG_DATA_HOME");
  qunsetenv("HOME");
  QVERIFY(!messageOf([] { inkling::userFolder(); }).empty());
}

void TestFolders::stateFolder_followsXdg() {
  QCOMPARE(text(inkling::stateFolder()), QString("/home/someone/.local/state/inkling"));
  qputenv("XDG_STATE_HOME", "relative");
  QCOMPARE(text(inkling::stateFolder()), QString("/home/someone/.local/state/inkling"));
  qputenv("XDG_STATE_HOME", "/state");
  QCOMPARE(text(inkling::stateFolder()), QString("/state/inkling"));
  qunsetenv("XDG_STATE_HOME");
  qunsetenv("HOME");
  QVERIFY(!messageOf([] { inkling::stateFolder(); }).empty());
}

INKLING_TEST(TestFolders)
#include "tst_folders.moc"
