// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/corruption.h"
#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/model.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

namespace inkling {

struct RobustnessPoint {
  double strength = 0;
  double accuracy = 0;
};

/// Accuracy against the strength of one kind of corruption.
struct RobustnessCurve {
  Corruption kind = Corruption::Noise;
  std::vector<RobustnessPoint> points;  ///< in the order of the strengths
};

struct RobustnessOptions {
  std::vector<Corruption> kinds = allCorruptions();
  int limit = 0;  ///< only the first so many images; 0: all
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0: all cores; the result does not depend on it
};

/// Told after every point: the share of the work that is done, and what is known so far.
using RobustnessProgress =
    std::function<void(double share, const std::vector<RobustnessCurve>& sofar)>;

/// How a model reads the images of `view` when they are corrupted: a pure function of model, view
/// and options. If `cancel` becomes true, returns what there is. Throws Error if the images do not
/// fit.
INKLING_CORE_API std::vector<RobustnessCurve> robustness(const Model& model, const DataView& view,
                                                         const RobustnessOptions& options = {},
                                                         const RobustnessProgress& progress = {},
                                                         const std::atomic<bool>* cancel = nullptr);

/// The images of `view` as a data set of their own, corrupted.
INKLING_CORE_API DataView corrupted(const DataView& view, Corruption kind, double strength,
                                    std::uint64_t seed);

}  // namespace inkling
