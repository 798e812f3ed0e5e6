// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/control.h"
#include "core/train/observer.h"
#include "core/train/trainer.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace inkling::test {

/// Keeps what a run tells. May be read by another thread while the run goes on.
class Recorder : public Observer {
public:
  /// Called on the training thread after every batch.
  std::function<void(const BatchRecord&)> afterBatch;

  void onBatch(const BatchRecord& record, const Progress& progress) override {
    {
      const std::lock_guard lock(m_mutex);
      m_batches.push_back(record);
      m_progress = progress;
    }
    m_changed.notify_all();
    if (afterBatch) afterBatch(record);
  }
  void onStepReport(const StepReport& report) override { m_reports.push_back(report); }
  void onEpoch(const EpochRecord& record, const Progress& progress) override {
    const std::lock_guard lock(m_mutex);
    m_epochs.push_back(record);
    m_progress = progress;
    m_changed.notify_all();
  }

  std::vector<BatchRecord> batches() const {
    const std::lock_guard lock(m_mutex);
    return m_batches;
  }
  std::vector<float> losses() const {
    std::vector<float> losses;
    for (const BatchRecord& record : batches()) losses.push_back(record.loss);
    return losses;
  }
  std::vector<EpochRecord> epochs() const {
    const std::lock_guard lock(m_mutex);
    return m_epochs;
  }
  const std::vector<StepReport>& reports() const { return m_reports; }
  Progress progress() const {
    const std::lock_guard lock(m_mutex);
    return m_progress;
  }

  /// Blocks until so many batches are done. False: it took absurdly long.
  bool waitForBatches(std::size_t count) const {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(60),
                              [&] { return m_batches.size() >= count; });
  }

private:
  mutable std::mutex m_mutex;
  mutable std::condition_variable m_changed;
  std::vector<BatchRecord> m_batches;
  std::vector<EpochRecord> m_epochs;
  std::vector<StepReport> m_reports;
  Progress m_progress;
};

/// To the end of the plan.
inline Summary runAll(Trainer& trainer, Observer& observer) {
  Control control;
  return trainer.run(control, observer);
}

}  // namespace inkling::test
