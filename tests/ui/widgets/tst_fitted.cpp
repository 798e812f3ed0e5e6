// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/widgets/fitted.h"

#include <QTest>

using namespace inkling::ui;

namespace {

constexpr QMargins kFrame(2, 24, 2, 4);
constexpr QRect kScreen(0, 0, 1280, 800);
constexpr QRect kBelowPanel(0, 32, 1366, 736);
constexpr QRect kSecond(1280, 100, 1024, 680);

}  // namespace

class TestFitted final : public QObject {
  Q_OBJECT
private slots:
  void window_isBroughtIntoTheRoom_data();
  void window_isBroughtIntoTheRoom();
  void window_inSight_isTold_data();
  void window_inSight_isTold();
};

void TestFitted::window_isBroughtIntoTheRoom_data() {
  QTest::addColumn<QRect>("contents");
  QTest::addColumn<QMargins>("frame");
  QTest::addColumn<QRect>("room");
  QTest::addColumn<QRect>("expected");
  QTest::newRow("fits: stays") << QRect(100, 60, 900, 600) << kFrame << kScreen
                               << QRect(100, 60, 900, 600);
  QTest::newRow("as large as the screen, and a frame")
      << QRect(2, 24, 1280, 800) << kFrame << kScreen << QRect(2, 24, 1276, 772);
  QTest::newRow("as large as the screen, no frame")
      << QRect(0, 0, 1280, 800) << QMargins() << kScreen << QRect(0, 0, 1280, 800);
  QTest::newRow("too high only: the width stays")
      << QRect(40, 56, 1280, 800) << kFrame << kBelowPanel << QRect(40, 56, 1280, 708);
  QTest::newRow("over the right and lower edge: moved only")
      << QRect(1000, 700, 900, 600) << kFrame << kScreen << QRect(378, 196, 900, 600);
  QTest::newRow("title bar over the upper edge: moved only")
      << QRect(-50, 0, 900, 600) << kFrame << kScreen << QRect(2, 24, 900, 600);
  QTest::newRow("on a screen that is gone")
      << QRect(4000, 2000, 900, 600) << kFrame << kSecond << QRect(1402, 176, 900, 600);
  QTest::newRow("larger than the second screen")
      << QRect(1300, 200, 1280, 800) << kFrame << kSecond << QRect(1282, 124, 1020, 652);
}

void TestFitted::window_isBroughtIntoTheRoom() {
  QFETCH(QRect, contents);
  QFETCH(QMargins, frame);
  QFETCH(QRect, room);
  QFETCH(QRect, expected);
  QCOMPARE(fitted(contents, frame, room), expected);
  QVERIFY(room.contains(fitted(contents, frame, room).marginsAdded(frame)));
}

void TestFitted::window_inSight_isTold_data() {
  QTest::addColumn<QRect>("window");
  QTest::addColumn<bool>("expected");
  QTest::newRow("on the first") << QRect(10, 10, 500, 500) << true;
  QTest::newRow("the whole first") << kScreen << true;
  QTest::newRow("a line below the edge") << QRect(0, 0, 1280, 801) << false;
  QTest::newRow("on both, side by side") << QRect(1000, 200, 600, 500) << true;
  QTest::newRow("on both, above the second") << QRect(1000, 50, 600, 500) << false;
  QTest::newRow("nowhere") << QRect(5000, 50, 600, 500) << false;
}

void TestFitted::window_inSight_isTold() {
  QFETCH(QRect, window);
  QFETCH(bool, expected);
  QCOMPARE(inSight(window, {kScreen, kSecond}), expected);
}

INKLING_TEST(TestFitted)

#include "tst_fitted.moc"
