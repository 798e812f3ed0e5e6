// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well a model reads pen digits: pendigits MODEL STROKES [--held-out]. Replays the digits of a
// stroke file on a canvas of 280×280 in several sizes and places, as strokes and as pictures, and
// reports the accuracy of each
// way, by class; then without each step of the normaliser (--quick: of the first way alone). The
// ten writers with the highest numbers are left out, or with --held-out are the only ones: nothing
// is to be tuned on them.

#include "core/analysis/reading.h"
#include "core/ink/grouping.h"
#include "core/ink/placement.h"
#include "core/ink/strokefile.h"
#include "core/io/modelfile.h"
#include "tests/bench/penways.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <span>
#include <string>

using namespace inkling;

namespace {

using bench::kCanvas;
using bench::kWays;
using bench::Way;

float distance(const InkPoint& a, const InkPoint& b, float x, float y) {
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const float length2 = dx * dx + dy * dy;
  const float along = length2 > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length2 : 0;
  const float t = std::clamp(along, 0.0F, 1.0F);
  return std::hypot(x - a.x - t * dx, y - a.y - t * dy);
}

// Dark on light, with a round brush.
GreyImage picture(const Ink& ink, float brush) {
  constexpr int kSide = static_cast<int>(kCanvas);
  GreyImage image{kSide, kSide, std::vector<std::uint8_t>(kSide * kSide, 255)};
  for (const Stroke& stroke : ink) {
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
      const InkPoint& a = stroke.points[i > 0 ? i - 1 : 0];
      const InkPoint& b = stroke.points[i];
      const int left = std::max(0, static_cast<int>(std::min(a.x, b.x) - brush));
      const int right = std::min(kSide, static_cast<int>(std::max(a.x, b.x) + brush));
      const int top = std::max(0, static_cast<int>(std::min(a.y, b.y) - brush));
      const int bottom = std::min(kSide, static_cast<int>(std::max(a.y, b.y) + brush));
      for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
          const float away =
              distance(a, b, static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
          const float paper = 255 * std::clamp(away - brush / 2 + 0.5F, 0.0F, 1.0F);
          auto& pixel = image.pixels[static_cast<std::size_t>(y * kSide + x)];
          pixel = std::min(pixel, static_cast<std::uint8_t>(paper));
        }
      }
    }
  }
  return image;
}

struct Tally {
  std::array<int, 10> right{};
  std::array<int, 10> all{};
  int refused = 0;

  void add(const Reading& reading, int label) {
    const auto at = static_cast<std::size_t>(label);
    ++all[at];
    if (reading.digit == label) ++right[at];
    if (!reading.sure) ++refused;
  }
  void print(const char* name) const {
    int rights = 0;
    int count = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      rights += right[i];
      count += all[i];
    }
    const auto percent = [](int part, int whole) { return 100.0 * part / std::max(whole, 1); };
    std::printf("%-30s %6.2f %6.2f  ", name, percent(rights, count), percent(refused, count));
    for (std::size_t i = 0; i < all.size(); ++i) std::printf(" %6.2f", percent(right[i], all[i]));
    std::printf("\n");
  }
};

void measureWays(const Model& model, const std::vector<PenDigit>& digits, std::size_t ways) {
  std::printf("%-30s %6s %6s  ", "way, n = digits", "right", "unsure");
  for (int i = 0; i < 10; ++i) std::printf(" %6d", i);
  std::printf("   (%zu digits, in %%)\n", digits.size());
  for (const Way& way : std::span(kWays).first(ways)) {
    Tally tally;
    for (const PenDigit& digit : digits) {
      const Ink ink = bench::replay(digit.ink, way);
      const Glyph glyph =
          way.brush > 0 ? normaliseImage(picture(ink, way.brush)) : renderGlyph(ink);
      tally.add(readGlyph(model, glyph), digit.label);
    }
    tally.print(way.name);
  }
}

// The digit with its box in the middle instead of its centre of mass, to the nearest pixel.
Glyph uncentred(const Ink& ink) {
  const Glyph glyph = renderGlyph(ink);
  const auto place = placeInk(ink);
  if (!place) return glyph;
  const int dx = static_cast<int>(std::lround(place->shiftX));
  const int dy = static_cast<int>(std::lround(place->shiftY));
  Glyph moved{};
  for (int y = 0; y < 28; ++y)
    for (int x = 0; x < 28; ++x)
      if (x + dx >= 0 && x + dx < 28 && y + dy >= 0 && y + dy < 28)
        moved[static_cast<std::size_t>(y * 28 + x)] =
            glyph[static_cast<std::size_t>((y + dy) * 28 + x + dx)];
  return moved;
}

// Strokes as wide as a brush of 20 pixels makes them.
Glyph asWideAsDrawn(const Ink& ink) {
  constexpr float kBrush = 20;
  float left = kCanvas, right = 0, top = kCanvas, bottom = 0;
  for (const Stroke& stroke : ink) {
    for (const InkPoint& p : stroke.points) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
  }
  const double side = std::max(right - left, bottom - top) + kBrush;
  return renderGlyph(ink, {.strokeWidth = 20.0 * kBrush / side});
}

Glyph unfitted(const Ink& ink) { return renderGlyph(ink, {.fit = false, .canvasSide = kCanvas}); }

// What each step of the normaliser is worth.
void measureSteps(const Model& model, const std::vector<PenDigit>& digits) {
  constexpr struct {
    const char* name;
    Glyph (*glyph)(const Ink&);
  } kSteps[] = {
      {"not centred", uncentred}, {"as wide as drawn", asWideAsDrawn}, {"not fitted", unfitted}};
  for (const auto& step : kSteps) {
    for (const Way& way : {kWays[0], kWays[1], kWays[2]}) {
      Tally tally;
      for (const PenDigit& digit : digits)
        tally.add(readGlyph(model, step.glyph(bench::replay(digit.ink, way))), digit.label);
      tally.print((std::string(step.name) + ", " + way.name).c_str());
    }
  }
}

void measureGrouping(const Model& model, const std::vector<PenDigit>& digits) {
  const GlyphConfidence confidence = [&](const Glyph& g) { return readGlyph(model, g).confidence; };
  std::size_t alone = 0;
  std::size_t asked = 0;
  for (const PenDigit& digit : digits) {
    alone += groupStrokes(digit.ink).size() == 1 ? 1 : 0;
    asked += groupStrokes(digit.ink, confidence).size() == 1 ? 1 : 0;
  }
  const auto count = static_cast<double>(digits.size());
  std::printf("kept in one group: %.2f %% by the strokes, %.2f %% with the reader's help\n",
              100 * static_cast<double>(alone) / count, 100 * static_cast<double>(asked) / count);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: pendigits MODEL STROKES [--held-out] [--quick]\n");
    return 2;
  }
  try {
    const std::set<std::string> options(argv + 3, argv + argc);
    const Model model = loadModel(argv[1]).model;
    std::vector<PenDigit> digits = loadStrokeFile(argv[2]);
    bench::keepWriters(digits, options.contains("--held-out"));
    const bool quick = options.contains("--quick");
    measureWays(model, digits, quick ? 1 : std::size(kWays));
    if (quick) return 0;
    measureSteps(model, digits);
    measureGrouping(model, digits);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
