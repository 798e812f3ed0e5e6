// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"

#include <QDir>
#include <QProcess>
#include <QTest>

/// What the window's program says to a terminal.
class TestWords final : public QObject {
  Q_OBJECT
private slots:
  void words_withoutADisplay_areSaid_data();
  void words_withoutADisplay_areSaid();
};

void TestWords::words_withoutADisplay_areSaid_data() {
  QTest::addColumn<QString>("option");
  QTest::addColumn<QByteArray>("said");
  QTest::newRow("help") << QStringLiteral("--help") << QByteArray("A model, a recipe");
  QTest::newRow("version") << QStringLiteral("--version") << QByteArray("inkling 0.");
}

void TestWords::words_withoutADisplay_areSaid() {
  QFETCH(QString, option);
  QFETCH(QByteArray, said);
  QProcess program;
  auto environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"}) environment.remove(QLatin1String(name));
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
  program.setProcessEnvironment(environment);
  program.start(QDir(qEnvironmentVariable("INKLING_BIN_DIR")).filePath("inkling"), {option});
  QVERIFY(program.waitForFinished());
  const QByteArray errors = program.readAllStandardError();
  QVERIFY2(program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
           errors.constData());
  QVERIFY(program.readAllStandardOutput().contains(said));
}

INKLING_TEST(TestWords)
#include "tst_words.moc"
