// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/curve.h"

#include <optional>

namespace inkling::ui {

/// What the curves say at one place.
struct Readout {
  double x = 0;
  std::optional<double> batch;
  std::optional<double> smoothed;
  std::optional<double> validation;
  std::optional<double> test;
  std::optional<double> reported;  ///< of the step report that covers the place
  int reportSteps = 0;
  std::optional<double> ghost;  ///< smoothed, or validation if there is nothing else
};

/// The value of a curve at x, between its points linearly; none outside of it.
std::optional<double> valueAt(const Curve& curve, double x);

/// The value of the point nearest to x, if one is within `reach`.
std::optional<double> nearestAt(const Curve& curve, double x, double reach);

/// Validation and test are read at the nearest epoch.
Readout readAt(const RunCurves& run, const RunCurves& ghost, double x);

}  // namespace inkling::ui
