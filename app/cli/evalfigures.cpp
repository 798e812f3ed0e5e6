// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evalfigures.h"

#include "app/cli/progressbar.h"
#include "core/base/grouped.h"

#include <iomanip>
#include <iostream>

namespace inkling::cli {

CalibrationFigures calibrate(const Predictions& measured, const Predictions& fitted) {
  CalibrationFigures figures;
  figures.bins = reliability(measured);
  figures.error = calibrationError(figures.bins);
  figures.temperature = fitTemperature(fitted);
  const Predictions cooled = withTemperature(measured, figures.temperature);
  figures.errorWithTemperature = calibrationError(reliability(cooled));
  figures.lossWithTemperature = score(cooled).loss;
  return figures;
}

void print(const CalibrationFigures& figures) {
  std::cout << "calibration error " << percent(figures.error) << "; with temperature "
            << fixed(figures.temperature, 3) << ": " << percent(figures.errorWithTemperature)
            << ", loss " << fixed(figures.lossWithTemperature, 4) << '\n'
            << "  confidence     images   accuracy\n";
  for (const ReliabilityBin& bin : figures.bins) {
    if (bin.count == 0) continue;
    std::cout << "  " << fixed(bin.low, 2) << " ... " << fixed(bin.high, 2) << std::setw(9)
              << grouped(bin.count) << std::setw(11) << percent(bin.accuracy) << '\n';
  }
}

Json toJson(const CalibrationFigures& figures) {
  Json bins = Json::array();
  for (const ReliabilityBin& bin : figures.bins)
    bins.push_back({{"low", bin.low},
                    {"high", bin.high},
                    {"count", bin.count},
                    {"confidence", bin.confidence},
                    {"accuracy", bin.accuracy}});
  return {{"error", figures.error},
          {"temperature", figures.temperature},
          {"error_with_temperature", figures.errorWithTemperature},
          {"loss_with_temperature", figures.lossWithTemperature},
          {"bins", bins}};
}

std::vector<RobustnessCurve> measureRobustness(const Model& model, const DataView& view,
                                               int threads, const std::atomic<bool>& cancel) {
  RobustnessOptions options;
  options.threads = threads;
  ProgressBar bar;
  auto curves = robustness(
      model, view, options,
      [&](double share, const std::vector<RobustnessCurve>& sofar) {
        bar.update(share, "robustness", toString(sofar.back().kind));
      },
      &cancel);
  bar.clear();
  return curves;
}

void print(const std::vector<RobustnessCurve>& curves) {
  std::cout << "accuracy on corrupted images, by strength\n";
  for (const RobustnessCurve& curve : curves) {
    std::cout << "  " << std::left << std::setw(13) << toString(curve.kind) << std::right;
    for (const RobustnessPoint& point : curve.points) {
      const int digits = point.strength == static_cast<int>(point.strength) ? 0 : 2;
      std::cout << std::setw(7) << fixed(point.strength, digits) << ": " << percent(point.accuracy);
    }
    std::cout << '\n';
  }
}

Json toJson(const std::vector<RobustnessCurve>& curves) {
  Json all = Json::object();
  for (const RobustnessCurve& curve : curves) {
    Json points = Json::array();
    for (const RobustnessPoint& point : curve.points)
      points.push_back({{"strength", point.strength}, {"accuracy", point.accuracy}});
    all[toString(curve.kind)] = points;
  }
  return all;
}

}  // namespace inkling::cli
