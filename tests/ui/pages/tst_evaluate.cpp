// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/evaluate.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/evaluate/confusionview.h"
#include "ui/pages/evaluate/coverageplot.h"
#include "ui/pages/evaluate/evaluatepage.h"
#include "ui/widgets/glyphstrip.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using inkling::test::WindowFixture;
using namespace inkling::ui;
using State = Training::State;
using inkling::test::kLong;

namespace {

/// The window on the Evaluate page; `epochs` of training beforehand.
class EvaluateFixture final : public WindowFixture {
public:
  explicit EvaluateFixture(int epochs = 1) : WindowFixture({600, epochs, 16}) {}

  bool open(bool train = true) {
    if (!ready()) return false;
    if (train) {
      click("toggleButton");
      if (!QTest::qWaitFor([this] { return state() == State::Finished; }, kLong)) return false;
    }
    click("evaluatePageButton");
    return QTest::qWaitFor([this] { return evaluated(); }, kLong);
  }
  bool evaluated() const {
    const auto& made = page()->reader().evaluation();
    return made && made->model == session->model();
  }
  EvaluatePage* page() const { return find<EvaluatePage>("evaluatePage"); }
  const Evaluation& evaluation() const { return *page()->reader().evaluation(); }
  ConfusionView* matrix() const { return find<ConfusionView>("confusion"); }
  SampleTiles* gallery() const { return find<SampleTiles>("galleryTiles"); }
  int shown() const { return gallery()->model()->rowCount(); }
  void clickCell(int label, int predicted) {
    QTest::mouseClick(matrix(), Qt::LeftButton, {}, matrix()->centreOf(label, predicted).toPoint());
  }
  /// Clicks the first tile of the gallery.
  void clickTile() {
    auto* view = gallery()->view();
    const QRect tile = view->visualRect(view->model()->index(0, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, tile.center());
  }
};

}  // namespace

class TestEvaluate final : public QObject {
  Q_OBJECT
private slots:
  void opened_showsTheFiguresOfTheModel();
  void part_chosenDuringAnEvaluation_isEvaluated();
  void unequalClasses_haveTheirMeansInTheHeadline();
  void cellClick_showsItsImages();
  void classRowClick_showsItsMistakes();
  void galleryFilter_movesTheChosenCell();
  void tileClick_showsItsNeighbours();
  void copyToCanvas_reachesTheCanvas();
  void threshold_draggedToTheLeft_answersLess();
  void testPart_measuresTheTestImages();
  void exports_writeTheirFiles();
  void exportToNowhere_saysSo();
  void whileTraining_followsTheNewestModel();
  void hiddenPage_doesNotWork();
  void smallWindow_staysSmall();
  void everyControl_hasANameAToolTipAndAKeyboardPath();
};

void TestEvaluate::part_chosenDuringAnEvaluation_isEvaluated() {
  EvaluateFixture f;
  QVERIFY(f.ready() && f.train());
  f.find<QToolButton>("evaluatePageButton")->click();
  QVERIFY(f.page()->reader().busy());
  QTest::keyClick(f.find<QComboBox>("evaluatePart"), Qt::Key_Down);
  QTRY_VERIFY_WITH_TIMEOUT(f.evaluated(), kLong);
  QCOMPARE(f.evaluation().view.set, f.session->data()->test);
}

void TestEvaluate::opened_showsTheFiguresOfTheModel() {
  EvaluateFixture f;
  QVERIFY(f.open());
  const auto score = inkling::evaluate(*f.session->model(), f.session->split().validation);
  QCOMPARE(f.evaluation().score.accuracy, score.accuracy);
  const QString accuracy = QLocale().toString(100 * score.accuracy, 'f', 2) + QString(" %");
  QCOMPARE(f.text("headlineAccuracy"), accuracy);
  QVERIFY(f.text("headlineInterval").contains("95 %"));
  QVERIFY(f.text("headlineRest").contains("of 100 read wrong"));
  QCOMPARE(f.evaluation().confusion.total(), 100);
  QCOMPARE(f.find<QTableView>("classTable")->model()->rowCount(), 10);
}

void TestEvaluate::unequalClasses_haveTheirMeansInTheHeadline() {
  EvaluateFixture f;
  QVERIFY(f.ready() && f.openSet("unequal", {.unequal = true}));
  QVERIFY(f.open());
  const auto& confusion = f.evaluation().confusion;
  QVERIFY(confusion.unequal());
  QVERIFY(f.find<QLabel>("headlineMeans")->isVisible());
  const auto percent = [](double share) {
    return QLocale().toString(100 * share, 'f', 2) + QString(" %");
  };
  QCOMPARE(f.text("headlineMeans"),
           QString("balanced accuracy %1\nmacro-F1 %2")
               .arg(percent(confusion.balancedAccuracy()), percent(confusion.macroF1())));
}

void TestEvaluate::cellClick_showsItsImages() {
  EvaluateFixture f;
  QVERIFY(f.open());
  const auto& confusion = f.evaluation().confusion;
  const int predicted = f.evaluation().predictions->predicted[0];
  const int label = f.evaluation().predictions->labels[0];
  f.clickCell(label, predicted);
  QCOMPARE(f.shown(), confusion.count(label, predicted));
  QVERIFY(f.shown() > 0);
  for (int row = 0; row < f.shown(); ++row) {
    const auto verdict = f.gallery()->model()->verdict(
        f.gallery()->model()->position(f.gallery()->model()->index(row)));
    QCOMPARE(verdict.label, label);
    QCOMPARE(verdict.predicted, predicted);
  }
  f.clickCell(label, predicted);  // again: all mistakes
  QCOMPARE(f.shown(), confusion.errors());
}

void TestEvaluate::classRowClick_showsItsMistakes() {
  EvaluateFixture f;
  QVERIFY(f.open());
  auto* table = f.find<QTableView>("classTable");
  const QRect row = table->visualRect(table->model()->index(3, 0));
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
  const auto& confusion = f.evaluation().confusion;
  QCOMPARE(f.matrix()->chosen(), (ConfusionCell{3, -1}));
  QCOMPARE(f.shown(), confusion.rowSum(3) - confusion.count(3, 3));
}

void TestEvaluate::galleryFilter_movesTheChosenCell() {
  EvaluateFixture f;
  QVERIFY(f.open());
  f.gallery()->findChild<QComboBox*>("samplePredicted")->setCurrentIndex(5);
  QCOMPARE(f.matrix()->chosen(), (ConfusionCell{-1, 4}));
}

void TestEvaluate::tileClick_showsItsNeighbours() {
  EvaluateFixture f;
  QVERIFY(f.open());
  f.clickCell(f.evaluation().predictions->labels[0], f.evaluation().predictions->predicted[0]);
  f.clickTile();
  auto* strip = f.find<GlyphStrip>("neighbours");
  QTRY_COMPARE_WITH_TIMEOUT(strip->items().size(), 8, kLong);
}

void TestEvaluate::copyToCanvas_reachesTheCanvas() {
  EvaluateFixture f;
  QVERIFY(f.open());
  f.clickCell(f.evaluation().predictions->labels[0], f.evaluation().predictions->predicted[0]);
  f.clickTile();
  const auto& view = f.gallery()->model()->view();
  const auto pixels = view.image(f.gallery()->currentSample());
  QVERIFY(f.session->selection().isBlank());
  auto* copy = f.page()->findChild<QPushButton*>("copyToCanvas");
  QTest::mouseClick(copy, Qt::LeftButton);
  QVERIFY(!f.session->selection().isBlank());
  const auto& glyph = f.session->selection().drawing();
  QVERIFY(std::equal(pixels.begin(), pixels.end(), glyph.begin()));
}

void TestEvaluate::threshold_draggedToTheLeft_answersLess() {
  EvaluateFixture f;
  QVERIFY(f.open());
  f.find<QTabWidget>("evaluateTabs")->setCurrentIndex(1);
  auto* plot = f.find<CoveragePlot>("coveragePlot");
  QTRY_VERIFY(plot->isVisible() && plot->axisRect()->width() > 50);
  const auto at = [plot](double share) {
    return QPoint(int(plot->xAxis->coordToPixel(share)), plot->axisRect()->center().y());
  };
  QTest::mouseClick(plot, Qt::LeftButton, {}, at(0.9));
  const double before = plot->current().share;
  QVERIFY(before > 0.7 && before <= 1);
  QTest::mouseClick(plot, Qt::LeftButton, {}, at(0.4));
  QVERIFY(plot->current().share < before);
  QVERIFY(plot->current().accuracy >= f.evaluation().score.accuracy);
  const double threshold = plot->threshold();
  QTest::keyClick(plot, Qt::Key_Right);
  QVERIFY(plot->threshold() < threshold);
  QVERIFY(f.text("confidenceUse").contains("%"));
}

void TestEvaluate::testPart_measuresTheTestImages() {
  EvaluateFixture f;
  QVERIFY(f.open());
  auto* note = f.find<QLabel>("evaluatePartNote");
  QVERIFY(!note->isVisible());
  auto* part = f.find<QComboBox>("evaluatePart");
  QTest::keyClick(part, Qt::Key_Down);
  QTRY_VERIFY_WITH_TIMEOUT(f.evaluated(), kLong);
  QCOMPARE(f.evaluation().view.set, f.session->data()->test);
  QVERIFY(note->isVisible() && !note->text().isEmpty());
}

void TestEvaluate::exports_writeTheirFiles() {
  EvaluateFixture f;
  QVERIFY(f.open());
  const auto saved = [&f](const char* action, const QString& name) {
    f.prompter->path = f.file(name);
    f.trigger(action);
    QFile file(f.prompter->path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };
  QCOMPARE(saved("exportMatrix", "matrix.csv").count('\n'), 11);
  QCOMPARE(saved("exportClasses", "classes.csv").count('\n'), 11);
  QCOMPARE(saved("exportErrors", "errors.csv").count('\n'), 1 + f.evaluation().confusion.errors());
  QVERIFY(saved("exportPicture", "matrix.png").startsWith("\x89PNG"));
  QVERIFY(saved("exportPicture", "matrix.pdf").startsWith("%PDF"));
  QVERIFY(f.message().contains("matrix.pdf"));
}

void TestEvaluate::exportToNowhere_saysSo() {
  EvaluateFixture f;
  QVERIFY(f.open());
  f.prompter->path = f.file("no/such/folder/matrix.csv");
  f.trigger("exportMatrix");
  QVERIFY2(f.message().contains("matrix.csv"), qPrintable(f.message()));
  f.prompter->path = f.file("matrix.doc");
  f.trigger("exportPicture");
  QVERIFY2(f.message().contains(".png"), qPrintable(f.message()));
}

void TestEvaluate::whileTraining_followsTheNewestModel() {
  EvaluateFixture f(2000);
  QVERIFY(f.open(false));
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Running, kLong);
  const auto position = [&f] { return f.evaluation().model->position.epoch; };
  QTRY_VERIFY_WITH_TIMEOUT(position() > 1, kLong);
  const int before = position();
  QTRY_VERIFY_WITH_TIMEOUT(position() > before, kLong);
  QCOMPARE(f.state(), State::Running);
  f.click("stopButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.state() == State::Stopped && f.evaluated(), kLong);
}

void TestEvaluate::hiddenPage_doesNotWork() {
  EvaluateFixture f;
  QVERIFY(f.open());
  f.click("learnPageButton");
  const auto before = f.page()->reader().evaluation();
  f.click("rewindButton");
  QTRY_VERIFY(f.session->model() != before->model);
  QCOMPARE(f.page()->reader().evaluation(), before);
  QVERIFY(!f.page()->reader().busy());
  f.click("evaluatePageButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.evaluated(), kLong);
}

void TestEvaluate::smallWindow_staysSmall() {
  EvaluateFixture f;
  QVERIFY(f.open());
  f.window->resize(1024, 680);
  QTRY_COMPARE(f.window->size(), QSize(1024, 680));
  QVERIFY(f.page()->minimumSizeHint().width() <= f.page()->width());
}

void TestEvaluate::everyControl_hasANameAToolTipAndAKeyboardPath() {
  EvaluateFixture f;
  QVERIFY(f.open());
  const QStringList faults = inkling::test::controlFaults(f.page());
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

INKLING_TEST(TestEvaluate)

#include "tst_evaluate.moc"
