// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/health.h"

#include "core/analysis/parametersof.h"
#include "core/analysis/trace.h"
#include "core/base/error.h"
#include "core/data/batchgather.h"
#include "core/loss/softmaxcrossentropy.h"
#include "core/model/fits.h"
#include "core/model/passrunner.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

Pass passOf(const DataView& batch) { return {true, 0, 0, batch.count()}; }

LayerHealth weightsOf(const Network<float>& network, int layer) {
  const auto parameters = parametersOf(network.layer(layer));
  LayerHealth found;
  found.layer = layer;
  double squares = 0;
  for (const Matrix<float>* p : parameters) squares += p->cast<double>().squaredNorm();
  found.weightNorm = std::sqrt(squares);
  const Eigen::ArrayXXd weights = parameters[0]->cast<double>().array();
  found.meanWeight = weights.mean();
  found.stdWeight = std::sqrt((weights - found.meanWeight).square().mean());
  found.largestWeight = weights.abs().maxCoeff();
  return found;
}

ReluHealth reluOf(Columns<const float> output, Shape shape, const DataView& batch, int layer) {
  std::vector<bool> alive(
      static_cast<std::size_t>(shape.height * shape.width > 1 ? shape.channels : shape.size()));
  long zeros = 0;
  for (int s = 0; s < batch.count(); ++s) {
    const float* y = output.column(s);
    for (int i = 0; i < shape.size(); ++i) {
      if (y[i] > 0)
        alive[static_cast<std::size_t>(i) % alive.size()] = true;
      else
        ++zeros;
    }
  }
  ReluHealth found{layer, static_cast<int>(alive.size()), 0, 0};
  found.dead = static_cast<int>(std::count(alive.begin(), alive.end(), false));
  found.zeros = static_cast<double>(zeros) / (static_cast<double>(shape.size()) * batch.count());
  return found;
}

}  // namespace

Health health(const Model& model, const DataView& batch) {
  const Network<float>& network = model.network;
  Health result;
  for (int i = 0; i < network.layerCount(); ++i)
    if (!parametersOf(network.layer(i)).empty()) result.layers.push_back(weightsOf(network, i));
  if (batch.count() == 0) return result;
  requireFits(network, batch);
  ThreadTeam alone(1);
  Workspace<float> work(network, batch.count(), 1, WorkspaceUse::Inspection);
  std::vector<Label> labels(static_cast<std::size_t>(batch.count()));
  BatchGather(batch, model.recipe.data).gatherPlain(0, batch.count(), work.input(), labels);
  PassRunner<float> runner(network, work, alone);
  runner.forward(passOf(batch));
  for (int i = 0; i < network.layerCount(); ++i)
    if (network.layer(i).spec().kind == LayerKind::ReLU)
      result.relus.push_back(reluOf(work.output(i), network.layer(i).outputShape(), batch, i));
  softmaxCrossEntropy<float>(work.logits(), labels, 0, work.logitsGradient(), batch.count());
  runner.backward(passOf(batch));
  std::size_t next = 0;
  for (LayerHealth& layer : result.layers) {
    double squares = 0;
    for (std::size_t k = parametersOf(network.layer(layer.layer)).size(); k > 0; --k)
      squares += work.gradients()[next++].cast<double>().squaredNorm();
    layer.gradientNorm = std::sqrt(squares);
  }
  return result;
}

std::vector<double> updateRatios(const Network<float>& before, const Network<float>& after,
                                 long steps) {
  if (before.specs() != after.specs() || before.inputShape() != after.inputShape())
    throw Error("The two networks are not built alike.");
  std::vector<double> ratios;
  for (int i = 0; i < before.layerCount(); ++i) {
    const auto from = parametersOf(before.layer(i));
    const auto to = parametersOf(after.layer(i));
    if (from.empty()) continue;
    double change = 0;
    double size = 0;
    for (std::size_t k = 0; k < from.size(); ++k) {
      change += (*to[k] - *from[k]).cast<double>().squaredNorm();
      size += from[k]->cast<double>().squaredNorm();
    }
    const double ratio = size > 0 ? std::sqrt(change / size) : 0;
    ratios.push_back(steps > 0 ? ratio / static_cast<double>(steps) : 0);
  }
  return ratios;
}

WeightHistogram weightHistogram(const Network<float>& network, int layer, int bins) {
  const auto parameters = parametersOf(network.layer(layer));
  WeightHistogram found;
  if (parameters.empty()) return found;
  found.limit = static_cast<double>(parameters[0]->cwiseAbs().maxCoeff());
  found.counts.resize(static_cast<std::size_t>(bins));
  for (Index k = 0; k < parameters[0]->size(); ++k) {
    const auto value = static_cast<double>(parameters[0]->data()[k]);
    const double share = found.limit > 0 ? (value / found.limit + 1) / 2 : 0.5;
    const int bin = std::clamp(static_cast<int>(share * bins), 0, bins - 1);
    ++found.counts[static_cast<std::size_t>(bin)];
  }
  return found;
}

}  // namespace inkling
