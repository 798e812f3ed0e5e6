// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/qtpictures.h"
#include "core/base/folders.h"
#include "tests/core/support/golden.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/scriptedprompter.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/plots/trainingplot.h"
#include "ui/session/session.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using inkling::test::golden;
using inkling::test::goldenFiles;

namespace {

constexpr int kLong = 20000;  // ms

const QString kFile = QStringLiteral("settings/inkling.conf");

/// A user whose settings an earlier version wrote, and today's window.
class Home {
public:
  Home() {
    const QString folder = m_folder.filePath(QStringLiteral("config/Inkling"));
    QDir().mkpath(folder);
    QFile::copy(QString::fromStdString(golden(kFile).string()),
                folder + QStringLiteral("/inkling.conf"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                       m_folder.filePath(QStringLiteral("config")));
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_STATE_HOME", m_folder.filePath(QStringLiteral("state")).toUtf8());
    session =
        std::make_unique<inkling::ui::Session>(inkling::resourceFolder(), inkling::qtPictures());
    window = std::make_unique<inkling::ui::MainWindow>(
        *session, std::make_unique<inkling::test::ScriptedPrompter>());
    window->show();
  }

  template <typename Thing>
  Thing* find(const char* name) const {
    return window->findChild<Thing*>(QLatin1String(name));
  }
  bool isChecked(const char* action) const { return find<QAction>(action)->isChecked(); }

private:
  QTemporaryDir m_folder;

public:
  std::unique_ptr<inkling::ui::Session> session;
  std::unique_ptr<inkling::ui::MainWindow> window;
};

/// What the file says.
QVariant stored(const char* key) {
  return QSettings(QString::fromStdString(golden(kFile).string()), QSettings::IniFormat)
      .value(QLatin1String(key));
}

}  // namespace

/// The window comes up as the settings file of an earlier version says.
class TestGoldenSettings final : public QObject {
  Q_OBJECT
private slots:
  void initTestCase();
  void window_hasSizeAndSplitters();
  void window_hasLanguageThemeAndTexts();
  void window_hasCurvesRecentFilesAndSweep();
  void window_closed_keepsEverything();
  void folder_holdsNoOtherFile();
};

/// As the program calls itself, and so its file.
void TestGoldenSettings::initTestCase() {
  QCoreApplication::setOrganizationName(QStringLiteral("Inkling"));
  QCoreApplication::setApplicationName(QStringLiteral("inkling"));
}

void TestGoldenSettings::window_hasSizeAndSplitters() {
  const Home home;
  QVERIFY(QTest::qWaitForWindowExposed(home.window.get()));
  // The screen of the test is narrower than the window was.
  QCOMPARE(home.window->height(), 710);
  for (const auto& [key, splitter] : {std::pair{"learn/columns", "learnColumns"},
                                      {"learn/centre", "learnCentre"},
                                      {"learn/curves", "curvesPane"}})
    QCOMPARE(home.find<QSplitter>(splitter)->saveState(), stored(key).toByteArray());
  // The curve of the loss had been drawn larger.
  QVERIFY(home.find<QWidget>("lossPlot")->height() > home.find<QWidget>("accuracyPlot")->height());
}

void TestGoldenSettings::window_hasLanguageThemeAndTexts() {
  const Home home;
  QVERIFY(QTest::qWaitForWindowExposed(home.window.get()));
  QVERIFY(home.isChecked("languageMenu.zh_CN"));
  QCOMPARE(home.find<QToolButton>("learnPageButton")->text(), QStringLiteral("学习"));
  QVERIFY(home.isChecked("themeMenu.dark"));
  QVERIFY(home.window->palette().color(QPalette::Window).lightness() < 100);
  QVERIFY(!home.isChecked("lessonAction"));
  QVERIFY(!home.find<QWidget>("lesson")->isVisible());
  QVERIFY(!home.isChecked("adviceAction"));
}

void TestGoldenSettings::window_hasCurvesRecentFilesAndSweep() {
  const Home home;
  QVERIFY(QTest::qWaitForWindowExposed(home.window.get()));
  QVERIFY(home.find<inkling::ui::TrainingPlot>("lossPlot")->isLogarithmic());
  QVERIFY(!home.find<inkling::ui::TrainingPlot>("accuracyPlot")->isLogarithmic());
  QStringList recent;
  for (const QAction* action : home.find<QMenu>("recentMenu")->actions())
    recent << action->toolTip();
  QCOMPARE(recent, (QStringList{QStringLiteral("/home/user/models/第二个.safetensors"),
                                QStringLiteral("/home/user/models/small.safetensors")}));
  QTest::mouseClick(home.find<QToolButton>("sweepPageButton"), Qt::LeftButton);
  auto* sweeps = home.find<QComboBox>("sweepChooser");
  QTRY_COMPARE_WITH_TIMEOUT(sweeps->currentText(), QStringLiteral("隐藏单元 × 批大小"), kLong);
}

void TestGoldenSettings::window_closed_keepsEverything() {
  const Home home;
  QVERIFY(QTest::qWaitForWindowExposed(home.window.get()));
  home.window->close();
  QTRY_VERIFY_WITH_TIMEOUT(!home.window->isVisible(), kLong);
  const QSettings now;
  for (const char* key : {"files/folder", "files/recent", "learn/centre", "learn/columns",
                          "learn/curves", "learn/logAccuracy", "learn/logLoss", "sweep/last",
                          "view/advice", "view/language", "view/lesson", "view/theme"}) {
    QVERIFY2(stored(key).isValid(), key);
    QCOMPARE(now.value(QLatin1String(key)), stored(key));
  }
  QVERIFY(now.contains(QStringLiteral("window/geometry")));
}

void TestGoldenSettings::folder_holdsNoOtherFile() {
  QCOMPARE(goldenFiles("settings"), QStringList{kFile});
}

INKLING_TEST(TestGoldenSettings)

#include "tst_settings.moc"
