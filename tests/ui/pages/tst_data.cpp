// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/data/datapage.h"
#include "ui/widgets/glyphstrip.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

using inkling::test::WindowFixture;
using namespace inkling::ui;
using inkling::test::kLong;

namespace {

class DataFixture final : public WindowFixture {
public:
  bool open() {
    if (!ready()) return false;
    click("dataPageButton");
    return QTest::qWaitFor([this] { return table()->model()->rowCount() > 0; }, kLong);
  }
  DataPage* page() const { return find<DataPage>("dataPage"); }
  QTableView* table() const { return find<QTableView>("dataClasses"); }
  SampleTiles* browser() const { return find<SampleTiles>("dataTiles"); }
  QString cell(int row, int column) const {
    return table()->model()->index(row, column).data().toString();
  }
};

}  // namespace

class TestData final : public QObject {
  Q_OBJECT
private slots:
  void opened_countsTheClassesOfEachPart();
  void classClick_showsItsImages();
  void part_changesWhatIsBrowsed();
  void number_goesToTheImage();
  void drawAgain_changesTheAugmentedDigits();
  void noDuplicates_saysSo();
  void scaling_isTold();
  void everyControl_hasANameAToolTipAndAKeyboardPath();
};

void TestData::opened_countsTheClassesOfEachPart() {
  DataFixture f;
  QVERIFY(f.open());
  QCOMPARE(f.table()->model()->rowCount(), 11);
  QCOMPARE(f.cell(10, 3), QString("500"));
  QCOMPARE(f.cell(10, 4), QString("100"));
  QCOMPARE(f.cell(10, 5), QString("100"));
  int threes = 0;
  const auto& train = f.session->split().train;
  for (int i = 0; i < train.count(); ++i) threes += train.label(i) == 3 ? 1 : 0;
  QVERIFY2(f.cell(3, 3).startsWith(QString::number(threes) + ' '), qPrintable(f.cell(3, 3)));
  QVERIFY(!f.table()->model()->index(3, 1).data(Qt::DecorationRole).value<QImage>().isNull());
  QVERIFY(f.text("dataHeadline").contains("last 100"));
}

void TestData::classClick_showsItsImages() {
  DataFixture f;
  QVERIFY(f.open());
  const QRect row = f.table()->visualRect(f.table()->model()->index(3, 0));
  QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, {}, row.center());
  const auto* model = f.browser()->model();
  QVERIFY(model->rowCount() > 0 && model->rowCount() < 500);
  for (int i = 0; i < model->rowCount(); ++i)
    QCOMPARE(model->view().label(model->position(model->index(i))), 3);
}

void TestData::part_changesWhatIsBrowsed() {
  DataFixture f;
  QVERIFY(f.open());
  QCOMPARE(f.browser()->model()->rowCount(), 500);
  auto* part = f.find<QComboBox>("dataPart");
  QTest::keyClick(part, Qt::Key_Down);
  QCOMPARE(f.browser()->model()->rowCount(), 100);
  QCOMPARE(f.browser()->model()->view().indices.front(), 500U);
  QCOMPARE(f.find<QSpinBox>("dataIndex")->minimum(), 500);
}

void TestData::number_goesToTheImage() {
  DataFixture f;
  QVERIFY(f.open());
  auto* number = f.find<QSpinBox>("dataIndex");
  number->setFocus();
  number->selectAll();
  QTest::keyClicks(number, "321");
  QTest::keyClick(number, Qt::Key_Return);
  QCOMPARE(f.browser()->currentSample(), 321);
  auto* view = f.browser()->view();
  QTRY_VERIFY(view->viewport()->rect().contains(view->visualRect(view->currentIndex()).center()));
}

void TestData::drawAgain_changesTheAugmentedDigits() {
  DataFixture f;
  QVERIFY(f.open());
  const auto images = [&f](const char* name) {
    QList<QByteArray> found;
    for (const auto& item : f.find<GlyphStrip>(name)->items())
      found << QByteArray(reinterpret_cast<const char*>(item.image.constBits()),
                          item.image.sizeInBytes());
    return found;
  };
  const auto before = images("augmentBefore");
  const auto after = images("augmentAfter");
  QCOMPARE(before.size(), 8);
  QVERIFY(before != after);
  QTest::mouseClick(f.find<QPushButton>("augmentAgain"), Qt::LeftButton);
  QVERIFY(images("augmentAfter") != after);
  QCOMPARE(images("augmentBefore"), before);
}

void TestData::noDuplicates_saysSo() {
  DataFixture f;
  QVERIFY(f.open());
  f.find<QTabWidget>("dataTabs")->setCurrentIndex(2);
  QTRY_VERIFY(f.text("duplicatesSummary").contains("No two images"));
}

void TestData::scaling_isTold() {
  DataFixture f;
  QVERIFY(f.open());
  QVERIFY2(f.text("dataScaling").contains("as they are"), qPrintable(f.text("dataScaling")));
  inkling::Recipe recipe = f.session->recipe();
  recipe.data.mean = 0.5;
  f.session->setRecipe(recipe);
  QTRY_VERIFY2(f.text("dataScaling").contains("subtracts 0.5 and divides by 1"),
               qPrintable(f.text("dataScaling")));
}

void TestData::everyControl_hasANameAToolTipAndAKeyboardPath() {
  DataFixture f;
  QVERIFY(f.open());
  const QStringList faults = inkling::test::controlFaults(f.page());
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

INKLING_TEST(TestData)

#include "tst_data.moc"
