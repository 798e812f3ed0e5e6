// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <array>
#include <cstddef>
#include <memory>

namespace inkling {

/// Strokes in memory of its own, so that drawing them allocates nothing. What does not fit is left
/// out; nothing that penwriter.h writes is that long.
class PenInk {
public:
  static constexpr std::size_t kMostPoints = 1024;
  static constexpr std::size_t kMostStrokes = 16;

  // NOLINTNEXTLINE(modernize-use-equals-default): the points have no value before they are added.
  PenInk() {}
  PenInk(const PenInk&) = delete;
  PenInk& operator=(const PenInk&) = delete;

  void beginStroke() {
    if (m_strokeCount == kMostStrokes) return;
    m_strokes[m_strokeCount++] = {{m_points.data() + m_pointCount, std::size_t{0}}};
  }
  /// To the stroke begun last.
  void add(float x, float y) {
    if (m_pointCount == kMostPoints || m_strokeCount == 0) return;
    std::construct_at(m_points.data() + m_pointCount++, InkPoint{.x = x, .y = y});
    StrokeView& stroke = m_strokes[m_strokeCount - 1];
    stroke.points = {stroke.points.data(), stroke.points.size() + 1};
  }
  /// Moves all points from number `first` on.
  void move(std::size_t first, float dx, float dy) {
    for (std::size_t i = first; i < m_pointCount; ++i) {
      m_points[i].x += dx;
      m_points[i].y += dy;
    }
  }
  std::size_t pointCount() const { return m_pointCount; }
  std::span<const StrokeView> strokes() const { return {m_strokes.data(), m_strokeCount}; }

private:
  union {
    std::array<InkPoint, kMostPoints> m_points;
  };
  std::array<StrokeView, kMostStrokes> m_strokes;
  std::size_t m_pointCount = 0;
  std::size_t m_strokeCount = 0;
};

}  // namespace inkling
