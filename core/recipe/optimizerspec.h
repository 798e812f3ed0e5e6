// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>

namespace inkling {

enum class OptimizerKind { Sgd, Momentum, Nesterov, Adam, AdamW };

struct OptimizerSpec {
  OptimizerKind kind = OptimizerKind::Sgd;
  double learningRate = 0.1;  ///< base rate; the schedule multiplies it
  double momentum = 0.9;      ///< Momentum, Nesterov
  double beta1 = 0.9;         ///< Adam, AdamW (Kingma and Ba 2015; Loshchilov and Hutter 2019)
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double weightDecay =
      0;  ///< L2 term of the gradient; AdamW: decoupled. Biases and batch norm are spared
  double clipNorm = 0;  ///< rescale the whole gradient to this norm when it is larger; 0: off
  bool operator==(const OptimizerSpec&) const = default;
};

enum class ScheduleKind { Constant, Step, Cosine, OneCycle };

/// Factor on the base rate as a pure function of progress.
struct ScheduleSpec {
  ScheduleKind kind = ScheduleKind::Constant;
  double warmup = 0.3;        ///< OneCycle: share of the run that climbs to the peak
  double startFactor = 0.04;  ///< OneCycle: factor at the beginning
  double finalFactor = 0;     ///< Cosine, OneCycle: factor at the end
  int stepEpochs = 10;        ///< Step: every so many epochs …
  double stepFactor = 0.1;    ///< … multiply by this
  bool operator==(const ScheduleSpec&) const = default;
};

/// The names used in recipe files: "sgd", "momentum", …; "constant", "one_cycle", ….
INKLING_CORE_API std::string toString(OptimizerKind kind);
INKLING_CORE_API std::string toString(ScheduleKind kind);

}  // namespace inkling
