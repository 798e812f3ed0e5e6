// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString kId = QStringLiteral("org.inkling.inkling");

/// What a program says.
QByteArray said(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(program, arguments);
  process.waitForFinished();
  return process.readAll();
}

bool isInstalled(const char* program) {
  return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}

}  // namespace

/// What a desktop is told of Inkling: menu entry, description for stores, types of files.
class TestDesktop final : public QObject {
  Q_OBJECT
private slots:
  void initTestCase();
  void menuEntry_isValid();
  void metainfo_isValid();
  void mimeTypes_areValid();
  void file_hasItsType_data();
  void file_hasItsType();
  void manualPage_isWithoutWarnings_data();
  void manualPage_isWithoutWarnings();
  void menuEntry_namesTheTypesAndEachHasAnIcon();

private:
  QString desktopFile(const char* ending) const {
    return m_source.filePath(QStringLiteral("resources/desktop/") + kId + QLatin1String(ending));
  }

  QDir m_source{qEnvironmentVariable("INKLING_SOURCE_DIR")};
  QDir m_built{qEnvironmentVariable("INKLING_BIN_DIR") + QStringLiteral("/..")};
  QTemporaryDir m_folder;
};

void TestDesktop::initTestCase() {
  QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("mime/packages")));
  const QString types = m_folder.filePath(QStringLiteral("mime/packages/inkling.xml"));
  QVERIFY(QFile::copy(desktopFile(".xml"), types));
  qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
}

void TestDesktop::menuEntry_isValid() {
  if (!isInstalled("desktop-file-validate")) QSKIP("desktop-file-validate is not installed");
  QCOMPARE(said(QStringLiteral("desktop-file-validate"), {desktopFile(".desktop")}), QByteArray());
}

void TestDesktop::metainfo_isValid() {
  if (!isInstalled("appstreamcli")) QSKIP("appstreamcli is not installed");
  const QString file =
      m_built.filePath(QStringLiteral("share/metainfo/") + kId + QStringLiteral(".metainfo.xml"));
  const QByteArray answer =
      said(QStringLiteral("appstreamcli"), {"validate", "--no-net", "--pedantic", file});
  QVERIFY2(answer.contains("Validation"), answer.constData());
  for (const QByteArray& line : answer.split('\n')) {
    // There is no home page, and AppStream before 1.0 does not know the newer element.
    const bool known = line.endsWith("url-homepage-missing") ||
                       line.endsWith("developer-name-tag-deprecated") ||
                       line.endsWith("developer-info-missing");
    QVERIFY2(known || line.size() < 2 || line[1] != ':', line.constData());
  }
}

void TestDesktop::mimeTypes_areValid() {
  if (!isInstalled("update-mime-database")) QSKIP("update-mime-database is not installed");
  const QString folder = m_folder.filePath(QStringLiteral("mime"));
  QCOMPARE(said(QStringLiteral("update-mime-database"), {folder}), QByteArray());
  QVERIFY(QFile::exists(folder + QStringLiteral("/mime.cache")));
}

void TestDesktop::file_hasItsType_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("begin");
  QTest::addColumn<QString>("type");
  const auto row = [](const char* name, const QByteArray& begin, const char* type) {
    QTest::newRow(name) << QString::fromLatin1(name) << begin << QString::fromLatin1(type);
  };
  QFile model(m_source.filePath(QStringLiteral("resources/models/default.safetensors")));
  QVERIFY(model.open(QIODevice::ReadOnly));
  const QByteArray begin = model.read(4096);
  const QByteArray foreign = QByteArray(begin).replace("\"inkling\"", "\"another\"");
  row("model.safetensors", begin, "application/x-inkling-model");
  row("model without a suffix", begin, "application/x-inkling-model");
  row("foreign.safetensors", foreign, "application/x-safetensors");
  row("mlp.inkling.json", "{\n  \"format\": 2\n}\n", "application/x-inkling-recipe+json");
  row("any.json", "{\n  \"format\": 2\n}\n", "application/json");
}

void TestDesktop::file_hasItsType() {
  QFETCH(QString, name);
  QFETCH(QByteArray, begin);
  QFETCH(QString, type);
  QFile file(m_folder.filePath(name));
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(begin), begin.size());
  file.close();
  QCOMPARE(QMimeDatabase().mimeTypeForFile(file.fileName()).name(), type);
}

void TestDesktop::manualPage_isWithoutWarnings_data() {
  QTest::addColumn<QString>("program");
  QTest::addColumn<QByteArrayList>("contents");
  QTest::newRow("inkling") << QStringLiteral("inkling")
                           << QByteArrayList{"Models, recipes", "--version"};
  QTest::newRow("inkling-cli") << QStringLiteral("inkling-cli")
                               << QByteArrayList{"sweep run", "--checkpoint-every", "130 inter"};
}

void TestDesktop::manualPage_isWithoutWarnings() {
  QFETCH(QString, program);
  QFETCH(QByteArrayList, contents);
  if (!isInstalled("man")) QSKIP("man is not installed");
  const QString file = m_built.filePath(QStringLiteral("share/man/man1/%1.1").arg(program));
  qputenv("MANROFFSEQ", "");
  qputenv("MANWIDTH", "100");
  const QByteArray page =
      said(QStringLiteral("man"), {"--warnings", "-E", "UTF-8", "-P", "cat", "-l", file});
  QVERIFY2(!page.contains("warning"), page.constData());
  for (const QByteArray& text : contents) QVERIFY2(page.contains(text), page.constData());
}

void TestDesktop::menuEntry_namesTheTypesAndEachHasAnIcon() {
  QFile entry(desktopFile(".desktop"));
  QVERIFY(entry.open(QIODevice::ReadOnly));
  const QByteArray text = entry.readAll();
  QVERIFY(text.contains("\nExec=inkling %F\n"));
  QVERIFY(text.contains("\nIcon=" + kId.toLatin1() + '\n'));
  QVERIFY(QFile::exists(
      m_source.filePath(QStringLiteral("resources/icons/") + kId + QStringLiteral(".svg"))));
  for (const char* name : {"application/x-inkling-model", "application/x-inkling-recipe+json"}) {
    QVERIFY2(text.contains(name), name);
    const QMimeType type = QMimeDatabase().mimeTypeForName(QLatin1String(name));
    QVERIFY2(type.isValid(), name);
    const QString icon = QStringLiteral("resources/icons/mimetypes/") + type.iconName();
    QVERIFY2(QFile::exists(m_source.filePath(icon + QStringLiteral(".svg"))), qPrintable(icon));
  }
}

INKLING_TEST(TestDesktop)
#include "tst_desktop.moc"
