// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/peak.h"

#include "core/tensor/simd.h"
#include "core/tensor/threadteam.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace inkling {
namespace {

using Clock = std::chrono::steady_clock;

using V = Simd<float>;
using Packet = V::Pack;

// Two units with a latency of four or five cycles need ten chains; twelve registers of them and two
// constants fit into the sixteen.
#ifdef __AVX__
constexpr std::size_t kChains = 12;
#else
constexpr std::size_t kChains = 6;
#endif
constexpr long kRounds = 20000;
constexpr int kTrials = 5;

// One packet of numbers that the compiler cannot foresee and that stay finite: x ← x·a + b.
[[gnu::noinline]] float multiplyAdds(float a, float b) {
  std::array<Packet, kChains> x;
  for (std::size_t i = 0; i < kChains; ++i) x[i] = Packet{} + static_cast<float>(i);
  const Packet factor = Packet{} + a;
  const Packet term = Packet{} + b;
  for (long round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
    for (std::size_t i = 0; i < kChains; ++i) x[i] = V::multiplyAdd(x[i], factor, term);
  }
  Packet sum{};
  for (const Packet& each : x) sum += each;
  return sum[0];
}

// GFLOP/s of one thread over `seconds`, once all have come to the start.
double trial(double seconds, std::atomic<int>& waiting, std::atomic<float>& sink) {
  --waiting;
  while (waiting > 0) std::this_thread::yield();
  const auto start = Clock::now();
  double elapsed = 0;
  double rounds = 0;
  while (elapsed < seconds) {
    sink = multiplyAdds(0.999F, 0.001F + sink * 1e-30F);
    rounds += kRounds;
    elapsed = std::chrono::duration<double>(Clock::now() - start).count();
  }
  return rounds * static_cast<double>(kChains * V::kLanes * 2) / elapsed * 1e-9;
}

}  // namespace

double peakGflops(int threads, double seconds) {
  ThreadTeam team(threads);
  double best = 0;
  for (int round = 0; round < kTrials; ++round) {
    const auto size = static_cast<std::size_t>(team.threads());
    std::atomic<int> waiting{team.threads()};
    std::vector<std::atomic<float>> sinks(size);
    std::vector<double> results(size);
    // Each waits until all have begun, so that no thread can take two.
    team.run(team.threads(), [&](int i, int) {
      const auto index = static_cast<std::size_t>(i);
      results[index] = trial(seconds / kTrials, waiting, sinks[index]);
    });
    double sum = 0;
    for (const double result : results) sum += result;
    best = std::max(best, sum);
  }
  return best;
}

}  // namespace inkling
