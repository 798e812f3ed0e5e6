// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/wheel.h"
#include "tests/ui/support/windowfixture.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>

using inkling::test::wheelDown;
using inkling::test::WindowFixture;

namespace {

/// What the widget shows, if the wheel can change it; else nothing.
QString valueOf(const QWidget* widget) {
  if (const auto* box = qobject_cast<const QComboBox*>(widget)) return box->currentText();
  if (const auto* box = qobject_cast<const QAbstractSpinBox*>(widget)) return box->text();
  if (const auto* slider = qobject_cast<const QSlider*>(widget))
    return QString::number(slider->value());
  return {};
}

}  // namespace

/// The wheel over controls that it could change.
class TestWheel final : public QObject {
  Q_OBJECT
private slots:
  void wheel_overUnfocusedControls_changesNothing();
  void wheel_overDataWithoutFocus_opensNoDialog();
  void wheel_overAFocusedControl_changesIt_data();
  void wheel_overAFocusedControl_changesIt();
  void wheel_overAnUnfocusedControl_scrollsWhatItLiesOn();
};

void TestWheel::wheel_overUnfocusedControls_changesNothing() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
  f.find<QWidget>("inkCanvas")->setFocus();
  int controls = 0;
  for (const char* page :
       {"learnPage", "dataPage", "evaluatePage", "lookPage", "sweepPage", "runsPage"}) {
    f.click((QByteArray(page) + "Button").constData());
    for (QWidget* widget : f.find<QWidget>(page)->findChildren<QWidget*>()) {
      const QString before = valueOf(widget);
      if (before.isEmpty() || !widget->isVisible() || widget->hasFocus()) continue;
      ++controls;
      wheelDown(widget);
      wheelDown(widget);  // the first must not have given the focus
      QCOMPARE(valueOf(widget), before);
      QVERIFY2(!widget->hasFocus(), qPrintable(widget->objectName()));
    }
  }
  QVERIFY(controls > 15);
}

void TestWheel::wheel_overDataWithoutFocus_opensNoDialog() {
  WindowFixture f;
  QVERIFY(f.ready());
  auto* data = f.find<QComboBox>("dataChooser");
  for (int notch = 0; notch < 2 * data->count(); ++notch) wheelDown(data);
  QCOMPARE(f.prompter->files.size(), 0);
}

void TestWheel::wheel_overAFocusedControl_changesIt_data() {
  QTest::addColumn<QByteArray>("name");
  for (const char* name : {"recipeChooser", "optimizer", "learningRate", "brushWidth"})
    QTest::newRow(name) << QByteArray(name);
}

void TestWheel::wheel_overAFocusedControl_changesIt() {
  QFETCH(QByteArray, name);
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
  auto* control = f.find<QWidget>(name);
  if (auto* box = qobject_cast<QComboBox*>(control)) box->setCurrentIndex(0);
  control->setFocus();
  QVERIFY(control->hasFocus());
  const QString before = valueOf(control);
  wheelDown(control);
  QVERIFY2(valueOf(control) != before, qPrintable(before));
}

void TestWheel::wheel_overAnUnfocusedControl_scrollsWhatItLiesOn() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->resize(1024, 400);
  auto* bar = f.find<QScrollArea>("settingsScroll")->verticalScrollBar();
  QTRY_VERIFY(bar->maximum() > 0);
  wheelDown(f.find<QComboBox>("recipeChooser"));
  QTRY_VERIFY(bar->value() > 0);
  bar->setValue(0);
  wheelDown(f.find<QAbstractSpinBox>("learningRate")->findChild<QLineEdit*>());
  QTRY_VERIFY(bar->value() > 0);
}

INKLING_TEST(TestWheel)

#include "tst_wheel.moc"
