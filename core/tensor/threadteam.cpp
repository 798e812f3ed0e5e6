// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/threadteam.h"

#include <algorithm>

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

}  // namespace

ThreadTeam::ThreadTeam(int threads) {
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const int size = threads > 0 ? threads : cores;
  // A spinning thread must not keep the core from the one it waits for.
  m_spins = size <= cores ? kSpins : 0;
  m_workers.reserve(static_cast<std::size_t>(size - 1));
  for (int i = 1; i < size; ++i) m_workers.emplace_back([this, i] { work(i); });
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
  m_count = count;
  m_busy.store(static_cast<int>(m_workers.size()), std::memory_order_relaxed);
  m_round.fetch_add(1, std::memory_order_release);
  m_round.notify_all();
  doTasks(0);
  for (int tries = 0; m_busy.load(std::memory_order_acquire) != 0; ++tries) {
    if (tries < m_spins)
      relax();
    else
      std::this_thread::yield();
  }
}

void ThreadTeam::work(int thread) {
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
    ++seen;
    if (m_quit.load(std::memory_order_relaxed)) return;
    doTasks(thread);
    m_busy.fetch_sub(1, std::memory_order_release);
  }
}

void ThreadTeam::doTasks(int thread) const {
  const int team = threads();
  const int end = m_count * (thread + 1) / team;
  for (int i = m_count * thread / team; i < end; ++i) m_call(m_task, i, thread);
}

}  // namespace inkling
