// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/qtpictures.h"
#include "tests/app/support/program.h"
#include "tests/app/support/tinyset.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QTest>

#include <future>

using namespace inkling;
using test::run;

namespace {

QByteArray encoded(const QImage& image, const char* format) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, format, 100);
  return bytes;
}

Raster decoded(const QByteArray& bytes, int mostSide = kMostPictureSide) {
  return qtPictures().decode({bytes.data(), static_cast<std::size_t>(bytes.size())}, "p.png",
                             mostSide);
}

/// Dark above, light below.
QImage halves(int width, int height) {
  QImage image(width, height, QImage::Format_RGB32);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      image.setPixel(x, y, 2 * y < height ? qRgb(20, 20, 20) : qRgb(220, 220, 220));
  return image;
}

PictureError::Reason reasonOf(const QByteArray& bytes) {
  try {
    decoded(bytes);
  } catch (const PictureError& error) {
    return error.reason();
  }
  return PictureError::Reason::Missing;
}

/// The PNG head of 30,000×30,000 grey pixels, and no more of them than compress into nothing.
QByteArray hugePng() {
  return QByteArray::fromHex(
      "89504e470d0a1a0a0000000d4948445200007530000075300800000000434ca7660000000849444154789c0300"
      "00000001480689d2");
}

/// Class folders "one", "two" and "ten" with digits, made as pictures.
void writePictures(const test::Folder& folder, int each) {
  const std::map<QString, int> digits{{"one", 1}, {"two", 2}, {"seven", 7}};
  for (const auto& [name, digit] : digits) {
    QDir().mkpath(test::arg(folder.path("set/" + name)));
    for (int i = 0; i < each; ++i)
      folder.write("set/" + name + QStringLiteral("/%1.png").arg(i),
                   encoded(test::drawDigit(digit, 28, i, Qt::white, Qt::black), "png"));
  }
}

}  // namespace

class TestPictures final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void formats_areRead_data();
  void formats_areRead();
  void grey_hasOneChannel();
  void transparent_showsPaper();
  void sixteenBits_areScaledAndSaid();
  void orientation_isUpright();
  void large_isScaledWhileReading();
  void bad_hasItsReason();
  void manyThreads_readTheSame();
  void folder_trainsEvaluatesAndPredicts();
  void brokenPicture_isNamed();
};

void TestPictures::formats_areRead_data() {
  QTest::addColumn<QByteArray>("format");
  QTest::addColumn<bool>("needed");
  QTest::newRow("PNG") << QByteArray("png") << true;
  QTest::newRow("JPEG") << QByteArray("jpg") << true;
  QTest::newRow("BMP") << QByteArray("bmp") << true;
  QTest::newRow("WebP") << QByteArray("webp") << false;
  QTest::newRow("TIFF") << QByteArray("tiff") << false;
}

void TestPictures::formats_areRead() {
  QFETCH(QByteArray, format);
  QFETCH(bool, needed);
  if (!needed && !QImageWriter::supportedImageFormats().contains(format))
    QSKIP("qt6-image-formats-plugins is not installed");
  const Raster raster = decoded(encoded(halves(20, 30), format));
  QCOMPARE(raster.width, 20);
  QCOMPARE(raster.height, 30);
  const auto channels = static_cast<std::size_t>(raster.channels);
  QVERIFY(std::abs(raster.pixels[(5 * 20 + 5) * channels] - 20) < 6);
  QVERIFY(std::abs(raster.pixels[(25 * 20 + 5) * channels] - 220) < 6);
}

void TestPictures::grey_hasOneChannel() {
  QCOMPARE(decoded(encoded(halves(4, 4), "png")).channels, 1);
  QImage red = halves(4, 4);
  red.setPixel(0, 0, qRgb(200, 0, 0));
  const Raster raster = decoded(encoded(red, "png"));
  QCOMPARE(raster.channels, 3);
  QVERIFY(raster.pixels[0] == 200 && raster.pixels[1] == 0 && raster.pixels[3] == 20);
  QVERIFY(!raster.deep);
}

void TestPictures::transparent_showsPaper() {
  QImage image(2, 1, QImage::Format_ARGB32);
  image.setPixel(0, 0, qRgba(0, 0, 0, 0));
  image.setPixel(1, 0, qRgba(0, 0, 0, 255));
  QVERIFY(decoded(encoded(image, "png")).pixels == (std::vector<std::uint8_t>{255, 0}));
  image.setPixel(1, 0, qRgba(255, 255, 255, 255));
  QVERIFY(decoded(encoded(image, "png")).pixels == (std::vector<std::uint8_t>{0, 255}));
}

void TestPictures::sixteenBits_areScaledAndSaid() {
  QImage image(2, 1, QImage::Format_Grayscale16);
  auto* values = reinterpret_cast<quint16*>(image.scanLine(0));
  values[0] = 0x8000;
  values[1] = 0xFFFF;
  const Raster raster = decoded(encoded(image, "png"));
  QVERIFY(raster.deep);
  QVERIFY(raster.pixels == (std::vector<std::uint8_t>{128, 255}));
}

void TestPictures::orientation_isUpright() {
  QByteArray bytes = encoded(halves(20, 30), "jpg");
  // An Exif segment that says: the picture is upside down.
  bytes.insert(
      2, QByteArray::fromHex("ffe1002245786966000049492a00080000000100120103000100000003000000"
                             "00000000"));
  const Raster raster = decoded(bytes);
  QCOMPARE(raster.width, 20);
  QVERIFY(raster.pixels[5 * 20 + 5] > 200 && raster.pixels[25 * 20 + 5] < 40);
}

void TestPictures::large_isScaledWhileReading() {
  const Raster raster = decoded(encoded(halves(400, 200), "png"), 100);
  QCOMPARE(raster.width, 100);
  QCOMPARE(raster.height, 50);
  const Raster line = decoded(encoded(halves(3000, 1), "png"), 100);
  QCOMPARE(line.width, 100);
  QCOMPARE(line.height, 1);
}

void TestPictures::bad_hasItsReason() {
  using Reason = PictureError::Reason;
  QCOMPARE(reasonOf({}), Reason::Empty);
  QCOMPARE(reasonOf("hello"), Reason::Other);
  QCOMPARE(reasonOf("PK\x03\x04 and so on, until there are enough bytes"), Reason::NoPicture);
  QCOMPARE(reasonOf(encoded(halves(90, 90), "jpg").chopped(200)), Reason::CutOff);
  QCOMPARE(reasonOf(encoded(halves(90, 90), "bmp").chopped(200)), Reason::CutOff);
  QCOMPARE(reasonOf(hugePng()), Reason::TooLarge);
  EXPECT_ERROR(decoded(hugePng()), "p.png: it is too large, 30000 × 30000 pixels.");
}

void TestPictures::manyThreads_readTheSame() {
  const QByteArray bytes = encoded(test::drawDigit(4, 60, 1, Qt::darkBlue, Qt::yellow), "png");
  const Raster expected = decoded(bytes);
  std::vector<std::future<bool>> threads;
  for (int i = 0; i < 4; ++i)
    threads.push_back(std::async(std::launch::async, [&] {
      for (int k = 0; k < 100; ++k)
        if (decoded(bytes).pixels != expected.pixels) return false;
      return true;
    }));
  for (auto& thread : threads) QVERIFY(thread.get());
}

void TestPictures::folder_trainsEvaluatesAndPredicts() {
  const test::Folder folder;
  writePictures(folder, 60);
  const QString set = test::arg(folder.path("set"));
  const QString model = test::arg(folder.path("m.safetensors"));
  const auto trained = run({"train", "--data", set, "--recipe", "mlp", "--epochs", "8", "--set",
                            "layers[2].units=3", "--out", model, "--json"});
  QVERIFY2(trained.exitCode == 0, trained.report());
  const auto evaluated = run({"eval", model, "--json"});
  QVERIFY2(evaluated.exitCode == 0, evaluated.report());
  QVERIFY2(evaluated.lastObject()["accuracy"].toDouble() > 0.9, evaluated.report());
  QCOMPARE(evaluated.lastObject()["classes"].toVariant().toStringList(),
           (QStringList{"one", "seven", "two"}));
  const auto read = run({"predict", model, set + "/seven/3.png", "--json"});
  QVERIFY2(read.exitCode == 0, read.report());
}

void TestPictures::brokenPicture_isNamed() {
  const test::Folder folder;
  writePictures(folder, 3);
  folder.write("set/two/2.png", "no picture");
  const auto result = run({"train", "--data", test::arg(folder.path("set")), "--recipe", "mlp"});
  QCOMPARE(result.exitCode, 1);
  QVERIFY2(result.err.startsWith("inkling-cli: 1 of 9 pictures in ") &&
               result.err.contains("set/two/2.png") && result.err.count('\n') == 1,
           result.report());
}

INKLING_TEST(TestPictures)
#include "tst_pictures.moc"
