// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/session/preferences.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using inkling::ui::Language;
using inkling::ui::Preferences;
using inkling::ui::PreferenceValues;
using inkling::ui::Theme;

/// The user's preferences and the file they are kept in.
class TestPreferences final : public QObject {
  Q_OBJECT
private slots:
  void init();
  void noFile_givesTheDefaults();
  void valuesSet_areReadAgain();
  void nonsenseInTheFile_isTheDefault_data();
  void nonsenseInTheFile_isTheDefault();
  void damagedFile_givesTheDefaults();
  void changed_tellsWhatWas();
  void twoAtATime_leaveEachOthersValuesAlone();
  void defaultsRestored_nothingIsInTheFile();
  void fileThatCannotBeWritten_isSaidOnceAndTheValueApplies();

private:
  QTemporaryDir m_folder;
};

void TestPreferences::init() {
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
  QSettings().clear();
}

void TestPreferences::noFile_givesTheDefaults() {
  QCOMPARE(Preferences().values(), PreferenceValues());
}

void TestPreferences::valuesSet_areReadAgain() {
  const PreferenceValues all{.language = Language::Chinese,
                             .theme = Theme::Dark,
                             .textSize = 150,
                             .lesson = false,
                             .advice = false,
                             .threads = 1,
                             .checkpoint = false,
                             .runsFolder = QStringLiteral("/some/where, 二"),
                             .runsLimit = 5000};
  Preferences().set(all);
  QCOMPARE(Preferences().values(), all);
}

void TestPreferences::nonsenseInTheFile_isTheDefault_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  for (const auto& [key, value] : {std::pair{"view/language", "tlh"},
                                   {"view/theme", "pink"},
                                   {"view/textSize", "0"},
                                   {"view/textSize", "100000"},
                                   {"view/textSize", "large"},
                                   {"view/lesson", "perhaps"},
                                   {"view/advice", ""},
                                   {"run/threads", "-3"},
                                   {"run/threads", "100000"},
                                   {"run/keep", "2"},
                                   {"runs/folder", "some/where"},
                                   {"runs/folder", ""},
                                   {"runs/limit", "-1"},
                                   {"runs/limit", "99999999999999999999"}})
    QTest::addRow("%s=%s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value);
}

void TestPreferences::nonsenseInTheFile_isTheDefault() {
  QFETCH(QString, key);
  QFETCH(QString, value);
  QSettings().setValue(key, value);
  QCOMPARE(Preferences().values(), PreferenceValues());
}

void TestPreferences::damagedFile_givesTheDefaults() {
  const QString name = QSettings().fileName();
  QVERIFY(QDir().mkpath(QFileInfo(name).path()));
  QFile file(name);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(QByteArray("[view\ntheme\0\xff=\n]]=@Variant(", 28));
  file.close();
  QCOMPARE(Preferences().values(), PreferenceValues());
}

void TestPreferences::changed_tellsWhatWas() {
  Preferences preferences;
  QList<PreferenceValues> before;
  connect(&preferences, &Preferences::changed, this,
          [&before](const PreferenceValues& values) { before << values; });
  preferences.set(&PreferenceValues::theme, Theme::Light);
  preferences.set(&PreferenceValues::theme, Theme::Light);
  preferences.set(&PreferenceValues::theme, Theme::Dark);
  QCOMPARE(before.size(), 2);
  QCOMPARE(before[1].theme, Theme::Light);
  QCOMPARE(preferences.values().theme, Theme::Dark);
}

void TestPreferences::twoAtATime_leaveEachOthersValuesAlone() {
  Preferences one;
  Preferences other;
  one.set(&PreferenceValues::theme, Theme::Dark);
  other.set(&PreferenceValues::textSize, 120);
  one.set(&PreferenceValues::lesson, false);
  const Preferences next;
  QCOMPARE(next.values().theme, Theme::Dark);
  QCOMPARE(next.values().textSize, 120);
  QCOMPARE(next.values().lesson, false);
}

void TestPreferences::defaultsRestored_nothingIsInTheFile() {
  QSettings().setValue(QStringLiteral("files/folder"), QStringLiteral("/tmp"));
  Preferences stale;
  Preferences preferences;
  preferences.set(&PreferenceValues::theme, Theme::Dark);
  stale.restoreDefaults();
  QCOMPARE(QSettings().allKeys(), QStringList{QStringLiteral("files/folder")});
  preferences.restoreDefaults();
  QCOMPARE(preferences.values(), PreferenceValues());
}

void TestPreferences::fileThatCannotBeWritten_isSaidOnceAndTheValueApplies() {
  const QString blocked = m_folder.filePath(QStringLiteral("blocked"));
  QFile file(blocked);  // where the folder would have to be
  QVERIFY(file.open(QIODevice::WriteOnly));
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, blocked);
  Preferences preferences;
  const QSignalSpy failed(&preferences, &Preferences::failed);
  preferences.set(&PreferenceValues::theme, Theme::Dark);
  preferences.set(&PreferenceValues::textSize, 120);
  QCOMPARE(failed.size(), 1);
  QVERIFY(failed[0][0].toString().contains(blocked));
  QCOMPARE(preferences.values().theme, Theme::Dark);
  QCOMPARE(preferences.values().textSize, 120);
}

INKLING_TEST(TestPreferences)

#include "tst_preferences.moc"
