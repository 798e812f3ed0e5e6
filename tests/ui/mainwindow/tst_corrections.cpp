// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/datasource.h"
#include "core/ink/strokefile.h"
#include "core/io/personalset.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/pen.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/handwriting/handwritingdialog.h"
#include "ui/pages/handwriting/handwritinglearner.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/digitbars.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace inkling;
using inkling::test::kLong;
using inkling::test::WindowFixture;

namespace {

struct CorrectionsWindow : WindowFixture {
  bool usable() {
    return ready() && QTest::qWaitFor([this] { return session->modelIsBundled(); }, 20000);
  }
  ui::CanvasPanel& panel() const { return *find<ui::CanvasPanel>("canvasPanel"); }
  ui::InkCanvas& canvas() const { return *panel().canvas(); }
  void write(int label, unsigned seed) const {
    canvas().clear();
    test::drawWithMouse(canvas(), test::writtenDigit(label, {0.2, 0.15, 0.6, 0.7}, seed));
  }
  std::vector<PersonalDigit> kept() const {
    PersonalSet set(file(QStringLiteral("user/inkling/my-digits.jsonl")).toStdString());
    set.load();
    return set.digits();
  }
  ui::HandwritingDialog& collection() {
    click("collectionButton");
    auto* dialog = find<ui::HandwritingDialog>("handwritingDialog");
    if (!dialog || !QTest::qWaitForWindowExposed(dialog)) qFatal("no collection");
    return *dialog;
  }
  /// A real click on the picture in a row of the collection.
  void choose(int row) const {
    auto* view = find<QListView>("personalView");
    const QRect place = view->visualRect(view->model()->index(row, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place.center());
  }
  void press(const char* button) const {
    auto* found = find<QPushButton>(button);
    if (!found->isVisible() || !found->isEnabled()) qFatal("%s cannot be pressed", button);
    QTest::mouseClick(found, Qt::LeftButton);
  }
};

QString problemOf(const CorrectionsWindow& f) { return f.message(); }

}  // namespace

class TestCorrections final : public QObject {
  Q_OBJECT
private slots:
  void button_keepsTheDrawing();
  void otherButton_relabelsAndUndoTakesBack();
  void key_keepsTheDrawing();
  void severalDigits_theChosenOneIsKept();
  void copiedSample_isNotKept();
  void collection_relabelsRemovesAndUndoes();
  void collection_isExported();
  void damagedFile_isSaidAndKept();
  void learning_isKeptAndReadsAtTheNextStart();
  void learning_canBeDiscardedAndNeedsDigits();
  void shortcuts_areUnique();
};

void TestCorrections::button_keepsTheDrawing() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  QVERIFY(!f.find<QWidget>("thatWas7")->isEnabled());
  f.write(7, 1);
  f.click("thatWas7");
  const auto kept = f.kept();
  QCOMPARE(kept.size(), std::size_t{1});
  QCOMPARE(kept[0].label, 7);
  QCOMPARE(kept[0].ink.size(), f.canvas().ink().size());
  QCOMPARE(kept[0].ink[0].points.size(), f.canvas().ink()[0].points.size());
  QCOMPARE(f.text("correctionText"), QStringLiteral("Kept as a 7"));
  QVERIFY(f.find<QToolButton>("thatWas7")->isChecked());
  QVERIFY(f.find<QToolButton>("collectionButton")->text().contains(QLatin1Char('1')));
  f.canvas().clear();
  QVERIFY(!f.find<QToolButton>("thatWas7")->isChecked());
}

void TestCorrections::otherButton_relabelsAndUndoTakesBack() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  f.write(1, 1);
  f.click("thatWas7");
  f.click("thatWas1");
  QCOMPARE(f.kept().size(), std::size_t{1});
  QCOMPARE(f.kept()[0].label, 1);
  f.click("undoCorrectionButton");
  QCOMPARE(f.kept()[0].label, 7);
  f.click("undoCorrectionButton");
  QVERIFY(f.kept().empty());
  QVERIFY(!f.find<QToolButton>("undoCorrectionButton")->isEnabled());
  QCOMPARE(f.text("correctionText"), QStringLiteral("That was a …"));
}

void TestCorrections::key_keepsTheDrawing() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  f.write(4, 2);
  QTest::keyClick(&f.canvas(), Qt::Key_4);
  QCOMPARE(f.kept().size(), std::size_t{1});
  QCOMPARE(f.kept()[0].label, 4);
}

void TestCorrections::severalDigits_theChosenOneIsKept() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  test::drawWithMouse(f.canvas(), test::writtenNumber(QStringLiteral("31"), 3));
  QCOMPARE(f.panel().digits().size(), std::size_t{2});
  auto* bars = f.panel().digitBars();
  QTest::mouseClick(bars, Qt::LeftButton, {}, {bars->width() - 10, 40});
  f.click("thatWas1");
  QCOMPARE(f.kept().size(), std::size_t{1});
  QCOMPARE(f.kept()[0].ink.size(), f.panel().digits()[1].ink.size());
  QCOMPARE(f.kept()[0].label, 1);
  QTest::mouseClick(bars, Qt::LeftButton, {}, {40, 40});
  QCOMPARE(f.text("correctionText"), QStringLiteral("That was a …"));
  f.click("thatWas3");
  QCOMPARE(f.kept().size(), std::size_t{2});
}

void TestCorrections::copiedSample_isNotKept() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  Glyph glyph{};
  glyph[400] = 255;
  f.session->selection().copyToCanvas(glyph);
  QVERIFY(!f.find<QWidget>("thatWas7")->isEnabled());
  QTest::keyClick(&f.canvas(), Qt::Key_7);
  QVERIFY(f.kept().empty());
}

void TestCorrections::collection_relabelsRemovesAndUndoes() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  for (const int label : {1, 2, 3}) {
    f.write(label, 4);
    QTest::keyClick(&f.canvas(), Qt::Key(Qt::Key_0 + label));
  }
  ui::HandwritingDialog& dialog = f.collection();
  auto* view = f.find<QListView>("personalView");
  QCOMPARE(view->model()->rowCount(), 3);
  QVERIFY(!f.find<QToolButton>("relabel5")->isEnabled());
  f.choose(0);  // the newest
  f.click("relabel5");
  QCOMPARE(f.kept()[2].label, 5);
  QVERIFY(f.find<QToolButton>("relabel5")->isChecked());  // still selected
  QTest::keyClick(&dialog, Qt::Key_8);
  QCOMPARE(f.kept()[2].label, 8);
  f.choose(1);
  f.click("removePersonalButton");
  QCOMPARE(f.kept().size(), std::size_t{2});
  QCOMPARE(view->model()->rowCount(), 2);
  f.click("undoPersonalButton");
  QCOMPARE(f.kept().size(), std::size_t{3});
  QCOMPARE(f.kept()[1].label, 2);
  f.click("undoPersonalButton");
  f.click("undoPersonalButton");
  QCOMPARE(f.kept()[2].label, 3);
}

void TestCorrections::collection_isExported() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  f.write(6, 4);
  f.click("thatWas6");
  f.collection();
  f.prompter->path = f.file(QStringLiteral("exported"));
  f.trigger("exportIdx");
  const DataSource source = loadDataSource(f.prompter->path.toStdString(), {});
  QCOMPARE(source.train->count(), 1);
  QCOMPARE(int(source.train->labels[0]), 6);
  f.trigger("exportIdx");
  QVERIFY(f.text("personalMessage").contains(QLatin1String("already")));
  f.prompter->path = f.file(QStringLiteral("mine.txt"));
  f.trigger("exportStrokes");
  QCOMPARE(loadStrokeFile(f.prompter->path.toStdString())[0].label, 6);
  QVERIFY(f.text("personalMessage").contains(QLatin1String("mine.txt")));
}

void TestCorrections::damagedFile_isSaidAndKept() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  f.write(6, 4);
  f.click("thatWas6");
  const QString path = f.file(QStringLiteral("user/inkling/my-digits.jsonl"));
  QFile file(path);
  QVERIFY(file.open(QIODevice::Append) && file.write("{\"id\":2,\"lab") > 0);
  file.close();
  f.write(5, 4);
  f.click("thatWas5");
  QVERIFY2(problemOf(f).contains(QLatin1String("my-digits-damaged-1.jsonl")),
           qPrintable(problemOf(f)));
  QVERIFY(QFile::exists(f.file(QStringLiteral("user/inkling/my-digits-damaged-1.jsonl"))));
  QCOMPARE(f.kept().size(), std::size_t{2});
}

void TestCorrections::learning_isKeptAndReadsAtTheNextStart() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  for (int i = 0; i < 5; ++i) {
    f.write(i, 6);
    QTest::keyClick(&f.canvas(), Qt::Key(Qt::Key_0 + i));
  }
  f.collection();
  const ModelPtr before = f.session->model();
  f.press("learnHandwriting");
  QVERIFY(f.find<QWidget>("learnProgress")->isVisible());
  QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("keepLearnt")->isVisible(), 2 * kLong);
  auto* keep = f.find<QPushButton>("keepLearnt");
  QCOMPARE(keep->window()->focusWidget(), keep);
  QCOMPARE(f.session->model(), before);
  const FineTuned& result = f.find<ui::HandwritingLearner>("handwritingLearner")->result();
  QCOMPARE(result.personalBefore.count, 1);  // the fourth is held out
  QCOMPARE(result.othersAfter.count, 10000);
  QVERIFY(result.othersAfter.accuracy > 0.985);
  QVERIFY(f.text("learnFigures").contains(QLatin1String("of 1")));
  f.press("keepLearnt");
  QVERIFY(f.session->modelIsPersonal());
  QCOMPARE(f.session->model(), result.model);
  QVERIFY(f.text("canvasReader").contains(QLatin1String("your handwriting")));
  QTRY_VERIFY_WITH_TIMEOUT(
      QFile::exists(f.file(QStringLiteral("user/inkling/handwriting.safetensors"))), kLong);

  ui::Session next(f.session->resources(), f.session->pictures());
  QTRY_VERIFY_WITH_TIMEOUT(next.modelIsPersonal(), kLong);
  QCOMPARE(predict(*next.model(), f.panel().glyph()), predict(*result.model, f.panel().glyph()));

  f.press("forgetLearnt");
  QVERIFY(f.session->modelIsBundled());
  QVERIFY(!QFile::exists(f.file(QStringLiteral("user/inkling/handwriting.safetensors"))));
  QCOMPARE(f.kept().size(), std::size_t{5});
}

void TestCorrections::learning_canBeDiscardedAndNeedsDigits() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  f.collection();
  QVERIFY(!f.find<QPushButton>("learnHandwriting")->isEnabled());
  QVERIFY(f.text("learnText").contains(QLatin1String("at least 4")));
  for (int i = 0; i < 4; ++i) {
    f.write(i, 6);
    QTest::keyClick(&f.canvas(), Qt::Key(Qt::Key_0 + i));
  }
  const ModelPtr before = f.session->model();
  f.press("learnHandwriting");
  f.press("cancelLearning");
  QVERIFY(f.find<QPushButton>("learnHandwriting")->isVisible());
  f.press("learnHandwriting");
  QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("discardLearnt")->isVisible(), 2 * kLong);
  f.press("discardLearnt");
  QCOMPARE(f.session->model(), before);
  QVERIFY(f.session->modelIsBundled());
  QVERIFY(f.find<QPushButton>("learnHandwriting")->isVisible());
  f.click("stepBatchButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->training().active(), kLong);
  QVERIFY(!f.find<QPushButton>("learnHandwriting")->isEnabled());
  QVERIFY(f.text("learnText").contains(QLatin1String("stop it first")));
}

void TestCorrections::shortcuts_areUnique() {
  CorrectionsWindow f;
  QVERIFY(f.usable());
  QStringList seen;
  for (const QAction* action : f.window->findChildren<QAction*>()) {
    if (action->shortcutContext() != Qt::WindowShortcut) continue;
    for (const QKeySequence& keys : action->shortcuts()) {
      QVERIFY2(!seen.contains(keys.toString()),
               qPrintable(keys.toString() + QStringLiteral(" of ") + action->objectName()));
      seen << keys.toString();
    }
  }
  QVERIFY(seen.size() > 10);
}

INKLING_TEST(TestCorrections)

#include "tst_corrections.moc"
