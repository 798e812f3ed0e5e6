// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/session/rememberedpaths.h"

#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <vector>

using inkling::ui::RememberedPaths;

namespace {

constexpr int kPrograms = 4;
constexpr int kRounds = 25;
constexpr int kPatience = 60000;  // ms

RememberedPaths list() { return RememberedPaths(QStringLiteral("files/recent")); }

void liveIn(const QString& home) {
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home);
  qputenv("XDG_STATE_HOME", home.toUtf8());
}

}  // namespace

/// Lists in the settings that several windows change.
class TestRememberedPaths final : public QObject {
  Q_OBJECT
private slots:
  void child_addsAndRemovesItsOwn();
  void init() { QSettings().clear(); }
  void paths_areNewestFirstAndFew();
  void homeThatCannotBeWritten_isNoError();
  void severalProgramsAtATime_loseNothing();
};

/// What the other programs do; nothing where this is a test.
void TestRememberedPaths::child_addsAndRemovesItsOwn() {
  const QString home = qEnvironmentVariable("INKLING_TEST_CHILD");
  if (home.isEmpty()) return;
  liveIn(home);
  const QString own = qEnvironmentVariable("INKLING_TEST_OWN");
  for (int i = 0; i < kRounds; ++i) {
    list().add(own);
    if (!list().paths().contains(own)) std::_Exit(1);  // lost by another one's writing
    list().remove(own);
  }
  list().add(own);
  std::_Exit(0);
}

void TestRememberedPaths::paths_areNewestFirstAndFew() {
  const QTemporaryDir home;
  liveIn(home.path());
  for (int i = 0; i < RememberedPaths::kMost + 3; ++i) list().add(QString::number(i));
  list().add(QStringLiteral("7"));
  list().remove(QStringLiteral("9"));
  list().remove(QStringLiteral("unknown"));
  QCOMPARE(list().paths().join(' '), QStringLiteral("7 10 8 6 5 4 3"));
}

void TestRememberedPaths::homeThatCannotBeWritten_isNoError() {
  const QTemporaryDir home;
  QFile file(home.filePath(QStringLiteral("file")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  liveIn(file.fileName());
  list().add(QStringLiteral("a"));
  QVERIFY(list().paths().size() <= 1);
}

void TestRememberedPaths::severalProgramsAtATime_loseNothing() {
  const QTemporaryDir home;
  std::vector<std::unique_ptr<QProcess>> programs;
  QStringList expected;
  for (int i = 0; i < kPrograms; ++i) {
    auto environment = QProcessEnvironment::systemEnvironment();
    expected << QStringLiteral("/model %1").arg(i);
    environment.insert(QStringLiteral("INKLING_TEST_CHILD"), home.path());
    environment.insert(QStringLiteral("INKLING_TEST_OWN"), expected.back());
    programs.push_back(std::make_unique<QProcess>());
    programs.back()->setProcessEnvironment(environment);
    programs.back()->start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("rememberedpaths"), QStringLiteral("child_addsAndRemovesItsOwn")});
  }
  for (const auto& program : programs) {
    QVERIFY(program->waitForFinished(kPatience));
    QCOMPARE(program->exitCode(), 0);
  }
  liveIn(home.path());
  QStringList found = list().paths();
  std::ranges::sort(found);
  QCOMPARE(found, expected);
}

INKLING_TEST(TestRememberedPaths)

#include "tst_rememberedpaths.moc"
