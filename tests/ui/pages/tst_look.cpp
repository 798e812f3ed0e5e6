// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/lookfixture.h"
#include "ui/pages/look/layerstack.h"
#include "ui/pages/look/layerview.h"
#include "ui/pages/look/lookpage.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/glyphstrip.h"
#include "ui/widgets/heatview.h"
#include "ui/widgets/probabilitybars.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace inkling::ui;
using inkling::test::kLong;
using inkling::test::LookFixture;
using State = Training::State;

namespace {

// The bars are of the model in use and of what is looked at, but for rounding.
bool readsAsShown(const LookFixture& f) {
  return std::ranges::equal(f.find<ProbabilityBars>("lookBars")->probabilities(),
                            predict(*f.session->model(), f.glyph()),
                            [](float a, float b) { return std::abs(a - b) < 1e-5F; });
}

}  // namespace

/// The left side of the Look page: what is looked at, the layers, the arithmetic, and why.
class TestLook final : public QObject {
  Q_OBJECT
private slots:
  void opened_showsAnImageInAllLayers();
  void drawing_isReadWhileItIsDrawn();
  void drawing_isGivenToThePageLearn();
  void sample_leavesTheDrawingAlone();
  void cleared_saysWhatToDo();
  void denseUnitClick_showsItsLargestContributions();
  void convolutionClick_outlinesItsReceptiveField();
  void arrowKeys_moveTheChosenValue();
  void tabKey_goesFromTheScaleThroughTheLayers();
  void play_slidesTheWindow();
  void oneScaleForAll_isTheLargestOfAll();
  void softmax_showsItsSteps();
  void why_showsMapsAndNeighbours();
  void why_anotherStroke_isLeftOut();
  void whileTraining_theLayersChange();
  void tallNetwork_endsWithItsLastLayer();
  void smallWindow_showsEveryTab();
  void everyControl_hasANameAToolTipAndAKeyboardPath();
};

void TestLook::opened_showsAnImageInAllLayers() {
  LookFixture f;
  QVERIFY(f.open());
  QCOMPARE(f.stack()->layerCount(), 3);
  QTRY_VERIFY(f.stack()->view(0)->isVisible());
  const auto p = predict(*f.session->model(), f.glyph());
  QVERIFY(readsAsShown(f));
  QCOMPARE(f.find<QSpinBox>("lookSample")->value(), 0);
  QVERIFY2(f.text("lookAnswer").contains("Read as"), qPrintable(f.text("lookAnswer")));
  // The bars of the last layer are its logits: equal distances to log p.
  const auto logit = [&f](int unit) { return f.stack()->view(2)->value({0, 0, unit}); };
  QVERIFY(std::abs((logit(1) - logit(0)) - std::log(p[1] / p[0])) < 1e-3F);
}

void TestLook::drawing_isReadWhileItIsDrawn() {
  LookFixture f;
  QVERIFY(f.open());
  auto* canvas = f.canvas();
  const float before = f.stack()->view(0)->value({0, 0, 3});
  QTest::mousePress(canvas, Qt::LeftButton, {}, {60, 40});
  for (int y = 40; y <= 150; y += 5) QTest::mouseMove(canvas, {60 + y / 10, y});
  QVERIFY(f.stack()->view(0)->value({0, 0, 3}) != before);  // the button is still down
  QCOMPARE(f.find<QSpinBox>("lookSample")->value(), -1);
  QTest::mouseRelease(canvas, Qt::LeftButton, {}, {75, 150});
  QVERIFY(readsAsShown(f));
}

void TestLook::drawing_isGivenToThePageLearn() {
  LookFixture f;
  QVERIFY(f.open());
  QVERIFY(f.session->selection().isBlank());
  f.draw();
  const auto drawn = f.glyph();
  f.click("learnPageButton");
  QVERIFY(!f.session->selection().isBlank());
  QCOMPARE(f.session->selection().drawing(), drawn);
  f.click("lookPageButton");
  QCOMPARE(f.glyph(), drawn);
}

void TestLook::sample_leavesTheDrawingAlone() {
  LookFixture f;
  QVERIFY(f.open());
  f.draw();
  const auto drawn = f.glyph();
  auto* sample = f.find<QSpinBox>("lookSample");
  QTest::keyClick(sample, Qt::Key_Up);
  QTest::keyClick(sample, Qt::Key_Up);
  QCOMPARE(sample->value(), 1);
  const auto& view = f.session->split().validation;
  const auto image = view.image(1);
  QVERIFY(std::ranges::equal(f.glyph(), image));
  f.click("learnPageButton");
  QCOMPARE(f.session->selection().drawing(), drawn);
  f.click("lookPageButton");
  QVERIFY(std::ranges::equal(f.glyph(), image));
  QTest::keyClick(sample, Qt::Key_Down);
  QTest::keyClick(sample, Qt::Key_Down);
  QCOMPARE(f.glyph(), drawn);
}

void TestLook::cleared_saysWhatToDo() {
  LookFixture f;
  QVERIFY(f.open());
  QVERIFY(!f.find<QLabel>("lookHint")->isVisible());
  f.click("lookClear");
  QVERIFY(f.find<QLabel>("lookHint")->isVisible());
  QVERIFY2(f.text("lookHint").contains("Draw"), qPrintable(f.text("lookHint")));
  QVERIFY(f.find<ProbabilityBars>("lookBars")->probabilities().empty());
}

void TestLook::denseUnitClick_showsItsLargestContributions() {
  LookFixture f;
  QVERIFY(f.open());
  f.clickUnit(2, {0, 0, 4});
  QCOMPARE(f.find<QTabWidget>("lookTabs")->currentIndex(), 1);
  const float value = f.stack()->view(2)->value({0, 0, 4});
  const QString number =
      QLocale().toString(double(value), 'f', 3).replace(QLatin1Char('-'), QChar(0x2212));
  QVERIFY2(f.text("arithmetic").contains("<b>" + number + "</b>"),
           qPrintable(f.text("arithmetic")));
  QCOMPARE(f.text("arithmetic").count("<tr>"), 10);
}

void TestLook::convolutionClick_outlinesItsReceptiveField() {
  LookFixture f;
  QVERIFY(f.openConvolution());
  f.clickUnit(3, {4, 5, 1});  // the second convolution: 3×3 over 2×2 over 3×3
  QCOMPARE(f.stack()->view(2)->field(), (inkling::Field{4, 5, 7, 8}));
  QCOMPARE(f.stack()->view(-1)->field(), (inkling::Field{8, 10, 16, 18}));
  QVERIFY(!f.stack()->view(3)->field());
  const QString text = f.text("arithmetic");
  QVERIFY2(text.contains("kernel") && text.contains("products"), qPrintable(text));
  QVERIFY2(text.contains(QString::fromUtf8("→ 5 ReLU")), qPrintable(text));
}

void TestLook::arrowKeys_moveTheChosenValue() {
  LookFixture f;
  QVERIFY(f.openConvolution());
  f.clickUnit(0, {4, 5, 1});
  auto* view = f.stack()->view(0);
  QTest::keyClick(view, Qt::Key_Right);
  QTest::keyClick(view, Qt::Key_Down);
  QTest::keyClick(view, Qt::Key_PageUp);
  QCOMPARE(view->chosen(), (UnitAt{5, 6, 0}));
  QCOMPARE(f.stack()->view(-1)->field(), (inkling::Field{5, 6, 8, 9}));
}

void TestLook::tabKey_goesFromTheScaleThroughTheLayers() {
  LookFixture f;
  QVERIFY(f.open());
  QTRY_VERIFY(f.stack()->view(2)->isVisible());
  f.window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
  f.find<QComboBox>("lookScale")->setFocus(Qt::TabFocusReason);
  for (int layer = -1; layer < f.stack()->layerCount(); ++layer) {
    LayerView* view = f.stack()->view(layer);
    const QImage before = view->grab().toImage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), view);
    QVERIFY(view->grab().toImage() != before);  // it shows that it has the focus
  }
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
  QCOMPARE(QApplication::focusWidget(), f.canvas());
}

void TestLook::play_slidesTheWindow() {
  LookFixture f;
  QVERIFY(f.openConvolution());
  f.clickUnit(0, {4, 5, 1});
  f.click("lookPlay");
  QTRY_COMPARE_WITH_TIMEOUT(f.stack()->chosenUnit()->x, 8, kLong);
  f.click("lookPlay");
  const auto stopped = *f.stack()->chosenUnit();
  QCOMPARE(stopped.y, 4);
  QCOMPARE(f.stack()->view(-1)->field()->left, stopped.x);
}

void TestLook::oneScaleForAll_isTheLargestOfAll() {
  LookFixture f;
  QVERIFY(f.open());
  const auto scales = [&f] {
    QSet<QString> texts;
    for (int i = 0; i < 3; ++i) texts << f.stack()->scaleText(i);
    return texts;
  };
  QVERIFY(scales().size() > 1);
  QTest::keyClick(f.find<QComboBox>("lookScale"), Qt::Key_Down);
  QCOMPARE(scales().size(), 1);
}

void TestLook::softmax_showsItsSteps() {
  LookFixture f;
  QVERIFY(f.open());
  f.find<QTabWidget>("lookTabs")->setCurrentIndex(2);
  const auto p = predict(*f.session->model(), f.glyph());
  const QString text = f.text("softmaxSteps");
  for (const float share : p)
    QVERIFY(text.contains(QLocale().toString(100.0 * double(share), 'f', 1) + " %"));
}

void TestLook::why_showsMapsAndNeighbours() {
  LookFixture f;
  QVERIFY(f.open());
  for (const char* map : {"saliencyMap", "occlusionMap", "contrastMap"})
    QTRY_VERIFY_WITH_TIMEOUT(!f.find<HeatView>(map)->isEmpty(), kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.find<GlyphStrip>("whyNeighbours")->items().size(), 6, kLong);
  QVERIFY2(f.text("whySentence").contains("rather than"), qPrintable(f.text("whySentence")));
}

void TestLook::why_anotherStroke_isLeftOut() {
  LookFixture f;
  QVERIFY(f.open());
  f.click("lookClear");
  f.draw();
  f.draw({120, 60});
  QTRY_VERIFY_WITH_TIMEOUT(f.text("whyStrokes").contains("Without stroke 2 it would read"), kLong);
}

void TestLook::whileTraining_theLayersChange() {
  LookFixture f(100000);
  QVERIFY(f.open(false));
  f.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Running, kLong);
  const auto value = [&f] { return f.stack()->view(2)->value({0, 0, 0}); };
  const float first = value();
  QTRY_VERIFY_WITH_TIMEOUT(value() != first, kLong);
  const float second = value();
  QTRY_VERIFY_WITH_TIMEOUT(value() != second, kLong);
  QCOMPARE(f.state(), State::Running);
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), State::Stopped, kLong);
  QTRY_VERIFY_WITH_TIMEOUT(readsAsShown(f), kLong);
}

void TestLook::tallNetwork_endsWithItsLastLayer() {
  LookFixture f;
  QVERIFY(f.ready());
  inkling::Recipe recipe = f.session->recipe();
  recipe.layers = {inkling::LayerSpec::conv2d(32, 5), inkling::LayerSpec::conv2d(64, 3),
                   inkling::LayerSpec::conv2d(64, 3),
                   inkling::LayerSpec::of(inkling::LayerKind::Flatten),
                   inkling::LayerSpec::dense(10)};
  f.session->setRecipe(recipe);
  f.click("rewindButton");
  f.window->resize(1280, 800);
  f.click("lookPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.stack()->layerCount(), 5, kLong);
  const auto emptyBelow = [&f] {
    return f.stack()->height() - f.stack()->view(4)->geometry().bottom();
  };
  QTRY_VERIFY(f.stack()->height() > 1500);
  QTRY_VERIFY2(emptyBelow() < 40, qPrintable(QString::number(emptyBelow())));
  f.window->resize(1024, 680);
  QTRY_VERIFY2(emptyBelow() < 40, qPrintable(QString::number(emptyBelow())));
}

void TestLook::smallWindow_showsEveryTab() {
  LookFixture f;
  QVERIFY(f.openConvolution());
  f.window->resize(1024, 680);
  auto* bar = f.find<QTabWidget>("lookTabs")->tabBar();
  QCOMPARE(bar->count(), 8);
  QTRY_VERIFY(bar->rect().contains(bar->tabRect(bar->count() - 1)));
  for (const QToolButton* arrow : bar->findChildren<QToolButton*>())
    QVERIFY2(!arrow->isVisible(), qPrintable(arrow->objectName()));
}

void TestLook::everyControl_hasANameAToolTipAndAKeyboardPath() {
  LookFixture f;
  QVERIFY(f.openConvolution());
  auto* tabs = f.find<QTabWidget>("lookTabs");
  for (int tab = 0; tab < tabs->count(); ++tab) {
    tabs->setCurrentIndex(tab);
    const QStringList faults = inkling::test::controlFaults(f.page());
    QVERIFY2(faults.isEmpty(), qPrintable(tabs->tabText(tab) + '\n' + faults.join('\n')));
  }
}

INKLING_TEST(TestLook)

#include "tst_look.moc"
