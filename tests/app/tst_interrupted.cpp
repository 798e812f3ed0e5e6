// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <initializer_list>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using inkling::test::Result;
using inkling::test::run;

namespace {

constexpr int kPatience = 60000;  // ms

QByteArray bytesOf(const QString& file) {
  QFile in(file);
  return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// inkling-cli in mid-work.
class Program final {
public:
  explicit Program(const QStringList& arguments) { start({}, arguments); }
  /// With a shell's words before it.
  Program(const QString& before, const QStringList& arguments) { start(before, arguments); }

  /// Waits for so many more lines of standard output.
  bool prints(int lines) {
    QByteArray said;
    while (said.count('\n') < lines) {
      if (!m_process.waitForReadyRead(kPatience)) return false;
      said += m_process.readAllStandardOutput();
    }
    return true;
  }
  void send(std::initializer_list<int> numbers) {
    for (const int number : numbers) kill(static_cast<pid_t>(m_process.processId()), number);
  }
  /// Does it wait for signals by now, instead of being ended by them?
  bool listens() const {
    return QTest::qWaitFor(
        [this] {
          const QByteArray status =
              bytesOf(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
          const qsizetype at = status.indexOf("SigBlk:");
          return at >= 0 && (status.mid(at + 7, 17).trimmed().toULongLong(nullptr, 16) &
                             1ULL << (SIGTERM - 1)) != 0;
        },
        kPatience);
  }
  bool runs() { return !m_process.waitForFinished(0) && m_process.state() == QProcess::Running; }
  /// Its exit status; −1: killed, or it does not end.
  int ends() {
    const bool ended =
        m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kPatience);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
  }
  QByteArray errors() { return m_process.readAllStandardError(); }
  QByteArray output() { return m_process.readAllStandardOutput(); }

private:
  void start(const QString& before, const QStringList& arguments) {
    m_process.start(
        QStringLiteral("/bin/sh"),
        QStringList{"-c", before + " exec \"$@\"", "sh", inkling::test::programFile()} + arguments);
  }

  QProcess m_process;
};

}  // namespace

/// What is done is not lost, however the program is ended.
class TestInterrupted final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void burstOfSignals_saves();
  void secondCtrlC_aMomentLater_endsAtOnce();
  void nohup_goesOn();
  void beforeTheFirstBatch_leavesTheFile();
  void closedPipe_savesAndSaysSo();
  void closedPipe_stopsASweep();
  void checkpoints_surviveAKill_toTheSameBits();
  void checkpoints_thatCannotBeWritten_areSaidOnce();
  void eval_hearsCtrlC();
  void sweep_unreadableResults_areNoInterruption();

private:
  QString file(const QString& name) const { return m_folder.filePath(name); }
  /// Training of the tiny set that would take hours, one JSON line an epoch.
  QStringList train(const QString& out, const QStringList& more = {}) const {
    return QStringList{"train",    "--data", file("data"), "--set", "data.validation.last=100",
                       "--epochs", "100000", "--json",     "--out", file(out)} +
           more;
  }
  bool isCheckpoint(const QString& name) const {
    return run({"info", file(name), "--json"}).lastObject()["checkpoint"].toBool();
  }

  /// `inkling-cli … | head -1`: its exit status (−1: it does not end) and what it says.
  std::pair<int, QByteArray> intoHead(const QStringList& arguments) const {
    QProcess shell;
    shell.start("/bin/sh", QStringList{"-c", "{ \"$@\"; echo $? > \"$0\"; } | head -1",
                                       file("status"), inkling::test::programFile()} +
                               arguments);
    if (!shell.waitForFinished(kPatience)) return {-1, {}};
    return {bytesOf(file("status")).trimmed().toInt(), shell.readAllStandardError()};
  }

  QTemporaryDir m_folder;
};

void TestInterrupted::initTestCase() {
  QVERIFY(m_folder.isValid());
  QVERIFY(QDir(m_folder.path()).mkdir("data"));
  QVERIFY(inkling::test::writeTinySet(file("data")));
}

void TestInterrupted::burstOfSignals_saves() {
  Program program(train("burst.safetensors"));
  QVERIFY(program.prints(1));
  program.send({SIGTERM, SIGHUP, SIGINT});
  QCOMPARE(program.ends(), 130);
  QVERIFY(isCheckpoint("burst.safetensors"));
}

// A pipe that nobody reads: saving takes for ever.
void TestInterrupted::secondCtrlC_aMomentLater_endsAtOnce() {
  QCOMPARE(mkfifo(qPrintable(file("pipe")), 0600), 0);
  Program program(train("pipe"));
  QVERIFY(program.prints(1));
  program.send({SIGINT});
  QTest::qWait(1100);
  QVERIFY(program.runs());
  program.send({SIGINT});
  QCOMPARE(program.ends(), 130);
}

void TestInterrupted::nohup_goesOn() {
  Program program("trap '' HUP;", train("nohup.safetensors"));
  QVERIFY(program.prints(1));
  program.send({SIGHUP});
  QVERIFY(program.prints(20));
  program.send({SIGTERM});
  QCOMPARE(program.ends(), 130);
}

// The signal waits, blocked, until the program listens: it comes before all else.
void TestInterrupted::beforeTheFirstBatch_leavesTheFile() {
  QFile old(file("old.safetensors"));
  QVERIFY(old.open(QIODevice::WriteOnly) && old.write("what was there") > 0);
  old.close();
  QProcess process;
  process.setChildProcessModifier([] {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, nullptr);
    kill(getpid(), SIGINT);
  });
  process.start(inkling::test::programFile(), train("old.safetensors"));
  QVERIFY(process.waitForFinished(kPatience));
  QCOMPARE(process.exitCode(), 130);
  QVERIFY(process.readAllStandardError().contains("nothing is saved"));
  QCOMPARE(bytesOf(file("old.safetensors")), QByteArray("what was there"));
}

void TestInterrupted::closedPipe_savesAndSaysSo() {
  const auto [status, said] = intoHead(train("closed.safetensors"));
  QCOMPARE(status, 1);
  QVERIFY2(said.contains("Standard output") && said.contains("closed.safetensors"), said);
  QVERIFY(isCheckpoint("closed.safetensors"));
}

void TestInterrupted::closedPipe_stopsASweep() {
  QFile spec(file("long.json"));
  QVERIFY(spec.open(QIODevice::WriteOnly));
  spec.write(R"({"format": 2, "name": "long", "recipe": "softmax", "set": {"data.set": ")" +
             file("data").toUtf8() + R"(", "data.validation.last": 100},
      "axes": [{"name": "epochs", "fields": ["epochs"], "values": [1, 2, 100000]}]})");
  spec.close();
  const auto [status, said] = intoHead(
      {"sweep", "run", file("long.json"), "--dir", file("long"), "--workers", "1", "--json"});
  QCOMPARE(status, 1);
  QVERIFY2(said.contains("Standard output"), said);
}

void TestInterrupted::checkpoints_surviveAKill_toTheSameBits() {
  Program program(train("killed.safetensors", {"--checkpoint-every", "30s"}));
  QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("killed.safetensors")), kPatience);
  program.send({SIGKILL});
  QCOMPARE(program.ends(), -1);
  QVERIFY(isCheckpoint("killed.safetensors"));
  const int epochs =
      run({"info", file("killed.safetensors"), "--json"}).lastObject()["epochs"].toInt();
  QVERIFY(epochs >= 1);
  // More batches than an epoch has at any batch size.
  const QString steps = QString::number((epochs + 1) * 500);
  const Result resumed = run({"train", "--resume", file("killed.safetensors"), "--out",
                              file("resumed.safetensors"), "--max-steps", steps});
  QVERIFY2(resumed.exitCode == 0, resumed.report());
  const Result whole = run(train("whole.safetensors", {"--max-steps", steps}));
  QVERIFY2(whole.exitCode == 0, whole.report());
  QCOMPARE(bytesOf(file("resumed.safetensors")), bytesOf(file("whole.safetensors")));
}

void TestInterrupted::checkpoints_thatCannotBeWritten_areSaidOnce() {
  QVERIFY(QDir(m_folder.path()).mkdir("gone"));
  Program program(train("gone/run.safetensors", {"--checkpoint-every", "30s"}));
  QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("gone/run.safetensors")), kPatience);
  QVERIFY(QDir(file("gone")).removeRecursively());
  QByteArray said;
  while (!said.contains("without a new checkpoint")) {
    QVERIFY2(program.prints(1), said);
    said += program.errors();
  }
  QVERIFY(program.prints(50));
  QVERIFY(QDir(m_folder.path()).mkdir("gone"));
  program.send({SIGINT});
  QCOMPARE(program.ends(), 130);
  said += program.errors();
  QCOMPARE(said.count("without a new checkpoint"), 1);
  QVERIFY(isCheckpoint("gone/run.safetensors"));
}

void TestInterrupted::eval_hearsCtrlC() {
  const Result trained = run({"train", "--recipe", "cnn", "--data", file("data"), "--epochs", "1",
                              "--out", file("cnn.safetensors")});
  QVERIFY2(trained.exitCode == 0, trained.report());
  Program program({"eval", file("cnn.safetensors"), "--data", "mnist", "--part", "train"});
  QVERIFY(program.listens());
  program.send({SIGINT});
  QCOMPARE(program.ends(), 130);
  QCOMPARE(program.output(), QByteArray());
}

// A result that is there and cannot be read is neither missing nor damaged.
void TestInterrupted::sweep_unreadableResults_areNoInterruption() {
  QFile spec(file("short.json"));
  QVERIFY(spec.open(QIODevice::WriteOnly));
  spec.write(R"({"format": 2, "name": "short", "recipe": "softmax", "set": {"epochs": 1,
      "data.set": ")" +
             file("data").toUtf8() + R"(", "data.validation.last": 100},
      "axes": [{"name": "batch", "fields": ["batch"], "values": [50]}]})");
  spec.close();
  const QStringList sweep{"sweep", "run", file("short.json"), "--dir", file("short")};
  QCOMPARE(run(sweep).exitCode, 0);
  const QStringList results = QDir(file("short/trials")).entryList({"*.json"}, QDir::Files);
  QCOMPARE(results.size(), 1);
  const QString result = file("short/trials/" + results.front());
  QVERIFY(QFile::remove(result) && QFile::link("/dev/null", result));
  const Result again = run(sweep);
  QVERIFY2(again.exitCode == 1, again.report());
  QVERIFY2(!again.err.contains("Interrupted") && again.err.contains(results.front()),
           again.report());
}

INKLING_TEST(TestInterrupted)
#include "tst_interrupted.moc"
