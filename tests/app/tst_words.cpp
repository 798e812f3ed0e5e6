// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"

#include <QDir>
#include <QMap>
#include <QProcess>
#include <QTest>

namespace {

using Variables = QMap<QString, QString>;

struct Ended {
  int exitCode = -1;  ///< -1: it crashed
  QByteArray out;
  QByteArray err;
};

/// Runs the window's program without a display but for what `variables` say.
Ended runInkling(const QStringList& arguments, const Variables& variables) {
  QProcess program;
  auto environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
    environment.remove(QLatin1String(name));
  for (auto each = variables.begin(); each != variables.end(); ++each)
    environment.insert(each.key(), each.value());
  program.setProcessEnvironment(environment);
  program.start(QDir(qEnvironmentVariable("INKLING_BIN_DIR")).filePath("inkling"), arguments);
  program.waitForFinished();
  Ended ended;
  if (program.exitStatus() == QProcess::NormalExit) ended.exitCode = program.exitCode();
  ended.out = program.readAllStandardOutput();
  ended.err = program.readAllStandardError();
  return ended;
}

}  // namespace

/// What the window's program says to a terminal.
class TestWords final : public QObject {
  Q_OBJECT
private slots:
  void words_withoutADisplay_areSaid_data();
  void words_withoutADisplay_areSaid();
  void unknownOption_isBadUsage();
  void noDisplay_isASentence_data();
  void noDisplay_isASentence();
};

void TestWords::words_withoutADisplay_areSaid_data() {
  QTest::addColumn<QString>("option");
  QTest::addColumn<QByteArray>("said");
  QTest::newRow("help") << QStringLiteral("--help") << QByteArray("Models, recipes");
  QTest::newRow("version") << QStringLiteral("--version") << QByteArray("inkling 0.");
}

void TestWords::words_withoutADisplay_areSaid() {
  QFETCH(QString, option);
  QFETCH(QByteArray, said);
  const Ended ended = runInkling({option}, {{"QT_QPA_PLATFORM", "xcb"}});
  QVERIFY2(ended.exitCode == 0, ended.err.constData());
  QVERIFY2(ended.out.contains(said), ended.out.constData());
}

void TestWords::unknownOption_isBadUsage() {
  const Ended ended = runInkling({"--no-such"}, {{"QT_QPA_PLATFORM", "offscreen"}});
  QCOMPARE(ended.exitCode, 2);
  QVERIFY2(ended.err.contains("inkling: Unknown option 'no-such'. Try inkling --help."),
           ended.err.constData());
}

void TestWords::noDisplay_isASentence_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<Variables>("variables");
  QTest::addColumn<QByteArray>("said");
  const auto row = [](const char* name, const QStringList& arguments, const Variables& variables,
                      const QByteArray& said) {
    QTest::newRow(name) << arguments << variables << said;
  };
  row("none", {}, {}, "there is no display");
  row("one that is not there", {}, {{"DISPLAY", ":4711"}}, "the display \":4711\"");
  // Without a folder for its socket, Wayland's library writes a line of its own first.
  row("Wayland that is not there", {},
      {{"WAYLAND_DISPLAY", "no-such"}, {"XDG_RUNTIME_DIR", QDir::tempPath()}},
      "the Wayland display \"no-such\"");
  row("asked for by a variable", {}, {{"QT_QPA_PLATFORM", "no-such"}},
      "the Qt platform \"no-such\"");
  row("asked for by an option", {"-platform", "no-such"}, {}, "the Qt platform \"no-such\"");
  row("asked for, but no display", {}, {{"QT_QPA_PLATFORM", "xcb"}}, "the Qt platform \"xcb\"");
}

void TestWords::noDisplay_isASentence() {
  QFETCH(QStringList, arguments);
  QFETCH(Variables, variables);
  QFETCH(QByteArray, said);
  const Ended ended = runInkling(arguments, variables);
  QVERIFY2(ended.exitCode == 1, ended.err.constData());
  QVERIFY2(ended.err.startsWith("inkling: Cannot open a window: " + said), ended.err.constData());
  QCOMPARE(ended.err.count('\n'), 1);
}

INKLING_TEST(TestWords)
#include "tst_words.moc"
