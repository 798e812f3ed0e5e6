// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/train/batchcurve.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inkling {
namespace {

long stepsBetween(const BatchPoint& a, const BatchPoint& b) {
  constexpr float kMost = 1 << 30;  // what a file says may be anything
  return std::lround(std::clamp(b.step - a.step, 1.0F, kMost));
}

}  // namespace

BatchCurve::BatchCurve(std::vector<BatchPoint> points) : m_points(std::move(points)) {
  m_points.reserve(kMostPoints);
  const std::size_t count = m_points.size();
  // Points over more than one batch come from halving, so there are many of them.
  if (count > 2) m_perPoint = stepsBetween(m_points[0], m_points[1]);
  m_inLast = count > 2
                 ? std::min(stepsBetween(m_points[count - 2], m_points[count - 1]), m_perPoint)
                 : m_perPoint;
}

void BatchCurve::add(const BatchRecord& batch) {
  const auto step = static_cast<float>(batch.step);
  if (m_inLast == m_perPoint && m_points.size() == kMostPoints) halve();
  if (m_inLast == m_perPoint || m_points.empty()) {
    m_points.push_back({step, batch.loss, batch.accuracy});
    m_inLast = 1;
    return;
  }
  // A running mean has no state beside the point and its number of batches.
  BatchPoint& last = m_points.back();
  const auto share = 1 / static_cast<float>(++m_inLast);
  last = {step, last.loss + (batch.loss - last.loss) * share,
          last.accuracy + (batch.accuracy - last.accuracy) * share};
}

void BatchCurve::halve() {
  for (std::size_t i = 0; i < m_points.size() / 2; ++i) {
    const BatchPoint& a = m_points[2 * i];
    const BatchPoint& b = m_points[2 * i + 1];
    m_points[i] = {b.step, (a.loss + b.loss) / 2, (a.accuracy + b.accuracy) / 2};
  }
  m_points.resize(m_points.size() / 2);
  m_perPoint *= 2;
  m_inLast = m_perPoint;
}

}  // namespace inkling
