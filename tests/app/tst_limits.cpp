// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using inkling::test::Result;
using inkling::test::run;

/// The limits of the system under which a program runs.
class TestLimits final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void fileLargerThanAllowed_sentenceAndTheOldFile();
};

namespace {

/// While it lives, files that are written may have so many bytes. Programs started inherit it.
class FileSizeLimit final {
public:
  explicit FileSizeLimit(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{bytes, m_before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
  rlimit m_before{};
};

}  // namespace

void TestLimits::fileLargerThanAllowed_sentenceAndTheOldFile() {
  const QTemporaryDir folder;
  const QString data = folder.filePath("data");
  const QString model = folder.filePath("model.safetensors");
  QVERIFY(QDir().mkdir(data) && inkling::test::writeTinySet(data, 40, 20));
  const QStringList train{
      "train", "--recipe", "mlp",         "--data", data, "--set", "data.validation.last=0",
      "--out", model,      "--max-steps", "1"};
  QVERIFY2(run(train).exitCode == 0, run(train).report());
  const auto bytes = [&] {
    QFile file(model);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };
  const QByteArray before = bytes();
  const Result result = [&] {
    const FileSizeLimit limit(100'000);
    return run(train);
  }();
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.contains("File too large"), result.report());
  QVERIFY(!before.isEmpty() && bytes() == before);
}

INKLING_TEST(TestLimits)
#include "tst_limits.moc"
