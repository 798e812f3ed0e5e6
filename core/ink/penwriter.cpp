// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/penwriter.h"

#include "core/ink/penhand.h"
#include "core/ink/pentemplates.h"

#include <cmath>
#include <numbers>

namespace inkling {
namespace {

const char* pick(std::span<const char* const> ways, Random& random) {
  return ways[random.below(static_cast<std::uint32_t>(ways.size()))];
}

ControlStroke lineOf(float x, float y, float dx, float dy) {
  ControlStroke line;
  line.push_back({x - dx, y - dy, false});
  line.push_back({x + dx, y + dy, false});
  return line;
}

ControlPath pathOf(const ControlStroke& stroke) {
  ControlPath path;
  path.push_back(stroke);
  return path;
}

ControlStroke randomLine(Random& random) {
  const float x = drawBetween(random, 0, 100);
  const float y = drawBetween(random, 0, 100);
  const float angle = drawBetween(random, 0, 2 * std::numbers::pi);
  const float half = drawBetween(random, 20, 55);
  return lineOf(x, y, half * std::cos(angle), half * std::sin(angle));
}

ControlPath randomLines(Random& random) {
  ControlPath path;
  const std::uint32_t count = 3 + random.below(5);
  for (std::uint32_t i = 0; i < count; ++i) path.push_back(randomLine(random));
  return path;
}

ControlPath randomCurves(Random& random) {
  ControlPath path;
  const std::uint32_t strokes = 1 + random.below(3);
  const bool corners = random.chance(0.3);
  for (std::uint32_t i = 0; i < strokes; ++i) {
    ControlStroke stroke;
    const std::uint32_t points = 6 + random.below(10);
    for (std::uint32_t k = 0; k < points; ++k) {
      const float x = drawBetween(random, 0, 100);
      stroke.push_back({x, drawBetween(random, 0, 100), corners});
    }
    path.push_back(stroke);
  }
  return path;
}

ControlPath zigzag(Random& random) {
  ControlStroke stroke;
  const std::uint32_t turns = 5 + random.below(10);
  const float height = drawBetween(random, 20, 100);
  const bool corners = random.chance(0.5);
  for (std::uint32_t i = 0; i < turns; ++i)
    stroke.push_back({100.0F * static_cast<float>(i) / static_cast<float>(turns - 1),
                      (i % 2 == 0 ? 0 : height) + drawNormal(random, 4), corners});
  return pathOf(stroke);
}

ControlPath spiral(Random& random) {
  ControlStroke stroke;
  const float turns = drawBetween(random, 1.8, 4.5);
  const float phase = drawBetween(random, 0, 2 * std::numbers::pi);
  const float sense = random.chance(0.5) ? 1.0F : -1.0F;
  const int points = static_cast<int>(turns * 8);
  for (int i = 0; i <= points; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(points);
    const float angle = phase + sense * share * turns * 2 * std::numbers::pi_v<float>;
    const float radius = 5 + 45 * share;
    stroke.push_back({50 + radius * std::cos(angle), 50 + radius * std::sin(angle), false});
  }
  return pathOf(stroke);
}

// A pen that wanders about.
ControlPath wandering(Random& random) {
  ControlStroke stroke;
  const std::uint32_t points = 20 + random.below(60);
  const double restless = random.uniform(0.2, 1.2);
  ControlPoint at;
  float angle = drawBetween(random, 0, 2 * std::numbers::pi);
  for (std::uint32_t i = 0; i < points; ++i) {
    angle += drawNormal(random, restless);
    at.x += 8 * std::cos(angle);
    at.y += 8 * std::sin(angle);
    stroke.push_back(at);
  }
  return pathOf(stroke);
}

// Through a zero, mostly upwards to the right; some stay inside, some stick out.
ControlStroke slash(Random& random) {
  const float angle = drawBetween(random, 0.6, 1.35);
  const float half = drawBetween(random, 25, 75);
  const float dx = half * std::cos(angle) * (random.chance(0.12) ? -1.0F : 1.0F);
  const float dy = half * std::sin(angle);
  return lineOf(30, 50, -dx, dy);
}

void twoDigits(Random& random, PenInk& ink) {
  writeDigit(static_cast<int>(random.below(10)), random, ink);
  const std::size_t second = ink.pointCount();
  const float down = drawNormal(random, 10);
  const float right = drawBetween(random, 55, 100);
  writeDigit(static_cast<int>(random.below(10)), random, ink);
  ink.move(second, right, down);
}

void crossedOut(Random& random, PenInk& ink) {
  writeDigit(static_cast<int>(random.below(10)), random, ink);
  const std::uint32_t lines = 2 + random.below(4);
  const std::size_t first = ink.pointCount();
  for (std::uint32_t i = 0; i < lines; ++i) writeByHand(pathOf(randomLine(random)), 0, random, ink);
  ink.move(first, -20, 0);
}

Ink copied(const PenInk& pen) {
  Ink ink;
  for (const StrokeView& stroke : pen.strokes())
    ink.push_back({{stroke.points.begin(), stroke.points.end()}});
  return ink;
}

}  // namespace

void writeDigit(int label, Random& random, PenInk& ink) {
  const std::span<const char* const> ways = digitTemplates(label);
  if (ways.empty()) return;
  ControlPath path = parseTemplate(pick(ways, random));
  if (label == 0 && random.chance(0.25)) path.push_back(slash(random));
  writeByHand(path, 3.5, random, ink);
}

void writeScribble(Random& random, PenInk& ink) {
  const double kind = random.uniform();
  if (kind < 0.5)
    return writeByHand(parseTemplate(pick(letterTemplates(), random)), 3, random, ink);
  if (kind < 0.6) return twoDigits(random, ink);
  if (kind < 0.67) return crossedOut(random, ink);
  if (kind < 0.75) return writeByHand(randomLines(random), 2, random, ink);
  if (kind < 0.84) return writeByHand(randomCurves(random), 2, random, ink);
  if (kind < 0.91) return writeByHand(wandering(random), 2, random, ink);
  if (kind < 0.96) return writeByHand(zigzag(random), 2, random, ink);
  writeByHand(spiral(random), 2, random, ink);
}

Ink writeDigit(int label, Random& random) {
  PenInk pen;
  writeDigit(label, random, pen);
  return copied(pen);
}

Ink writeScribble(Random& random) {
  PenInk pen;
  writeScribble(random, pen);
  return copied(pen);
}

}  // namespace inkling
