// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/toyset.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/learn/choosers.h"
#include "ui/pages/learn/lessontext.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/probabilitybars.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

using inkling::test::WindowFixture;
using State = inkling::ui::Training::State;
using inkling::test::kLong;

namespace {

bool hasChinese(const QString& text) {
  for (const QChar c : text)
    if (c.script() == QChar::Script_Han) return true;
  return false;
}

bool isInternal(const QWidget* widget) {
  return widget->objectName().startsWith(QLatin1String("qt_")) ||
         qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
         qobject_cast<const QComboBox*>(widget->parentWidget());
}

/// Draws with the left button through points in units of the canvas.
void drawLine(QWidget* canvas, const QList<QPointF>& points) {
  const auto at = [canvas](QPointF p) {
    return QPoint(int(p.x() * canvas->width()), int(p.y() * canvas->height()));
  };
  QTest::mousePress(canvas, Qt::LeftButton, {}, at(points.front()));
  for (int i = 1; i < points.size(); ++i)
    for (int k = 1; k <= 10; ++k)
      QTest::mouseMove(canvas, at(points[i - 1] + (points[i] - points[i - 1]) * (k / 10.0)));
  QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(points.back()));
}

}  // namespace

class TestView final : public QObject {
  Q_OBJECT
private slots:
  void language_chosen_changesEveryTextAtOnceAndBack();
  void translation_isComplete();
  void theme_chosen_changesThePaletteAtOnce();
  void dataSet_changed_showsItsSamplesAndTrainsOnIt();
  void everyControl_hasANameAToolTipAndAKeyboardPath();
  void tabKey_goesRoundOnEveryPage();
  void smallestWindow_showsEverything();
  void geometry_isRememberedByTheNextWindow();
  void drawnOneAndSeven_areReadByTheBundledModel();
};

void TestView::language_chosen_changesEveryTextAtOnceAndBack() {
  WindowFixture f;
  QVERIFY(f.ready());
  const QString english = f.text("statusSentence");
  f.trigger("languageMenu.zh_CN");
  QTRY_VERIFY2(hasChinese(f.text("statusSentence")), qPrintable(f.text("statusSentence")));
  for (const char* button :
       {"toggleButton", "stepBatchButton", "stopButton", "rewindButton", "learnPageButton"})
    QVERIFY2(hasChinese(f.find<QToolButton>(button)->text()), button);
  QVERIFY(hasChinese(f.text("nowTitle")));
  QVERIFY(hasChinese(f.find<inkling::ui::LessonText>("lesson")->text()));
  QVERIFY(hasChinese(f.find<QWidget>("learningRate")->toolTip()));
  f.trigger("languageMenu.en");
  QTRY_COMPARE(f.text("statusSentence"), english);
  QCOMPARE(f.find<inkling::ui::LessonText>("lesson")->text(), QStringLiteral("A lesson."));
}

void TestView::translation_isComplete() {
  QFile file(qEnvironmentVariable("INKLING_SOURCE_DIR") +
             QStringLiteral("/resources/translations/inkling_zh_CN.ts"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray text = file.readAll();
  QVERIFY(text.count("<message>") > 200);
  QCOMPARE(text.count("unfinished"), 0);
  QCOMPARE(text.count("<translation></translation>"), 0);
}

void TestView::theme_chosen_changesThePaletteAtOnce() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.trigger("themeMenu.dark");
  QTRY_VERIFY(f.window->palette().color(QPalette::Window).lightness() < 100);
  const QColor dark = f.window->grab().toImage().pixelColor(5, 300);
  QVERIFY(dark.lightness() < 100);
  f.trigger("themeMenu.light");
  QTRY_VERIFY(f.window->palette().color(QPalette::Window).lightness() > 200);
  QVERIFY(f.window->grab().toImage().pixelColor(5, 300).lightness() > 200);
}

void TestView::dataSet_changed_showsItsSamplesAndTrainsOnIt() {
  WindowFixture f;
  QVERIFY(f.ready());
  const QString other = f.file(QStringLiteral("others"));
  QDir().mkpath(other);
  inkling::test::writeToySet(other, 300, 50);
  f.prompter->path = other;
  f.trigger("openFolderAction");
  QTRY_COMPARE_WITH_TIMEOUT(f.session->data()->train->count(), 300, kLong);
  QCOMPARE(f.session->split().train.count(), 200);
  auto* chooser = f.find<inkling::ui::DataChooser>("dataChooser");
  QCOMPARE(chooser->currentText(), QStringLiteral("others"));
  QVERIFY(f.window->windowTitle().contains(QLatin1String("others")));
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Finished, kLong);
  QCOMPARE(f.session->training().summary()->history.test.count, 50);
}

void TestView::everyControl_hasANameAToolTipAndAKeyboardPath() {
  WindowFixture f;
  QVERIFY(f.ready());
  QStringList faults;
  for (const QWidget* widget : f.window->findChildren<QWidget*>()) {
    const bool control =
        qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
        qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QLineEdit*>(widget);
    if (!control || isInternal(widget) || !widget->isVisibleTo(f.window.get())) continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
    if (widget->objectName().isEmpty())
      faults << QStringLiteral("%1 without a name").arg(widget->metaObject()->className());
    if (!named) faults << widget->objectName() + QStringLiteral(": no accessible name");
    if (widget->toolTip().isEmpty())
      faults << widget->objectName() + QStringLiteral(": no tooltip");
    if ((widget->focusPolicy() & Qt::TabFocus) == 0)
      faults << widget->objectName() + QStringLiteral(": no tab focus");
  }
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestView::tabKey_goesRoundOnEveryPage() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("stepBatchButton");  // a network to look at
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() && f.session->model()->position.step == 1, kLong);
  f.window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
  for (const char* page :
       {"learnPage", "dataPage", "evaluatePage", "lookPage", "sweepPage", "runsPage"}) {
    f.click((QByteArray(page) + "Button").constData());
    const auto* shown = f.find<QWidget>(page);
    for (const char* table : {"dataClasses", "classTable"})
      if (const auto* view = f.find<QTableView>(table); view->isVisible())
        QTRY_VERIFY_WITH_TIMEOUT(view->model()->rowCount() > 0, kLong);
    f.find<QToolButton>("rewindButton")->setFocus(Qt::TabFocusReason);
    QWidgetList visited;
    do {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      visited << QApplication::focusWidget();
    } while (visited.back()->objectName() != QLatin1String("rewindButton") && visited.size() < 99);
    QStringList names;
    for (const QWidget* widget : visited) names << widget->objectName();
    QVERIFY2(visited.size() < 99, qPrintable(names.join(' ')));
    for (const QWidget* widget : shown->findChildren<QWidget*>()) {
      const bool control = qobject_cast<const QAbstractButton*>(widget) ||
                           qobject_cast<const QComboBox*>(widget) ||
                           qobject_cast<const QAbstractItemView*>(widget);
      if (control && widget->isVisible() && widget->isEnabled() &&
          (widget->focusPolicy() & Qt::TabFocus) != 0)
        QVERIFY2(visited.contains(const_cast<QWidget*>(widget)), qPrintable(widget->objectName()));
    }
  }
}

void TestView::smallestWindow_showsEverything() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->resize(1024, 680);
  QTRY_COMPARE_WITH_TIMEOUT(f.window->size(), QSize(1024, 680), kLong);
  for (const char* name : {"lossPlot", "accuracyPlot", "sampleTiles", "canvasPane", "toggleButton",
                           "rewindButton", "progressPane", "statusSentence"}) {
    const auto* widget = f.find<QWidget>(name);
    const QRect place(widget->mapTo(f.window.get(), QPoint()), widget->size());
    QVERIFY2(f.window->rect().contains(place), name);
    QVERIFY2(place.width() > 20 && place.height() > 12, name);
  }
}

void TestView::geometry_isRememberedByTheNextWindow() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->resize(1100, 720);
  auto* columns = f.find<QSplitter>("learnColumns");
  columns->setSizes({300, 450, 280});
  const auto sizes = columns->sizes();
  f.window->close();
  QTRY_VERIFY_WITH_TIMEOUT(!f.window->isVisible(), kLong);
  inkling::ui::MainWindow next(*f.session);
  next.show();
  QVERIFY(QTest::qWaitForWindowExposed(&next));
  QCOMPARE(next.size(), QSize(1100, 720));
  QCOMPARE(next.findChild<QSplitter*>(QStringLiteral("learnColumns"))->sizes(), sizes);
}

void TestView::drawnOneAndSeven_areReadByTheBundledModel() {
  WindowFixture f;
  QVERIFY(f.ready());
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() && f.session->modelIsBundled(), kLong);
  auto* panel = f.find<inkling::ui::CanvasPanel>("canvasPanel");
  QVERIFY(panel);
  auto* canvas = panel->canvas();
  QCOMPARE(panel->bars()->winner(), -1);
  drawLine(canvas, {{0.5, 0.15}, {0.48, 0.85}});
  QTRY_COMPARE(panel->bars()->winner(), 1);
  canvas->clear();
  QTRY_COMPARE(panel->bars()->winner(), -1);
  drawLine(canvas, {{0.25, 0.2}, {0.75, 0.2}, {0.6, 0.5}, {0.45, 0.85}});
  QTRY_COMPARE(panel->bars()->winner(), 7);
}

INKLING_TEST(TestView)

#include "tst_view.moc"
