// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/theme/theme.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/digitbars.h"
#include "ui/widgets/probabilitybars.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace inkling;
using namespace inkling::ui;

namespace {

void drag(QWidget& widget, Qt::MouseButton button, QPoint from, QPoint to, int moves = 5) {
  QTest::mousePress(&widget, button, {}, from);
  for (int i = 1; i <= moves; ++i) {
    const QPoint now = from + (to - from) * i / moves;
    QMouseEvent move(QEvent::MouseMove, now, widget.mapToGlobal(now), Qt::NoButton, button, {});
    QCoreApplication::sendEvent(&widget, &move);
  }
  QTest::mouseRelease(&widget, button, {}, to);
}

void tablet(QWidget& widget, QEvent::Type type, QPointF at, qreal pressure,
            QPointingDevice::PointerType pointer) {
  const QPointingDevice pen(QStringLiteral("pen"), 1, QInputDevice::DeviceType::Stylus, pointer,
                            QInputDevice::Capability::Pressure, 1, 3);
  QTabletEvent event(type, &pen, at, widget.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, {},
                     Qt::LeftButton, Qt::LeftButton);
  QCoreApplication::sendEvent(&widget, &event);
}

int darkPixels(QWidget& widget) {
  const QImage image = widget.grab().toImage();
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x)
      count += image.pixelColor(x, y).lightness() < 60 ? 1 : 0;
  }
  return count;
}

Reading sureOf(int digit, float share) {
  Reading reading{digit, share, share >= kSureFrom, std::vector<float>(10)};
  reading.probabilities[static_cast<std::size_t>(digit)] = share;
  return reading;
}

// Reads everything as a 1.
void answer(CanvasPanel& panel) {
  QObject::connect(&panel, &CanvasPanel::drawingChanged, &panel, [&panel] {
    const InkCanvas& canvas = *panel.canvas();
    const Glyph glyph = canvas.glyph() ? *canvas.glyph() : renderGlyph(canvas.ink());
    if (isBlank(glyph))
      panel.setDigits({});
    else
      panel.setDigits({{canvas.ink(), glyph, sureOf(1, 1)}});
  });
}

}  // namespace

class TestInkCanvas final : public QObject {
  Q_OBJECT

private slots:
  void init() {
    applyTheme(Theme::Light);
    m_canvas = std::make_unique<InkCanvas>();
    m_canvas->resize(202, 202);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
  }

  void cleanup() { m_canvas.reset(); }

  void leftButton_draws() {
    QSignalSpy changes(m_canvas.get(), &InkCanvas::inkChanged);
    drag(*m_canvas, Qt::LeftButton, {51, 101}, {151, 101});
    QCOMPARE(m_canvas->ink().size(), std::size_t{1});
    const auto& points = m_canvas->ink()[0].points;
    QVERIFY(std::abs(points.front().x - 0.25F) < 0.01F);
    QVERIFY(std::abs(points.back().x - 0.75F) < 0.01F);
    QVERIFY(std::abs(points.back().y - 0.5F) < 0.01F);
    QCOMPARE(changes.count(), static_cast<int>(points.size()));
  }

  void drawing_paintsEverythingIncrementally() {
    drag(*m_canvas, Qt::LeftButton, {30, 40}, {170, 160}, 30);
    drag(*m_canvas, Qt::LeftButton, {170, 40}, {30, 160}, 30);
    const QImage drawn = m_canvas->grab().toImage();
    QVERIFY(darkPixels(*m_canvas) > 2000);
    const Ink same = m_canvas->ink();
    m_canvas->clear();
    m_canvas->setInk(same);  // painted afresh, in one go
    QCOMPARE(m_canvas->grab().toImage(), drawn);
  }

  void click_leavesADot() {
    const int before = darkPixels(*m_canvas);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 101});
    QCOMPARE(m_canvas->ink().size(), std::size_t{1});
    QCOMPARE(m_canvas->ink()[0].points.size(), std::size_t{1});
    QVERIFY(darkPixels(*m_canvas) > before + 80);
  }

  void dot_staysWhenAnotherStrokeFollows() {
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {60, 60});
    drag(*m_canvas, Qt::LeftButton, {120, 150}, {180, 150});
    QVERIFY(m_canvas->grab().toImage().pixelColor(60, 60).lightness() < 60);
    QVERIFY(m_canvas->grab().toImage().pixelColor(178, 150).lightness() < 60);
  }

  void outsidePoints_stayInside() {
    drag(*m_canvas, Qt::LeftButton, {101, 101}, {400, -90});
    for (const InkPoint& point : m_canvas->ink()[0].points) {
      QVERIFY(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1);
    }
  }

  void rightButton_erasesTouchedStrokes() {
    drag(*m_canvas, Qt::LeftButton, {41, 20}, {41, 180});
    drag(*m_canvas, Qt::LeftButton, {161, 20}, {161, 180});
    drag(*m_canvas, Qt::RightButton, {131, 101}, {191, 101});
    QCOMPARE(m_canvas->ink().size(), std::size_t{1});
    QVERIFY(m_canvas->ink()[0].points.front().x < 0.5F);
    m_canvas->undo();
    QCOMPARE(m_canvas->ink().size(), std::size_t{2});
  }

  void eraseTool_erasesWithTheLeftButton() {
    drag(*m_canvas, Qt::LeftButton, {41, 20}, {41, 180});
    m_canvas->setTool(InkCanvas::Tool::Erase);
    drag(*m_canvas, Qt::LeftButton, {20, 101}, {80, 101});
    QVERIFY(m_canvas->isEmpty());
  }

  void resize_keepsTheInk() {
    drag(*m_canvas, Qt::LeftButton, {51, 51}, {151, 151});
    const Ink before = m_canvas->ink();
    m_canvas->resize(404, 350);
    QCOMPARE(m_canvas->ink()[0].points.back().x, before[0].points.back().x);
    const QImage image = m_canvas->grab().toImage();
    QVERIFY(image.pixelColor(202, 175).lightness() < 60);  // the middle of the stroke
  }

  void stylus_givesPressureAndErasesWithItsOtherEnd() {
    using Pointer = QPointingDevice::PointerType;
    tablet(*m_canvas, QEvent::TabletPress, {50, 101}, 0.25, Pointer::Pen);
    tablet(*m_canvas, QEvent::TabletMove, {150, 101}, 0.75, Pointer::Pen);
    tablet(*m_canvas, QEvent::TabletRelease, {150, 101}, 0, Pointer::Pen);
    QCOMPARE(m_canvas->ink().size(), std::size_t{1});
    QVERIFY(std::abs(m_canvas->ink()[0].points[0].pressure - 0.25F) < 0.01F);
    QVERIFY(std::abs(m_canvas->ink()[0].points[1].pressure - 0.75F) < 0.01F);
    tablet(*m_canvas, QEvent::TabletPress, {100, 101}, 0.5, Pointer::Eraser);
    tablet(*m_canvas, QEvent::TabletRelease, {100, 101}, 0, Pointer::Eraser);
    QVERIFY(m_canvas->isEmpty());
  }

  void arrowKeys_drawWhileThePenIsDown() {
    for (int i = 0; i < 3; ++i) QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QVERIFY(m_canvas->isEmpty());
    QTest::keyClick(m_canvas.get(), Qt::Key_Space);
    for (int i = 0; i < 10; ++i) QTest::keyClick(m_canvas.get(), Qt::Key_Down);
    QTest::keyClick(m_canvas.get(), Qt::Key_Space);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(m_canvas->ink().size(), std::size_t{1});
    const auto& points = m_canvas->ink()[0].points;
    QCOMPARE(points.size(), std::size_t{11});
    QVERIFY(points.back().y - points.front().y > 0.3F);
    QVERIFY(std::abs(points.front().x - (0.5F - 3.0F / 28)) < 0.01F);
  }

  void times_neverRunBackwards() {
    drag(*m_canvas, Qt::LeftButton, {51, 51}, {151, 51});
    drag(*m_canvas, Qt::LeftButton, {51, 151}, {151, 151});
    float last = 0;
    for (const Stroke& stroke : m_canvas->ink()) {
      for (const InkPoint& point : stroke.points) {
        QVERIFY(point.time >= last);
        last = point.time;
      }
    }
  }

  void glyph_isShownAndReplacedByDrawing() {
    Glyph glyph{};
    glyph.fill(255);
    m_canvas->setGlyph(glyph);
    QVERIFY(darkPixels(*m_canvas) > 30'000);
    drag(*m_canvas, Qt::LeftButton, {51, 51}, {151, 51});
    QVERIFY(!m_canvas->glyph());
    QVERIFY(darkPixels(*m_canvas) < 10'000);
  }

  void pastedImage_isOffered() {
    QImage picture(20, 30, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QGuiApplication::clipboard()->setImage(picture);
    QSignalSpy offers(m_canvas.get(), &InkCanvas::imageOffered);
    QTest::keySequence(m_canvas.get(), QKeySequence::Paste);
    QCOMPARE(offers.count(), 1);
    QCOMPARE(offers[0][0].value<QImage>().size(), QSize(20, 30));
  }

  void droppedImage_isOffered() {
    QMimeData mime;
    mime.setImageData(QImage(8, 9, QImage::Format_RGB32));
    QSignalSpy offers(m_canvas.get(), &InkCanvas::imageOffered);
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &drop);
    QCOMPARE(offers.count(), 1);
  }

  void panel_showsTheBarsOfOneDigit() {
    CanvasPanel panel;
    panel.resize(320, 620);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    answer(panel);
    QVERIFY(panel.isBlank());
    QSignalSpy changes(&panel, &CanvasPanel::drawingChanged);
    InkCanvas& canvas = *panel.canvas();
    drag(canvas, Qt::LeftButton, {100, 60}, {100, 240}, 10);
    QVERIFY(changes.count() >= 10);
    QVERIFY(!panel.isBlank());
    QCOMPARE(panel.bars()->winner(), 1);
    QVERIFY(panel.bars()->isVisible() && !panel.digitBars()->isVisible());
    QVERIFY(canvas.marks().empty());
    panel.findChild<QAction*>("clearInk")->trigger();
    QVERIFY(panel.isBlank());
    QCOMPARE(panel.bars()->winner(), -1);
    panel.findChild<QAction*>("undoInk")->trigger();
    QVERIFY(!panel.isBlank());
  }

  void panel_severalDigits_eachHasItsColumn() {
    CanvasPanel panel;
    panel.resize(320, 620);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const Ink left{{{{0.2F, 0.2F}, {0.2F, 0.8F}}}};
    const Ink right{{{{0.7F, 0.2F}, {0.7F, 0.8F}}}};
    panel.setDigits(
        {{left, renderGlyph(left), sureOf(1, 0.9F)}, {right, renderGlyph(right), sureOf(7, 0.4F)}});
    QVERIFY(!panel.bars()->isVisible() && panel.digitBars()->isVisible());
    QCOMPARE(panel.canvas()->marks().size(), std::size_t{2});
    QCOMPARE(panel.canvas()->marks()[0].text, QStringLiteral("1"));
    QCOMPARE(panel.canvas()->marks()[1].text, QStringLiteral("?"));
    QCOMPARE(panel.chosen(), 1);  // the least sure one
    QVERIFY(panel.findChild<QLabel*>("canvasVerdict")->text().contains("1?"));
    QSignalSpy choices(&panel, &CanvasPanel::chosenChanged);
    QTest::mouseClick(panel.digitBars(), Qt::LeftButton, {}, {60, 60});
    QCOMPARE(panel.chosen(), 0);
    QCOMPARE(choices.count(), 1);
    QVERIFY(panel.canvas()->marks()[0].chosen && !panel.canvas()->marks()[1].chosen);
    QTest::keyClick(panel.digitBars(), Qt::Key_Right);
    QCOMPARE(panel.chosen(), 1);
    QTest::keyClick(panel.digitBars(), Qt::Key_Right);
    QCOMPARE(panel.chosen(), 1);
  }

  void panel_unsureOfOneDigit_saysSo() {
    CanvasPanel panel;
    Reading reading = sureOf(4, 0.5F);
    reading.probabilities[9] = 0.45F;
    panel.setDigits({{{}, Glyph{}, reading}});
    QCOMPARE(panel.findChild<QLabel*>("canvasVerdict")->text(),
             QStringLiteral("Not sure: 4 or 9?"));
  }

  void panel_nothingStandsOut_saysSo() {
    CanvasPanel panel;
    panel.setDigits({{{}, Glyph{}, sureOf(4, 0.12F)}});
    QCOMPARE(panel.findChild<QLabel*>("canvasVerdict")->text(),
             QStringLiteral("Not sure: none of these?"));
  }

  void panel_copiedGlyph_isGivenAsItIs() {
    CanvasPanel panel;
    answer(panel);
    Glyph glyph{};
    glyph[400] = 200;
    panel.setGlyph(glyph);
    QCOMPARE(panel.glyph(), glyph);
  }

  void panel_actionsFollowTheDrawing() {
    CanvasPanel panel;
    const auto* undo = panel.findChild<QAction*>("undoInk");
    const auto* redo = panel.findChild<QAction*>("redoInk");
    QVERIFY(!undo->isEnabled());
    panel.canvas()->setInk({{{{0.5F, 0.5F, 0, 1}}}});
    QVERIFY(undo->isEnabled() && !redo->isEnabled());
    panel.canvas()->undo();
    QVERIFY(!undo->isEnabled() && redo->isEnabled());
  }

  void panel_controlsHaveNamesAndTips() {
    CanvasPanel panel;
    const auto actions = panel.findChild<QWidget*>("canvasTools")->actions();
    QVERIFY(actions.size() >= 5);
    for (const auto* action : actions) {
      QVERIFY(!action->objectName().isEmpty());
      QVERIFY(!action->text().isEmpty());
      QVERIFY(action->toolTip().length() > 20);
      QVERIFY(!action->shortcut().isEmpty());
    }
    for (const char* name :
         {"inkCanvas", "brushWidth", "prepareInk", "probabilityBars", "digitBars", "pinStrip"}) {
      const auto* widget = panel.findChild<QWidget*>(name);
      QVERIFY2(widget != nullptr, name);
      QVERIFY2(!widget->accessibleName().isEmpty() && widget->toolTip().length() > 20, name);
    }
  }

private:
  std::unique_ptr<InkCanvas> m_canvas;
};

INKLING_TEST(TestInkCanvas)
#include "tst_inkcanvas.moc"
