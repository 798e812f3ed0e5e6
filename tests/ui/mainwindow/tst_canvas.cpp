// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "tests/ui/support/pen.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/canvas/pinstrip.h"
#include "ui/widgets/probabilitybars.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>

using namespace inkling;
using inkling::test::WindowFixture;
using inkling::test::kLong;

namespace {

struct CanvasWindow : WindowFixture {
  using WindowFixture::WindowFixture;
  bool usable() {
    return ready() && QTest::qWaitFor([this] { return session->modelIsBundled(); }, kLong);
  }
  ui::CanvasPanel& panel() const { return *find<ui::CanvasPanel>("canvasPanel"); }
  ui::InkCanvas& canvas() const { return *panel().canvas(); }
  ui::PinStrip& pins() const { return *panel().pins(); }
  void draw(int label, const QRectF& box, unsigned seed = 1) const {
    test::drawWithMouse(canvas(), test::writtenDigit(label, box, seed));
  }
  int digit() const { return panel().isBlank() ? -1 : panel().digits().front().reading.digit; }
  void drop(const QMimeData& mime) const {
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&canvas(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({20, 20}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&canvas(), &drop);
  }
};

const QRectF kLarge(0.2, 0.15, 0.6, 0.7);
const QRectF kCorner(0.02, 0.02, 0.2, 0.25);

/// A pen drawing on paper that is darker on one side, as in a photo.
QImage photo(int label, QColor pen = QColor(60, 50, 90), bool paper = true) {
  QImage image(300, 400, QImage::Format_ARGB32);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  if (paper) {
    QLinearGradient light(0, 0, 300, 400);
    light.setColorAt(0, QColor(235, 230, 220));
    light.setColorAt(1, QColor(170, 165, 160));
    painter.fillRect(image.rect(), light);
  }
  painter.setPen(QPen(pen, 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  for (const Stroke& stroke : test::writtenDigit(label, {90, 100, 110, 160}, 2)) {
    QPolygonF line;
    for (const InkPoint& p : stroke.points) line << QPointF(p.x, p.y);
    painter.drawPolyline(line);
  }
  return image;
}

}  // namespace

class TestCanvas final : public QObject {
  Q_OBJECT
private slots:
  void prepareOff_squeezesTheCanvas();
  void pin_followsTheTraining();
  void pin_comesBackAndIsTakenOff();
  void pins_theOldestMakesRoom();
  void testDigit_isReadAndTold();
  void pictureFile_isRead_data();
  void pictureFile_isRead();
  void droppedAndPastedPictures_areRead();
  void pictureWithPrepareOff_isSqueezed();
  void badPicture_isSaidAndChangesNothing_data();
  void badPicture_isSaidAndChangesNothing();
  void smallWindow_leavesRoomForEverything();
};

void TestCanvas::prepareOff_squeezesTheCanvas() {
  CanvasWindow f;
  QVERIFY(f.usable());
  f.draw(3, kCorner);
  QCOMPARE(f.digit(), 3);
  const Glyph prepared = f.panel().glyph();
  QTest::mouseClick(f.find<QCheckBox>("prepareInk"), Qt::LeftButton, {}, {8, 8});
  QVERIFY(!f.find<QCheckBox>("prepareInk")->isChecked());
  const Glyph squeezed = f.panel().glyph();
  QVERIFY(squeezed != prepared);
  for (std::size_t i = 28 * 14; i < squeezed.size(); ++i) QCOMPARE(int(squeezed[i]), 0);
  QVERIFY(f.panel().digits().front().reading.probabilities[3] < 0.6F);
  QTest::mouseClick(f.find<QCheckBox>("prepareInk"), Qt::LeftButton, {}, {8, 8});
  QCOMPARE(f.panel().glyph(), prepared);
}

void TestCanvas::pin_followsTheTraining() {
  CanvasWindow f({.train = 2000, .epochs = 100000});
  QVERIFY(f.usable());
  QVERIFY(!f.find<QToolButton>("pinDrawingButton")->isEnabled());
  QVERIFY(!f.pins().isVisible());
  f.draw(5, kLarge);
  f.click("pinDrawingButton");
  QVERIFY(f.pins().isVisible());
  QCOMPARE(f.pins().pins().front().reading.digit, 5);
  f.canvas().clear();
  const auto first = f.pins().pins().front().reading.probabilities;
  f.click("toggleButton");
  QTRY_VERIFY_WITH_TIMEOUT(f.pins().pins().front().reading.probabilities != first, kLong);
  const auto second = f.pins().pins().front().reading.probabilities;
  QTRY_VERIFY_WITH_TIMEOUT(f.pins().pins().front().reading.probabilities != second, kLong);
  f.click("stopButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.state(), ui::Training::State::Stopped, kLong);
}

void TestCanvas::pin_comesBackAndIsTakenOff() {
  CanvasWindow f;
  QVERIFY(f.usable());
  f.draw(5, kLarge);
  const Ink five = f.canvas().ink();
  f.click("pinDrawingButton");
  f.canvas().clear();
  f.draw(1, kLarge);
  f.click("pinDrawingButton");
  QTest::mouseClick(&f.pins(), Qt::LeftButton, {}, f.pins().place(0).center());
  QCOMPARE(f.digit(), 5);
  QCOMPARE(f.canvas().ink().size(), five.size());
  QTest::mouseClick(&f.pins(), Qt::RightButton, {}, f.pins().place(0).center());
  QCOMPARE(f.pins().pins().size(), std::size_t{1});
  QCOMPARE(f.pins().pins().front().reading.digit, 1);
  QTest::keyClick(&f.pins(), Qt::Key_Delete);
  QVERIFY(f.pins().pins().empty());
  QVERIFY(!f.pins().isVisible());
}

void TestCanvas::pins_theOldestMakesRoom() {
  CanvasWindow f;
  QVERIFY(f.usable());
  for (int i = 0; i <= ui::PinStrip::kMost; ++i) {
    f.canvas().clear();
    f.draw(i, kLarge, 5);
    f.click("pinDrawingButton");
  }
  QCOMPARE(int(f.pins().pins().size()), ui::PinStrip::kMost);
  QCOMPARE(f.pins().pins().front().reading.digit, 1);
  QCOMPARE(f.pins().pins().back().reading.digit, ui::PinStrip::kMost);
}

void TestCanvas::testDigit_isReadAndTold() {
  CanvasWindow f;
  QVERIFY(f.usable());
  f.click("testDigitButton");
  QVERIFY(f.canvas().glyph().has_value());
  QCOMPARE(f.panel().glyph(), *f.canvas().glyph());
  QVERIFY(f.panel().bars()->winner() >= 0);
  const DataView& test = f.session->split().test;
  bool known = false;
  for (int i = 0; i < test.count(); ++i) {
    const auto image = test.image(i);
    known = known || std::equal(image.begin(), image.end(), f.panel().glyph().begin());
  }
  QVERIFY(known);
  QVERIFY(!f.find<QWidget>("thatWas7")->isEnabled());  // nobody's own writing
}

void TestCanvas::pictureFile_isRead_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QImage>("image");
  QTest::newRow("png") << "a.png" << photo(4);
  QTest::newRow("jpeg") << "a.jpg" << photo(4).convertToFormat(QImage::Format_RGB32);
  QTest::newRow("black on nothing") << "a.png" << photo(4, Qt::black, false);
  QTest::newRow("white on nothing") << "a.png" << photo(4, Qt::white, false);
  QTest::newRow("large") << "a.png" << photo(4).scaled(2400, 3200);
}

void TestCanvas::pictureFile_isRead() {
  QFETCH(QString, name);
  QFETCH(QImage, image);
  CanvasWindow f;
  QVERIFY(f.usable());
  f.prompter->path = f.file(name);
  QVERIFY(image.save(f.prompter->path));
  f.click("openPictureButton");
  QCOMPARE(f.prompter->files, {ui::Prompter::File::OpenPicture});
  QTRY_VERIFY_WITH_TIMEOUT(f.canvas().glyph().has_value(), kLong);
  QCOMPARE(f.digit(), 4);
  QVERIFY(f.find<QWidget>("thatWas7")->isEnabled());  // may well be the user's own writing
  QVERIFY2(f.message().isEmpty(), qPrintable(f.message()));
}

void TestCanvas::droppedAndPastedPictures_areRead() {
  CanvasWindow f;
  QVERIFY(f.usable());
  QMimeData file;
  QVERIFY(photo(2).save(f.file(QStringLiteral("two.png"))));
  file.setUrls({QUrl::fromLocalFile(f.file(QStringLiteral("two.png")))});
  f.drop(file);
  QTRY_COMPARE_WITH_TIMEOUT(f.digit(), 2, kLong);
  QMimeData pixels;
  pixels.setImageData(photo(3));
  f.drop(pixels);
  QTRY_COMPARE_WITH_TIMEOUT(f.digit(), 3, kLong);
  QGuiApplication::clipboard()->setImage(photo(6));
  QTest::keySequence(&f.canvas(), QKeySequence::Paste);
  QTRY_COMPARE_WITH_TIMEOUT(f.digit(), 6, kLong);
}

void TestCanvas::pictureWithPrepareOff_isSqueezed() {
  CanvasWindow f;
  QVERIFY(f.usable());
  QGuiApplication::clipboard()->setImage(photo(6));
  QTest::keySequence(&f.canvas(), QKeySequence::Paste);
  QTRY_COMPARE_WITH_TIMEOUT(f.digit(), 6, kLong);
  const Glyph prepared = f.panel().glyph();
  QTest::mouseClick(f.find<QCheckBox>("prepareInk"), Qt::LeftButton, {}, {8, 8});
  QTRY_VERIFY_WITH_TIMEOUT(f.panel().glyph() != prepared, kLong);
  QTest::mouseClick(f.find<QCheckBox>("prepareInk"), Qt::LeftButton, {}, {8, 8});
  QTRY_COMPARE_WITH_TIMEOUT(f.panel().glyph(), prepared, kLong);
}

void TestCanvas::badPicture_isSaidAndChangesNothing_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("said");
  QImage blank(60, 60, QImage::Format_RGB32);
  blank.fill(QColor(240, 240, 235));
  const QString png = QDir::temp().filePath(QStringLiteral("inkling-test-blank.png"));
  QVERIFY(blank.save(png));
  QFile file(png);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray good = file.readAll();
  file.remove();
  QTest::newRow("empty") << QByteArray() << "Cannot read the picture";
  QTest::newRow("no picture") << QByteArray("hello") << "Cannot read the picture";
  QTest::newRow("truncated") << good.left(40) << "Cannot read the picture";
  QTest::newRow("blank") << good << "it is blank";
  // The beginning of a PNG of 20,000 × 20,000.
  QTest::newRow("too large")
      << QByteArray::fromHex(
             "89504e470d0a1a0a0000000d4948445200004e2000004e200800000000c61b19e50000"
             "000849444154789c030000000001480689d2")
      << "too large, 20000 × 20000 pixels";
}

void TestCanvas::badPicture_isSaidAndChangesNothing() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, said);
  CanvasWindow f;
  QVERIFY(f.usable());
  f.draw(5, kLarge);
  const QString path = f.file(QStringLiteral("bad.png"));
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
  file.close();
  QMimeData mime;
  mime.setUrls({QUrl::fromLocalFile(path)});
  f.drop(mime);
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(said), kLong);
  QCOMPARE(f.digit(), 5);
  QVERIFY(!f.canvas().glyph());
}

void TestCanvas::smallWindow_leavesRoomForEverything() {
  CanvasWindow f;
  QVERIFY(f.usable());
  f.draw(5, kLarge);
  f.click("pinDrawingButton");
  f.window->resize(1024, 680);
  QTRY_COMPARE(f.window->size(), QSize(1024, 680));
  const QRect inside = f.panel().rect();
  QRect last;
  for (const char* name : {"inkCanvas", "canvasTools", "networkInput", "probabilityBars",
                           "pinStrip", "correctionRow"}) {
    const auto* part = f.panel().findChild<QWidget*>(QLatin1String(name));
    const QRect place(part->mapTo(&f.panel(), QPoint()), part->size());
    QVERIFY2(inside.contains(place), name);
    QVERIFY2(place.top() > last.bottom() - 1, name);
    QVERIFY2(place.height() >= part->minimumSizeHint().height(), name);
    last = place;
  }
}

INKLING_TEST(TestCanvas)

#include "tst_canvas.moc"
