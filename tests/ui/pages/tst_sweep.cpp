// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/sweep/heatmap.h"
#include "ui/pages/sweep/sweeplibrary.h"
#include "ui/widgets/choicetabs.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QProgressBar>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

using inkling::test::kLong;
using inkling::test::WindowFixture;
using inkling::ui::Heatmap;

namespace {

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Heatmap* heatmap(const WindowFixture& f) { return f.find<Heatmap>("sweepHeatmap"); }

int finished(const WindowFixture& f) {
  int count = 0;
  for (const auto& cell : heatmap(f)->table().cells) count += cell.accuracy.has_value() ? 1 : 0;
  return count;
}

constexpr auto kTable =
    R"([{"name": "hidden", "fields": ["layers[0].units"], "values": [8, 16]},
        {"name": "batch", "fields": ["batch"], "values": [16, 32, 64]}])";
/// One trial that is done at once, and five that take a while.
constexpr auto kLongTrials =
    R"([{"name": "epochs", "fields": ["epochs"], "values": [1, 50, 55, 60, 65, 70]}])";

/// Six variants of the fixture's recipe, opened from a file.
void openToySweep(WindowFixture& f, const char* axes = kTable) {
  QVERIFY(f.ready());
  const QString path = f.file(QStringLiteral("toy-sweep.json"));
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(R"({"name": "toy-sweep", "recipe": )" +
             QByteArray::fromStdString(inkling::toJson(f.session->recipe())) + R"(, "axes": )" +
             axes + "}");
  file.close();
  f.prompter->path = path;
  f.click("sweepPageButton");
  f.click("sweepOpen");
  QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(heatmap(f)->table().cells.size()), 6, kLong);
}

void run(WindowFixture& f) {
  f.click("sweepStart");
  QTRY_VERIFY_WITH_TIMEOUT(f.text("sweepState").startsWith(QLatin1String("6 of 6")), kLong);
  QTRY_VERIFY_WITH_TIMEOUT(f.text("sweepVerdict").startsWith(QLatin1String("Best")), kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.find<QToolButton>("sweepStart")->text(), QStringLiteral("Start"),
                            kLong);
}

}  // namespace

class TestSweep final : public QObject {
  Q_OBJECT
private slots:
  void bundledSweeps_areOneClickEach();
  void started_fillsTheHeatmapAndChoosesOnValidation();
  void cellClicked_putsItsModelInUse();
  void cancelled_keepsWhatIsFinishedAndResumes();
  void quit_whileUnderWay_saysThatItCanGoOn();
  void saved_asPictureAndTable();
  void hovered_saysTheNumbers();
  void sorted_byAccuracy();
  void reopened_goesOnWhereItWas();
  void ownSweep_canBeRemoved();
  void tabClicked_showsTheOtherAxes();
  void smallestWindow_showsEveryColumn();
};

void TestSweep::bundledSweeps_areOneClickEach() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.click("sweepPageButton");
  QTRY_VERIFY_WITH_TIMEOUT(!heatmap(f)->table().cells.empty(), kLong);
  auto* chooser = f.find<QComboBox>("sweepChooser");
  QCOMPARE(chooser->count(), 2);
  QCOMPARE(f.text("sweepState"), QStringLiteral("0 of 8 trials"));
  chooser->setFocus();
  QTest::keyClick(chooser, Qt::Key_Down);
  QTRY_COMPARE_WITH_TIMEOUT(f.text("sweepState"), QStringLiteral("0 of 16 trials"), kLong);
  QCOMPARE(heatmap(f)->table().xLabels, (QStringList{"8", "16", "32", "64"}));
  QCOMPARE(heatmap(f)->table().yLabels, (QStringList{"32", "64", "128", "256"}));
  QVERIFY(f.find<QToolButton>("sweepStart")->isEnabled());
  QVERIFY(!f.find<QToolButton>("sweepExport")->isEnabled());
}

void TestSweep::started_fillsTheHeatmapAndChoosesOnValidation() {
  WindowFixture f;
  openToySweep(f);
  QCOMPARE(finished(f), 0);
  run(f);
  QCOMPARE(finished(f), 6);
  QCOMPARE(heatmap(f)->table().xLabels, (QStringList{"16", "32", "64"}));
  QCOMPARE(heatmap(f)->table().yTitle, QStringLiteral("hidden"));
  const auto& cells = heatmap(f)->table().cells;
  const auto top = std::ranges::max_element(
      cells, {}, [](const auto& cell) { return cell.accuracy.value_or(0); });
  const auto best = std::ranges::find(cells, heatmap(f)->table().best, &inkling::ui::HeatCell::id);
  QVERIFY(best != cells.end());
  QCOMPARE(best->accuracy.value_or(0), top->accuracy.value_or(1));
  QVERIFY(f.text("sweepVerdict").contains(QLatin1String("only after that choice, once")));
  QCOMPARE(f.find<QTableView>("trialsTable")->model()->rowCount(), 6);
  QVERIFY(!f.find<QToolButton>("sweepStart")->isEnabled());
}

void TestSweep::cellClicked_putsItsModelInUse() {
  WindowFixture f;
  openToySweep(f);
  run(f);
  const auto before = f.session->model();
  QTest::mouseClick(heatmap(f), Qt::LeftButton, {}, heatmap(f)->centreOf(5).toPoint());
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() != before, kLong);
  QCOMPARE(f.session->model()->recipe.batch, 64);
  QCOMPARE(f.session->model()->recipe.layers[0].units, 16);
}

void TestSweep::cancelled_keepsWhatIsFinishedAndResumes() {
  WindowFixture f({.train = 4000, .epochs = 8, .batch = 16});
  openToySweep(f, kLongTrials);
  f.click("sweepStart");
  QTRY_VERIFY_WITH_TIMEOUT(finished(f) > 0, kLong);
  f.click("sweepStart");
  auto* start = f.find<QToolButton>("sweepStart");
  auto* bar = f.find<QProgressBar>("sweepProgress");
  QTRY_COMPARE_WITH_TIMEOUT(start->text(), QStringLiteral("Resume"), kLong);
  QVERIFY(finished(f) < 6);
  const int before = bar->value();
  QVERIFY(before > 0);
  f.click("sweepStart");
  QCOMPARE(f.find<QToolButton>("sweepStart")->text(), QStringLiteral("Cancel"));
  QVERIFY(bar->value() >= before);  // it goes on, not from nought
  QTRY_VERIFY_WITH_TIMEOUT(f.text("sweepVerdict").startsWith(QLatin1String("Best")), kLong);
}

void TestSweep::quit_whileUnderWay_saysThatItCanGoOn() {
  WindowFixture f({.train = 4000, .epochs = 8, .batch = 16});
  openToySweep(f, kLongTrials);
  f.click("sweepStart");
  QTRY_VERIFY_WITH_TIMEOUT(finished(f) > 0, kLong);
  f.window->close();
  QCOMPARE(f.prompter->asked, {inkling::ui::Prompter::Question::QuitSweep});
  QVERIFY(f.window->isVisible());  // cancelled: it goes on
  QCOMPARE(f.find<QToolButton>("sweepStart")->text(), QStringLiteral("Cancel"));
  f.prompter->answer = inkling::ui::Prompter::Answer::Go;
  f.window->close();
  QTRY_VERIFY_WITH_TIMEOUT(!f.window->isVisible(), kLong);
}

void TestSweep::saved_asPictureAndTable() {
  WindowFixture f;
  openToySweep(f);
  run(f);
  for (const char* name : {"sweep.png", "sweep.pdf", "sweep.csv"}) {
    f.prompter->path = f.file(QLatin1String(name));
    f.click("sweepExport");
    QFile file(f.prompter->path);
    QVERIFY2(file.open(QIODevice::ReadOnly), name);
    QVERIFY2(file.size() > 200, name);
  }
  const QImage picture(f.file("sweep.png"));
  QCOMPARE(picture.size(), QSize(1800, 1280));
  QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::white));
  QVERIFY(contents(f.file("sweep.pdf")).startsWith("%PDF-"));
  const QList<QByteArray> lines = contents(f.file("sweep.csv")).trimmed().split('\n');
  QCOMPARE(lines.size(), 7);
  QVERIFY2(lines[0].startsWith("trial,hidden,batch,seed,"), lines[0].constData());
  QVERIFY2(lines[6].contains(",16,64,"), lines[6].constData());
}

void TestSweep::hovered_saysTheNumbers() {
  WindowFixture f;
  openToySweep(f);
  run(f);
  const QPoint at = heatmap(f)->centreOf(4).toPoint();
  QHelpEvent hover(QEvent::ToolTip, at, heatmap(f)->mapToGlobal(at));
  QApplication::sendEvent(heatmap(f), &hover);
  QVERIFY2(QToolTip::text().startsWith(QLatin1String("hidden 16, batch 32\nValidation: ")),
           qPrintable(QToolTip::text()));
}

void TestSweep::sorted_byAccuracy() {
  WindowFixture f;
  openToySweep(f);
  run(f);
  auto* view = f.find<QTableView>("trialsTable");
  constexpr int kValidation = 2 + 2;  // after the axes, the seed and the epochs
  auto* header = view->horizontalHeader();
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                    {header->sectionViewportPosition(kValidation) + 8, header->height() / 2});
  QList<double> shown;
  for (int row = 0; row < view->model()->rowCount(); ++row)
    shown << view->model()->index(row, kValidation).data(Qt::UserRole).toDouble();
  QList<double> sorted = shown;
  std::ranges::sort(sorted);
  QVERIFY(sorted.front() < sorted.back());
  if (header->sortIndicatorOrder() == Qt::DescendingOrder) std::ranges::reverse(sorted);
  QCOMPARE(shown, sorted);
}

void TestSweep::reopened_goesOnWhereItWas() {
  WindowFixture f({.train = 4000, .epochs = 8, .batch = 16});
  openToySweep(f, kLongTrials);
  f.click("sweepStart");
  QTRY_VERIFY_WITH_TIMEOUT(finished(f) > 0, kLong);
  const int before = finished(f);
  f.window.reset();  // as by closing it, in the middle of a trial
  f.window = std::make_unique<inkling::ui::MainWindow>(
      *f.session, std::make_unique<inkling::test::ScriptedPrompter>());
  f.window->show();
  QVERIFY(QTest::qWaitForWindowExposed(f.window.get()));
  f.click("sweepPageButton");
  QTRY_VERIFY_WITH_TIMEOUT(finished(f) >= before, kLong);
  QCOMPARE(f.find<QToolButton>("sweepStart")->text(), QStringLiteral("Resume"));
  run(f);
}

void TestSweep::ownSweep_canBeRemoved() {
  WindowFixture f;
  openToySweep(f);
  run(f);
  const auto folder = inkling::ui::SweepLibrary::folderOf({.name = "toy-sweep"}).root;
  QVERIFY(std::filesystem::exists(folder / "sweep.json"));
  f.click("sweepRemove");
  QVERIFY(std::filesystem::exists(folder));  // the answer was Cancel
  f.prompter->answer = inkling::ui::Prompter::Answer::Go;
  f.click("sweepRemove");
  QCOMPARE(f.prompter->asked.back(), inkling::ui::Prompter::Question::RemoveSweep);
  QVERIFY(!std::filesystem::exists(folder));
  QVERIFY(!f.find<QToolButton>("sweepRemove")->isEnabled());  // a bundled one is shown
}

void TestSweep::tabClicked_showsTheOtherAxes() {
  WindowFixture f;
  openToySweep(f, R"([{"name": "hidden", "fields": ["layers[0].units"], "values": [8, 16, 24]},
                      {"name": "batch", "fields": ["batch"], "values": [16, 32]},
                      {"name": "rate", "fields": ["optimizer.learning_rate"], "values": [0.1, 0.5]}])");
  auto* tabs = f.find<inkling::ui::ChoiceTabs>("sweepTabs");
  QVERIFY(tabs->isVisible());
  const auto buttons = tabs->findChildren<QToolButton*>();
  QCOMPARE(buttons.size(), 2);
  QVERIFY(buttons[0]->text().contains("0.1") && buttons[1]->text().contains("0.5"));
  QCOMPARE(tabs->currentIndex(), 0);
  const auto hint = [&f] { return heatmap(f)->table().cells[0].hint; };
  QVERIFY2(hint().contains("0.1"), qPrintable(hint()));
  for (QToolButton* button : buttons) QVERIFY(tabs->rect().contains(button->geometry()));
  QTest::mouseClick(buttons[1], Qt::LeftButton);
  QCOMPARE(tabs->currentIndex(), 1);
  QVERIFY2(hint().contains("0.5"), qPrintable(hint()));
}

void TestSweep::smallestWindow_showsEveryColumn() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->resize(1024, 680);
  f.click("sweepPageButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.text("sweepState"), QStringLiteral("0 of 8 trials"), kLong);
  QTRY_COMPARE(f.window->width(), 1024);
  const auto* view = f.find<QTableView>("trialsTable");
  const auto* header = view->horizontalHeader();
  QVERIFY(header->count() - header->hiddenSectionCount() >= 7);
  QTRY_VERIFY2(header->length() <= view->viewport()->width(),
               qPrintable(QStringLiteral("%1 in %2").arg(header->length()).arg(view->width())));
  QVERIFY(heatmap(f)->width() > 300);
  f.window->resize(1280, 800);
  QTRY_VERIFY(heatmap(f)->width() > 500);
}

INKLING_TEST(TestSweep)

#include "tst_sweep.moc"
