// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/lab.h"
#include "core/analysis/weighthash.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/lookfixture.h"
#include "ui/pages/look/epochreplay.h"
#include "ui/pages/look/labpane.h"
#include "ui/pages/look/layerstack.h"
#include "ui/pages/look/layerview.h"
#include "ui/pages/look/mappane.h"
#include "ui/pages/look/mapview.h"
#include "ui/pages/look/trustpane.h"
#include "ui/pages/look/weightsview.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>

#include <cmath>

using namespace inkling::ui;
using inkling::test::kLong;
using inkling::test::LookFixture;
using State = Training::State;

namespace {

enum Tab { Weights = 3, Map, Lab, Health, Trust };

void press(QPushButton* button) { QTest::mouseClick(button, Qt::LeftButton); }

/// Of "0.042" or "4.2·10⁻⁸"; NaN if it is neither.
double valueOf(QString text) {
  const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  for (int digit = 0; digit < raised.size(); ++digit)
    text.replace(raised[digit], QString::number(digit));
  text.replace(QStringLiteral("·10"), QStringLiteral("e")).replace(QChar(0x207B), QChar('-'));
  bool ok = false;
  const double value = QLocale().toDouble(text, &ok);
  return ok ? value : std::nan("");
}

}  // namespace

/// The tabs of the Look page about the whole network: weights, map, lab, health, trust.
class TestLookPanes final : public QObject {
  Q_OBJECT
private slots:
  void weights_clickedUnit_goesToTheLab();
  void weights_kernelsOfOneUnit_areFewer();
  void map_clickedImage_isLookedAt();
  void map_ofTheSameModel_followsTheDataSet();
  void map_arrowKeys_reachAnImage();
  void map_spreadOut_canBeCancelled();
  void replay_showsEarlierEpochs();
  void replay_playsToTheEnd();
  void lab_switchedOffLayer_costsAccuracyOfACopyOnly();
  void lab_oneKernel_isSwitchedOff();
  void lab_anyFactor_scalesTheUnit();
  void lab_pruned_thenReset_isAsBefore();
  void health_listsTheLayers();
  void health_whileTraining_measuresUpdates();
  void trust_checksTheGradients();
  void trust_comparesWithTheReferences();
  void trust_showsTheHash();
};

void TestLookPanes::weights_clickedUnit_goesToTheLab() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Weights);
  auto* view = f.find<WeightsView>("weightsView");
  QCOMPARE(view->tiles(), 16);
  QTest::mouseClick(view, Qt::LeftButton, {}, {70, 10});  // the second in the first row
  QCOMPARE(f.find<QSpinBox>("labUnit")->value(), 1);
  QCOMPARE(f.stack()->chosenLayer(), 0);
  QCOMPARE(f.stack()->chosenUnit()->channel, 1);
  QTest::keyClick(view, Qt::Key_Right);
  QCOMPARE(f.stack()->chosenUnit()->channel, 2);
}

void TestLookPanes::weights_kernelsOfOneUnit_areFewer() {
  LookFixture f;
  QVERIFY(f.openConvolution());
  f.tab(Weights);
  auto* view = f.find<WeightsView>("weightsView");
  QCOMPARE(view->tiles(), 4);
  QTest::keyClick(f.find<QComboBox>("weightsLayer"), Qt::Key_Down);
  QCOMPARE(view->tiles(), 12);  // 3 units over 4 channels
  QTest::keyClick(f.find<QSpinBox>("weightsUnit"), Qt::Key_Up);
  QCOMPARE(view->tiles(), 4);
}

void TestLookPanes::map_clickedImage_isLookedAt() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Map);
  QTRY_VERIFY_WITH_TIMEOUT(f.find<MapPane>("mapPane")->hasMap(), kLong);
  auto* view = f.find<MapView>("mapView");
  const QPoint at = view->pointOf(17).toPoint();
  const int nearest = view->imageAt(at);
  QTest::mouseClick(view, Qt::LeftButton, {}, at);
  const auto& images = f.session->split().validation;
  QVERIFY(std::ranges::equal(f.glyph(), images.image(nearest)));
}

void TestLookPanes::map_ofTheSameModel_followsTheDataSet() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Map);
  QTRY_VERIFY_WITH_TIMEOUT(f.find<MapPane>("mapPane")->hasMap(), kLong);
  const auto model = f.session->model();
  QVERIFY(f.openSet("other", {}, 250));
  QCOMPARE(f.session->model(), model);
  auto* view = f.find<MapView>("mapView");
  const auto showsTheNewOnes = [&] {
    const QPoint at = view->pointOf(17).toPoint();
    const int nearest = view->imageAt(at);
    QTest::mouseClick(view, Qt::LeftButton, {}, at);
    return std::ranges::equal(f.glyph(), f.session->modelSplit().validation.image(nearest));
  };
  QTRY_VERIFY_WITH_TIMEOUT(showsTheNewOnes(), kLong);
}

void TestLookPanes::map_arrowKeys_reachAnImage() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Map);
  QTRY_VERIFY_WITH_TIMEOUT(f.find<MapPane>("mapPane")->hasMap(), kLong);
  auto* view = f.find<MapView>("mapView");
  const auto before = f.glyph();
  for (int i = 0; i < 3; ++i) QTest::keyClick(view, Qt::Key_Left);
  QTest::keyClick(view, Qt::Key_Return);
  QVERIFY(f.glyph() != before);
}

void TestLookPanes::map_spreadOut_canBeCancelled() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Map);
  auto* pane = f.find<MapPane>("mapPane");
  QTRY_VERIFY_WITH_TIMEOUT(pane->hasMap(), kLong);
  auto* view = f.find<MapView>("mapView");
  const double before = view->pointOf(5).x();
  auto* spread = f.find<QPushButton>("mapSpread");
  press(spread);
  QVERIFY(pane->spreading());
  press(spread);
  QVERIFY(!pane->spreading());
  QTRY_COMPARE_WITH_TIMEOUT(view->pointOf(5).x(), before, kLong);
  press(spread);
  QTRY_VERIFY_WITH_TIMEOUT(!pane->spreading(), kLong);
  QTRY_VERIFY(view->pointOf(5).x() != before);
  QVERIFY2(f.text("mapState").contains("t-SNE"), qPrintable(f.text("mapState")));
}

void TestLookPanes::replay_showsEarlierEpochs() {
  LookFixture f(3);
  QVERIFY(f.open());
  f.tab(Map);
  auto* pane = f.find<MapPane>("mapPane");
  QTRY_VERIFY_WITH_TIMEOUT(pane->hasMap(), kLong);
  auto* view = f.find<MapView>("mapView");
  const double newest = view->pointOf(5).x();
  auto* epoch = f.find<QSlider>("replayEpoch");
  QVERIFY(epoch->isEnabled());
  QCOMPARE(epoch->maximum(), 4);  // the fresh weights, three epochs, the newest
  QTest::keyClick(epoch, Qt::Key_Home);
  const auto first = f.find<EpochReplay>("epochReplay")->model();
  QVERIFY(first && first != f.session->model());
  QCOMPARE(f.text("replayLabel"), QString("after epoch %1").arg(first->position.epoch));
  QTRY_VERIFY_WITH_TIMEOUT(view->pointOf(5).x() != newest, kLong);
  QTest::keyClick(epoch, Qt::Key_End);
  QCOMPARE(f.text("replayLabel"), QString("newest"));
}

void TestLookPanes::replay_playsToTheEnd() {
  LookFixture f(3);
  QVERIFY(f.open());
  f.tab(Map);
  auto* replay = f.find<EpochReplay>("epochReplay");
  f.click("replayPlay");
  QVERIFY(replay->playing());
  QVERIFY(replay->model());
  QTRY_VERIFY_WITH_TIMEOUT(!replay->playing(), kLong);
  QVERIFY(!replay->model());
}

void TestLookPanes::lab_switchedOffLayer_costsAccuracyOfACopyOnly() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Lab);
  const auto model = f.session->model();
  const std::string hash = inkling::weightHash(model->network);
  auto* what = f.find<QComboBox>("labUnitOrAll");
  QTest::keyClick(what, Qt::Key_End);
  press(f.find<QPushButton>("labChange"));
  QCOMPARE(f.stack()->view(0)->value({0, 0, 3}), 0.0F);
  QTRY_VERIFY_WITH_TIMEOUT(f.text("labResult").contains(QChar(0x2192)), kLong);
  QVERIFY(f.text("lookAnswer").contains("Lab"));
  QCOMPARE(f.session->model(), model);
  QCOMPARE(inkling::weightHash(f.session->model()->network), hash);
}

void TestLookPanes::lab_oneKernel_isSwitchedOff() {
  LookFixture f;
  QVERIFY(f.openConvolution());
  f.tab(Lab);
  QTest::keyClick(f.find<QComboBox>("labLayer"), Qt::Key_Down);
  QTest::keyClick(f.find<QComboBox>("labUnitOrAll"), Qt::Key_Down);
  auto* input = f.find<QSpinBox>("labInput");
  QVERIFY(input->isVisible());
  QCOMPARE(input->maximum(), 3);
  QTest::keyClick(input, Qt::Key_Up);
  press(f.find<QPushButton>("labChange"));
  auto* done = f.find<QListWidget>("labDone");
  QCOMPARE(done->count(), 1);
  QVERIFY2(done->item(0)->text().contains("from 1 to 0"), qPrintable(done->item(0)->text()));
  const auto& copy = f.find<LabPane>("labPane")->copy();
  QVERIFY(copy);
  const auto expected = inkling::withKernelScaled(f.session->model()->network, 3, 0, 1, 0);
  QCOMPARE(inkling::weightHash(copy->network), inkling::weightHash(expected));
}

void TestLookPanes::lab_anyFactor_scalesTheUnit() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Lab);
  auto* names = f.find<QComboBox>("labFactor");
  auto* times = f.find<QDoubleSpinBox>("labTimes");
  QTest::keyClick(names, Qt::Key_End);
  times->selectAll();
  QTest::keyClicks(times, QLocale().toString(-1.0));
  QCOMPARE(names->currentText(), QStringLiteral("flipped"));
  times->selectAll();
  QTest::keyClicks(times, QLocale().toString(1.3));
  QCOMPARE(names->currentText(), QStringLiteral("scaled"));
  press(f.find<QPushButton>("labChange"));
  const QString said = f.find<QListWidget>("labDone")->item(0)->text();
  QVERIFY2(said.endsWith(times->text()), qPrintable(said));
  const int layer = f.find<QComboBox>("labLayer")->currentData().toInt();
  const auto expected = inkling::withUnitScaled(f.session->model()->network, layer, 0, 1.3);
  const auto& copy = f.find<LabPane>("labPane")->copy();
  QVERIFY(copy);
  QCOMPARE(inkling::weightHash(copy->network), inkling::weightHash(expected));
}

void TestLookPanes::lab_pruned_thenReset_isAsBefore() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Lab);
  const float before = f.stack()->view(2)->value({0, 0, 3});
  press(f.find<QPushButton>("labPrune"));
  QVERIFY(f.stack()->view(2)->value({0, 0, 3}) != before);
  press(f.find<QPushButton>("labReset"));
  QCOMPARE(f.stack()->view(2)->value({0, 0, 3}), before);
  QCOMPARE(f.find<QListWidget>("labDone")->count(), 0);
}

void TestLookPanes::health_listsTheLayers() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Tab::Health);
  auto* table = f.find<QTableWidget>("healthTable");
  QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 3, kLong);
  QVERIFY(table->item(0, 0)->text().startsWith("1 "));
  QVERIFY(table->item(1, 4)->text().endsWith("of 16"));
  QVERIFY(!table->item(2, 2)->text().isEmpty());
}

void TestLookPanes::health_whileTraining_measuresUpdates() {
  LookFixture f(100000);
  QVERIFY(f.open(false));
  f.tab(Tab::Health);
  f.click("toggleButton");
  auto* table = f.find<QTableWidget>("healthTable");
  QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 3, kLong);
  QTRY_VERIFY_WITH_TIMEOUT(valueOf(table->item(0, 3)->text()) > 0, kLong);
  QCOMPARE(f.state(), State::Running);
}

void TestLookPanes::trust_checksTheGradients() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Trust);
  press(f.find<QPushButton>("gradientCheck"));
  QTRY_VERIFY_WITH_TIMEOUT(f.text("gradientChecked").contains("<b>"), kLong);
  const QString text = f.text("gradientChecked");
  const QString error = text.section("<b>", 1).section("</b>", 0, 0);
  QVERIFY2(valueOf(error) < 1e-5, qPrintable(text));
}

void TestLookPanes::trust_comparesWithTheReferences() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Trust);
  auto* compare = f.find<QPushButton>("parityCheck");
  press(compare);
  QTRY_VERIFY_WITH_TIMEOUT(f.text("parityTable").contains("softmax"), kLong);
  const QString row = f.text("parityTable").section("align=right>", 1).section('<', 0, 0);
  if (compare->text() == QLatin1String("Cancel")) press(compare);  // it is enough
  QVERIFY2(valueOf(row) < 1e-4, qPrintable(row));
  QTRY_VERIFY_WITH_TIMEOUT(!f.find<TrustPane>("trustPane")->busy(), kLong);
}

void TestLookPanes::trust_showsTheHash() {
  LookFixture f;
  QVERIFY(f.open());
  f.tab(Trust);
  const auto hash = QString::fromStdString(inkling::weightHash(f.session->model()->network));
  QVERIFY2(f.text("weightHash").contains(hash), qPrintable(f.text("weightHash")));
}

INKLING_TEST(TestLookPanes)

#include "tst_lookpanes.moc"
