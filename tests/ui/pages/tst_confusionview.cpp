// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/pages/evaluate/confusionlayout.h"
#include "ui/pages/evaluate/confusionview.h"
#include "ui/pages/evaluate/exports.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace inkling;
using inkling::ui::ConfusionCell;
using inkling::ui::ConfusionLayout;
using inkling::ui::ConfusionView;

namespace {

// Three classes; class 0 is read as 1 twice.
Confusion three() {
  Confusion confusion(3);
  for (int i = 0; i < 8; ++i) confusion.add(0, 0);
  confusion.add(0, 1);
  confusion.add(0, 1);
  for (int i = 0; i < 5; ++i) confusion.add(1, 1);
  confusion.add(2, 2);
  return confusion;
}

const QStringList kNames = {"cat", "dog", "a, b"};

}  // namespace

class TestConfusionView final : public QObject {
  Q_OBJECT
private slots:
  void init();
  void layout_centreOfACell_isThatCell();
  void layout_names_areWholeRowsAndColumns();
  void layout_cellsAreSquareAndFit();
  void click_choosesTheCellAndAgainEverything();
  void nameClick_choosesTheRow();
  void arrowKeys_moveAndStopAtTheEdge();
  void descriptions_countInWords();
  void shares_areNeverRoundedToNoneOrAll();
  void emptyMatrix_ignoresClicks();
  void csv_hasNamesAndCounts();
  void picture_pngAndPdf();

private:
  ConfusionView m_view;
};

void TestConfusionView::init() {
  m_view.resize(400, 400);
  m_view.setConfusion(three(), kNames);
  m_view.setChosen({});
  m_view.show();
  QVERIFY(QTest::qWaitForWindowExposed(&m_view));
}

void TestConfusionView::layout_centreOfACell_isThatCell() {
  const ConfusionLayout layout{500, 300, 10, 20, 14};
  for (int r = 0; r < 10; ++r)
    for (int c = 0; c < 10; ++c)
      QCOMPARE(layout.at(layout.cell(r, c).center()), (ConfusionCell{r, c}));
}

void TestConfusionView::layout_names_areWholeRowsAndColumns() {
  const ConfusionLayout layout{500, 300, 10, 20, 14};
  QCOMPARE(layout.at(layout.rowName(4).center()), (ConfusionCell{4, -1}));
  QCOMPARE(layout.at(layout.columnName(7).center()), (ConfusionCell{-1, 7}));
  QVERIFY(layout.at({0, 0}).isAll());
  QVERIFY(layout.at({499, 299}).isAll());
  QVERIFY(ConfusionLayout().at({5, 5}).isAll());
}

void TestConfusionView::layout_cellsAreSquareAndFit() {
  for (const QSizeF size : {QSizeF(500, 300), QSizeF(300, 500), QSizeF(220, 220)}) {
    const ConfusionLayout layout{size.width(), size.height(), 10, 20, 14};
    const QRectF last = layout.cell(9, 9);
    QCOMPARE(last.width(), last.height());
    QVERIFY(last.width() > 5);
    QVERIFY(last.right() <= size.width() + 1e-9 && last.bottom() <= size.height() + 1e-9);
    QVERIFY(layout.rowTitle().left() >= -1e-9);
  }
}

void TestConfusionView::click_choosesTheCellAndAgainEverything() {
  QSignalSpy chosen(&m_view, &ConfusionView::cellChosen);
  const QPoint cell = m_view.centreOf(0, 1).toPoint();
  QTest::mouseClick(&m_view, Qt::LeftButton, {}, cell);
  QCOMPARE(m_view.chosen(), (ConfusionCell{0, 1}));
  QTest::mouseClick(&m_view, Qt::LeftButton, {}, cell);
  QVERIFY(m_view.chosen().isAll());
  QCOMPARE(chosen.count(), 2);
}

void TestConfusionView::nameClick_choosesTheRow() {
  const QPoint first = m_view.centreOf(2, 0).toPoint();
  const int side = (m_view.centreOf(2, 1) - m_view.centreOf(2, 0)).toPoint().x();
  QTest::mouseClick(&m_view, Qt::LeftButton, {}, first - QPoint(side / 2 + 8, 0));
  QCOMPARE(m_view.chosen(), (ConfusionCell{2, -1}));
}

void TestConfusionView::arrowKeys_moveAndStopAtTheEdge() {
  QTest::keyClick(&m_view, Qt::Key_Down);
  QCOMPARE(m_view.chosen(), (ConfusionCell{0, 0}));
  QTest::keyClick(&m_view, Qt::Key_Right);
  QTest::keyClick(&m_view, Qt::Key_Down);
  QCOMPARE(m_view.chosen(), (ConfusionCell{1, 1}));
  for (int i = 0; i < 5; ++i) QTest::keyClick(&m_view, Qt::Key_Right);
  QCOMPARE(m_view.chosen(), (ConfusionCell{1, 2}));
  QTest::keyClick(&m_view, Qt::Key_Escape);
  QVERIFY(m_view.chosen().isAll());
}

void TestConfusionView::descriptions_countInWords() {
  QCOMPARE(m_view.describe({0, 1}), QString("True cat, read as dog: 2 images, 20 % of all cat."));
  QCOMPARE(m_view.describe({0, -1}), QString("True cat: 10 images, 2 of them read wrong."));
  QCOMPARE(m_view.describe({-1, 1}), QString("Read as dog: 7 images, 2 of them wrongly."));
  QCOMPARE(m_view.describe({}), QString("All classes: 2 of 16 images read wrong."));
}

void TestConfusionView::shares_areNeverRoundedToNoneOrAll() {
  Confusion confusion(3);
  for (int i = 0; i < 9999; ++i) confusion.add(0, 0);
  confusion.add(0, 1);
  confusion.add(1, 1);
  m_view.setConfusion(confusion, kNames);
  QVERIFY2(m_view.describe({0, 0}).contains("99.9 %"), qPrintable(m_view.describe({0, 0})));
  QVERIFY2(m_view.describe({0, 1}).contains("0.1 %"), qPrintable(m_view.describe({0, 1})));
  QVERIFY2(m_view.describe({1, 1}).contains("100 %"), qPrintable(m_view.describe({1, 1})));
}

void TestConfusionView::emptyMatrix_ignoresClicks() {
  m_view.clear("nothing");
  QSignalSpy chosen(&m_view, &ConfusionView::cellChosen);
  QTest::mouseClick(&m_view, Qt::LeftButton, {}, {200, 200});
  QTest::keyClick(&m_view, Qt::Key_Down);
  QCOMPARE(chosen.count(), 0);
  QCOMPARE(m_view.accessibleDescription(), QString("nothing"));
}

void TestConfusionView::csv_hasNamesAndCounts() {
  QCOMPARE(ui::confusionCsv(three(), kNames), QByteArray("true\\predicted,cat,dog,\"a, b\"\n"
                                                         "cat,8,2,0\n"
                                                         "dog,0,5,0\n"
                                                         "\"a, b\",0,0,1\n"));
}

void TestConfusionView::picture_pngAndPdf() {
  const QImage image = QImage::fromData(ui::confusionPicture(m_view, "png"), "PNG");
  QVERIFY(image.width() > 1000);
  QCOMPARE(image.pixelColor(2, image.height() - 3), QColor(Qt::white));
  QVERIFY(ui::confusionPicture(m_view, "pdf").startsWith("%PDF"));
  QVERIFY(ui::confusionPicture(m_view, "doc").isEmpty());
}

INKLING_TEST(TestConfusionView)
#include "tst_confusionview.moc"
