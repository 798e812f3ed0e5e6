// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/penhand.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// The habits of one hand: a smooth map of the plane.
class Hand {
public:
  explicit Hand(Random& random)
      : m_aspect(std::exp(drawNormal(random, 0.28))),
        m_slant(0.12F + drawNormal(random, 0.2)),
        m_angle(drawNormal(random, 0.09)),
        m_bend(std::exp(drawNormal(random, 0.16))),
        m_wave(drawNormal(random, 3)),
        m_phase(drawBetween(random, 0, 6.28)) {}

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

void sample(const ControlStroke& points, int perSpan, double tremor, Random& random, PenInk& ink) {
  ink.beginStroke();
  const auto add = [&](const ControlPoint& p) {
    const float x = p.x + drawNormal(random, tremor);
    ink.add(x, p.y + drawNormal(random, tremor));
  };
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    for (int k = 0; k < perSpan; ++k)
      add(onSpline(points, i, static_cast<float>(k) / static_cast<float>(perSpan)));
  add(points[points.size() - 1]);
}

// A drag of the pen before the stroke begins or after it ends.
void addHook(ControlStroke& stroke, Random& random) {
  const bool first = random.chance(0.5);
  ControlPoint hook = first ? stroke[0] : stroke.back();
  hook.corner = false;
  hook.x += drawNormal(random, 6);
  hook.y += drawNormal(random, 6);
  if (first)
    stroke.push_front(hook);
  else
    stroke.push_back(hook);
}

// Points between two control points: fast hands and slow mice leave few.
int drawPerSpan(Random& random) {
  const std::uint32_t kind = random.below(10);
  return kind == 0 ? 1 : kind < 3 ? 2 : 4;
}

// Most hands are steady; a mouse or a bumpy ride is not.
double drawTremor(Random& random) {
  if (random.chance(0.12)) return random.uniform(1, 2.5);
  return random.chance(0.3) ? 0.8 : 0.2;
}

}  // namespace

float drawNormal(Random& random, double deviation) {
  return static_cast<float>(random.normal() * deviation);
}

float drawBetween(Random& random, double low, double high) {
  return static_cast<float>(random.uniform(low, high));
}

void writeByHand(ControlPath path, double jitter, Random& random, PenInk& ink) {
  const Hand hand(random);
  const int perSpan = drawPerSpan(random);
  const double tremor = drawTremor(random);
  const bool hooked = random.chance(0.2);
  for (ControlStroke& stroke : path) {
    const float driftX = drawNormal(random, 1.5 * jitter);
    const float driftY = drawNormal(random, 1.5 * jitter);
    for (ControlPoint& p : stroke) {
      p.x += driftX + drawNormal(random, jitter);
      p.y += driftY + drawNormal(random, jitter);
    }
    if (hooked) addHook(stroke, random);
    for (ControlPoint& p : stroke) p = hand.place(p);
    sample(stroke, perSpan, tremor, random, ink);
  }
}

}  // namespace inkling
