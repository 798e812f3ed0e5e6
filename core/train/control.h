// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace inkling {

/// Steers one run from other threads: an enum state machine under one mutex and condition variable.
/// A fresh object for every run. All calls return at once except proceed().
class INKLING_CORE_API Control {
public:
  enum class State { Running, Paused, Stopping };
  /// What the user may change while a run is under way; takes effect at the next batch.
  struct Change {
    std::optional<double> learningRate;
    std::optional<int> epochs;
  };

  explicit Control(State initial = State::Running) : m_state(initial) {}
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;

  void pause();
  void resume();
  void stop();                 ///< final: nothing leaves Stopping
  void runBatches(int count);  ///< from Paused: this many batches, then Paused again
  void runEpoch();             ///< from Paused: to the end of the epoch, then Paused again
  void change(const Change& change);
  State state() const;

  /// Worker side: called before every batch. Blocks while paused. False: stop now.
  bool proceed();
  /// Worker side: an epoch has ended.
  void epochEnded();
  /// Worker side: takes what was changed since the last call, if anything.
  std::optional<Change> takeChange();

private:
  enum class Allowance { Unlimited, Batches, Epoch };

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  State m_state;
  Allowance m_allowance = Allowance::Unlimited;
  int m_batches = 0;
  std::optional<Change> m_change;
};

}  // namespace inkling
