// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/lab.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace inkling {
namespace {

bool hasUnits(const LayerSpec& spec) {
  return spec.kind == LayerKind::Dense || spec.kind == LayerKind::Conv2d;
}

void requireUnits(const Network<float>& network, int layer) {
  const bool there = layer >= 0 && layer < network.layerCount();
  if (there && hasUnits(network.layer(layer).spec())) return;
  throw Error("Layer " + std::to_string(layer + 1) +
              " has no units: expected a dense layer or a convolution.");
}

void requireBelow(int index, Index bound, const char* what) {
  if (index >= 0 && index < bound) return;
  throw Error("There is no " + std::string(what) + " " + std::to_string(index) + ", only 0 … " +
              std::to_string(bound - 1) + ".");
}

}  // namespace

Network<float> withUnitScaled(const Network<float>& network, int layer, int unit, double factor) {
  requireUnits(network, layer);
  Network<float> copy = network;
  for (Matrix<float>* parameter : copy.layer(layer).parameters()) {
    requireBelow(unit, parameter->rows(), "unit");
    parameter->row(unit) *= static_cast<float>(factor);
  }
  return copy;
}

Network<float> withKernelScaled(const Network<float>& network, int layer, int unit, int input,
                                double factor) {
  requireUnits(network, layer);
  const Index channels = network.layer(layer).spec().kind == LayerKind::Conv2d
                             ? network.layer(layer).inputShape().channels
                             : network.layer(layer).inputShape().size();
  Network<float> copy = network;
  Matrix<float>& weight = *copy.layer(layer).parameters()[0];
  requireBelow(unit, weight.rows(), "unit");
  requireBelow(input, channels, "input channel");
  for (Index column = input; column < weight.cols(); column += channels)
    weight(unit, column) *= static_cast<float>(factor);
  return copy;
}

Network<float> withLayerScaled(const Network<float>& network, int layer, double factor) {
  requireUnits(network, layer);
  Network<float> copy = network;
  for (Matrix<float>* parameter : copy.layer(layer).parameters())
    *parameter *= static_cast<float>(factor);
  return copy;
}

Network<float> pruned(const Network<float>& network, double share) {
  Network<float> copy = network;
  std::vector<float*> weights;
  for (int i = 0; i < copy.layerCount(); ++i) {
    if (!hasUnits(copy.layer(i).spec())) continue;
    Matrix<float>& weight = *copy.layer(i).parameters()[0];
    for (Index k = 0; k < weight.size(); ++k) weights.push_back(weight.data() + k);
  }
  const double part = std::clamp(share, 0.0, 1.0);
  const auto count = std::lround(part * static_cast<double>(weights.size()));
  std::stable_sort(weights.begin(), weights.end(),
                   [](const float* a, const float* b) { return std::abs(*a) < std::abs(*b); });
  for (long i = 0; i < count; ++i) *weights[static_cast<std::size_t>(i)] = 0;
  return copy;
}

}  // namespace inkling
