// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/model.h"

#include <string>
#include <vector>

namespace inkling {

/// How one layer with parameters is doing.
struct LayerHealth {
  int layer = 0;
  double gradientNorm = 0;  ///< of weights and biases together, mean loss of the batch
  double weightNorm = 0;
  double meanWeight = 0;  ///< of the weights without the biases, as are the next two
  double stdWeight = 0;
  double largestWeight = 0;  ///< in size
};

/// How alive a ReLU layer is.
struct ReluHealth {
  int layer = 0;
  int units = 0;     ///< channels, for images
  int dead = 0;      ///< 0 for every sample (and everywhere in the image)
  double zeros = 0;  ///< share of all outputs that are 0
};

struct Health {
  std::vector<LayerHealth> layers;
  std::vector<ReluHealth> relus;
};

/// Measured as in training, but without augmentation, on the images of `batch`: a few hundred are
/// enough. Weights only if the batch is empty. Throws Error if its images do not fit.
INKLING_CORE_API Health health(const Model& model, const DataView& batch);

/// |change of the weights| / |weights| of each layer with parameters between two states of the same
/// network, divided by the number of steps; about 0.001 is usual. Throws Error if the
/// architectures differ.
INKLING_CORE_API std::vector<double> updateRatios(const Network<float>& before,
                                                  const Network<float>& after, long steps);

/// Counts of values in equal bins over [−limit, limit]; what lies outside goes to the outermost.
struct WeightHistogram {
  double limit = 0;
  std::vector<int> counts;
};

/// Of the weights of a layer, without its bias; the limit is the largest in size. Empty for a layer
/// without weights.
INKLING_CORE_API WeightHistogram weightHistogram(const Network<float>& network, int layer,
                                                 int bins = 41);

}  // namespace inkling
