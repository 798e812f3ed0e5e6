// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"

#include <QApplication>
#include <QDialog>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTimer>
#include <QWindow>

using inkling::test::kLong;
using inkling::test::WindowFixture;
using inkling::ui::MainWindow;

namespace {

QRect room(int screen) { return QGuiApplication::screens().at(screen)->availableGeometry(); }

/// The contents and the frame around them.
QRect whole(const QWidget& window) {
  return window.geometry().marginsAdded(window.windowHandle()->frameMargins());
}

/// Has the next window open where one with these contents was closed.
void remember(const QRect& contents, Qt::WindowStates state = Qt::WindowNoState) {
  QWidget window;
  window.setGeometry(contents);
  window.setWindowState(state);
  QSettings().setValue(QStringLiteral("window/geometry"), window.saveGeometry());
}

QStringList pageNames() {
  return {"learnPage", "dataPage", "evaluatePage", "lookPage", "sweepPage", "runsPage"};
}

}  // namespace

/// The window and its dialogs on the screens of tests/ui/support/screens.json.
class TestScreen final : public QObject {
  Q_OBJECT
private slots:
  void firstStart_fitsTheScreenWithItsFrame();
  void rememberedPlace_thatFits_isTakenAgain();
  void rememberedPlace_thatDoesNotFit_isBroughtIn_data();
  void rememberedPlace_thatDoesNotFit_isBroughtIn();
  void noLongerMaximised_fits();
  void movedToASmallerScreen_fits();
  void dialog_onASmallScreen_fits();
  void smallerRoom_takesTheWindowAlong();
  void acrossTwoScreens_isLeftAlone();
  void largeLetters_noPageKeepsTheWindowLarge();
  void smallestScreen_noPageScrolls();
  void icon_isThatOfTheProgram();
};

void TestScreen::firstStart_fitsTheScreenWithItsFrame() {
  WindowFixture f;
  QVERIFY(f.ready());
  QVERIFY(!f.window->windowHandle()->frameMargins().isNull());
  QTRY_VERIFY(room(0).contains(whole(*f.window)));
  QVERIFY(f.window->width() > 1270 && f.window->height() > 750);
}

void TestScreen::rememberedPlace_thatFits_isTakenAgain() {
  WindowFixture f;
  QVERIFY(f.ready());
  remember(QRect(60, 50, 1100, 720));
  MainWindow next(*f.session);
  next.show();
  QVERIFY(QTest::qWaitForWindowExposed(&next));
  QCoreApplication::processEvents();  // what was put off until it showed
  QCOMPARE(next.geometry(), QRect(60, 50, 1100, 720));
}

void TestScreen::rememberedPlace_thatDoesNotFit_isBroughtIn_data() {
  QTest::addColumn<QRect>("place");
  QTest::newRow("of a larger screen") << QRect(30, 40, 1600, 1000);
  QTest::newRow("of a screen that is gone") << QRect(4000, 100, 1100, 720);
  QTest::newRow("over the lower edge") << QRect(60, 300, 1100, 720);
}

void TestScreen::rememberedPlace_thatDoesNotFit_isBroughtIn() {
  QFETCH(QRect, place);
  WindowFixture f;
  QVERIFY(f.ready());
  remember(place);
  MainWindow next(*f.session);
  next.show();
  QVERIFY(QTest::qWaitForWindowExposed(&next));
  QTRY_VERIFY(room(0).contains(whole(next)));
  QVERIFY(next.width() >= 1100 && next.height() >= 720);
}

void TestScreen::noLongerMaximised_fits() {
  WindowFixture f;
  QVERIFY(f.ready());
  remember(QRect(30, 40, 1600, 1000), Qt::WindowMaximized);
  MainWindow next(*f.session);
  next.show();
  QVERIFY(QTest::qWaitForWindowExposed(&next));
  QVERIFY(next.isMaximized());
  next.showNormal();
  QTRY_VERIFY(!next.isMaximized());
  QTRY_VERIFY(room(0).contains(whole(next)));
}

void TestScreen::movedToASmallerScreen_fits() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->move(1300, 10);
  QTRY_COMPARE(f.window->screen(), QGuiApplication::screens().at(1));
  QTRY_VERIFY(room(1).contains(whole(*f.window)));
}

void TestScreen::dialog_onASmallScreen_fits() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->move(2310, 10);
  QTRY_VERIFY(room(2).contains(whole(*f.window)));
  f.click("editRecipe");
  const auto* editor = f.find<QDialog>("recipeEditor");
  QVERIFY(QTest::qWaitForWindowExposed(editor->windowHandle()));
  QTRY_VERIFY(room(2).contains(whole(*editor)));
}

void TestScreen::smallerRoom_takesTheWindowAlong() {
  WindowFixture f;
  QVERIFY(f.ready());
  QTRY_VERIFY(room(0).contains(whole(*f.window)));
  // As if there had been more before.
  f.window->setGeometry(100, 100, 1250, 790);
  QTRY_COMPARE(f.window->geometry(), QRect(100, 100, 1250, 790));
  emit f.window->screen()->availableGeometryChanged(room(0));
  QTRY_VERIFY(room(0).contains(whole(*f.window)));
}

void TestScreen::acrossTwoScreens_isLeftAlone() {
  WindowFixture f;
  QVERIFY(f.ready());
  const QRect across(800, 20, 1100, 640);
  f.window->setGeometry(across);
  QTRY_COMPARE(f.window->geometry(), across);
  const auto* rest = f.find<QTimer>("screenFitRest");
  emit f.window->screen()->availableGeometryChanged(room(0));
  QVERIFY(rest->isActive());
  QTRY_VERIFY(!rest->isActive());
  QCOMPARE(f.window->geometry(), across);
}

void TestScreen::largeLetters_noPageKeepsTheWindowLarge() {
  const QFont usual = QApplication::font();
  QFont large = usual;
  large.setPointSizeF(usual.pointSizeF() * 1.5);
  QApplication::setFont(large);
  for (const char* language : {"languageMenu.en", "languageMenu.zh_CN"}) {
    WindowFixture f;
    QVERIFY(f.ready());
    f.trigger(language);
    for (const QString& page : pageNames()) {
      f.click(qPrintable(page + QStringLiteral("Button")));
      QCoreApplication::processEvents();
      const QSize least = f.window->minimumSizeHint();
      QVERIFY2(least.width() <= 1000 && least.height() <= 640, qPrintable(page));
    }
    f.window->resize(1000, 640);
    QTRY_COMPARE(f.window->size(), QSize(1000, 640));
  }
  QApplication::setFont(usual);
}

void TestScreen::smallestScreen_noPageScrolls() {
  for (const char* language : {"languageMenu.en", "languageMenu.zh_CN"}) {
    WindowFixture f;
    QVERIFY(f.ready());
    f.trigger(language);
    f.click("stepBatchButton");  // a network, for all pages to be filled
    QTRY_VERIFY_WITH_TIMEOUT(f.session->model() && f.session->model()->position.step == 1, kLong);
    f.window->resize(1020, 650);  // 1024×680 less a frame
    for (const QString& page : pageNames()) {
      f.click(qPrintable(page + QStringLiteral("Button")));
      const auto* area = f.find<QScrollArea>(qPrintable(page + QStringLiteral("Scroll")));
      QTRY_VERIFY2(area->horizontalScrollBar()->maximum() == 0, qPrintable(page));
      QTRY_VERIFY2(area->verticalScrollBar()->maximum() == 0, qPrintable(page));
    }
  }
}

void TestScreen::icon_isThatOfTheProgram() {
  WindowFixture f;
  QVERIFY(f.ready());
  QVERIFY(!f.window->windowHandle()->icon().isNull());
  QDialog dialog(f.window.get());
  dialog.show();
  const QImage image = dialog.windowHandle()->icon().pixmap(64, 64).toImage();
  QCOMPARE(image.size(), QSize(64, 64));
  QCOMPARE(image.pixelColor(1, 1).alpha(), 0);      // beside the drop
  QCOMPARE(image.pixelColor(32, 10).alpha(), 255);  // in it
}

INKLING_TEST(TestScreen)

#include "tst_screen.moc"
