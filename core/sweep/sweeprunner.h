// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/datareading.h"
#include "core/sweep/sweepfolder.h"
#include "core/sweep/trialresult.h"
#include "core/train/control.h"

#include <condition_variable>
#include <mutex>
#include <set>

namespace inkling {

/// Stops a sweep from another thread; a fresh object for every run.
class INKLING_CORE_API SweepControl {
public:
  SweepControl() = default;
  SweepControl(const SweepControl&) = delete;
  SweepControl& operator=(const SweepControl&) = delete;

  /// Ends the trials under way after their current batch. Returns at once.
  void stop();
  bool stopping() const;

  /// Worker side: waits so long, or until stop(). False: stop now.
  bool sleep(double seconds);
  /// Worker side: while it lives, stop() is passed on to `control`.
  class INKLING_CORE_API Attached final {
  public:
    Attached(SweepControl& to, Control& control);
    ~Attached();
    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;

  private:
    SweepControl& m_to;
    Control& m_control;
  };

private:
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_stopping = false;
  std::set<Control*> m_controls;
};

struct SweepProgress {
  int trials = 0;
  int finished = 0;
  double share = 0;        ///< of the work, 0 … 1
  double secondsLeft = 0;  ///< 0 when not known yet
};

/// Told what happens, on the workers' threads, one call at a time: return quickly. Trials are
/// numbered as in the plan.
class INKLING_CORE_API SweepObserver {
public:
  virtual ~SweepObserver() = default;
  virtual void onTrialBegin(int) {}
  virtual void onTrialEpoch(int, const EpochRecord&) {}
  /// Also for those whose result was there already.
  virtual void onTrialEnd(int, const TrialResult&) {}
  /// At most ten times a second, and after every trial.
  virtual void onProgress(const SweepProgress&) {}
};

struct SweepOptions {
  std::filesystem::path resources;
  int workers = 0;  ///< trials at a time, one thread each; 0: as many as there are cores
  bool keepModels = true;
  DataReading reading{};  ///< for the data sets
};

struct SweepSummary {
  bool complete = false;  ///< every trial's result is stored
  int trained = 0;        ///< here and now
  int finished = 0;       ///< trained here or found
};

/// Runs the trials that have no result in `folder` yet, side by side; waits at the end for those
/// that other processes are at, and takes over what they leave. Results are the same as of each
/// trial alone. Blocks. Throws Error.
INKLING_CORE_API SweepSummary runSweep(const std::vector<Trial>& trials, SweepTest test,
                                       const SweepFolder& folder, const SweepOptions& options,
                                       SweepControl& control, SweepObserver& observer);

}  // namespace inkling
