// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/features.h"

#include "core/analysis/trace.h"
#include "core/data/batchgather.h"
#include "core/model/fits.h"
#include "core/model/passrunner.h"

#include <algorithm>
#include <vector>

namespace inkling {
namespace {

constexpr int kBatch = 64;

}  // namespace

int featureLayer(const Network<float>& network) {
  int last = network.layerCount() - 1;
  while (last >= 0 && network.layer(last).spec().kind != LayerKind::Dense) --last;
  return std::max(last, 0) - 1;
}

Network<float> prefix(const Network<float>& network, int layers) {
  const auto& specs = network.specs();
  Network<float> first(network.inputShape(), {specs.begin(), specs.begin() + layers});
  const auto copy = [](const auto& from, const auto& to) {
    for (std::size_t i = 0; i < to.size(); ++i) *to[i].value = *from[i].value;
  };
  copy(network.parameters(), first.parameters());
  copy(network.statistics(), first.statistics());
  return first;
}

Matrix<float> features(const Model& model, const DataView& view, int threads,
                       const std::atomic<bool>* cancel) {
  requireFits(model.network, view);
  const Network<float> network = prefix(model.network, featureLayer(model.network) + 1);
  const Index size = network.layerCount() > 0 ? network.outputs() : network.inputShape().size();
  Matrix<float> found(size, view.count());
  const BatchGather gather(view, model.recipe.data);
  ThreadTeam team(threads);
  ThreadTeam alone(1);
  std::vector<Workspace<float>> workspaces;
  for (int i = 0; i < team.threads(); ++i)
    workspaces.emplace_back(network, kBatch, 1, WorkspaceUse::Inference);
  team.run((view.count() + kBatch - 1) / kBatch, [&](int batch, int thread) {
    if (cancel && cancel->load(std::memory_order_relaxed)) return;
    Workspace<float>& work = workspaces[static_cast<std::size_t>(thread)];
    const int begin = batch * kBatch;
    const int count = std::min(kBatch, view.count() - begin);
    Label labels[kBatch];
    gather.gatherPlain(begin, count, work.input(), {labels, static_cast<std::size_t>(count)});
    PassRunner<float>(network, work, alone).forward({false, 0, 0, count});
    std::copy_n(work.logits().column(0), size * count, found.data() + size * begin);
  });
  if (cancel && cancel->load()) return {};
  return found;
}

Vector<float> featuresOf(const Model& model, std::span<const std::uint8_t> image) {
  const Network<float> network = prefix(model.network, featureLayer(model.network) + 1);
  const Trace trace(network, networkInput(model, image));
  const auto values = trace.output(network.layerCount() - 1);
  return Eigen::Map<const Vector<float>>(values.data(), static_cast<Index>(values.size()));
}

}  // namespace inkling
