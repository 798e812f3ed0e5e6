// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/io/autosave.h"
#include "core/train/control.h"
#include "ui/session/mailbox.h"

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace inkling::ui {

using DataPtr = std::shared_ptr<const DataSource>;

/// What a run starts from: a checkpoint, else trained weights, else fresh ones.
struct RunJob {
  Recipe recipe;       ///< only for fresh weights
  CheckpointPtr from;  ///< goes on exactly from here
  ModelPtr weights;    ///< goes on from these, with an optimizer that begins afresh
  DataPtr data;
  std::optional<Control::Change> change;  ///< before its first batch
  Control::State initial = Control::State::Running;
  int threads = 0;                     ///< 0: all cores
  std::shared_ptr<Autosave> autosave;  ///< null: none
  int autosaveRun = 0;                 ///< its number there
};

/// One run of a trainer on a thread of its own. The destructor asks it to stop and joins; the worst
/// wait is one batch.
class RunThread final {
public:
  /// Throws Error if no thread can be started.
  explicit RunThread(RunJob job);
  ~RunThread();
  RunThread(const RunThread&) = delete;
  RunThread& operator=(const RunThread&) = delete;

  Control& control() { return m_control; }
  const Control& control() const { return m_control; }
  /// While taking single batches every one of them is worth a snapshot.
  void snapshotEveryBatch(bool on) { m_everyBatch = on; }
  /// What has happened since the last call. Never blocks.
  Report take() { return m_mailbox.take(); }
  bool ended() const { return m_ended; }  ///< destroying it does not wait
  void waitForEnd();                      ///< which must be near, or be asked for by control()

private:
  void work(const RunJob& job);

  Control m_control;
  Mailbox m_mailbox;
  std::atomic<bool> m_everyBatch = false;
  std::atomic<bool> m_ended = false;
  std::thread m_thread;
};

}  // namespace inkling::ui
