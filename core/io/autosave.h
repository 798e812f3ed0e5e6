// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/autosavepace.h"
#include "core/train/observer.h"

#include <condition_variable>
#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace inkling {

/// Keeps the newest checkpoint of the run under way in one file, for after a crash. A thread of its
/// own writes it (all or nothing): who trains waits for a copy in memory, never for the disk. What
/// goes wrong ends no run. Any thread may call; none of the calls waits except flush() and the
/// destructor.
class INKLING_CORE_API Autosave final {
public:
  using Seconds = AutosavePace::Seconds;

  explicit Autosave(std::filesystem::path file, Seconds interval = Seconds(30));
  ~Autosave();  ///< waits until what was handed over is written
  Autosave(const Autosave&) = delete;
  Autosave& operator=(const Autosave&) = delete;

  /// A run begins or goes on. Returns its number; the runs before it are not heard any more.
  int begin();
  /// Is a checkpoint of that run wanted now? See AutosavePace; not while one is being written.
  bool due(int run, bool epochEnd);
  void save(int run, CheckpointPtr checkpoint);
  /// The run needs it no more: the file is removed, after a write under way, and no run is heard
  /// until the next begin().
  void discard();
  /// Waits until what was handed over is written or removed.
  void flush();

  long written() const;  ///< how often so far
  /// Why nothing can be written, once until it can again; empty: nothing new.
  std::string takeProblem();

private:
  void work();
  void write(std::unique_lock<std::mutex>& lock);
  void note(std::exception_ptr problem);
  void remove();

  const std::filesystem::path m_file;
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  AutosavePace m_pace;
  AutosavePace::Clock::time_point m_asked;  ///< when due() said yes
  int m_run = 0;
  bool m_open = false;  ///< m_run is heard
  CheckpointPtr m_next;
  bool m_writing = false;
  bool m_unwanted = false;  ///< what is being written is to be removed
  bool m_over = false;
  long m_written = 0;
  bool m_failing = false;
  std::exception_ptr m_problem;  ///< made a text by who asks: here there may be no memory for it
  std::thread m_thread;          ///< from the first checkpoint on
};

}  // namespace inkling
