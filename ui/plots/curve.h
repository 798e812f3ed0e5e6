// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace inkling::ui {

/// Points in the order of x. Plain data: the plot draws a thinned view of it.
struct Curve {
  std::vector<double> x;
  std::vector<double> y;

  std::size_t size() const { return x.size(); }
  bool empty() const { return x.empty(); }
  /// A point that would stand before the last one is dropped.
  void append(double px, double py);
  void clear();
};

/// Moving average of every point appended: m ← m + (y − m) / w. The window w grows with the run, 1
/// for the first point and an eighth of a point with each, up to `widest`: it follows the steep
/// start and calms what comes later. Not finite values are left out.
class SmoothedCurve {
public:
  SmoothedCurve() = default;
  explicit SmoothedCurve(double widest) : m_widest(widest) {}
  void append(double px, double py);
  void clear();
  const Curve& curve() const { return m_curve; }

private:
  double m_widest = 50;
  double m_mean = 0;
  Curve m_curve;
};

/// All curves of one metric of one run; x is in epochs.
struct RunCurves {
  Curve batches;
  SmoothedCurve smoothed;
  Curve validation;
  Curve test;
  Curve reports;          ///< means over `reportSteps` batches up to x
  int reportSteps = 0;    ///< 0: no such reports
  double bestEpoch = -1;  ///< −1: none

  bool empty() const { return batches.empty() && validation.empty(); }
  double lastX() const;
};

}  // namespace inkling::ui
