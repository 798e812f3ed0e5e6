// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/modelfile.h"
#include "core/train/trainer.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/evaluate/comparepane.h"
#include "ui/pages/evaluate/evaluatepage.h"
#include "ui/pages/evaluate/robustnesspane.h"
#include "ui/pages/evaluate/robustnessplot.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using inkling::test::WindowFixture;
using namespace inkling::ui;
using State = Training::State;
using inkling::test::kLong;

namespace {

enum EvaluateTab { Robustness = 2, Compare };

/// The window on the Evaluate page after a run of one epoch.
class CompareFixture final : public WindowFixture {
public:
  CompareFixture() : WindowFixture({600, 1, 16}) {}

  bool open(int tab) {
    if (!ready()) return false;
    click("toggleButton");
    if (!QTest::qWaitFor([this] { return state() == State::Finished; }, kLong)) return false;
    click("evaluatePageButton");
    find<QTabWidget>("evaluateTabs")->setCurrentIndex(tab);
    return QTest::qWaitFor([this] { return evaluation() != nullptr; }, kLong);
  }
  /// Chooses a file with fresh weights to compare with.
  bool openFresh() {
    const inkling::Model fresh = inkling::Trainer(session->recipe(), *session->data(), 1).model();
    prompter->path = file("fresh.safetensors");
    inkling::saveModel(prompter->path.toStdString(), fresh);
    press("compareOpen");
    return QTest::qWaitFor([this] { return pane()->comparison() != nullptr; }, kLong);
  }
  const EvaluationPtr& evaluation() const {
    return find<EvaluatePage>("evaluatePage")->reader().evaluation();
  }
  ComparePane* pane() const { return find<ComparePane>("comparePane"); }
  RobustnessPane* robustness() const { return find<RobustnessPane>("robustnessPane"); }
  void press(const char* button) const {
    QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton);
  }
  /// Presses Measure, and Cancel at that many percent.
  bool measureUntil(int percent) const {
    const QObject once;
    auto* bar = find<QProgressBar>("robustnessProgress");
    QObject::connect(bar, &QProgressBar::valueChanged, &once, [&](int value) {
      if (value >= percent && robustness()->measuring()) press("robustnessStart");
    });
    press("robustnessStart");
    return QTest::qWaitFor([this] { return !robustness()->measuring(); }, kLong);
  }
  int points(int plot) const {
    return qobject_cast<RobustnessPlot*>(robustness()->plots().at(plot))->points();
  }
  QByteArray saved(const char* action, const QString& name) {
    prompter->path = file(name);
    trigger(action);
    QFile made(prompter->path);
    return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
  }
};

}  // namespace

/// The Evaluate page with two models.
class TestCompare final : public QObject {
  Q_OBJECT
private slots:
  void fileChosen_countsWhereTheyDiffer();
  void differentPressed_showsTheImages();
  void runChosen_isComparedWith();
  void notAModel_saysSo();
  void robustness_cancelled_measuresNothing();
  void robustness_cancelledAfterAKind_keepsItAndGoesOn();
  void robustness_cancelledAgain_keepsWhatWasThere();
  void robustness_ofTwoModels_isOverlaid();
  void curves_areExported();
};

void TestCompare::fileChosen_countsWhereTheyDiffer() {
  CompareFixture f;
  QVERIFY(f.open(Compare));
  QVERIFY(f.openFresh());
  const auto& c = *f.pane()->comparison();
  QVERIFY(c.onlyFirst > c.onlySecond);
  QVERIFY(f.text("compareVerdict").contains("McNemar"));
  QVERIFY2(f.text("compareFigures").contains("fresh"), qPrintable(f.text("compareFigures")));
  QVERIFY(f.find<QPushButton>("compareOnlyThis")->text().endsWith(QString::number(c.onlyFirst)));
}

void TestCompare::differentPressed_showsTheImages() {
  CompareFixture f;
  QVERIFY(f.open(Compare));
  QVERIFY(f.openFresh());
  const auto* gallery = f.find<SampleTiles>("galleryTiles")->model();
  f.press("compareDifferent");
  QCOMPARE(gallery->rowCount(), int(f.pane()->comparison()->different.size()));
  f.press("compareOnlyThis");
  QCOMPARE(gallery->rowCount(), int(f.pane()->comparison()->onlyFirst));
}

void TestCompare::runChosen_isComparedWith() {
  CompareFixture f;
  QVERIFY(f.open(Compare));
  auto* runs = f.find<QMenu>("compareRuns");
  // The run that has just ended is kept beside the window.
  const auto listed = [&] {
    f.find<QTabWidget>("evaluateTabs")->setCurrentIndex(Robustness);
    f.find<QTabWidget>("evaluateTabs")->setCurrentIndex(Compare);
    return QTest::qWaitFor([&] { return !runs->isEmpty(); }, 500);
  };
  QTRY_VERIFY_WITH_TIMEOUT(listed(), kLong);
  QVERIFY(f.find<QPushButton>("compareRun")->isEnabled());
  runs->actions().front()->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(f.pane()->comparison(), kLong);
  QCOMPARE(f.pane()->comparison()->different.size(), std::size_t{0});
}

void TestCompare::notAModel_saysSo() {
  CompareFixture f;
  QVERIFY(f.open(Compare));
  f.prompter->path = f.file("toys/train-labels-idx1-ubyte");
  f.press("compareOpen");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains("train-labels"), kLong);
  QVERIFY(!f.pane()->comparison());
}

void TestCompare::robustness_cancelled_measuresNothing() {
  CompareFixture f;
  QVERIFY(f.open(Robustness));
  f.press("robustnessStart");
  QVERIFY(f.robustness()->measuring());
  f.press("robustnessStart");
  QVERIFY(!f.robustness()->measuring());
  f.press("robustnessStart");
  QTRY_COMPARE_WITH_TIMEOUT(f.robustness()->curves().size(), std::size_t{7}, kLong);
  QVERIFY(f.robustness()->ghosts().empty());
}

void TestCompare::robustness_cancelledAfterAKind_keepsItAndGoesOn() {
  CompareFixture f;
  QVERIFY(f.open(Robustness));
  QVERIFY(f.measureUntil(100 / 7 + 1));
  QCOMPARE(f.robustness()->curves().size(), std::size_t{1});
  QCOMPARE(f.points(0), 6);
  QCOMPARE(f.points(1), 0);
  QVERIFY2(f.text("robustnessState").contains("1 of 7"), qPrintable(f.text("robustnessState")));
  QCOMPARE(f.saved("exportRobustness", "one.csv").count('\n'), 1 + 6);
  const QSignalSpy progress(f.find<QProgressBar>("robustnessProgress"),
                            &QProgressBar::valueChanged);
  f.press("robustnessStart");
  QTRY_VERIFY_WITH_TIMEOUT(!f.robustness()->measuring(), kLong);
  QCOMPARE(progress.size(), 1 + 36);  // back to 0, then only the kinds that were missing
  QVERIFY(f.robustness()->ghosts().empty());
  const auto straight = inkling::robustness(*f.evaluation()->model, f.evaluation()->view,
                                            {.limit = RobustnessPane::kImages, .threads = 1});
  QCOMPARE(f.robustness()->curves().size(), straight.size());
  for (std::size_t k = 0; k < straight.size(); ++k) {
    QVERIFY(f.robustness()->curves()[k].kind == straight[k].kind);
    for (std::size_t i = 0; i < straight[k].points.size(); ++i)
      QCOMPARE(f.robustness()->curves()[k].points[i].accuracy, straight[k].points[i].accuracy);
  }
}

void TestCompare::robustness_cancelledAgain_keepsWhatWasThere() {
  CompareFixture f;
  QVERIFY(f.open(Robustness));
  f.press("robustnessStart");
  QTRY_VERIFY_WITH_TIMEOUT(!f.robustness()->measuring(), kLong);
  QVERIFY(f.measureUntil(1));
  QCOMPARE(f.robustness()->curves().size(), std::size_t{7});
  QCOMPARE(f.points(6), 6);
  QVERIFY(f.robustness()->ghosts().empty());
  QVERIFY(f.measureUntil(100 / 7 + 1));
  QCOMPARE(f.robustness()->curves().size(), std::size_t{1});
  QCOMPARE(f.robustness()->ghosts().size(), std::size_t{7});
}

void TestCompare::robustness_ofTwoModels_isOverlaid() {
  CompareFixture f;
  QVERIFY(f.open(Compare));
  QVERIFY(f.openFresh());
  f.find<QTabWidget>("evaluateTabs")->setCurrentIndex(Robustness);
  QVERIFY2(f.text("robustnessState").contains("fresh"), qPrintable(f.text("robustnessState")));
  f.press("robustnessStart");
  QTRY_COMPARE_WITH_TIMEOUT(f.robustness()->ghosts().size(), std::size_t{7}, kLong);
  const auto first = [](const auto& curves) { return curves.front().points.front().accuracy; };
  QCOMPARE(first(f.robustness()->curves()), f.evaluation()->score.accuracy);
  QVERIFY(first(f.robustness()->ghosts()) < first(f.robustness()->curves()));
  const QByteArray csv = f.saved("exportRobustness", "robustness.csv");
  QVERIFY2(csv.startsWith("corruption,strength,accuracy,other accuracy\nnoise,0,"), csv.left(80));
  QCOMPARE(csv.count('\n'), 1 + 42);
}

void TestCompare::curves_areExported() {
  CompareFixture f;
  QVERIFY(f.open(Robustness));
  QVERIFY(f.saved("exportRobustness", "none.csv").isEmpty());
  QVERIFY2(f.message().contains("Measure"), qPrintable(f.message()));
  const QImage before = QImage::fromData(f.saved("exportPlots", "curves.png"));
  QCOMPARE(before.size(), QSize(1680, 560));
  QCOMPARE(before.pixelColor(2, 2), QColor(Qt::white));
  f.press("robustnessStart");
  QTRY_COMPARE_WITH_TIMEOUT(f.robustness()->curves().size(), std::size_t{7}, kLong);
  QCOMPARE(QImage::fromData(f.saved("exportPlots", "more.png")).size(), QSize(2520, 1680));
  QVERIFY(f.saved("exportPlots", "curves.pdf").startsWith("%PDF"));
}

INKLING_TEST(TestCompare)

#include "tst_compare.moc"
