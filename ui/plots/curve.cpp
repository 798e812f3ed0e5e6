// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/curve.h"

#include <algorithm>
#include <cmath>

namespace inkling::ui {

void Curve::append(double px, double py) {
  if (!x.empty() && px < x.back()) return;
  x.push_back(px);
  y.push_back(py);
}

void Curve::clear() {
  x.clear();
  y.clear();
}

void SmoothedCurve::append(double px, double py) {
  if (!std::isfinite(py)) return;
  const double window = std::min(m_widest, 1 + static_cast<double>(m_curve.size()) / 8);
  m_mean += (py - m_mean) / window;
  m_curve.append(px, m_mean);
}

void SmoothedCurve::clear() {
  m_mean = 0;
  m_curve.clear();
}

double RunCurves::lastX() const {
  double last = 0;
  for (const Curve* curve : {&batches, &validation, &test}) {
    if (!curve->empty()) last = std::max(last, curve->x.back());
  }
  return last;
}

}  // namespace inkling::ui
