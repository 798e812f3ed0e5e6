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
  m_sum = m_beta * m_sum + (1 - m_beta) * py;
  m_weight = m_beta * m_weight + (1 - m_beta);
  m_curve.append(px, m_sum / m_weight);
}

void SmoothedCurve::clear() {
  m_sum = 0;
  m_weight = 0;
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
