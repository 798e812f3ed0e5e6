// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/pixelscale.h"
#include "tests/core/support/expecterror.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace inkling;

namespace {

PixelRange rangeOf(const std::vector<float>& pixels) {
  PixelRange range;
  range.add(pixels);
  return range;
}

PixelScale scaleOf(const std::vector<float>& pixels) {
  return PixelScale::of(rangeOf(pixels), "x");
}

}  // namespace

class TestPixelScale final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void scale_isTheFirstThatHoldsAll();
  void bytesOfEveryScale_comeBack();
  void otherRanges_areRefused();
  void part_sharesTheRange();
};

void TestPixelScale::scale_isTheFirstThatHoldsAll() {
  QVERIFY(scaleOf({0, 0}) == (PixelScale{0, 1}));
  QVERIFY(scaleOf({0, 1}) == (PixelScale{0, 1}));
  QVERIFY(scaleOf({-1e-4F, 1.0005F}) == (PixelScale{0, 1}));
  QVERIFY(scaleOf({0, 1.5F}) == (PixelScale{0, 16}));
  QVERIFY(scaleOf({3, 16}) == (PixelScale{0, 16}));
  QVERIFY(!scaleOf({0, 17}).changesBytes());
  QVERIFY(!scaleOf({0, 255}).changesBytes());
  QVERIFY(scaleOf({0, 256}) == (PixelScale{0, 4095}));
  QVERIFY(scaleOf({0, 4096}) == (PixelScale{0, 65535}));
  QVERIFY(scaleOf({-0.2F, 0.3F}) == (PixelScale{-1, 1}));
  QCOMPARE(QString::fromStdString(PixelScale{-1, 1}.note()),
           QString("Pixel values of -1 to 1 were scaled to 0 to 255."));
}

void TestPixelScale::bytesOfEveryScale_comeBack() {
  for (const PixelScale scale : {PixelScale{0, 1}, PixelScale{0, 255}, PixelScale{0, 4095},
                                 PixelScale{0, 65535}, PixelScale{-1, 1}})
    for (int byte = 0; byte < 256; ++byte) {
      const double pixel = scale.zero + byte * (scale.full - scale.zero) / 255;
      QCOMPARE(int(scale.toByte(static_cast<float>(pixel))), byte);
    }
  QCOMPARE(int(PixelScale{0, 1}.toByte(1.0005F)), 255);
  QCOMPARE(int(PixelScale{0, 1}.toByte(-1e-4F)), 0);
  std::vector<std::uint8_t> pixels{0, 8, 16};
  PixelScale{0, 16}.apply(pixels);
  QVERIFY(pixels == std::vector<std::uint8_t>({0, 128, 255}));
}

void TestPixelScale::otherRanges_areRefused() {
  EXPECT_ERROR(scaleOf({-0.42F, 2.82F}), "x has pixels of -0.42 to 2.82; expected are pixels of");
  EXPECT_ERROR(scaleOf({0, 65536}), "x has pixels of 0 to 65536");
  EXPECT_ERROR(scaleOf({-1, 255}), "x has pixels of -1 to 255");
  EXPECT_ERROR(scaleOf({0, std::numeric_limits<float>::infinity()}), "infinite or no numbers");
  EXPECT_ERROR(scaleOf({std::numeric_limits<float>::quiet_NaN(), 1}), "infinite or no numbers");
}

void TestPixelScale::part_sharesTheRange() {
  PixelRange range = rangeOf({0, 1});
  range.add(rangeOf({2, 12}));
  range.add(std::vector<std::uint8_t>{7, 200});
  QCOMPARE(range.least, 0.0);
  QCOMPARE(range.greatest, 200.0);
}

INKLING_TEST(TestPixelScale)
#include "tst_pixelscale.moc"
