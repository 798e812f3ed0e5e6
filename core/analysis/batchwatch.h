// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/observer.h"

#include <array>

namespace inkling {

/// What the batches of a run say so far.
struct BatchStatistics {
  long steps = 0;
  double firstLoss = 0;   ///< mean over the first batches
  double recentLoss = 0;  ///< mean over the latest, as are the next; not finite if one was not
  double recentAccuracy = 0;
};

/// Gathers them, batch by batch, at no cost worth mentioning.
class INKLING_CORE_API BatchWatch {
public:
  static constexpr int kBatches = 50;  ///< what "first" and "latest" mean

  void add(const BatchRecord& batch);
  BatchStatistics statistics() const;

private:
  long m_steps = 0;
  double m_first = 0;  ///< sum
  std::array<BatchRecord, kBatches> m_latest{};
};

}  // namespace inkling
