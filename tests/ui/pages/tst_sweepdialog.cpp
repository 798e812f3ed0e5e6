// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/trials.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/sweep/heatmap.h"
#include "ui/pages/sweep/sweepdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>

#include <set>

using inkling::test::WindowFixture;
using inkling::ui::Heatmap;
using inkling::ui::SweepDialog;
using namespace inkling;
using inkling::test::kLong;

namespace {

SweepDialog* openDialog(WindowFixture& f) {
  if (!f.ready()) return nullptr;
  f.click("sweepPageButton");
  f.click("sweepNew");
  auto* dialog = f.find<SweepDialog>("sweepDialog");
  return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
}

void type(SweepDialog* dialog, const char* field, const QString& text) {
  auto* edit = dialog->findChild<QLineEdit*>(QLatin1String(field));
  edit->selectAll();
  QTest::keyClicks(edit, text);
}

QString label(SweepDialog* dialog, const char* name) {
  return dialog->findChild<QLabel*>(QLatin1String(name))->text();
}

QPushButton* makeButton(SweepDialog* dialog) {
  return dialog->findChild<QPushButton*>(QStringLiteral("sweepMake"));
}

void choose(SweepDialog* dialog, int row, const QString& field) {
  auto* box = dialog->findChild<QComboBox*>(QStringLiteral("sweepField%1").arg(row));
  const int index = box->findText(field, Qt::MatchStartsWith);
  QVERIFY2(index >= 0, qPrintable(field));
  box->setCurrentIndex(index);
  emit box->activated(index);
}

/// Results as if they had been trained: 10 % more for every setting.
SweepTable measured(const SweepSpec& spec) {
  SweepTable table;
  for (const SweepAxis& axis : spec.axes) table.axes.push_back(axis.name);
  for (Trial& trial : expandTrials(spec)) {
    TrialResult result;
    result.recipe = trial.recipe;
    EpochRecord epoch;
    epoch.validation = {.loss = 1, .accuracy = 0.001 * double(table.rows.size()), .count = 100};
    result.history.epochs.push_back(epoch);
    table.rows.push_back({std::move(trial), result, {}});
  }
  return table;
}

ui::SweepDraft draftOf(const QString& rates, const QString& batches, int draws) {
  ui::SweepDraft draft;
  draft.name = QStringLiteral("draft");
  draft.base.layers = {LayerSpec::dense(16), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)};
  draft.axes = {
      {{QStringLiteral("rate"), {QStringLiteral("optimizer.learning_rate")}, "0.1"}, rates},
      {{QStringLiteral("batch"), {QStringLiteral("batch")}, "64"}, batches}};
  draft.randomCount = draws;
  draft.seeds = QStringLiteral("1");
  draft.validation = HeldOut::last(100);
  return draft;
}

}  // namespace

class TestSweepDialog final : public QObject {
  Q_OBJECT
private slots:
  void gridOverAnyField_isMadeAndRuns();
  void badValue_isRefusedBesideItsField();
  void anotherSetting_isOneThatIsNotVariedYet();
  void sameSettingTwice_isRefusedBesideTheSecond();
  void moreDrawsThanThereAre_areSaid();
  void randomSearch_drawsWithinTheRange();
  void thirdAxis_makesTabs();
  void manyValues_becomePoints();
  void fewDrawnValues_becomePointsToo();
};

void TestSweepDialog::gridOverAnyField_isMadeAndRuns() {
  WindowFixture f;
  auto* dialog = openDialog(f);
  QVERIFY(dialog);
  type(dialog, "sweepName", QStringLiteral("mine"));
  choose(dialog, 0, QStringLiteral("Hidden units"));
  type(dialog, "sweepValues0", QStringLiteral("4, 8"));
  type(dialog, "sweepValues1", QStringLiteral("16 32"));
  type(dialog, "sweepSeeds", QStringLiteral("1, 2"));
  QTest::mouseClick(dialog->findChild<QCheckBox*>(QStringLiteral("sweepStopsEarly")),
                    Qt::LeftButton, {}, {8, 8});
  QVERIFY2(label(dialog, "sweepDraftResult").startsWith(QLatin1String("Trials: 8,")),
           qPrintable(label(dialog, "sweepDraftResult")));
  QTest::mouseClick(makeButton(dialog), Qt::LeftButton);
  auto* map = f.find<Heatmap>("sweepHeatmap");
  QTRY_COMPARE_WITH_TIMEOUT(map->table().yLabels, (QStringList{"4", "8"}), kLong);
  QVERIFY(f.text("sweepDescription").contains(QLatin1String("2 seeds")));
  QVERIFY(f.text("sweepDescription").contains(QLatin1String("early stopping with")));
  f.click("sweepStart");
  QTRY_VERIFY_WITH_TIMEOUT(f.text("sweepVerdict").startsWith(QLatin1String("Best")), kLong);
  QVERIFY(map->table().cells[0].hint.contains(QLatin1String("Seeds: 2 of 2")));
}

void TestSweepDialog::badValue_isRefusedBesideItsField() {
  WindowFixture f;
  auto* dialog = openDialog(f);
  QVERIFY(dialog);
  type(dialog, "sweepValues1", QStringLiteral("16, many"));
  QVERIFY(!makeButton(dialog)->isEnabled());
  QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("sweepProblem1"))->isVisible());
  QVERIFY2(label(dialog, "sweepProblem1").contains(QLatin1String("many")),
           qPrintable(label(dialog, "sweepProblem1")));
  type(dialog, "sweepValues1", QStringLiteral("16, 32"));
  QVERIFY(makeButton(dialog)->isEnabled());
  QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("sweepProblem1"))->isVisible());
  type(dialog, "sweepSeeds", QStringLiteral("one"));
  QVERIFY(!makeButton(dialog)->isEnabled());
  dialog->reject();
}

void TestSweepDialog::anotherSetting_isOneThatIsNotVariedYet() {
  WindowFixture f;
  auto* dialog = openDialog(f);
  QVERIFY(dialog);
  choose(dialog, 0, QStringLiteral("Hidden units"));
  auto* add = dialog->findChild<QToolButton*>(QStringLiteral("sweepAddAxis"));
  for (int rows = 3; rows <= 5; ++rows) QTest::mouseClick(add, Qt::LeftButton);
  QVERIFY(!add->isEnabled());
  std::set<QString> chosen;
  for (int row = 0; row < 5; ++row)
    chosen.insert(
        dialog->findChild<QComboBox*>(QStringLiteral("sweepField%1").arg(row))->currentText());
  QCOMPARE(chosen.size(), std::size_t{5});
  QVERIFY(makeButton(dialog)->isEnabled());
  auto* field = dialog->findChild<QComboBox*>(QStringLiteral("sweepField0"));
  QVERIFY2(field->itemText(2).startsWith(QLatin1String("Hidden units")),
           qPrintable(field->itemText(2)));
  QCOMPARE(field->findText(QStringLiteral("layers[2].units"), Qt::MatchStartsWith), -1);
  dialog->reject();
}

void TestSweepDialog::sameSettingTwice_isRefusedBesideTheSecond() {
  WindowFixture f;
  auto* dialog = openDialog(f);
  QVERIFY(dialog);
  choose(dialog, 1, QStringLiteral("Learning rate"));
  QVERIFY(!makeButton(dialog)->isEnabled());
  QVERIFY2(label(dialog, "sweepProblem1").contains(QLatin1String("varied above already")),
           qPrintable(label(dialog, "sweepProblem1")));
  QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("sweepProblem0"))->isVisible());
  choose(dialog, 1, QStringLiteral("Epochs"));
  QVERIFY(makeButton(dialog)->isEnabled());
  dialog->reject();
}

void TestSweepDialog::moreDrawsThanThereAre_areSaid() {
  WindowFixture f;
  auto* dialog = openDialog(f);
  QVERIFY(dialog);
  QTest::mouseClick(dialog->findChild<QRadioButton*>(QStringLiteral("sweepRandom")), Qt::LeftButton,
                    {}, {8, 8});
  type(dialog, "sweepValues0", QStringLiteral("0.01, 0.1"));
  type(dialog, "sweepValues1", QStringLiteral("16, 32, 64"));
  QVERIFY2(label(dialog, "sweepDraftResult").startsWith(QLatin1String("Trials: 6,")),
           qPrintable(label(dialog, "sweepDraftResult")));
  QVERIFY2(label(dialog, "sweepDraftResult").contains(QLatin1String("no more than 6 different")),
           qPrintable(label(dialog, "sweepDraftResult")));
  auto* draws = dialog->findChild<QSpinBox*>(QStringLiteral("sweepDraws"));
  draws->selectAll();
  QTest::keyClicks(draws, QStringLiteral("5"));
  QVERIFY2(label(dialog, "sweepDraftResult").startsWith(QLatin1String("Trials: 5,")),
           qPrintable(label(dialog, "sweepDraftResult")));
  QVERIFY(!label(dialog, "sweepDraftResult").contains(QLatin1String("no more than")));
  dialog->reject();
}

void TestSweepDialog::randomSearch_drawsWithinTheRange() {
  const ui::DraftOutcome outcome =
      ui::sweepOf(draftOf(QStringLiteral("0.001 … 0.1"), QStringLiteral("8..64"), 40), {});
  QCOMPARE(outcome.problem, QString());
  QVERIFY(outcome.spec.axes[0].logarithmic);
  QVERIFY(!outcome.spec.axes[1].logarithmic);
  QVERIFY(outcome.spec.axes[1].integer);
  std::set<double> rates;
  for (const Trial& trial : expandTrials(outcome.spec)) {
    rates.insert(trial.recipe.optimizer.learningRate);
    QVERIFY(trial.recipe.batch >= 8 && trial.recipe.batch <= 64);
  }
  QVERIFY(rates.size() > 30);
  QVERIFY(*rates.begin() >= 0.001 && *rates.begin() < 0.01);
  QVERIFY(*rates.rbegin() <= 0.1 && *rates.rbegin() > 0.01);
  const auto grid = ui::sweepOf(draftOf(QStringLiteral("0.001 … 0.1"), QStringLiteral("8"), 0), {});
  QCOMPARE(grid.axis, 0);
  QVERIFY(!grid.problem.isEmpty());
}

void TestSweepDialog::thirdAxis_makesTabs() {
  auto draft = draftOf(QStringLiteral("0.01, 0.1"), QStringLiteral("8, 16, 32"), 0);
  draft.axes.push_back({{QStringLiteral("epochs"), {QStringLiteral("epochs")}, "1"}, "1, 2"});
  const auto table = measured(ui::sweepOf(draft, {}).spec);
  QCOMPARE(ui::heatTabs(table), (QStringList{"epochs 1", "epochs 2"}));
  const ui::HeatTable second = ui::heatTableOf(table, 1);
  QCOMPARE(second.xTitle, QStringLiteral("batch"));
  QCOMPARE(second.others, QStringLiteral("epochs 2"));
  QCOMPARE(second.columns(), 3);
  QCOMPARE(second.rows(), 2);
  // The plan runs with the last axis fastest: the second tab holds the odd ones.
  QCOMPARE(second.cells[0].id, 1);
  QCOMPARE(second.cells[5].id, 11);
  QCOMPARE(second.best, 11);
  // One scale of colours for both tabs.
  QCOMPARE(second.low, 0.0);
  QCOMPARE(second.high, 0.011);
  QCOMPARE(ui::heatTableOf(table, 0).high, second.high);
}

void TestSweepDialog::manyValues_becomePoints() {
  const auto table = measured(
      ui::sweepOf(draftOf(QStringLiteral("0.001 … 0.1"), QStringLiteral("8 … 64"), 30), {}).spec);
  QCOMPARE(ui::heatTabs(table), QStringList());
  const ui::HeatTable heat = ui::heatTableOf(table, 0);
  QVERIFY(heat.scattered);
  QVERIFY(heat.yMagnitudes);
  QVERIFY(!heat.xMagnitudes);
  QCOMPARE(heat.cells.size(), table.rows.size());
  Heatmap map;
  map.resize(500, 400);
  map.setTable(heat);
  map.show();
  QVERIFY(QTest::qWaitForWindowExposed(&map));
  map.replot();
  int chosen = -1;
  connect(&map, &Heatmap::chosen, this, [&](int id) { chosen = id; });
  QTest::mouseClick(&map, Qt::LeftButton, {}, map.centreOf(29).toPoint());
  QCOMPARE(chosen, heat.cells[29].id);
}

// In a table every row and column would have one cell.
void TestSweepDialog::fewDrawnValues_becomePointsToo() {
  const auto heat = [](const char* rates, int draws) {
    const auto draft = draftOf(QString::fromUtf8(rates), QStringLiteral("8 … 256"), draws);
    return ui::heatTableOf(measured(ui::sweepOf(draft, {}).spec), 0);
  };
  QVERIFY(heat("0.001 … 0.1", 5).scattered);
  QVERIFY(!heat("0.001 … 0.1", 3).scattered);
  QVERIFY(!heat("0.01, 0.1", 5).scattered);
}

INKLING_TEST(TestSweepDialog)

#include "tst_sweepdialog.moc"
