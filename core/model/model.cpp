// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model.h"

#include "core/base/error.h"
#include "core/model/fits.h"
#include "core/model/passrunner.h"

#include <algorithm>
#include <cmath>

namespace inkling {

std::vector<float> predict(const Model& model, std::span<const std::uint8_t> image) {
  const Network<float>& network = model.network;
  requireFits(network, image);
  ThreadTeam alone(1);
  Workspace<float> work(network, 1, 1, WorkspaceUse::Inference);
  const DataSpec& data = model.recipe.data;
  float* input = work.input().column(0);
  for (std::size_t i = 0; i < image.size(); ++i)
    input[i] = static_cast<float>((image[i] / 255.0 - data.mean) / data.std);
  PassRunner<float>(network, work, alone).forward({false, 0, 0, 1});
  const float* z = work.logits().column(0);
  std::vector<float> probabilities(z, z + network.outputs());
  const float top = *std::max_element(probabilities.begin(), probabilities.end());
  float sum = 0;
  for (float& p : probabilities) sum += p = std::exp(p - top);
  requireFiniteOutput(static_cast<double>(sum));
  for (float& p : probabilities) p /= sum;
  return probabilities;
}

void requireFiniteOutput(double result) {
  if (std::isfinite(result)) return;
  throw Error(
      "The outputs of this model are no finite numbers: its weights are too large for what it is "
      "given.");
}

}  // namespace inkling
