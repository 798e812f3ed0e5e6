// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace inkling {
namespace {

/// From `from` to `to` along half a cosine; share 0 … 1.
double cosineRamp(double from, double to, double share) {
  return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * share));
}

}  // namespace

double scheduleFactor(const ScheduleSpec& spec, double epochsDone, double epochs) {
  const double progress = std::clamp(epochsDone / std::max(epochs, 1e-9), 0.0, 1.0);
  switch (spec.kind) {
    case ScheduleKind::Constant:
      return 1;
    case ScheduleKind::Step:
      return std::pow(spec.stepFactor, std::floor(epochsDone / std::max(1, spec.stepEpochs)));
    case ScheduleKind::Cosine:
      return cosineRamp(1, spec.finalFactor, progress);
    case ScheduleKind::OneCycle:
      if (progress < spec.warmup) return cosineRamp(spec.startFactor, 1, progress / spec.warmup);
      return cosineRamp(1, spec.finalFactor,
                        (progress - spec.warmup) / std::max(1e-9, 1 - spec.warmup));
  }
  return 1;
}

}  // namespace inkling
