// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/plots/trainingplot.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <qcustomplot.h>

using inkling::test::kLong;
using inkling::test::WindowFixture;
using inkling::ui::Language;
using inkling::ui::Preferences;
using inkling::ui::PreferencesDialog;
using inkling::ui::PreferenceValues;
using inkling::ui::Theme;
using State = inkling::ui::Training::State;

namespace {

/// The window with its preferences open.
class Opened : public WindowFixture {
public:
  explicit Opened(const Options& options = {}) : WindowFixture(options) {
    trigger("preferencesAction");
    dialog = window->findChild<PreferencesDialog*>();
  }

  bool open() { return ready() && dialog && QTest::qWaitForWindowActive(dialog); }
  /// As a user does with the keyboard.
  void choose(const char* box, int row) const {
    auto* combo = find<QComboBox>(box);
    combo->setFocus();
    while (combo->currentIndex() != row)
      QTest::keyClick(combo, combo->currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
  }
  void type(const char* box, const QString& number) const {
    auto* spin = find<QSpinBox>(box);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, number);
    QTest::keyClick(spin, Qt::Key_Return);
  }
  void press(const char* button) const {
    auto* found = find<QAbstractButton>(button);
    QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(8, found->height() / 2));
  }
  const PreferenceValues& values() const { return session->preferences().values(); }
  int runs() const { return find<QTableView>("runsTable")->model()->rowCount(); }
  QString runsFolder() const { return find<QLineEdit>("runsFolder")->text(); }

  PreferencesDialog* dialog = nullptr;
};

double points(const QWidget* widget) { return widget->font().pointSizeF(); }

}  // namespace

/// Edit → Preferences in the real window.
class TestPreferencesWindow final : public QObject {
  Q_OBJECT
private slots:
  void cleanup();
  void chosenTwice_opensOneDialog();
  void escape_closesItAndItOpensAgain();
  void language_isTheSameInDialogMenuAndTexts();
  void theme_isTheSameInDialogMenuAndPalette();
  void switches_areTheSameInDialogMenuAndPage();
  void textSize_changesLettersAndPlotsAtOnce();
  void threads_changedInARun_leaveTheBitsAsTheyAre();
  void runsFolder_chosen_isListedAtOnceAndTheOldOneStays();
  void runsFolder_thatCannotBeWritten_isRefused();
  void limit_lowered_removesTheOldestWithTheNextRun();
  void defaults_areRestoredEverywhere();
  void nextWindow_hasThemAll();
  void tabKey_reachesEveryControlAndEachIsNamed();
  void largeLetters_smallScreen_everythingCanBeReached();
};

/// What belongs to the application outlives a window.
void TestPreferencesWindow::cleanup() { Preferences().restoreDefaults(); }

void TestPreferencesWindow::chosenTwice_opensOneDialog() {
  Opened f;
  QVERIFY(f.open());
  f.trigger("preferencesAction");
  QCOMPARE(f.window->findChildren<PreferencesDialog*>().size(), 1);
  QCOMPARE(f.find<QAction>("preferencesAction")->shortcut(),
           QKeySequence(Qt::CTRL | Qt::Key_Comma));
  QVERIFY(!f.dialog->isModal());
}

void TestPreferencesWindow::escape_closesItAndItOpensAgain() {
  Opened f;
  QVERIFY(f.open());
  QTest::keyClick(f.dialog, Qt::Key_Escape);
  QTRY_VERIFY(!f.dialog->isVisible());
  f.trigger("preferencesAction");
  QVERIFY(f.dialog->isVisible());
  f.press("closePreferences");
  QTRY_VERIFY(!f.dialog->isVisible());
}

void TestPreferencesWindow::language_isTheSameInDialogMenuAndTexts() {
  Opened f;
  QVERIFY(f.open());
  f.choose("preferredLanguage", 2);
  QVERIFY(f.find<QAction>("languageMenu.zh_CN")->isChecked());
  QTRY_COMPARE(f.find<QToolButton>("learnPageButton")->text(), QStringLiteral("学习"));
  QTRY_COMPARE(f.dialog->windowTitle(), QStringLiteral("首选项"));
  f.trigger("languageMenu.en");
  QCOMPARE(f.find<QComboBox>("preferredLanguage")->currentIndex(), 1);
  QTRY_COMPARE(f.dialog->windowTitle(), QStringLiteral("Preferences"));
}

void TestPreferencesWindow::theme_isTheSameInDialogMenuAndPalette() {
  Opened f;
  QVERIFY(f.open());
  f.choose("preferredTheme", 2);
  QVERIFY(f.find<QAction>("themeMenu.dark")->isChecked());
  QTRY_VERIFY(f.window->palette().color(QPalette::Window).lightness() < 100);
  f.trigger("themeMenu.light");
  QCOMPARE(f.find<QComboBox>("preferredTheme")->currentIndex(), 1);
  QTRY_VERIFY(f.dialog->palette().color(QPalette::Window).lightness() > 200);
}

void TestPreferencesWindow::switches_areTheSameInDialogMenuAndPage() {
  Opened f;
  QVERIFY(f.open());
  for (const auto& [box, action, which] :
       {std::tuple{"preferredLesson", "lessonAction", &PreferenceValues::lesson},
        {"preferredAdvice", "adviceAction", &PreferenceValues::advice},
        {"preferredCheckpoint", "keepAction", &PreferenceValues::checkpoint}}) {
    f.press(box);
    QVERIFY2(!(f.values().*which), box);
    QVERIFY2(!f.find<QAction>(action)->isChecked(), action);
    f.trigger(action);
    QVERIFY2(f.values().*which, action);
    QVERIFY2(f.find<QCheckBox>(box)->isChecked(), box);
  }
  QVERIFY(f.find<QWidget>("lesson")->isVisible());
  f.press("preferredLesson");
  QTRY_VERIFY(!f.find<QWidget>("lesson")->isVisible());
}

void TestPreferencesWindow::textSize_changesLettersAndPlotsAtOnce() {
  Opened f;
  QVERIFY(f.open());
  const double before = points(f.window.get());
  const auto plotPoints = [&f] {
    return f.plot("lossPlot")->findChild<QCustomPlot*>()->xAxis->tickLabelFont().pointSizeF();
  };
  QCOMPARE(plotPoints(), before);
  f.type("preferredTextSize", QStringLiteral("150"));
  QCOMPARE(f.values().textSize, 150);
  QVERIFY(f.dialog->isVisible());  // Enter is the number's
  QTRY_COMPARE(points(f.find<QLabel>("statusSentence")), before * 1.5);
  QTRY_COMPARE(plotPoints(), before * 1.5);
  QTRY_COMPARE(points(f.dialog), before * 1.5);
  const auto* status = f.find<QLabel>("statusSentence");
  QTRY_VERIFY(status->height() >= status->fontMetrics().height());
  const auto* headline = f.find<QLabel>("headlineAccuracy");
  QTRY_COMPARE(points(headline), before * 1.5 * 1.8);
  f.type("preferredTextSize", QStringLiteral("100"));
  QTRY_COMPARE(points(f.find<QLabel>("statusSentence")), before);
  QTRY_COMPARE(plotPoints(), before);
  QTRY_COMPARE(points(headline), before * 1.8);
}

void TestPreferencesWindow::threads_changedInARun_leaveTheBitsAsTheyAre() {
  const auto trained = [](bool changing) {
    Opened f({.train = 2000, .epochs = 8});
    if (!f.open()) return std::vector<float>();
    f.click("toggleButton");
    if (changing) {
      if (!QTest::qWaitFor([&f] { return f.session->training().progress().position.epoch > 0; },
                           kLong))
        return std::vector<float>();
      f.type("preferredThreads", QStringLiteral("1"));
    }
    if (!QTest::qWaitFor([&f] { return f.state() == State::Finished; }, kLong) ||
        !QTest::qWaitFor([&f] { return !f.predictions().empty(); }, kLong) ||
        f.values().threads != (changing ? 1 : 0))
      return std::vector<float>();
    std::vector<float> weights;
    for (const auto& parameter : f.session->model()->network.parameters())
      weights.insert(weights.end(), parameter.value->data(),
                     parameter.value->data() + parameter.value->size());
    return weights;
  };
  const auto usual = trained(false);
  QVERIFY(!usual.empty());
  QVERIFY(trained(true) == usual);
}

void TestPreferencesWindow::runsFolder_chosen_isListedAtOnceAndTheOldOneStays() {
  Opened f;
  QVERIFY(f.open());
  f.click("runsPageButton");
  QVERIFY(f.train());
  QTRY_COMPARE_WITH_TIMEOUT(f.runs(), 1, kLong);
  const QString usual = f.runsFolder();
  QCOMPARE(QDir(usual).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
  f.prompter->path = f.file(QStringLiteral("elsewhere"));
  f.press("chooseRunsFolder");
  QCOMPARE(f.prompter->files.back(), inkling::ui::Prompter::File::RunsFolder);
  QCOMPARE(f.runsFolder(), f.prompter->path);
  QTRY_COMPARE_WITH_TIMEOUT(f.runs(), 0, kLong);
  QCOMPARE(QDir(usual).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
  QVERIFY(f.train());
  QTRY_COMPARE_WITH_TIMEOUT(f.runs(), 1, kLong);
  f.prompter->path = usual;
  f.press("chooseRunsFolder");
  QCOMPARE(f.values().runsFolder, QString());
  QTRY_COMPARE_WITH_TIMEOUT(f.runs(), 1, kLong);
}

void TestPreferencesWindow::runsFolder_thatCannotBeWritten_isRefused() {
  Opened f;
  QVERIFY(f.open());
  const QString usual = f.runsFolder();
  QFile file(f.file(QStringLiteral("a file")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  f.prompter->path = file.fileName();
  f.press("chooseRunsFolder");
  QVERIFY(f.find<QLabel>("preferencesMessage")->isVisible());
  QVERIFY(f.text("preferencesMessage").contains(file.fileName()));
  QCOMPARE(f.runsFolder(), usual);
  QCOMPARE(f.values().runsFolder, QString());
}

void TestPreferencesWindow::limit_lowered_removesTheOldestWithTheNextRun() {
  Opened f;
  QVERIFY(f.open());
  f.click("runsPageButton");
  QVERIFY(f.train());
  QTRY_COMPARE_WITH_TIMEOUT(f.runs(), 1, kLong);
  // A run that takes more than the limit to come.
  const QDir folder(f.runsFolder());
  QFile large(folder.filePath(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).front() +
                              QStringLiteral("/ballast")));
  QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(11 << 20));
  f.type("runsLimit", QStringLiteral("10"));
  QCOMPARE(f.values().runsLimit, 10);
  QVERIFY(large.exists());
  f.click("rewindButton");
  QVERIFY(f.train());
  QTRY_VERIFY_WITH_TIMEOUT(!large.exists(), kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.runs(), 1, kLong);
}

void TestPreferencesWindow::defaults_areRestoredEverywhere() {
  Opened f;
  QVERIFY(f.open());
  const double before = points(f.window.get());
  f.choose("preferredTheme", 2);
  f.type("preferredTextSize", QStringLiteral("120"));
  f.press("preferredAdvice");
  f.type("runsLimit", QStringLiteral("2000"));
  f.press("restoreDefaults");
  QCOMPARE(f.values(), PreferenceValues());
  QCOMPARE(f.find<QComboBox>("preferredTheme")->currentIndex(), 0);
  QVERIFY(f.find<QAction>("themeMenu.system")->isChecked());
  QVERIFY(f.find<QCheckBox>("preferredAdvice")->isChecked());
  QVERIFY(f.find<QAction>("adviceAction")->isChecked());
  QCOMPARE(f.find<QSpinBox>("preferredTextSize")->value(), 100);
  QCOMPARE(f.find<QSpinBox>("runsLimit")->value(), 1024);
  QTRY_COMPARE(points(f.window.get()), before);
}

void TestPreferencesWindow::nextWindow_hasThemAll() {
  Opened f;
  QVERIFY(f.open());
  f.type("preferredTextSize", QStringLiteral("120"));
  f.choose("preferredLanguage", 2);
  f.press("preferredLesson");
  inkling::ui::Session session(f.session->resources(), f.session->pictures());
  inkling::ui::MainWindow next(session);
  QCOMPARE(session.preferences().values(), f.values());
  QVERIFY(next.findChild<QAction*>(QStringLiteral("languageMenu.zh_CN"))->isChecked());
  QVERIFY(!next.findChild<QAction*>(QStringLiteral("lessonAction"))->isChecked());
}

void TestPreferencesWindow::tabKey_reachesEveryControlAndEachIsNamed() {
  Opened f;
  QVERIFY(f.open());
  auto* first = f.find<QWidget>("preferredLanguage");
  first->setFocus(Qt::TabFocusReason);
  QStringList visited;
  do {
    const QWidget* now = QApplication::focusWidget();
    visited << now->objectName();
    QVERIFY2(!now->accessibleName().isEmpty() || qobject_cast<const QAbstractButton*>(now),
             qPrintable(now->objectName()));
    QVERIFY2(!now->toolTip().isEmpty(), qPrintable(now->objectName()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
  } while (QApplication::focusWidget() != first && visited.size() < 99);
  QCOMPARE(visited.join(QLatin1Char(' ')),
           QStringLiteral("preferredLanguage preferredTheme preferredTextSize preferredLesson "
                          "preferredAdvice preferredThreads preferredCheckpoint runsFolder "
                          "chooseRunsFolder runsLimit restoreDefaults closePreferences"));
}

void TestPreferencesWindow::largeLetters_smallScreen_everythingCanBeReached() {
  Opened f;
  QVERIFY(f.open());
  f.type("preferredTextSize", QStringLiteral("200"));
  const QSize room = f.dialog->screen()->availableSize();
  QTRY_VERIFY(f.dialog->frameSize().width() <= room.width());
  QTRY_VERIFY(f.dialog->frameSize().height() <= room.height());
  auto* limit = f.find<QSpinBox>("runsLimit");
  limit->setFocus(Qt::TabFocusReason);
  f.find<QWidget>("preferredLanguage")->setFocus(Qt::TabFocusReason);
  while (QApplication::focusWidget() != limit)
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
  QTRY_COMPARE(limit->visibleRegion().boundingRect(), limit->rect());
}

INKLING_TEST(TestPreferencesWindow)

#include "tst_preferences.moc"
