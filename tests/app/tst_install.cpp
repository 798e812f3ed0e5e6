// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

// Whether the programs stand on their own: the folder they were built in is not written into them,
// and what is installed runs from wherever it is moved, and is where desktops and shells look for
// it.
class TestInstall final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void programs_doNotNameTheSourceFolder();
  void installed_runsFromAnotherFolder();
  void installed_searchesNoCurrentFolder();
  void everyInstalledFile_belongsToAPackage();
  void everything_isWhereItIsLookedFor();

private:
  bool install(const QString& folder, const QString& component);
  static QStringList filesIn(const QString& folder);

  QDir m_bin{qEnvironmentVariable("INKLING_BIN_DIR")};
  QByteArray m_said;  ///< by `install`
};

bool TestInstall::install(const QString& folder, const QString& component) {
  QStringList arguments{"--install", m_bin.filePath(".."), "--prefix", folder};
  if (!component.isEmpty()) arguments << "--component" << component;
  QProcess cmake;
  cmake.setProcessChannelMode(QProcess::MergedChannels);
  cmake.start("cmake", arguments);
  const bool ended = cmake.waitForFinished(-1);
  m_said = cmake.readAll();
  return ended && cmake.exitCode() == 0;
}

QStringList TestInstall::filesIn(const QString& folder) {
  QStringList files;
  QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories);
  while (found.hasNext()) files << QDir(folder).relativeFilePath(found.next());
  files.sort();
  return files;
}

void TestInstall::programs_doNotNameTheSourceFolder() {
#ifndef NDEBUG
  QSKIP("debug information names the sources");
#endif
  const QByteArray source = qgetenv("INKLING_SOURCE_DIR");
  QVERIFY(!source.isEmpty());
  for (const char* name : {"inkling-cli", "inkling", "../lib/libinkling-core.so"}) {
    QFile file(m_bin.filePath(name));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    QVERIFY2(!file.readAll().contains(source), name);
  }
}

void TestInstall::installed_runsFromAnotherFolder() {
  QFile cache(m_bin.filePath("../CMakeCache.txt"));
  QVERIFY(cache.open(QIODevice::ReadOnly));
  if (cache.readAll().contains("CMAKE_SKIP_INSTALL_RPATH:BOOL=TRUE"))
    QSKIP("the library of packages is where the system looks for it");

  const QTemporaryDir folder;
  QVERIFY2(install(folder.filePath("first"), {}), m_said);
  QVERIFY(QDir(folder.path()).rename("first", "second"));

  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.remove("INKLING_RESOURCES");
  program.setProcessEnvironment(environment);
  program.start(folder.filePath("second/bin/inkling-cli"), {"recipes"});
  QVERIFY(program.waitForFinished(-1));
  QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
  QVERIFY(program.readAllStandardOutput().contains("softmax"));
}

// An empty folder in the list of folders that libraries are searched in is the one the user is in.
void TestInstall::installed_searchesNoCurrentFolder() {
  const QTemporaryDir folder;
  QVERIFY2(install(folder.path(), {}), m_said);
  int programs = 0;
  const QStringList files = filesIn(folder.path());
  for (const QString& file : files) {
    if (!file.startsWith("bin/") && !file.contains(".so.")) continue;
    QProcess readelf;
    readelf.start("readelf", {"--dynamic", folder.filePath(file)});
    QVERIFY(readelf.waitForFinished(-1) && readelf.exitCode() == 0);
    const QString said = QString::fromUtf8(readelf.readAllStandardOutput());
    static const QRegularExpression runpath(R"(RUNPATH.*\[(.*)\])");
    const QRegularExpressionMatch found = runpath.match(said);
    if (found.hasMatch()) QVERIFY2(!found.captured(1).split(':').contains(""), qPrintable(file));
    ++programs;
  }
  QVERIFY(programs >= 2);
}

void TestInstall::everyInstalledFile_belongsToAPackage() {
  const QTemporaryDir folder;
  QVERIFY2(install(folder.filePath("all"), {}), m_said);
  for (const char* component : {"window", "cli", "data", "library", "notices"})
    QVERIFY2(install(folder.filePath("packages"), component), m_said);
  const QStringList packaged = filesIn(folder.filePath("packages"));
  QVERIFY(packaged.contains("bin/inkling-cli"));
  QCOMPARE(packaged, filesIn(folder.filePath("all")));
}

void TestInstall::everything_isWhereItIsLookedFor() {
  const QTemporaryDir prefix;
  QVERIFY2(install(prefix.path(), {}), m_said);
  const QString id = QStringLiteral("org.inkling.inkling");
  const QString icons = QStringLiteral("share/icons/hicolor/scalable/");
  for (const QString& file :
       {"share/applications/" + id + ".desktop", "share/metainfo/" + id + ".metainfo.xml",
        "share/mime/packages/" + id + ".xml", icons + "apps/" + id + ".svg",
        icons + "mimetypes/application-x-inkling-model.svg",
        icons + "mimetypes/application-x-inkling-recipe+json.svg",
        "share/inkling/icons/" + id + ".svg", QStringLiteral("share/man/man1/inkling.1"),
        QStringLiteral("share/man/man1/inkling-cli.1"),
        QStringLiteral("share/bash-completion/completions/inkling"),
        QStringLiteral("share/bash-completion/completions/inkling-cli"),
        QStringLiteral("share/zsh/site-functions/_inkling"),
        QStringLiteral("share/zsh/site-functions/_inkling-cli"),
        QStringLiteral("share/fish/vendor_completions.d/inkling.fish"),
        QStringLiteral("share/fish/vendor_completions.d/inkling-cli.fish")})
    QVERIFY2(QFile::exists(prefix.filePath(file)), qPrintable(file));
  for (const char* none : {"share/inkling/desktop", "share/inkling/icons/mimetypes"})
    QVERIFY2(!QFile::exists(prefix.filePath(none)), none);
}

INKLING_TEST(TestInstall)
#include "tst_install.moc"
