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

/// Exponential moving average of every point appended, without the bias of its start (Kingma and Ba
/// 2014, §3): s ← βs + (1−β)y, shown s/(1−βⁿ). Not finite values are left out of the average.
class SmoothedCurve {
public:
  SmoothedCurve() = default;
  explicit SmoothedCurve(double beta) : m_beta(beta) {}
  void append(double px, double py);
  void clear();
  const Curve& curve() const { return m_curve; }

private:
  double m_beta = 0.98;
  double m_sum = 0;     ///< s
  double m_weight = 0;  ///< 1−βⁿ
  Curve m_curve;
};

/// All curves of one metric of one run; x is in epochs.
struct RunCurves {
  Curve batches;
  SmoothedCurve smoothed;
  Curve validation;
  Curve test;
  double bestEpoch = -1;  ///< −1: none

  bool empty() const { return batches.empty() && validation.empty(); }
  double lastX() const;
};

}  // namespace inkling::ui
