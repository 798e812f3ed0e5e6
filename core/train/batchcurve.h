// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/observer.h"

#include <vector>

namespace inkling {

/// The course of a run in a bounded number of points, however long it gets: each is the mean over
/// as many batches as needed, a power of two.
class INKLING_CORE_API BatchCurve {
public:
  static constexpr std::size_t kMostPoints = 2000;

  /// Goes on behind what points() gave, as if it had never stopped.
  explicit BatchCurve(std::vector<BatchPoint> points = {});

  void add(const BatchRecord& batch);
  /// What there is by now; the last point may be over fewer batches than the others.
  const std::vector<BatchPoint>& points() const { return m_points; }

private:
  void halve();

  std::vector<BatchPoint> m_points;  ///< each over m_perPoint batches, but for the last
  long m_perPoint = 1;
  long m_inLast = 0;  ///< batches in the last point; m_perPoint: the next one begins another
};

}  // namespace inkling
