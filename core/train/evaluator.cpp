// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/evaluator.h"

#include "core/data/batchgather.h"
#include "core/loss/softmaxcrossentropy.h"
#include "core/model/fits.h"
#include "core/model/passrunner.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

/// Bytes of activations that a batch may take: most of them stay in the caches.
constexpr int kBatchBytes = 4 << 20;
constexpr int kLargestBatch = 128;

int batchFor(const Network<float>& network) {
  long elements = network.inputShape().size();
  for (int i = 0; i < network.layerCount(); ++i) elements += network.layer(i).outputShape().size();
  const long fitting = kBatchBytes / static_cast<long>(sizeof(float)) / std::max(1L, elements);
  return static_cast<int>(std::clamp(fitting, 8L, long{kLargestBatch}));
}

}  // namespace

Evaluator::Evaluator(const Network<float>& network, ThreadTeam& team)
    : m_team(team),
      m_batch(batchFor(network)) {
  for (int i = 0; i < team.threads(); ++i)
    m_workspaces.emplace_back(network, m_batch, 1, WorkspaceUse::Inference);
}

Evaluator::~Evaluator() = default;

/// Calls each(batch number, first sample, labels, probabilities) on some thread; the probabilities
/// may be overwritten. Batches are left out once `cancel` is true.
template <typename Each>
void Evaluator::forEachBatch(const Network<float>& network, const DataView& view,
                             const DataSpec& data, const std::atomic<bool>* cancel,
                             const Each& each) {
  requireFits(network, view);
  const BatchGather gather(view, data);
  const int batches = (view.count() + m_batch - 1) / m_batch;
  m_team.run(batches, [&](int batch, int thread) {
    if (cancel && cancel->load(std::memory_order_relaxed)) return;
    Workspace<float>& work = m_workspaces[static_cast<std::size_t>(thread)];
    const int begin = batch * m_batch;
    const int count = std::min(m_batch, view.count() - begin);
    Label labels[kLargestBatch];
    const std::span<Label> used(labels, static_cast<std::size_t>(count));
    gather.gatherPlain(begin, count, work.input(), used);
    PassRunner<float>(network, work, m_alone).forward({false, 0, 0, count});
    each(batch, begin, used, work.logits());
  });
}

Score Evaluator::score(const Network<float>& network, const DataView& view, const Recipe& recipe) {
  if (view.count() == 0) return {};
  std::vector<BatchLoss> losses(static_cast<std::size_t>((view.count() + m_batch - 1) / m_batch));
  const double ceiling = lossCeiling(recipe.lossClamp);
  const auto add = [&](int batch, int, auto labels, Columns<float> logits) {
    losses[static_cast<std::size_t>(batch)] =
        softmaxCrossEntropy<float>(logits, labels, 0, logits, 1, ceiling);
  };
  forEachBatch(network, view, recipe.data, nullptr, add);
  Score score;
  for (const BatchLoss& loss : losses) {
    score.loss += loss.loss;
    score.accuracy += loss.correct;
  }
  score.count = view.count();
  score.loss /= score.count;
  score.accuracy /= score.count;
  return score;
}

Predictions Evaluator::predict(const Network<float>& network, const DataView& view,
                               const Recipe& recipe, const std::atomic<bool>* cancel) {
  const int classes = network.outputs();
  const auto count = static_cast<std::size_t>(view.count());
  Predictions result;
  result.classes = classes;
  result.lossCeiling = lossCeiling(recipe.lossClamp);
  result.probabilities.resize(count * static_cast<std::size_t>(classes));
  result.losses.resize(count);
  result.labels.resize(count);
  result.predicted.resize(count);
  const auto keep = [&](int, int begin, auto labels, Columns<float> logits) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::size_t at = static_cast<std::size_t>(begin) + i;
      const float* z = logits.column(static_cast<Index>(i));
      float* p = result.probabilities.data() + at * static_cast<std::size_t>(classes);
      softmax<float>(z, classes, p);
      const float* top = std::max_element(z, z + classes);
      result.labels[at] = labels[i];
      result.predicted[at] = static_cast<Label>(top - z);
      double sum = 0;
      for (int c = 0; c < classes; ++c) sum += std::exp(static_cast<double>(z[c] - *top));
      result.losses[at] =
          static_cast<float>(std::log(sum) + static_cast<double>(*top - z[labels[i]]));
      requireFiniteOutput(static_cast<double>(result.losses[at]));
    }
  };
  forEachBatch(network, view, recipe.data, cancel, keep);
  if (cancel && cancel->load()) return {};
  return result;
}

}  // namespace inkling
