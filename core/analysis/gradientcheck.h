// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/model.h"

#include <atomic>
#include <string>
#include <vector>

namespace inkling {

/// How well the computed gradient of one parameter matrix agrees with differences of the loss.
struct ParameterCheck {
  std::string name;         ///< "layers.0.weight"
  int checked = 0;          ///< elements
  int kinks = 0;            ///< left out, because a ReLU or a maximum switches within the step
  double largestError = 0;  ///< |computed − numeric| / max(|computed|, |numeric|, 10⁻⁴)
};

struct INKLING_CORE_API GradientReport {
  std::vector<ParameterCheck> parameters;
  double largestError() const;
  int checked() const;
};

/// Compares the gradient of the mean loss over the images of `batch`, in double precision, with
/// central differences, on up to `perParameter` elements of each matrix (a fixed random choice).
/// As in training: batch norm uses the batch's own statistics, and dropout drops the same units
/// every time. Stops early if `cancel` becomes true.
INKLING_CORE_API GradientReport checkGradients(const Model& model, const DataView& batch,
                                               int perParameter = 40,
                                               const std::atomic<bool>* cancel = nullptr);

}  // namespace inkling
