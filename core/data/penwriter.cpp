// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/penwriter.h"

#include "core/data/pentemplates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string_view>

namespace inkling {
namespace {

struct ControlPoint {
  float x = 0;
  float y = 0;
  bool corner = false;
};
using ControlStroke = std::vector<ControlPoint>;
using ControlPath = std::vector<ControlStroke>;

ControlPath parse(const char* text) {
  ControlPath path(1);
  while (*text != '\0') {
    char* end = nullptr;
    const float x = std::strtof(text, &end);
    const float y = std::strtof(end, &end);
    path.back().push_back({x, y, *end == '^'});
    text = *end == '^' ? end + 1 : end;
    while (*text == ' ' || *text == ',') ++text;
    if (*text != '/') continue;
    path.emplace_back();
    ++text;
  }
  return path;
}

float normal(Random& random, double deviation) {
  return static_cast<float>(random.normal() * deviation);
}

float between(Random& random, double low, double high) {
  return static_cast<float>(random.uniform(low, high));
}

// The habits of one hand: a smooth map of the plane.
class Hand {
public:
  explicit Hand(Random& random)
      : m_aspect(std::exp(normal(random, 0.24))),
        m_slant(0.12F + normal(random, 0.2)),
        m_angle(normal(random, 0.09)),
        m_bend(std::exp(normal(random, 0.16))),
        m_wave(normal(random, 3)),
        m_phase(between(random, 0, 6.28)) {}

  ControlPoint place(ControlPoint p) const {
    // Other proportions of upper and lower half, a bent stem, width and slant, a turned page.
    const float rise = std::clamp(p.y / 100, -0.1F, 1.4F);
    const float y = 100 * (rise > 0 ? std::pow(rise, m_bend) : rise);
    const float bent = p.x + m_wave * std::sin(m_phase + p.y * 0.04F);
    const float x = m_aspect * bent + m_slant * (50 - y);
    const float c = std::cos(m_angle);
    const float s = std::sin(m_angle);
    return {c * x - s * y, s * x + c * y, p.corner};
  }

private:
  float m_aspect;
  float m_slant;
  float m_angle;
  float m_bend;
  float m_wave;
  float m_phase;
};

// Catmull and Rom 1974: through all points, smooth except at corners.
ControlPoint onSpline(const ControlStroke& s, std::size_t i, float t) {
  const ControlPoint& b = s[i];
  const ControlPoint& c = s[i + 1];
  const bool first = i == 0 || b.corner;
  const bool last = i + 2 == s.size() || c.corner;
  const ControlPoint a = first ? b : s[i - 1];
  const ControlPoint d = last ? c : s[i + 2];
  const auto value = [t](float pa, float pb, float pc, float pd) {
    return pb +
           t / 2 * (pc - pa + t * (2 * pa - 5 * pb + 4 * pc - pd + t * (3 * (pb - pc) + pd - pa)));
  };
  return {value(a.x, b.x, c.x, d.x), value(a.y, b.y, c.y, d.y), false};
}

Stroke sampled(const ControlStroke& points, int perSpan, double tremor, Random& random) {
  Stroke stroke;
  const auto add = [&](const ControlPoint& p) {
    stroke.points.push_back({.x = p.x + normal(random, tremor), .y = p.y + normal(random, tremor)});
  };
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    for (int k = 0; k < perSpan; ++k)
      add(onSpline(points, i, static_cast<float>(k) / static_cast<float>(perSpan)));
  add(points.back());
  return stroke;
}

// A drag of the pen before the stroke begins or after it ends.
void addHook(ControlStroke& stroke, Random& random) {
  const ControlPoint& near = random.chance(0.5) ? stroke.front() : stroke.back();
  const ControlPoint hook{near.x + normal(random, 6), near.y + normal(random, 6), false};
  if (&near == &stroke.front())
    stroke.insert(stroke.begin(), hook);
  else
    stroke.push_back(hook);
}

Ink written(ControlPath path, double jitter, Random& random) {
  const Hand hand(random);
  const int perSpan = random.chance(0.2) ? 2 : 4;
  const double tremor = random.chance(0.3) ? 0.8 : 0.2;
  const bool hooked = random.chance(0.2);
  Ink ink;
  for (ControlStroke& stroke : path) {
    const float driftX = normal(random, 1.5 * jitter);
    const float driftY = normal(random, 1.5 * jitter);
    for (ControlPoint& p : stroke) {
      p.x += driftX + normal(random, jitter);
      p.y += driftY + normal(random, jitter);
    }
    if (hooked) addHook(stroke, random);
    for (ControlPoint& p : stroke) p = hand.place(p);
    ink.push_back(sampled(stroke, perSpan, tremor, random));
  }
  return ink;
}

const char* pick(std::span<const char* const> ways, Random& random) {
  return ways[random.below(static_cast<std::uint32_t>(ways.size()))];
}

ControlStroke randomLine(Random& random) {
  const float x = between(random, 0, 100);
  const float y = between(random, 0, 100);
  const float angle = between(random, 0, 2 * std::numbers::pi);
  const float half = between(random, 20, 55);
  return {{x - half * std::cos(angle), y - half * std::sin(angle), false},
          {x + half * std::cos(angle), y + half * std::sin(angle), false}};
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
    for (std::uint32_t k = 0; k < points; ++k)
      stroke.push_back({between(random, 0, 100), between(random, 0, 100), corners});
    path.push_back(std::move(stroke));
  }
  return path;
}

ControlPath zigzag(Random& random) {
  ControlStroke stroke;
  const std::uint32_t turns = 5 + random.below(10);
  const float height = between(random, 20, 100);
  const bool corners = random.chance(0.5);
  for (std::uint32_t i = 0; i < turns; ++i)
    stroke.push_back({100.0F * static_cast<float>(i) / static_cast<float>(turns - 1),
                      (i % 2 == 0 ? 0 : height) + normal(random, 4), corners});
  return {stroke};
}

ControlPath spiral(Random& random) {
  ControlStroke stroke;
  const float turns = between(random, 1.8, 4.5);
  const float phase = between(random, 0, 2 * std::numbers::pi);
  const float sense = random.chance(0.5) ? 1.0F : -1.0F;
  const int points = static_cast<int>(turns * 8);
  for (int i = 0; i <= points; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(points);
    const float angle = phase + sense * share * turns * 2 * std::numbers::pi_v<float>;
    const float radius = 5 + 45 * share;
    stroke.push_back({50 + radius * std::cos(angle), 50 + radius * std::sin(angle), false});
  }
  return {stroke};
}

// A pen that wanders about.
ControlPath wandering(Random& random) {
  ControlStroke stroke;
  const std::uint32_t points = 20 + random.below(60);
  const double restless = random.uniform(0.2, 1.2);
  ControlPoint at;
  float angle = between(random, 0, 2 * std::numbers::pi);
  for (std::uint32_t i = 0; i < points; ++i) {
    angle += normal(random, restless);
    at.x += 8 * std::cos(angle);
    at.y += 8 * std::sin(angle);
    stroke.push_back(at);
  }
  return {stroke};
}

void append(Ink& ink, const Ink& more, float dx, float dy) {
  for (Stroke stroke : more) {
    for (InkPoint& p : stroke.points) {
      p.x += dx;
      p.y += dy;
    }
    ink.push_back(std::move(stroke));
  }
}

Ink twoDigits(Random& random) {
  Ink ink = writeDigit(static_cast<int>(random.below(10)), random);
  append(ink, writeDigit(static_cast<int>(random.below(10)), random), between(random, 55, 100),
         normal(random, 10));
  return ink;
}

Ink crossedOut(Random& random) {
  Ink ink = writeDigit(static_cast<int>(random.below(10)), random);
  const std::uint32_t lines = 2 + random.below(4);
  for (std::uint32_t i = 0; i < lines; ++i)
    append(ink, written({randomLine(random)}, 0, random), -20, 0);
  return ink;
}

// Through a zero, mostly upwards to the right; some stay inside, some stick out.
ControlStroke slash(Random& random) {
  const float angle = between(random, 0.6, 1.35);
  const float half = between(random, 25, 75);
  const float dx = half * std::cos(angle) * (random.chance(0.12) ? -1.0F : 1.0F);
  const float dy = half * std::sin(angle);
  return {{30 + dx, 50 - dy, false}, {30 - dx, 50 + dy, false}};
}

}  // namespace

Ink writeDigit(int label, Random& random) {
  const std::span<const char* const> ways = digitTemplates(label);
  if (ways.empty()) return {};
  ControlPath path = parse(pick(ways, random));
  if (label == 0 && random.chance(0.25)) path.push_back(slash(random));
  return written(std::move(path), 3.5, random);
}

Ink writeScribble(Random& random) {
  const double kind = random.uniform();
  if (kind < 0.5) return written(parse(pick(letterTemplates(), random)), 3, random);
  if (kind < 0.6) return twoDigits(random);
  if (kind < 0.67) return crossedOut(random);
  if (kind < 0.75) return written(randomLines(random), 2, random);
  if (kind < 0.84) return written(randomCurves(random), 2, random);
  if (kind < 0.91) return written(wandering(random), 2, random);
  if (kind < 0.96) return written(zigzag(random), 2, random);
  return written(spiral(random), 2, random);
}

}  // namespace inkling
