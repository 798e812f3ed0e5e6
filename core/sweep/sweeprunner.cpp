// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sweep/sweeprunner.h"

#include "core/base/error.h"
#include "core/base/startthread.h"
#include "core/data/datasource.h"
#include "core/sweep/trialrunner.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <exception>
#include <map>
#include <numeric>
#include <thread>

namespace inkling {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kReportEvery = 0.1;
/// How long to wait before looking again at trials that other processes are at.
constexpr double kLookAgain = 0.2;

double secondsSince(Clock::time_point then) {
  return std::chrono::duration<double>(Clock::now() - then).count();
}

/// What the workers share; every access under the mutex.
class Pool {
public:
  Pool(const std::vector<Trial>& trials, const std::map<MendedSet, DataSource>& sources,
       SweepObserver& observer)
      : m_observer(observer),
        m_done(trials.size(), 0) {
    for (const Trial& trial : trials)
      m_costs.push_back(cost(trial.recipe, sources.at(trial.recipe.data.images())));
    m_open.resize(trials.size());
    std::iota(m_open.begin(), m_open.end(), 0);
  }

  /// The next trial to try; −1: none is left. `elsewhere` tells that all that are left are with
  /// other processes.
  int next(bool& elsewhere) {
    const std::lock_guard lock(m_mutex);
    elsewhere = m_open.empty();
    std::deque<int>& from = elsewhere ? m_elsewhere : m_open;
    if (from.empty()) return -1;
    const int index = from.front();
    from.pop_front();
    return index;
  }
  void postpone(int index) {
    const std::lock_guard lock(m_mutex);
    m_elsewhere.push_back(index);
  }
  void begin(int index) {
    const std::lock_guard lock(m_mutex);
    m_observer.onTrialBegin(index);
  }
  void advance(int index, double share) {
    const std::lock_guard lock(m_mutex);
    const double before = std::exchange(m_done[at(index)], share);
    m_worked += (share - before) * m_costs[at(index)];
    if (secondsSince(m_reported) < kReportEvery) return;
    m_reported = Clock::now();
    m_observer.onProgress(progress());
  }
  void epoch(int index, const EpochRecord& record) {
    const std::lock_guard lock(m_mutex);
    m_observer.onTrialEpoch(index, record);
  }
  void end(int index, const TrialResult& result, bool trained) {
    const std::lock_guard lock(m_mutex);
    const double before = std::exchange(m_done[at(index)], 1.0);
    if (trained) m_worked += (1 - before) * m_costs[at(index)];
    ++m_summary.finished;
    m_summary.trained += trained ? 1 : 0;
    m_observer.onTrialEnd(index, result);
    m_observer.onProgress(progress());
  }
  void fail(std::exception_ptr error) {
    const std::lock_guard lock(m_mutex);
    if (!m_error) m_error = error;
  }
  SweepSummary summary() {
    if (m_error) std::rethrow_exception(m_error);
    m_summary.complete = m_summary.finished == static_cast<int>(m_done.size());
    return m_summary;
  }

private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  static double cost(const Recipe& recipe, const DataSource& source) {
    const int samples = split(withoutTest(source), recipe.data, recipe.seed).train.count();
    return trialCost(recipe, source.train->shape(), samples);
  }

  SweepProgress progress() const {
    const double total = std::accumulate(m_costs.begin(), m_costs.end(), 0.0);
    const double done = std::inner_product(m_costs.begin(), m_costs.end(), m_done.begin(), 0.0);
    const double seconds = secondsSince(m_began);
    const bool known = seconds > 1 && m_worked > 0;
    return {static_cast<int>(m_done.size()), m_summary.finished, total > 0 ? done / total : 1,
            known ? (total - done) * seconds / m_worked : 0};
  }

  std::mutex m_mutex;
  SweepObserver& m_observer;
  std::vector<double> m_costs;
  std::vector<double> m_done;  ///< share of each trial
  double m_worked = 0;         ///< cost of what was trained here
  std::deque<int> m_open;
  std::deque<int> m_elsewhere;
  SweepSummary m_summary;
  std::exception_ptr m_error;
  Clock::time_point m_began = Clock::now();
  Clock::time_point m_reported = m_began;
};

class TrialObserver final : public Observer {
public:
  TrialObserver(Pool& pool, int index) : m_pool(pool), m_index(index) {}
  void onBatch(const BatchRecord&, const Progress& progress) override {
    if (!m_begun) m_pool.begin(m_index);
    m_begun = true;
    if (secondsSince(m_last) < kReportEvery) return;
    m_last = Clock::now();
    const double epochs = progress.position.epoch +
                          static_cast<double>(progress.position.step) / progress.stepsPerEpoch;
    m_pool.advance(m_index, epochs / progress.epochs);
  }
  void onEpoch(const EpochRecord& record, const Progress&) override {
    m_pool.epoch(m_index, record);
  }

private:
  Pool& m_pool;
  int m_index;
  bool m_begun = false;
  Clock::time_point m_last = Clock::now();
};

/// What every worker knows.
struct Job {
  const std::vector<Trial>& trials;
  const SweepFolder& folder;
  TrialOptions options;
  const std::map<MendedSet, DataSource>& sources;
  SweepControl& control;
};

TrialOutcome runOne(const Job& job, Pool& pool, int index) {
  const Trial& trial = job.trials[static_cast<std::size_t>(index)];
  Control control;
  const SweepControl::Attached attached(job.control, control);
  TrialObserver observer(pool, index);
  const TrialOutcome outcome =
      runTrial(trial.recipe, job.folder, job.options, job.sources.at(trial.recipe.data.images()),
               control, observer);
  if (outcome != TrialOutcome::Done && outcome != TrialOutcome::AlreadyThere) return outcome;
  std::string problem = "The result of the trial " + trial.id + " is gone.";
  const auto result = storedResult(job.folder, trial.id, &problem);
  if (!result) throw Error(problem);
  pool.end(index, *result, outcome == TrialOutcome::Done);
  return outcome;
}

void work(const Job& job, Pool& pool) {
  try {
    while (!job.control.stopping()) {
      bool elsewhere = false;
      const int index = pool.next(elsewhere);
      if (index < 0) return;
      const TrialOutcome outcome = runOne(job, pool, index);
      if (outcome != TrialOutcome::Claimed) continue;
      pool.postpone(index);
      if (elsewhere && !job.control.sleep(kLookAgain)) return;
    }
  } catch (...) {
    pool.fail(std::current_exception());
    job.control.stop();
  }
}

}  // namespace

SweepSummary runSweep(const std::vector<Trial>& trials, SweepTest test, const SweepFolder& folder,
                      const SweepOptions& options, SweepControl& control, SweepObserver& observer) {
  folder.create();
  std::map<MendedSet, DataSource> sources;
  for (const Trial& trial : trials) {
    const MendedSet images = trial.recipe.data.images();
    if (!sources.contains(images))
      sources.emplace(images, loadDataSource(images, options.resources, options.reading));
  }
  Pool pool(trials, sources, observer);
  const Job job{trials, folder, {options.keepModels, test == SweepTest::All}, sources, control};
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const int workers = std::min(options.workers > 0 ? options.workers : cores,
                               std::max(1, static_cast<int>(trials.size())));
  std::vector<std::thread> others;
  others.reserve(static_cast<std::size_t>(workers));
  try {
    for (int i = 1; i < workers; ++i) others.push_back(startThread([&] { work(job, pool); }));
  } catch (const std::exception&) {
    // Fewer workers do the same trials.
  }
  work(job, pool);
  for (std::thread& other : others) other.join();
  return pool.summary();
}

}  // namespace inkling
