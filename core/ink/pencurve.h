// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <array>
#include <cstddef>

namespace inkling {

/// Takes a path, line by line.
class LineSink {
public:
  virtual void line(float x0, float y0, float x1, float y1) = 0;

protected:
  ~LineSink() = default;
};

/// The path a pen took between the points that were recorded of it, in pixels of the glyph. Where
/// they lie far apart, as from a fast mouse or a slow tablet, it is a natural cubic spline through
/// them, with a corner wherever the pen turned back; where they lie close, and in strokes of no
/// more than four points, lines from one to the next. Allocates nothing.
class INKLING_CORE_API PenCurve {
public:
  explicit PenCurve(LineSink& sink) : m_sink(sink) {}

  /// The stroke's next point, not the same as the one before.
  void add(float x, float y);
  /// Ends the stroke; a stroke of one point is a line of no length.
  void finish();

private:
  struct Vector {
    float x, y;
  };
  // Without initial values, because there are many and most strokes are short.
  struct Knot {
    Vector at;
    Vector velocity;  // along the spline's parameter
    Vector chord;     // from here to the next knot
    float length;     // of the chord
    float span;       // of the parameter to the next knot
    float above;      // of the tridiagonal system, once what is below is eliminated
  };

  // Longer strokes are drawn in parts; at that length their points lie close or they are no digit.
  static constexpr std::size_t kMostKnots = 256;

  bool turnsBack(const Knot& before, const Vector& next, float length) const;
  void drawPart(bool wholeStroke);
  void measureSpans();
  void solve();
  void limitSpeed();
  void drawCurve(const Knot& from, const Knot& to);

  LineSink& m_sink;
  std::array<Knot, kMostKnots> m_knots;
  std::size_t m_count = 0;
  bool m_sparse = false;  // some of the part's points lie far apart
  bool m_drawn = false;   // a part of the stroke
};

}  // namespace inkling
