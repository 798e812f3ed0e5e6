// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/text.h"
#include "core/analysis/calibration.h"
#include "core/analysis/robustness.h"

#include <atomic>
#include <vector>

namespace inkling::cli {

/// Whether confidences can be trusted, as they are and with a temperature.
struct CalibrationFigures {
  double error = 0;  ///< expected calibration error
  double temperature = 1;
  double errorWithTemperature = 0;
  double lossWithTemperature = 0;
  std::vector<ReliabilityBin> bins;
};

/// The temperature is fitted on `fitted`, all else is measured on `measured`.
CalibrationFigures calibrate(const Predictions& measured, const Predictions& fitted);
void print(const CalibrationFigures& figures);
Json toJson(const CalibrationFigures& figures);

/// With a bar on standard error; returns early, and short, once `cancel` is true.
std::vector<RobustnessCurve> measureRobustness(const Model& model, const DataView& view,
                                               int threads, const std::atomic<bool>& cancel);
void print(const std::vector<RobustnessCurve>& curves);
Json toJson(const std::vector<RobustnessCurve>& curves);

}  // namespace inkling::cli
