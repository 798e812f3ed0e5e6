// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench.h"

#include "app/cli/benchnetworks.h"
#include "app/cli/datareading.h"
#include "app/cli/recipeargument.h"
#include "app/cli/text.h"
#include "core/base/folders.h"
#include "core/base/grouped.h"
#include "core/data/datasource.h"
#include "core/tensor/peak.h"
#include "core/train/evaluate.h"
#include "core/train/trainer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <memory>
#include <thread>

namespace inkling::cli {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// Times whole epochs and stops the run when it has seen enough: three epochs and two seconds, or
/// one epoch if that took ten. The first epoch warms up and does not count if there are others.
class EpochTimer final : public Observer {
public:
  explicit EpochTimer(Control& control) : m_control(control) {}

  void onEpoch(const EpochRecord&, const Progress&) override {
    m_seconds.push_back(secondsSince(m_began));
    m_began = Clock::now();
    m_total += m_seconds.back();
    if ((m_seconds.size() > 3 && m_total > 2) || m_total > 10) m_control.stop();
  }

  double seconds() const {
    if (m_seconds.size() < 2) return m_total;
    return median({m_seconds.begin() + 1, m_seconds.end()});
  }

private:
  Control& m_control;
  std::vector<double> m_seconds;
  double m_total = 0;
  Clock::time_point m_began = Clock::now();
};

struct Timing {
  int threads = 0;
  double perEpoch = 0;
  double samplesPerSecond = 0;
  double gflops = 0;
  double peak = 0;
  double evaluation = 0;
};

double evaluationSeconds(const Model& model, const DataView& test, int threads) {
  constexpr int kTrials = 3;
  double best = 0;
  for (int i = 0; i < kTrials; ++i) {
    const auto start = Clock::now();
    evaluate(model, test, threads);
    const double seconds = secondsSince(start);
    best = i == 0 ? seconds : std::min(best, seconds);
  }
  return best;
}

Timing measure(const BenchNetwork& network, const BenchOptions& options, const DataSource& source) {
  Recipe recipe = benchRecipe(network);
  setFields(recipe, options.fields);
  Timing timing;
  timing.threads = options.threads > 0
                       ? options.threads
                       : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  timing.peak = peakGflops(timing.threads);
  Trainer trainer(recipe, source, timing.threads);
  Control control;
  EpochTimer timer(control);
  trainer.run(control, timer);
  const Model model = trainer.model();
  const int samples = trainer.split().train.count();
  timing.perEpoch = timer.seconds() / network.share;
  timing.samplesPerSecond = samples / timer.seconds();
  timing.gflops = model.network.trainingFlops() * timing.samplesPerSecond * 1e-9;
  timing.evaluation = evaluationSeconds(model, trainer.split().test, timing.threads);
  return timing;
}

void print(const BenchNetwork& network, const Timing& timing, bool json) {
  const double share = timing.gflops / timing.peak;
  if (json) {
    printLine(Json{{"network", network.name},
                   {"batch", network.batch},
                   {"threads", timing.threads},
                   {"seconds_per_epoch", timing.perEpoch},
                   {"samples_per_second", timing.samplesPerSecond},
                   {"gflops", timing.gflops},
                   {"peak_gflops", timing.peak},
                   {"share_of_peak", share},
                   {"eval_seconds", timing.evaluation}});
    return;
  }
  std::cout << std::left << std::setw(16) << network.name << std::right << std::setw(10)
            << fixed(timing.perEpoch, 3) << std::setw(13)
            << grouped(std::lround(timing.samplesPerSecond)) << std::setw(11)
            << fixed(timing.gflops, 1) << std::setw(11) << fixed(timing.peak, 1) << std::setw(10)
            << fixed(100 * share, 1) + " %" << std::setw(12) << fixed(timing.evaluation, 4)
            << std::endl;
}

bool wanted(const BenchNetwork& network, const BenchOptions& options) {
  const auto& names = options.networks;
  return names.empty() || std::find(names.begin(), names.end(), network.name) != names.end();
}

}  // namespace

int bench(const BenchOptions& options) {
  const DataSource source = loadDataSource("mnist", resourceFolder(), dataReading());
  if (!options.json) {
    std::cout << "network           s/epoch    samples/s    GFLOP/s       peak     share     "
                 "eval (s)\n";
  }
  for (const BenchNetwork& network : benchNetworks()) {
    if (wanted(network, options)) print(network, measure(network, options, source), options.json);
  }
  return 0;
}

void addBench(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<BenchOptions>();
  CLI::App* command = app.add_subcommand("bench", "Time training on this machine");
  std::vector<std::string> names;
  for (const BenchNetwork& network : benchNetworks()) names.push_back(network.name);
  command->add_option("--network", options->networks, "Only this network (can be repeated)")
      ->check(CLI::IsMember(names));
  command->add_option("--threads", options->threads, "Threads (default: all cores)")
      ->check(CLI::Range(1, 256));
  command->add_option("--set", options->fields, "Change a field, e.g. optimizer.kind=adam")
      ->type_name("FIELD=VALUE");
  command->add_flag("--json", options->json, "One JSON object a line instead of a table");
  command->callback([options, &exitCode] { exitCode = bench(*options); });
}

}  // namespace inkling::cli
