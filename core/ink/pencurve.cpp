// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/pencurve.h"

#include "core/ink/distance.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

// Points recorded at even times are best joined by a spline over their number (0): a pen slows down
// where it turns, and so do they. Over the length between them (1) gaps do less harm. The exponent
// of the length; chosen by how far glyphs of every fourth to sixth point, and of points at uneven
// times, are from those of all points.
constexpr float kLengthPower = 0.15F;
// Cosine of the turn below which a point is a corner: what is drawn with few straight lines.
constexpr float kTurnedBack = -0.85F;
// Strokes of so few points are bars, or what was meant to have corners.
constexpr std::size_t kFewPoints = 4;
// The pen passes a point no faster than the nearest point leaves it time for, times this.
constexpr float kMostSpeed = 2;
// Pixels between points from which on the path between them is curved.
constexpr float kSparse = 1;
// Length in pixels of the lines that make a curve.
constexpr float kStep = 0.7F;

}  // namespace

bool PenCurve::turnsBack(const Knot& before, const Vector& next, float length) const {
  const float along = before.chord.x * next.x + before.chord.y * next.y;
  return along < kTurnedBack * before.length * length;
}

void PenCurve::add(float x, float y) {
  if (m_count > 0) {
    const Vector& last = m_knots[m_count - 1].at;
    const Vector chord{x - last.x, y - last.y};
    const float length = distance(chord.x, chord.y);
    if (m_count == kMostKnots || (m_count > 1 && turnsBack(m_knots[m_count - 2], chord, length))) {
      drawPart(false);
      m_knots[0].at = m_knots[m_count - 1].at;
      m_count = 1;
    }
    Knot& knot = m_knots[m_count - 1];
    knot.chord = chord;
    knot.length = length;
    m_sparse = m_sparse || knot.length >= kSparse;
  }
  // Until there is a next knot: solve() reads the last one's chord, times 0.
  m_knots[m_count].chord = {0, 0};
  m_knots[m_count++].at = {x, y};
}

void PenCurve::finish() {
  if (m_count > 1) drawPart(!m_drawn);
  const Vector& only = m_knots[0].at;
  if (m_count == 1 && !m_drawn) m_sink.line(only.x, only.y, only.x, only.y);
  m_count = 0;
  m_drawn = false;
}

void PenCurve::drawPart(bool wholeStroke) {
  const bool curved = m_sparse && !(wholeStroke && m_count <= kFewPoints);
  if (curved) {
    measureSpans();
    solve();
    limitSpeed();
  }
  for (std::size_t i = 0; i + 1 < m_count; ++i) {
    const Knot& from = m_knots[i];
    const Knot& to = m_knots[i + 1];
    if (curved && from.length >= kSparse)
      drawCurve(from, to);
    else
      m_sink.line(from.at.x, from.at.y, to.at.x, to.at.y);
  }
  m_sparse = false;
  m_drawn = true;
}

void PenCurve::measureSpans() {
  for (std::size_t i = 0; i + 1 < m_count; ++i)
    m_knots[i].span = std::pow(m_knots[i].length, kLengthPower);
}

// The velocities with which the acceleration has no jumps, and is 0 at both ends (de Boor 1978,
// chapter IV). Gauss's elimination of the tridiagonal system, with h the spans and s = chord / h:
// h_i v_{i-1} + 2 (h_{i-1} + h_i) v_i + h_{i-1} v_{i+1} = 3 (h_i s_{i-1} + h_{i-1} s_i).
void PenCurve::solve() {
  Knot& first = m_knots[0];
  first.above = 0.5F;
  first.velocity = {1.5F * first.chord.x / first.span, 1.5F * first.chord.y / first.span};
  const std::size_t last = m_count - 1;
  for (std::size_t i = 1; i <= last; ++i) {
    const Knot& before = m_knots[i - 1];
    Knot& knot = m_knots[i];
    const bool end = i == last;
    const float below = end ? 1 : knot.span;
    const float above = end ? 0 : before.span;
    const float middle = end ? 2 : 2 * (before.span + knot.span);
    const float pivot = middle - below * before.above;
    const float in = 3 * below / before.span;
    const float out = end ? 0 : 3 * above / knot.span;
    knot.above = above / pivot;
    knot.velocity = {
        (in * before.chord.x + out * knot.chord.x - below * before.velocity.x) / pivot,
        (in * before.chord.y + out * knot.chord.y - below * before.velocity.y) / pivot};
  }
  for (std::size_t i = last; i-- > 0;) {
    Vector& velocity = m_knots[i].velocity;
    velocity.x -= m_knots[i].above * m_knots[i + 1].velocity.x;
    velocity.y -= m_knots[i].above * m_knots[i + 1].velocity.y;
  }
}

void PenCurve::limitSpeed() {
  for (std::size_t i = 1; i + 1 < m_count; ++i) {
    const Knot& before = m_knots[i - 1];
    Knot& knot = m_knots[i];
    const float most = kMostSpeed * std::min(before.length / before.span, knot.length / knot.span);
    const float speed = distance(knot.velocity.x, knot.velocity.y);
    if (speed > most)
      knot.velocity = {knot.velocity.x * most / speed, knot.velocity.y * most / speed};
  }
}

void PenCurve::drawCurve(const Knot& from, const Knot& to) {
  const int steps = static_cast<int>(std::ceil(from.length / kStep));
  Vector last = from.at;
  for (int k = 1; k <= steps; ++k) {
    const float t = static_cast<float>(k) / static_cast<float>(steps);
    // Hermite's basis; both ends add up to 1.
    const float toEnd = t * t * (3 - 2 * t);
    const float leaving = from.span * t * (1 - t) * (1 - t);
    const float arriving = -from.span * t * t * (1 - t);
    const Vector next{
        from.at.x + toEnd * from.chord.x + leaving * from.velocity.x + arriving * to.velocity.x,
        from.at.y + toEnd * from.chord.y + leaving * from.velocity.y + arriving * to.velocity.y};
    m_sink.line(last.x, last.y, next.x, next.y);
    last = next;
  }
}

}  // namespace inkling
