// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/observer.h"
#include "core/train/trainer.h"

#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace inkling::ui {

/// One training batch as the curves want it.
struct CurvePoint {
  double epochs = 0;  ///< epochs done after it, with fraction
  float loss = 0;
  float accuracy = 0;
};

/// What has happened in a run since the last look.
struct Report {
  std::vector<CurvePoint> batches;
  std::vector<StepReport> steps;
  std::vector<EpochRecord> epochs;
  std::optional<Progress> progress;
  ModelPtr model;                   ///< the newest snapshot, if there is a new one
  std::vector<ModelPtr> epochEnds;  ///< the snapshots at the ends of epochs; of the start, too;
                                    ///< thinned out if nobody has collected them for long
  bool ended = false;  ///< nothing follows; then either summary and checkpoint, or error
  std::optional<Summary> summary;
  std::shared_ptr<const Checkpoint> checkpoint;
  std::exception_ptr error;
};

/// Where a run's thread leaves its newest report and the window collects it. Neither waits for the
/// other for longer than it takes to move a few pointers.
class Mailbox final {
public:
  /// Changes the waiting report under the lock.
  template <typename Change>
  void put(Change change) {
    const std::lock_guard lock(m_mutex);
    change(m_report);
  }
  /// The report so far; an empty one takes its place.
  Report take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_report, {});
  }

private:
  std::mutex m_mutex;
  Report m_report;
};

}  // namespace inkling::ui
