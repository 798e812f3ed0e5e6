// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How often a model is sure of what is no digit: letters MODEL. All Latin letters drawn from the
// fonts that are installed, upright and slanted, and invented scribbles; what is read with more
// than 90 % confidence counts. Letters that have the shape of a digit are also given apart.

#include "core/analysis/reading.h"
#include "core/base/random.h"
#include "core/io/modelfile.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <cstdio>
#include <map>

using namespace inkling;

namespace {

constexpr int kSide = 280;
constexpr int kScribbles = 1000;
constexpr float kSure = 0.9F;
constexpr const char* kFonts[] = {
    "DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono", "Nimbus Roman", "Nimbus Sans",   "C059",
    "P052",        "URW Bookman",  "URW Gothic",       "Z003",         "Nimbus Mono PS"};

Glyph letter(const QString& font, bool slanted, QChar character) {
  QImage image(kSide, kSide, QImage::Format_Grayscale8);
  image.fill(Qt::white);
  QPainter painter(&image);
  QFont drawn(font);
  drawn.setPixelSize(180);
  drawn.setItalic(slanted);
  painter.setFont(drawn);
  painter.drawText(image.rect(), Qt::AlignCenter, QString(character));
  painter.end();
  GreyImage grey{kSide, kSide, {}};
  for (int y = 0; y < kSide; ++y)
    grey.pixels.insert(grey.pixels.end(), image.constScanLine(y), image.constScanLine(y) + kSide);
  return normaliseImage(grey);
}

void measureLetters(const Model& model) {
  const QString alike = QStringLiteral("IOSZbgiloqsz");
  std::map<char, int> sure;
  int all = 0, allSure = 0, others = 0, othersSure = 0;
  for (const char* font : kFonts) {
    for (const bool slanted : {false, true}) {
      for (char c = 'A'; c <= 'z'; c = static_cast<char>(c == 'Z' ? 'a' : c + 1)) {
        const bool isSure =
            readGlyph(model, letter(QString::fromLatin1(font), slanted, QLatin1Char(c)))
                .confidence > kSure;
        const bool other = !alike.contains(QLatin1Char(c));
        ++all;
        others += other ? 1 : 0;
        if (!isSure) continue;
        ++allSure;
        othersSure += other ? 1 : 0;
        ++sure[c];
      }
    }
  }
  std::printf("letters: %.1f %% of %d; without %s: %.1f %% of %d\n", 100.0 * allSure / all, all,
              qPrintable(alike), 100.0 * othersSure / others, others);
  for (const auto& [character, count] : sure) std::printf("  %c %d", character, count);
  std::printf("\n");
}

// Other kinds than the ones the program trains with: pens that wander, loops and hatching.
Ink scribble(Random& random, int kind) {
  Stroke stroke;
  const int points = 30 + static_cast<int>(random.below(170));
  const double restless = random.uniform(0.2, 1.2);
  const double ratio = random.uniform(0.5, 4);
  double x = 0, y = 0, angle = random.uniform(0, 6.28);
  for (int i = 0; i < points; ++i) {
    if (kind == 0) {
      angle += random.normal() * restless;
      x += std::cos(angle) * 5;
      y += std::sin(angle) * 5;
    } else if (kind == 1) {
      x = 100 * std::cos(0.15 * i * ratio + angle);
      y = 100 * std::sin(0.15 * i);
    } else if (i % 8 == 0) {
      x = 2.0 * i + random.normal() * 8;
      y = (i % 16 == 0 ? 0 : 200) + random.normal() * 30;
    }
    stroke.points.push_back({.x = static_cast<float>(x), .y = static_cast<float>(y)});
  }
  return {stroke};
}

void measureScribbles(const Model& model) {
  Random random(99, RandomPurpose::Analysis);
  int sure = 0;
  for (int i = 0; i < kScribbles; ++i)
    sure += readGlyph(model, renderGlyph(scribble(random, i % 3))).confidence > kSure ? 1 : 0;
  std::printf("scribbles: %.1f %% of %d\n", 100.0 * sure / kScribbles, kScribbles);
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: letters MODEL\n");
    return 2;
  }
  QGuiApplication application(argc, argv);
  try {
    const Model model = loadModel(argv[1]).model;
    measureLetters(model);
    measureScribbles(model);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
