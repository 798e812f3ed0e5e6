// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/ink/inkmeasure.h"
#include "core/ink/penraster.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace inkling;

namespace {

struct Line {
  float x0, y0, x1, y1;
};

double distanceTo(const Line& line, double x, double y) {
  const double dx = line.x1 - line.x0;
  const double dy = line.y1 - line.y0;
  const double length2 = dx * dx + dy * dy;
  const double along = ((x - line.x0) * dx + (y - line.y0) * dy) / (length2 > 0 ? length2 : 1);
  const double t = std::clamp(along, 0.0, 1.0);
  return std::hypot(x - line.x0 - t * dx, y - line.y0 - t * dy);
}

// Edges go from paper to ink over 1.25 pixels.
int expectedInk(const std::vector<Line>& lines, double width, int x, int y) {
  double nearest = 1e6;
  for (const Line& line : lines) nearest = std::min(nearest, distanceTo(line, x + 0.5, y + 0.5));
  const double share = std::clamp((width / 2 - nearest) / 1.25 + 0.5, 0.0, 1.0);
  return static_cast<int>(share * 255 + 0.5);
}

int worstPixel(const std::vector<Line>& lines, double width) {
  PenRaster raster(static_cast<float>(width));
  for (const Line& l : lines) raster.line(l.x0, l.y0, l.x1, l.y1);
  const Glyph glyph = raster.glyph();
  int worst = 0;
  for (int y = 0; y < kGlyphSide; ++y) {
    for (int x = 0; x < kGlyphSide; ++x) {
      const int found = glyph[static_cast<std::size_t>(y * kGlyphSide + x)];
      worst = std::max(worst, std::abs(found - expectedInk(lines, width, x, y)));
    }
  }
  return worst;
}

// The integral of the gradient's magnitude by Roberts' cross, pixel by pixel.
double outline(const Glyph& glyph) {
  double total = 0;
  for (int y = 0; y + 1 < kGlyphSide; ++y) {
    for (int x = 0; x + 1 < kGlyphSide; ++x) {
      const auto at = [&](int dx, int dy) {
        return glyph[static_cast<std::size_t>((y + dy) * kGlyphSide + x + dx)];
      };
      total += std::hypot(at(0, 0) - at(1, 1), at(1, 0) - at(0, 1)) / std::sqrt(2);
    }
  }
  return total / 255;
}

Glyph noise(Random& random) {
  Glyph glyph;
  for (std::uint8_t& pixel : glyph) pixel = static_cast<std::uint8_t>(random.below(256));
  return glyph;
}

}  // namespace

class TestPenRaster final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void lines_arePaintedByTheirDistance();
  void linesBeyondTheEdges_arePaintedAsFarAsTheyReach();
  void noLine_leavesPaper();
  void measure_addsUpEveryPixel();
};

void TestPenRaster::lines_arePaintedByTheirDistance() {
  Random random(3, RandomPurpose::Analysis);
  for (int round = 0; round < 300; ++round) {
    std::vector<Line> lines;
    for (std::uint32_t i = random.below(6) + 1; i > 0; --i) {
      const auto draw = [&] { return static_cast<float>(random.uniform(-3, 31)); };
      const float x = draw();
      const float y = draw();
      const bool dot = random.chance(0.2);
      lines.push_back({x, y, dot ? x : draw(), dot ? y : draw()});
    }
    const double width = random.uniform(0.5, 7);
    const int worst = worstPixel(lines, width);
    QVERIFY2(worst <= 1, qPrintable(QString("%1 of 255 in round %2").arg(worst).arg(round)));
  }
}

void TestPenRaster::linesBeyondTheEdges_arePaintedAsFarAsTheyReach() {
  for (const Line& line :
       {Line{-1, 5, -1, 20}, Line{28.5F, 5, 28.5F, 20}, Line{5, -1.2F, 20, -1.2F},
        Line{5, 29, 20, 29}, Line{-20, -20, 50, 50}, Line{-9, -9, -9, -9}})
    QVERIFY(worstPixel({line}, 3) <= 1);
}

void TestPenRaster::noLine_leavesPaper() { QVERIFY(isBlank(PenRaster(3).glyph())); }

void TestPenRaster::measure_addsUpEveryPixel() {
  Random random(4, RandomPurpose::Analysis);
  for (int round = 0; round < 20; ++round) {
    const Glyph glyph = noise(random);
    double area = 0;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < kGlyphSide * kGlyphSide; ++i) {
      const double ink = glyph[static_cast<std::size_t>(i)] / 255.0;
      area += ink;
      sumX += ink * (i % kGlyphSide + 0.5);
      sumY += ink * (i / kGlyphSide + 0.5);
    }
    const InkMeasure found = measure(glyph);
    QVERIFY(std::abs(found.area - area) < 1e-3);
    QVERIFY(std::abs(found.centreX - sumX / area) < 1e-4);
    QVERIFY(std::abs(found.centreY - sumY / area) < 1e-4);
    // Every slope is rounded to 1/255.
    const double width = 2 * area / outline(glyph);
    QVERIFY(std::abs(found.strokeWidth - width) < 1e-3 * width);
  }
}

INKLING_TEST(TestPenRaster)
#include "tst_penraster.moc"
