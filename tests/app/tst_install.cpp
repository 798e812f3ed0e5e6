// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

// Whether the programs stand on their own: the folder they were built in is not written into them,
// and what is installed is where programs, desktops and shells look for it.
class TestInstall final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void programs_doNotNameTheSourceFolder();
  void everything_isWhereItIsLookedFor();

private:
  QDir m_bin{qEnvironmentVariable("INKLING_BIN_DIR")};
};

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

void TestInstall::everything_isWhereItIsLookedFor() {
  if (QStandardPaths::findExecutable("cmake").isEmpty()) QSKIP("cmake is not installed");
  const QDir build(m_bin.filePath(".."));
  const QTemporaryDir prefix;
  QProcess install;
  install.setProcessChannelMode(QProcess::MergedChannels);
  install.start("cmake", {"--install", build.path(), "--prefix", prefix.path()});
  QVERIFY(install.waitForFinished());
  QVERIFY2(install.exitCode() == 0, install.readAll().constData());
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
  QProcess recipes;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.remove("INKLING_RESOURCES");
  recipes.setProcessEnvironment(environment);
  recipes.start(prefix.filePath("bin/inkling-cli"), {"recipes"});
  QVERIFY(recipes.waitForFinished());
  QVERIFY(recipes.readAll().contains("softmax"));
}

INKLING_TEST(TestInstall)
#include "tst_install.moc"
