// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/plots/plotview.h"
#include "ui/plots/trainingplot.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <limits>

using namespace inkling::ui;

namespace {

constexpr int kBatches = 2000;

void fill(TrainingPlot& plot, double epochs = 4) {
  for (int i = 1; i <= kBatches; ++i) plot.appendBatch(epochs * i / kBatches, 1.0 / (1 + i % 7));
  for (int epoch = 1; epoch <= epochs; ++epoch) plot.appendValidation(epoch, 0.3 / epoch);
}

PlotView& viewOf(const TrainingPlot& plot) { return *plot.findChild<PlotView*>(); }

void wheel(QWidget& widget, QPointF at, int notches, Qt::KeyboardModifiers modifiers = {}) {
  QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&widget, &event);
}

QByteArray contents(const QString& file) {
  QFile opened(file);
  return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

}  // namespace

class TestTrainingPlot final : public QObject {
  Q_OBJECT

private slots:
  void init() {
    applyTheme(Theme::Light);
    m_plot = std::make_unique<TrainingPlot>(TrainingPlot::Metric::Loss);
    m_plot->resize(600, 300);
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
  }

  void cleanup() { m_plot.reset(); }

  void points_afterAppending_reachTheGraphs() {
    fill(*m_plot);
    QTRY_COMPARE(xRange().upper, 4.0);
    QCOMPARE(m_plot->run().batches.size(), std::size_t{kBatches});
    QCOMPARE(m_plot->run().smoothed.curve().size(), std::size_t{kBatches});
    int drawn = 0;
    PlotView& view = viewOf(*m_plot);
    for (int i = 0; i < view.graphCount(); ++i) drawn += view.graph(i)->dataCount() > 0 ? 1 : 0;
    QCOMPARE(drawn, 3);  // batches, smoothed, validation
  }

  void axisLabels_onALowPlot_standFree_data() {
    QTest::addColumn<ValueScale::Kind>("kind");
    QTest::addColumn<double>("upper");
    QTest::newRow("linear") << ValueScale::Kind::Number << 1.0;
    QTest::newRow("one decade") << ValueScale::Kind::LogNumber << 0.0;
    QTest::newRow("percent") << ValueScale::Kind::LogPercent << 1.0;
  }

  void axisLabels_onALowPlot_standFree() {
    QFETCH(ValueScale::Kind, kind);
    QFETCH(double, upper);
    PlotView& view = viewOf(*m_plot);
    view.setKind(kind);
    const double line = QFontMetricsF(view.yAxis->tickLabelFont()).height();
    for (const int height : {80, 100, 140, 220}) {
      view.setFixedHeight(height);
      view.yAxis->setRange(upper - 1.2, upper);
      view.replot();
      double last = std::numeric_limits<double>::infinity();
      int labels = 0;
      for (int i = 0; i < view.yAxis->tickVector().size(); ++i) {
        if (view.yAxis->tickVectorLabels()[i].isEmpty()) continue;
        const double y = view.yAxis->coordToPixel(view.yAxis->tickVector()[i]);
        QVERIFY2(last - y > 1.1 * line, qPrintable(view.yAxis->tickVectorLabels()[i]));
        last = y;
        ++labels;
      }
      QVERIFY(labels > 0);
    }
  }

  void appending_manyPoints_repaintsAtMostThirtyTimesASecond() {
    QSignalSpy repaints(&viewOf(*m_plot), &QCustomPlot::afterReplot);
    QElapsedTimer clock;
    clock.start();
    int batch = 0;
    while (clock.elapsed() < 300) {
      for (int i = 0; i < 100; ++i, ++batch) m_plot->appendBatch(batch * 1e-3, 1);
      QCoreApplication::processEvents();
    }
    QVERIFY(repaints.count() > 1);
    QVERIFY2(repaints.count() <= clock.elapsed() / 33 + 2,
             qPrintable(QString::number(repaints.count())));
  }

  void beginRun_makesTheCurvesTheGhost() {
    fill(*m_plot);
    m_plot->beginRun();
    QVERIFY(m_plot->run().empty());
    QCOMPARE(m_plot->ghost().batches.size(), std::size_t{kBatches});
    m_plot->beginRun();
    QVERIFY(!m_plot->ghost().empty());
    m_plot->clear();
    QVERIFY(m_plot->ghost().empty());
  }

  void wheel_zoomsAndDoubleClickResets() {
    fill(*m_plot);
    QTRY_COMPARE(xRange().upper, 4.0);
    PlotView& view = viewOf(*m_plot);
    wheel(view, centre(), 3);
    QVERIFY(view.isZoomed());
    QVERIFY(xRange().size() < 3);
    fill(*m_plot, 5);
    QVERIFY(xRange().size() < 3);  // new points do not take the view away
    QTest::mouseDClick(&view, Qt::LeftButton, {}, centre().toPoint());
    QVERIFY(!view.isZoomed());
    QVERIFY(xRange().size() >= 4);
  }

  void wheel_withControl_zoomsTheValues() {
    fill(*m_plot);
    QTRY_COMPARE(xRange().upper, 4.0);
    PlotView& view = viewOf(*m_plot);
    const double before = view.yAxis->range().size();
    wheel(view, centre(), 2, Qt::ControlModifier);
    QVERIFY(view.yAxis->range().size() < before);
    QCOMPARE(xRange().upper, 4.0);
  }

  void drag_pans() {
    fill(*m_plot);
    QTRY_COMPARE(xRange().upper, 4.0);
    PlotView& view = viewOf(*m_plot);
    wheel(view, centre(), 3);
    const double before = xRange().lower;
    QTest::mousePress(&view, Qt::LeftButton, {}, centre().toPoint());
    QTest::mouseMove(&view, centre().toPoint() - QPoint(60, 0));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, centre().toPoint() - QPoint(60, 0));
    QVERIFY(xRange().lower > before);
  }

  void keys_zoomAndReset() {
    fill(*m_plot);
    QTRY_COMPARE(xRange().upper, 4.0);
    PlotView& view = viewOf(*m_plot);
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(xRange().size() < 4);
    auto* reset = m_plot->findChild<QToolButton*>("lossResetView");
    QVERIFY(reset->isEnabled());
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(xRange().size(), 4.0);
    QVERIFY(!reset->isEnabled());
  }

  void stepReport_isReadWhereItCovers_andStandsInTheFile() {
    fill(*m_plot);
    m_plot->appendReport(2.5, 0.4321, 100);
    QTRY_COMPARE(xRange().upper, 4.0);
    PlotView& view = viewOf(*m_plot);
    QTest::mouseMove(&view, centre().toPoint() + QPoint(4, 4));
    QTRY_VERIFY(view.readoutText().contains("mean of 100 steps 0.4321"));
    const QTemporaryDir folder;
    const QString file = folder.filePath("curves.csv");
    QCOMPARE(m_plot->exportTo(file), QString());
    QVERIFY(contents(file).contains("this,mean of 100 steps,2.5,0.4321\n"));
  }

  void hover_readsEveryCurve() {
    fill(*m_plot);
    QTRY_COMPARE(xRange().upper, 4.0);
    PlotView& view = viewOf(*m_plot);
    QTest::mouseMove(&view, centre().toPoint());
    QTRY_VERIFY(view.readoutText().contains("validation 0.1500"));
    QVERIFY(view.readoutText().contains("train"));
  }

  void logButton_changesTheScale() {
    fill(*m_plot);
    QSignalSpy changes(m_plot.get(), &TrainingPlot::logarithmicChanged);
    QTest::mouseClick(m_plot->findChild<QToolButton*>("lossLogScale"), Qt::LeftButton);
    QVERIFY(m_plot->isLogarithmic());
    QCOMPARE(changes.count(), 1);
    QVERIFY(viewOf(*m_plot).yAxis->range().upper < 1);  // log10 of what is at most 1
  }

  void divergedRun_stillShows() {
    fill(*m_plot);
    m_plot->appendBatch(5, std::nan(""));
    m_plot->appendBatch(5.1, INFINITY);
    m_plot->resetView();
    const QCPRange y = viewOf(*m_plot).yAxis->range();
    QVERIFY(std::isfinite(y.lower) && std::isfinite(y.upper));
  }

  void exported_pictures_areWhatTheNameSays() {
    fill(*m_plot);
    m_plot->setBestEpoch(3);
    m_plot->resetView();
    QTemporaryDir folder;
    for (const char* suffix : {"png", "pdf", "svg", "csv"}) {
      QCOMPARE(m_plot->exportTo(folder.filePath(QStringLiteral("loss.") + suffix)), QString());
    }
    QCOMPARE(QImage(folder.filePath("loss.png")).size(), QSize(1600, 960));
    QVERIFY(contents(folder.filePath("loss.pdf")).startsWith("%PDF"));
    QVERIFY(QSvgRenderer(folder.filePath("loss.svg")).isValid());
    QVERIFY(
        contents(folder.filePath("loss.svg")).contains("polyline"));  // not a picture of a picture
  }

  void exported_csv_hasEveryPoint() {
    fill(*m_plot);
    QTemporaryDir folder;
    QCOMPARE(m_plot->exportTo(folder.filePath("loss.csv")), QString());
    const QByteArray csv = contents(folder.filePath("loss.csv"));
    QVERIFY(csv.startsWith("run,curve,epoch,value\nthis,batch,0.002,0.5\n"));
    QCOMPARE(csv.count("\nthis,batch,"), qsizetype{kBatches});
    QCOMPARE(csv.count("\nthis,smoothed,"), qsizetype{kBatches});
    QCOMPARE(csv.count("\nthis,validation,"), qsizetype{4});
  }

  void exported_toWrongNameOrPlace_saysWhy() {
    fill(*m_plot);
    QTemporaryDir folder;
    QVERIFY(m_plot->exportTo(folder.filePath("loss.xyz")).contains("png, pdf, svg or csv"));
    QVERIFY(m_plot->exportTo(folder.filePath("missing/loss.png")).contains("missing"));
  }

  void palette_changed_repaintsInItsColours() {
    applyTheme(Theme::Dark);
    QTRY_VERIFY(viewOf(*m_plot).grab().toImage().pixelColor(1, 1).lightness() < 80);
  }

  void controls_haveNamesAndTips() {
    for (const auto* button : m_plot->findChildren<QToolButton*>()) {
      QVERIFY(!button->objectName().isEmpty());
      QVERIFY(!button->accessibleName().isEmpty());
      QVERIFY(button->toolTip().length() > 20);
    }
  }

private:
  QCPRange xRange() const { return viewOf(*m_plot).xAxis->range(); }
  QPointF centre() const { return viewOf(*m_plot).axisRect()->rect().center(); }

  std::unique_ptr<TrainingPlot> m_plot;
};

INKLING_TEST(TestTrainingPlot)
#include "tst_trainingplot.moc"
