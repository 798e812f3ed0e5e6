// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/threadteam.h"

#include "core/base/startthread.h"

#include <algorithm>
#include <utility>

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

namespace inkling {
namespace {

// About 50 µs of spinning: longer than the serial pieces of a training step, shorter than a time
// slice.
constexpr int kSpins = 2000;
constexpr int kYields = 50;

void relax() {
#if defined(__x86_64__) || defined(__i386__)
  _mm_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

int teamSize(int threads) {
  return threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

constexpr int kFirstShift = 32;

}  // namespace

void ThreadTeam::Range::set(std::uint32_t first, std::uint32_t last) {
  value.store(std::uint64_t{first} << kFirstShift | last, std::memory_order_release);
}

// A range that looks the same in a later round is as good as that of the round that was meant: who
// takes a task asks only then what to do.

int ThreadTeam::Range::takeFirst() {
  std::uint64_t range = value.load(std::memory_order_relaxed);
  for (;;) {
    const auto first = static_cast<std::uint32_t>(range >> kFirstShift);
    if (first == static_cast<std::uint32_t>(range)) return -1;
    if (value.compare_exchange_weak(range, range + (std::uint64_t{1} << kFirstShift),
                                    std::memory_order_acquire, std::memory_order_relaxed))
      return static_cast<int>(first);
  }
}

int ThreadTeam::Range::takeLast() {
  std::uint64_t range = value.load(std::memory_order_relaxed);
  for (;;) {
    const auto last = static_cast<std::uint32_t>(range);
    if (static_cast<std::uint32_t>(range >> kFirstShift) == last) return -1;
    if (value.compare_exchange_weak(range, range - 1, std::memory_order_acquire,
                                    std::memory_order_relaxed))
      return static_cast<int>(last) - 1;
  }
}

ThreadTeam::ThreadTeam(int threads) : m_ranges(static_cast<std::size_t>(teamSize(threads))) {
  const int cores = teamSize(0);
  const int size = teamSize(threads);
  // A spinning thread must not keep the core from the one it waits for.
  m_spins = size <= cores ? kSpins : 0;
  m_workers.reserve(static_cast<std::size_t>(size - 1));
  try {
    for (int i = 1; i < size; ++i) m_workers.push_back(startThread([this, i] { work(i); }));
  } catch (const std::exception&) {
    return;  // with fewer threads the results are the same
  }
}

ThreadTeam::~ThreadTeam() {
  m_quit.store(true, std::memory_order_relaxed);
  m_round.fetch_add(1, std::memory_order_release);
  m_round.notify_all();
  for (std::thread& worker : m_workers) worker.join();
}

void ThreadTeam::share(int count, const void* task, Call call) {
  m_task = task;
  m_call = call;
  m_left.store(count, std::memory_order_relaxed);
  const int team = threads();
  for (int i = 0; i < team; ++i)
    m_ranges[static_cast<std::size_t>(i)].set(static_cast<std::uint32_t>(count * i / team),
                                              static_cast<std::uint32_t>(count * (i + 1) / team));
  m_round.fetch_add(1, std::memory_order_release);
  m_round.notify_all();
  doTasks(0);
  for (int tries = 0; m_left.load(std::memory_order_acquire) != 0; ++tries) {
    if (tries < m_spins)
      relax();
    else
      std::this_thread::yield();
  }
  if (m_error) {
    m_failed.clear(std::memory_order_relaxed);
    std::rethrow_exception(std::exchange(m_error, nullptr));
  }
}

void ThreadTeam::work(int thread) {
  const FlushedDenormals flushed;
  std::uint32_t seen = 0;
  for (;;) {
    for (int tries = 0; m_round.load(std::memory_order_acquire) == seen; ++tries) {
      if (tries < m_spins)
        relax();
      else if (tries < m_spins + kYields)
        std::this_thread::yield();
      else
        m_round.wait(seen, std::memory_order_acquire);
    }
    seen = m_round.load(std::memory_order_acquire);
    if (m_quit.load(std::memory_order_relaxed)) return;
    doTasks(thread);
  }
}

void ThreadTeam::doTasks(int thread) {
  int done = 0;
  const auto call = [&](int i) {
    m_call(m_task, i, thread);
    ++done;
  };
  try {
    for (int i; (i = m_ranges[static_cast<std::size_t>(thread)].takeFirst()) >= 0;) call(i);
    for (int other = 1; other < threads(); ++other) {
      Range& range = m_ranges[static_cast<std::size_t>((thread + other) % threads())];
      for (int i; (i = range.takeLast()) >= 0;) call(i);
    }
  } catch (...) {
    fail(std::current_exception());
    done += 1 + skipTasks();
  }
  if (done > 0) m_left.fetch_sub(done, std::memory_order_release);
}

// Read by the caller of run() once no task is left, this one included.
void ThreadTeam::fail(std::exception_ptr error) {
  if (!m_failed.test_and_set(std::memory_order_relaxed)) m_error = std::move(error);
}

/// Takes out all that nobody has begun; returns how many those were.
int ThreadTeam::skipTasks() {
  int skipped = 0;
  for (int i = 0; i < threads(); ++i)
    while (m_ranges[static_cast<std::size_t>(i)].takeLast() >= 0) ++skipped;
  return skipped;
}

}  // namespace inkling
