// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"

#include <QFile>
#include <QSignalSpy>

using inkling::test::kLong;
using inkling::test::WindowFixture;
using State = inkling::ui::Training::State;

namespace {

/// Files stand where the user's folders would have to be made: nobody can write there, whatever his
/// rights.
class Blocked {
public:
  explicit Blocked(const QStringList& names) {
    for (const QString& name : names) {
      QFile file(m_home.filePath(name));
      if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
    }
  }
  QString path() const { return m_home.path(); }

private:
  QTemporaryDir m_home;
};

}  // namespace

/// What the program keeps of its own accord, where it cannot be kept.
class TestKeeping final : public QObject {
  Q_OBJECT
private slots:
  void homeThatCannotBeWritten_isSaidOnceAndAllElseWorks();
  void onlyTheState_isNamedAlone();
  void homeThatCan_saysNothing();
  void whatIsLost_isSaidAgainAfterSomethingWasWritten();
};

void TestKeeping::homeThatCannotBeWritten_isSaidOnceAndAllElseWorks() {
  const Blocked home({QStringLiteral("user"), QStringLiteral("state")});
  WindowFixture f({.home = home.path()});
  const QSignalSpy failed(f.session.get(), &inkling::ui::Session::failed);
  QVERIFY(f.ready());
  QTRY_VERIFY(f.message().contains(home.path() + QLatin1String("/user/inkling/runs")));
  for (const char* what : {"finished runs", "the run under way", "your digits"})
    QVERIFY2(f.message().contains(QLatin1String(what)), qPrintable(f.message()));
  QVERIFY(!f.message().contains(QLatin1String("preferences")));
  QVERIFY(f.train());
  f.click("rewindButton");
  QVERIFY(f.train());
  f.click("runsPageButton");
  f.prompter->path = f.file(QStringLiteral("mine.safetensors"));
  f.trigger("saveAsAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().startsWith(QLatin1String("Saved")), kLong);
  QVERIFY(QFile::exists(f.prompter->path));
  f.trigger("themeMenu.dark");
  f.trigger("themeMenu.system");
  QCOMPARE(failed.size(), 1);
}

void TestKeeping::onlyTheState_isNamedAlone() {
  const Blocked home({QStringLiteral("state")});
  WindowFixture f({.home = home.path()});
  QVERIFY(f.ready());
  QTRY_VERIFY(f.message().contains(QLatin1String("the run under way")));
  for (const char* what : {"finished runs", "your digits", "preferences"})
    QVERIFY2(!f.message().contains(QLatin1String(what)), qPrintable(f.message()));
}

void TestKeeping::homeThatCan_saysNothing() {
  WindowFixture f;
  const QSignalSpy failed(f.session.get(), &inkling::ui::Session::failed);
  QVERIFY(f.ready());
  QVERIFY(f.train());
  QCOMPARE(failed.size(), 0);
}

void TestKeeping::whatIsLost_isSaidAgainAfterSomethingWasWritten() {
  inkling::ui::Keeping keeping;
  const QSignalSpy failed(&keeping, &inkling::ui::Keeping::failed);
  keeping.lost(QStringLiteral("a"));
  keeping.lost(QStringLiteral("b"));
  QCOMPARE(failed.size(), 1);
  keeping.written();
  keeping.lost(QStringLiteral("c"));
  QCOMPARE(failed.size(), 2);
  QCOMPARE(failed[1][0].toString(), QStringLiteral("c"));
}

INKLING_TEST(TestKeeping)

#include "tst_keeping.moc"
