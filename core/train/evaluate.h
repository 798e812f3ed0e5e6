// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/loss/softmaxcrossentropy.h"
#include "core/model/model.h"

#include <atomic>
#include <vector>

namespace inkling {

/// What a model makes of each of some samples.
struct Predictions {
  int classes = 0;
  std::vector<float> probabilities;  ///< sample by sample, `classes` each
  std::vector<float> losses;         ///< cross-entropy of each sample, nats
  double lossCeiling = kNoCeiling;   ///< no sample counts more in score()
  std::vector<Label> labels;         ///< true
  std::vector<Label> predicted;
  int count() const { return static_cast<int>(labels.size()); }
  float confidence(int i) const {
    return probabilities[static_cast<std::size_t>(i) * static_cast<std::size_t>(classes) +
                         predicted[static_cast<std::size_t>(i)]];
  }
};

/// Loss and accuracy over `view`. threads 0: all cores; the result does not depend on it.
/// Throws Error if the images do not fit the network, or if its outputs are not finite.
INKLING_CORE_API Score evaluate(const Model& model, const DataView& view, int threads = 0);

/// The same with every sample's probabilities. `cancel`, if given, makes it return early (and
/// short).
INKLING_CORE_API Predictions predictAll(const Model& model, const DataView& view, int threads = 0,
                                        const std::atomic<bool>* cancel = nullptr);

INKLING_CORE_API Score score(const Predictions& predictions);

}  // namespace inkling
