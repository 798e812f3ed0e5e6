// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/samples.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/tilelayout.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace inkling;
using namespace inkling::ui;
using namespace inkling::tests;

namespace {

// Every seventh sample is read as the next digit.
float rising(int i) { return 0.3F + 0.006F * static_cast<float>(i); }

}  // namespace

class TestSampleModel final : public QObject {
  Q_OBJECT

private slots:
  void arrange_byClass_keepsTheOrder() {
    const DataView view = makeSamples(35);
    QCOMPARE(arrange(view, nullptr, {3, -1, false, SampleSort::Index}),
             (std::vector<int>{3, 13, 23, 33}));
  }

  void arrange_wrongOnly_keepsWhatIsWrong() {
    const DataView view = makeSamples(20);
    const auto made = makePredictions(view, oneInSevenWrong);
    QCOMPARE(arrange(view, made.get(), {-1, -1, true, SampleSort::Index}),
             (std::vector<int>{0, 7, 14}));
    QCOMPARE(arrange(view, made.get(), {4, -1, true, SampleSort::Index}), (std::vector<int>{14}));
  }

  void arrange_withoutPredictions_showsAll() {
    const DataView view = makeSamples(20);
    QCOMPARE(arrange(view, nullptr, {-1, -1, true, SampleSort::Loss}).size(), std::size_t{20});
  }

  void arrange_byLoss_putsTheWorstFirst() {
    const DataView view = makeSamples(20);
    const auto made = makePredictions(view, oneInSevenWrong, rising);
    const auto rows = arrange(view, made.get(), {-1, -1, false, SampleSort::Loss});
    QCOMPARE((std::vector<int>{rows[0], rows[1], rows[2]}), (std::vector<int>{14, 7, 0}));
    QCOMPARE(rows.back(), 19);
  }

  void arrange_byConfidence_putsTheLeastSureFirst() {
    const DataView view = makeSamples(20);
    const auto made = makePredictions(view, oneInSevenWrong, rising);
    const auto rows = arrange(view, made.get(), {-1, -1, false, SampleSort::Confidence});
    QCOMPARE(rows.front(), 0);
    QCOMPARE(rows.back(), 19);
  }

  void arrange_shortPredictions_putsTheUnknownLast() {
    const DataView view = makeSamples(20);
    const auto made = makePredictions(makeSamples(5), oneInSevenWrong, rising);
    const auto rows = arrange(view, made.get(), {-1, -1, false, SampleSort::Loss});
    QCOMPARE(rows.size(), std::size_t{20});
    QCOMPARE(rows[5], 5);
    QCOMPARE(arrange(view, made.get(), {-1, -1, true, SampleSort::Index}), (std::vector<int>{0}));
  }

  void model_behavesAsAModel() {
    SampleModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSamples(makeSamples(50), digitNames());
    model.setPredictions(makePredictions(model.view(), oneInSevenWrong));
    model.setFilter({-1, -1, true, SampleSort::Loss});
    model.setFilter({2, -1, false, SampleSort::Index});
    QCOMPARE(model.rowCount(), 5);
  }

  void newPredictions_inOrder_changeDataOnly() {
    SampleModel model;
    model.setSamples(makeSamples(50), digitNames());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setPredictions(makePredictions(model.view(), oneInSevenWrong));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(layouts.count() + resets.count(), 0);
  }

  void newPredictions_wrongOnly_moveThePersistentIndexes() {
    SampleModel model;
    model.setSamples(makeSamples(50), digitNames());
    model.setPredictions(makePredictions(model.view(), oneInSevenWrong));
    model.setFilter({-1, -1, true, SampleSort::Index});
    const QPersistentModelIndex kept(model.indexOf(14));
    const QPersistentModelIndex gone(model.indexOf(7));
    QCOMPARE(kept.row(), 2);
    model.setPredictions(
        makePredictions(model.view(), [](int i) { return i == 7 ? 7 : oneInSevenWrong(i); }));
    QCOMPARE(kept.row(), 1);
    QCOMPARE(model.position(kept), 14);
    QVERIFY(!gone.isValid());
  }

  void description_saysWhatIsWrong() {
    SampleModel model;
    model.setSamples(makeSamples(10), digitNames());
    const QModelIndex seven = model.indexOf(7);
    QCOMPARE(model.data(seven, Qt::ToolTipRole).toString(), QStringLiteral("Sample 7: a 7"));
    model.setPredictions(makePredictions(model.view(), oneInSevenWrong));
    QCOMPARE(model.data(seven, Qt::AccessibleTextRole).toString(),
             QStringLiteral("Sample 7: a 7, read as 8 with 90.0 %"));
    QVERIFY(model.data(model.indexOf(6), Qt::ToolTipRole).toString().contains("read right"));
  }

  void tile_partsAreInsideAndApart() {
    for (const double scale : {1.0, 1.25, 2.0}) {
      const TileLayout layout = TileLayout::forFont(17, scale);
      const QRectF cell(QPointF(30, 40), layout.cell());
      for (const QRectF& part :
           {layout.image(cell), layout.mark(cell), layout.label(cell), layout.confidence(cell)}) {
        QVERIFY(layout.tile(cell).contains(part));
      }
      QVERIFY(!layout.label(cell).intersects(layout.mark(cell)));
      QVERIFY(!layout.label(cell).intersects(layout.image(cell)));
      QVERIFY(!layout.label(cell).intersects(layout.confidence(cell)));
      const double pixel = layout.imageSide * scale / 28;
      QCOMPARE(pixel, std::round(pixel));
    }
  }
};

INKLING_TEST(TestSampleModel)
#include "tst_samplemodel.moc"
