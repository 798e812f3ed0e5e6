// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How late a 10 ms timer in the window is while a network trains on all cores: heartbeat [recipe]
// [seconds]. Also says how long the first point of the curves takes after Train is pressed.

#include "core/base/folders.h"
#include "core/recipe/recipelibrary.h"
#include "tests/bench/ui/benchwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

namespace {

constexpr int kBeat = 10;  // ms

double percentile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void print(const char* what, std::vector<double> lateness) {
  if (lateness.empty()) return;
  std::sort(lateness.begin(), lateness.end());
  std::printf("%-10s %6zu beats, late by: median %.2f ms, 99 %% %.2f ms, worst %.2f ms\n", what,
              lateness.size(), percentile(lateness, 0.5), percentile(lateness, 0.99),
              lateness.back());
}

/// Lateness of every beat, idle and while the run is under way.
struct Beats {
  std::vector<double> idle;
  std::vector<double> training;
};

}  // namespace

int main(int argc, char* argv[]) {
  QApplication application(argc, argv);
  inkling::bench::BenchWindow bench;
  inkling::ui::Session& session = bench.session;

  inkling::Recipe recipe =
      inkling::findRecipe(argc > 1 ? argv[1] : "mlp", inkling::resourceFolder());
  recipe.epochs = 1000;
  session.setRecipe(recipe);
  const int seconds = argc > 2 ? std::max(1, QString::fromLocal8Bit(argv[2]).toInt()) : 10;

  Beats beats;
  QElapsedTimer since;
  QTimer beat;
  beat.setTimerType(Qt::PreciseTimer);
  QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
    const double late = static_cast<double>(since.nsecsElapsed()) * 1e-6 - kBeat;
    since.restart();
    (session.training().active() ? beats.training : beats.idle).push_back(std::max(0.0, late));
  });

  QElapsedTimer pressed;
  bool moved = false;
  QObject::connect(
      &session.training(), &inkling::ui::Training::reported, &beat,
      [&](const inkling::ui::Report& report) {
        if (std::exchange(moved, moved || !report.batches.empty()) || report.batches.empty())
          return;
        std::printf("first point of the curves %.0f ms after Train\n",
                    static_cast<double>(pressed.nsecsElapsed()) * 1e-6);
      });
  QTimer::singleShot(2000, &beat, [&] {
    pressed.start();
    session.toggle();
  });
  // Not quit(): the window would ask about the model that is not saved.
  QTimer::singleShot(2000 + seconds * 1000, &beat, [] { QCoreApplication::exit(0); });
  since.start();
  beat.start(kBeat);
  QApplication::exec();
  print("idle", beats.idle);
  print("training", beats.training);
  std::printf("%.0f images/s\n", session.training().progress().samplesPerSecond);
  return beats.training.empty() ? 1 : 0;
}
