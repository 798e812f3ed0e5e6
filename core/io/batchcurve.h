// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/observer.h"

#include <vector>

namespace inkling {

/// Loss and accuracy over some consecutive batches, up to `step`.
struct BatchPoint {
  float step = 0;
  float loss = 0;
  float accuracy = 0;
  bool operator==(const BatchPoint&) const = default;
};

/// The course of a run in a bounded number of points, however long it gets: each is the mean over
/// as many batches as needed, a power of two.
class INKLING_CORE_API BatchCurve {
public:
  static constexpr std::size_t kMostPoints = 2000;

  void add(const BatchRecord& batch);
  /// What there is by now; the last point may be over fewer batches than the others.
  std::vector<BatchPoint> points() const;

private:
  std::vector<BatchPoint> m_points;  ///< each over m_perPoint batches
  int m_perPoint = 1;
  int m_batches = 0;  ///< in the sums
  float m_step = 0;
  double m_loss = 0;
  double m_accuracy = 0;
};

}  // namespace inkling
