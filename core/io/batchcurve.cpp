// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/batchcurve.h"

namespace inkling {

void BatchCurve::add(const BatchRecord& batch) {
  m_step = static_cast<float>(batch.step);
  m_loss += batch.loss;
  m_accuracy += batch.accuracy;
  if (++m_batches < m_perPoint) return;
  m_points.push_back(
      {m_step, static_cast<float>(m_loss / m_batches), static_cast<float>(m_accuracy / m_batches)});
  m_batches = 0;
  m_loss = m_accuracy = 0;
  if (m_points.size() < kMostPoints) return;
  for (std::size_t i = 0; i < kMostPoints / 2; ++i) {
    const BatchPoint& a = m_points[2 * i];
    const BatchPoint& b = m_points[2 * i + 1];
    m_points[i] = {b.step, (a.loss + b.loss) / 2, (a.accuracy + b.accuracy) / 2};
  }
  m_points.resize(kMostPoints / 2);
  m_perPoint *= 2;
}

std::vector<BatchPoint> BatchCurve::points() const {
  std::vector<BatchPoint> all = m_points;
  if (m_batches > 0)
    all.push_back({m_step, static_cast<float>(m_loss / m_batches),
                   static_cast<float>(m_accuracy / m_batches)});
  return all;
}

}  // namespace inkling
