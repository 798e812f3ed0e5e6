// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/batchwatch.h"

#include <algorithm>

namespace inkling {

void BatchWatch::add(const BatchRecord& batch) {
  if (m_steps < kBatches) m_first += batch.loss;
  m_latest[static_cast<std::size_t>(m_steps % kBatches)] = batch;
  ++m_steps;
}

BatchStatistics BatchWatch::statistics() const {
  BatchStatistics found{m_steps, 0, 0, 0};
  const auto count = std::min<long>(m_steps, kBatches);
  for (long i = 0; i < count; ++i) {
    found.recentLoss += m_latest[static_cast<std::size_t>(i)].loss;
    found.recentAccuracy += m_latest[static_cast<std::size_t>(i)].accuracy;
  }
  if (count == 0) return found;
  const auto parts = static_cast<double>(count);
  found.firstLoss = m_first / parts;
  found.recentLoss /= parts;
  found.recentAccuracy /= parts;
  return found;
}

}  // namespace inkling
