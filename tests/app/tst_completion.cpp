// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/program.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using inkling::test::run;

namespace {

/// What the program says can follow, without what it means.
QStringList candidates(const QStringList& words) {
  QStringList found;
  const QStringList lines =
      run(QStringList{"complete", "--"} + words).out.split('\n', Qt::SkipEmptyParts);
  for (const QString& line : lines) found << line.section('\t', 0, 0);
  return found;
}

}  // namespace

/// What the shells offer after the first letters of a command line.
class TestCompletion final : public QObject {
  Q_OBJECT
private slots:
  void word_hasItsCandidates_data();
  void word_hasItsCandidates();
  void everyCommandAndOptionOfTheHelp_isOffered();
  void shell_offersWhatTheProgramSays_data();
  void shell_offersWhatTheProgramSays();

private:
  /// The lines that a shell prints, run in resources/ with the programs in its path.
  QStringList inShell(const QString& shell, const QStringList& options,
                      const QString& script) const;

  QDir m_bin{qEnvironmentVariable("INKLING_BIN_DIR")};
  QDir m_resources{qEnvironmentVariable("INKLING_SOURCE_DIR") + QStringLiteral("/resources")};
};

void TestCompletion::word_hasItsCandidates_data() {
  QTest::addColumn<QStringList>("words");
  QTest::addColumn<QStringList>("expected");
  const auto row = [](const char* name, const QStringList& words, const QStringList& expected) {
    QTest::newRow(name) << words << expected;
  };
  row("command", {"tr"}, {"train"});
  row("command of a command", {"sweep", "co"}, {"collect"});
  row("option", {"train", "--check"}, {"--checkpoint", "--checkpoint-every"});
  row("option that is given already", {"train", "--json", "--js"}, {});
  row("option that may be given again", {"train", "--set", "seed=1", "--se"}, {"--seed", "--set"});
  row("recipe or file", {"train", "--recipe", "soft"}, {"softmax", ":files"});
  row("after an equals sign", {"train", "--recipe=soft"}, {"--recipe=softmax", ":files"});
  row("data set or path", {"train", "--data", "mn"}, {"mnist", ":files"});
  row("sweep or file", {"sweep", "run", "notebook-001"}, {"notebook-001", ":files"});
  row("one of some words", {"eval", "m", "--part", "t"}, {"test", "train"});
  row("field", {"train", "--set", "optimizer.k"}, {"optimizer.kind="});
  row("field of the recipe", {"train", "--recipe", "softmax", "--set", "layers[0].u"},
      {"layers[0].units="});
  row("value of a field", {"train", "--set", "optimizer.kind="}, {"optimizer.kind=momentum"});
  row("second field", {"train", "--set", "seed=1", "epo"}, {"epochs="});
  row("model", {"eval", ""}, {":files"});
  row("several files", {"predict", "m", "a", "b", ""}, {":files"});
  row("folder", {"sweep", "run", "--dir", ""}, {":folders"});
  row("what takes no value", {"recipes", ""}, {});
  row("a number", {"train", "--epochs", ""}, {});
}

void TestCompletion::word_hasItsCandidates() {
  QFETCH(QStringList, words);
  QFETCH(QStringList, expected);
  QCOMPARE(candidates(words), expected);
}

void TestCompletion::everyCommandAndOptionOfTheHelp_isOffered() {
  const QStringList commands = candidates({""});
  QVERIFY(commands.size() >= 9);
  for (const QString& command : commands) {
    const QString help = run({command, "--help"}).out;
    const QStringList offered = candidates({command, "--"}) + candidates({command, ""});
    for (const QString& line : help.split('\n')) {
      static const QRegularExpression kListed(QStringLiteral("^  (?:-h,)?(--[a-z-]+)"));
      const QString option = kListed.match(line).captured(1);
      QVERIFY2(option.isEmpty() || offered.contains(option), qPrintable(command + option));
    }
  }
  QVERIFY(!run({"--help"}).out.contains("complete"));
}

QStringList TestCompletion::inShell(const QString& shell, const QStringList& options,
                                    const QString& script) const {
  QProcess process;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert("PATH", m_bin.path() + ':' + environment.value("PATH"));
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(m_resources.path());
  process.start(shell, options + QStringList{"-c", script});
  process.waitForFinished();
  const QByteArray errors = process.readAllStandardError();
  if (!errors.isEmpty()) return {QString::fromUtf8(errors)};
  QStringList lines;
  const QString out = QString::fromUtf8(process.readAllStandardOutput());
  for (const QString& line : out.split('\n', Qt::SkipEmptyParts)) lines << line.section('\t', 0, 0);
  lines.sort();
  return lines;
}

void TestCompletion::shell_offersWhatTheProgramSays_data() {
  QTest::addColumn<QString>("shell");
  QTest::addColumn<QString>("program");
  QTest::addColumn<QStringList>("words");  // as the shell divides them
  QTest::addColumn<QStringList>("expected");
  const auto row = [](const char* shell, const char* program, const QStringList& words,
                      const QStringList& expected) {
    const QString name = QStringLiteral("%1: %2 %3").arg(shell, program, words.join(' '));
    QTest::newRow(qPrintable(name))
        << QString::fromLatin1(shell) << QString::fromLatin1(program) << words << expected;
  };
  const QString model = QStringLiteral("models/default.safetensors");
  for (const char* shell : {"bash", "zsh", "fish"}) {
    row(shell, "inkling-cli", {"tr"}, {"train"});
    row(shell, "inkling-cli", {"sweep", "co"}, {"collect"});
    row(shell, "inkling-cli", {"train", "--set", "optimizer.k"}, {"optimizer.kind="});
  }
  for (const char* shell : {"bash", "fish"}) {
    row(shell, "inkling-cli", {"eval", "models/def"}, {model});
    row(shell, "inkling", {"models/def"}, {model});
    row(shell, "inkling", {"--vers"}, {"--version"});
  }
  row("bash", "inkling-cli", {"train", "--set", "optimizer.kind", "="}, {"momentum"});
  row("bash", "inkling-cli", {"train", "--set", "optimizer.kind", "=", "mo"}, {"momentum"});
  row("bash", "inkling-cli", {"eval", "--part", "=", "te"}, {"test"});
  row("fish", "inkling-cli", {"eval", "--part=te"}, {"--part=test"});
  row("zsh", "inkling-cli", {"eval", "--part=te"}, {"--part=test"});
  row("zsh", "inkling-cli", {"eval", "models/def"}, {"(files)"});
}

void TestCompletion::shell_offersWhatTheProgramSays() {
  QFETCH(QString, shell);
  QFETCH(QString, program);
  QFETCH(QStringList, words);
  QFETCH(QStringList, expected);
  if (QStandardPaths::findExecutable(shell).isEmpty()) QSKIP("the shell is not installed");
  QStringList quoted{program};
  for (const QString& word : words) quoted << '\'' + word + '\'';
  const QString line = quoted.join(' ');
  const QString file = "desktop/completion/" + program + '.' + shell;
  const QString script =
      shell == "bash" ? QStringLiteral(
                            "source %1; COMP_WORDS=(%2); COMP_CWORD=%3; _%4; "
                            "printf '%s\\n' \"${COMPREPLY[@]}\"")
                            .arg(file, line)
                            .arg(words.size())
                            .arg(QString(program).replace('-', '_'))
      : shell == "fish"
          ? QStringLiteral("source %1; complete -C '%2'").arg(file, program + ' ' + words.join(' '))
          // What only exists on its command line is replaced by what it would be told.
          : QStringLiteral(
                "compadd() { print -r -- $@[-1] }; _files() { print '(files)' }; "
                "compset() {}; f() { source %1 }; words=(%2); CURRENT=%3; f")
                .arg(file, line)
                .arg(words.size() + 1);
  const QStringList options = shell == "bash"  ? QStringList{"--norc"}
                              : shell == "zsh" ? QStringList{"-f"}
                                               : QStringList{"--no-config"};
  QCOMPARE(inShell(shell, options, script), expected);
}

INKLING_TEST(TestCompletion)
#include "tst_completion.moc"
