// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/denormals.h"

#include <atomic>
#include <cstdint>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

namespace inkling {

/// A fixed team of threads that share out short tasks, some ten thousand times a second. A waiting
/// thread spins for a few tens of microseconds, then yields, then sleeps, so a team between two
/// runs costs nothing.
///
/// How work is cut into tasks must follow from the work alone, never from the number of threads:
/// then the results have the same bits for any team. Denormal numbers are 0 in all tasks, those of
/// the caller too.
class INKLING_CORE_API ThreadTeam {
public:
  /// `threads` counts the caller; 0: one for each core. Those that the system refuses are left out.
  explicit ThreadTeam(int threads = 0);
  ~ThreadTeam();
  ThreadTeam(const ThreadTeam&) = delete;
  ThreadTeam& operator=(const ThreadTeam&) = delete;

  /// Leaves all tasks to the caller until told otherwise; the other threads sleep. Not while tasks
  /// run.
  void setAlone(bool alone) { m_alone = alone; }

  int threads() const { return static_cast<int>(m_workers.size()) + 1; }

  /// Calls task(i, thread) for i = 0 … count−1 and returns when all are done; thread is 0 …
  /// threads()−1. Each thread has consecutive tasks of its own, the same ones every time; when they
  /// are done it takes over those that others have not begun, so that nobody waits for a thread
  /// that is kept from its core. One task runs on the caller alone. If a task throws, those that
  /// nobody has begun are skipped, and the first exception is thrown again here; the team stays
  /// usable.
  template <typename Task>
  void run(int count, const Task& task) {
    if (count <= 0) return;
    const FlushedDenormals flushed;
    if (count == 1 || m_alone || m_workers.empty()) {
      for (int i = 0; i < count; ++i) task(i, 0);
      return;
    }
    share(count, &task,
          [](const void* t, int i, int thread) { (*static_cast<const Task*>(t))(i, thread); });
  }

private:
  using Call = void (*)(const void* task, int index, int thread);

  /// The tasks of a thread that nobody has begun: [first, last), in one number.
  struct alignas(64) Range {
    std::atomic<std::uint64_t> value{0};
    void set(std::uint32_t first, std::uint32_t last);
    /// Takes one task out; −1 if there is none.
    int takeFirst();
    int takeLast();
  };

  void share(int count, const void* task, Call call);
  void work(int thread);
  void doTasks(int thread);
  void fail(std::exception_ptr error);
  int skipTasks();

  std::vector<std::thread> m_workers;
  std::vector<Range> m_ranges;  ///< by thread
  int m_spins = 0;
  bool m_alone = false;
  const void* m_task = nullptr;
  Call m_call = nullptr;
  alignas(64) std::atomic<std::uint32_t> m_round{0};
  alignas(64) std::atomic<int> m_left{0};  ///< tasks of the round that are not done
  std::atomic<bool> m_quit{false};
  std::atomic_flag m_failed;   ///< a task of the round has thrown
  std::exception_ptr m_error;  ///< what the first one threw
};

}  // namespace inkling
