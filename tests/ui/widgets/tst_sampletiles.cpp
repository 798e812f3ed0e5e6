// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/samples.h"
#include "ui/theme/theme.h"
#include "ui/widgets/probabilitybars.h"
#include "ui/widgets/samples/sampledetail.h"
#include "ui/widgets/samples/samplemodel.h"
#include "ui/widgets/samples/sampletiles.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace inkling;
using namespace inkling::ui;
using namespace inkling::tests;

namespace {

int allRight(int i) { return i % 10; }

}  // namespace

class TestSampleTiles final : public QObject {
  Q_OBJECT

private slots:
  void init() {
    applyTheme(Theme::Light);
    m_tiles = std::make_unique<SampleTiles>();
    m_tiles->resize(700, 300);
    m_tiles->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tiles.get()));
    m_tiles->setSamples(makeSamples(1000), digitNames());
  }

  void cleanup() { m_tiles.reset(); }

  void wrongOnly_showsOnlyWrongOnes() {
    m_tiles->setPredictions(makePredictions(m_tiles->model()->view(), oneInSevenWrong));
    QTest::mouseClick(m_tiles->findChild<QToolButton*>("sampleWrongOnly"), Qt::LeftButton);
    QCOMPARE(m_tiles->model()->rowCount(), 143);
    QCOMPARE(m_tiles->findChild<QLabel*>("sampleCount")->text(), QStringLiteral("143 of 1,000"));
  }

  void narrow_theCountGetsShorterAndAsksForNoMoreRoom() {
    m_tiles->setPredictions(makePredictions(m_tiles->model()->view(), oneInSevenWrong));
    QCoreApplication::processEvents();
    const int least = m_tiles->minimumSizeHint().width();
    m_tiles->resize(least, 300);
    QTest::mouseClick(m_tiles->findChild<QToolButton*>("sampleWrongOnly"), Qt::LeftButton);
    QCoreApplication::processEvents();
    QCOMPARE(m_tiles->minimumSizeHint().width(), least);
    auto* count = m_tiles->findChild<QLabel*>("sampleCount");
    QCOMPARE(count->text(), QStringLiteral("143"));
    QCOMPARE(count->accessibleName(), QStringLiteral("143 of 1,000"));
  }

  void tabKey_goesThroughTheFiltersToATileThatShowsIt() {
    auto* first = new QPushButton(m_tiles.get());
    m_tiles->addLeadingControl(first);
    first->show();
    m_tiles->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_tiles.get()));
    first->setFocus(Qt::TabFocusReason);
    for (const char* name : {"sampleClass", "sampleSort", "sampleWrongOnly"}) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      QCOMPARE(QApplication::focusWidget()->objectName(), QString::fromLatin1(name));
    }
    const QListView* view = m_tiles->view();
    const QRect tile = view->visualRect(m_tiles->model()->index(0));
    const QImage before = view->viewport()->grab(tile).toImage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), view);
    QCOMPARE(view->currentIndex().row(), 0);
    QVERIFY(m_tiles->view()->viewport()->grab(tile).toImage() != before);
  }

  void classBox_filters() {
    auto* classes = m_tiles->findChild<QComboBox*>("sampleClass");
    QCOMPARE(classes->count(), 11);
    QTest::keyClick(classes, Qt::Key_Down);
    QCOMPARE(m_tiles->model()->rowCount(), 100);
    QCOMPARE(m_tiles->model()->view().label(m_tiles->model()->position(m_tiles->model()->index(1))),
             0);
  }

  void click_choosesAndActivates() {
    QSignalSpy chosen(m_tiles.get(), &SampleTiles::currentSampleChanged);
    QSignalSpy activated(m_tiles.get(), &SampleTiles::sampleActivated);
    QListView* view = m_tiles->view();
    const QRect tile = view->visualRect(m_tiles->model()->index(3));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, tile.center());
    QCOMPARE(m_tiles->currentSample(), 3);
    QCOMPARE(chosen.last()[0].toInt(), 3);
    QCOMPARE(activated.last()[0].toInt(), 3);
  }

  void keys_moveAndActivate() {
    m_tiles->select(0);
    QListView* view = m_tiles->view();
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(m_tiles->currentSample(), 1);
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(m_tiles->currentSample() > 5);
    QSignalSpy activated(m_tiles.get(), &SampleTiles::sampleActivated);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
  }

  void newPredictions_keepScrollAndSelection() {
    for (const bool sorted : {false, true}) {
      if (sorted) m_tiles->findChild<QComboBox*>("sampleSort")->setCurrentIndex(1);
      m_tiles->setPredictions(makePredictions(m_tiles->model()->view(), oneInSevenWrong));
      m_tiles->select(640);
      QScrollBar* bar = m_tiles->view()->verticalScrollBar();
      QTRY_VERIFY(bar->value() > 0);
      const int before = bar->value();
      m_tiles->setPredictions(makePredictions(
          m_tiles->model()->view(), [](int i) { return i % 11 == 0 ? (i + 1) % 10 : i % 10; }));
      QCoreApplication::processEvents();
      QCOMPARE(m_tiles->currentSample(), 640);
      QCOMPARE(bar->value(), before);
    }
  }

  void everythingRight_saysSo() {
    m_tiles->findChild<QToolButton*>("sampleWrongOnly")->setChecked(true);
    m_tiles->setPredictions(makePredictions(m_tiles->model()->view(), allRight));
    QCOMPARE(m_tiles->model()->rowCount(), 0);
    const QImage empty = m_tiles->view()->viewport()->grab().toImage();
    QImage plain = empty;
    plain.fill(empty.pixelColor(0, 0));
    QVERIFY(empty != plain);  // a sentence stands there
  }

  void sixtyThousand_scrollSmoothly() {
    m_tiles->setSamples(makeSamples(60'000), digitNames());
    const auto made = makePredictions(m_tiles->model()->view(), oneInSevenWrong);
    m_tiles->setPredictions(made);
    QScrollBar* bar = m_tiles->view()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 100'000);
    QElapsedTimer clock;
    clock.start();
    constexpr int kFrames = 40;
    for (int i = 0; i < kFrames; ++i) {
      bar->setValue(bar->maximum() * i / kFrames);
      m_tiles->view()->viewport()->repaint();
    }
    const auto each = static_cast<double>(clock.elapsed()) / kFrames;
    qInfo("%.2f ms a frame", each);
    QVERIFY(each < 50);
    clock.restart();
    m_tiles->setPredictions(made);
    m_tiles->view()->viewport()->repaint();
    QVERIFY(clock.elapsed() < 100);
  }

  void detail_showsAndCopies() {
    const DataView view = makeSamples(20);
    const auto made = makePredictions(view, oneInSevenWrong);
    SampleDetail detail;
    detail.setClassNames(digitNames());
    detail.setSample(view, made.get(), 14);
    QCOMPARE(detail.findChild<ProbabilityBars*>()->winner(), 5);
    Glyph copied{};
    connect(&detail, &SampleDetail::copyToCanvas, this,
            [&](const Glyph& glyph) { copied = glyph; });
    detail.show();
    QTest::mouseClick(detail.findChild<QPushButton*>("copyToCanvas"), Qt::LeftButton);
    QCOMPARE(copied[0], std::uint8_t{14});
    QVERIFY(!detail.isVisible());
  }

  void detail_withoutPrediction_hasNoWinner() {
    const DataView view = makeSamples(20);
    SampleDetail detail;
    detail.setSample(view, nullptr, 3);
    QCOMPARE(detail.findChild<ProbabilityBars*>()->winner(), -1);
    detail.setSample(view, nullptr, 99);
    QCOMPARE(detail.position(), -1);
    QVERIFY(!detail.findChild<QPushButton*>("copyToCanvas")->isEnabled());
  }

  void controls_haveNamesAndTips() {
    for (const char* name : {"sampleClass", "sampleSort", "sampleWrongOnly"}) {
      const auto* widget = m_tiles->findChild<QWidget*>(name);
      QVERIFY2(!widget->accessibleName().isEmpty() && widget->toolTip().length() > 20, name);
    }
    QVERIFY(!m_tiles->view()->accessibleName().isEmpty());
  }

private:
  std::unique_ptr<SampleTiles> m_tiles;
};

INKLING_TEST(TestSampleTiles)
#include "tst_sampletiles.moc"
