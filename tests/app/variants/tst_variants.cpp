// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using inkling::test::programFile;

namespace {

constexpr int kPatience = 120000;  // ms

/// Runs inkling-cli through the dynamic linker, which looks for `variants` of libraries only.
struct Started {
  QString out;
  QString log;
};

Started runWith(const QString& variants, const QStringList& arguments, bool logged = false) {
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  if (logged) environment.insert("LD_DEBUG", "libs");
  program.setProcessEnvironment(environment);
  program.start("/lib64/ld-linux-x86-64.so.2",
                QStringList{"--glibc-hwcaps-mask", variants, programFile()} + arguments);
  if (!program.waitForFinished(kPatience) || program.exitCode() != 0)
    qFatal("%s", program.readAllStandardError().constData());
  return {QString::fromUtf8(program.readAllStandardOutput()),
          QString::fromUtf8(program.readAllStandardError())};
}

bool fastMachine() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
         __builtin_cpu_supports("bmi2");
}

}  // namespace

/// Both variants of the core, for any CPU and for x86-64-v3, where the machine runs both.
class TestVariants final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void program_loadsTheVariantOfTheMachine_data();
  void program_loadsTheVariantOfTheMachine();
  void training_agrees_data();
  void training_agrees();
};

void TestVariants::program_loadsTheVariantOfTheMachine_data() {
  QTest::addColumn<QString>("variants");
  QTest::addColumn<bool>("fast");
  QTest::newRow("all") << "x86-64-v3" << fastMachine();
  QTest::newRow("none") << "none" << false;
}

void TestVariants::program_loadsTheVariantOfTheMachine() {
  QFETCH(QString, variants);
  QFETCH(bool, fast);
  const QStringList log = runWith(variants, {"--help"}, true).log.split('\n');
  const QStringList loaded = log.filter("calling init").filter("libinkling-core");
  QCOMPARE(loaded.size(), 1);
  QCOMPARE(loaded.front().contains("glibc-hwcaps/x86-64-v3"), fast);
}

void TestVariants::training_agrees_data() {
  QTest::addColumn<QString>("recipe");
  for (const char* recipe : {"softmax", "mlp", "cnn", "cnn-8x3x3"}) QTest::newRow(recipe) << recipe;
}

/// One rounds the sum of a multiplication and an addition once, the other twice: after a few dozen
/// steps that still differs by less than a thousandth of the loss.
void TestVariants::training_agrees() {
  QFETCH(QString, recipe);
  QTemporaryDir folder;
  const auto lossOf = [&](const QString& variants) {
    const QString log = folder.filePath(variants + ".csv");
    runWith(variants, {"train", "--recipe", recipe, "--set", "data.train_limit.first=4560", "--set",
                       "data.validation.last=2000", "--epochs", "1", "--out",
                       folder.filePath(variants + ".safetensors"), "--log", log, "--json"});
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no log");
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    return lines.back().split(',').value(lines.front().split(',').indexOf("train_loss")).toDouble();
  };
  const double fast = lossOf("x86-64-v3");
  const double plain = lossOf("none");
  QVERIFY(fast > 0 && plain > 0);
  QVERIFY2(std::abs(fast - plain) < 1e-3 * plain,
           qPrintable(QString("%1 and %2").arg(fast, 0, 'g', 10).arg(plain, 0, 'g', 10)));
}

INKLING_TEST(TestVariants)
#include "tst_variants.moc"
