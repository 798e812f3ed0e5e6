// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/evaluate.h"

#include "core/train/evaluator.h"

#include <algorithm>

namespace inkling {

Score evaluate(const Model& model, const DataView& view, int threads) {
  ThreadTeam team(threads);
  const Score score = Evaluator(model.network, team).score(model.network, view, model.recipe);
  requireFiniteOutput(score.loss);
  return score;
}

Predictions predictAll(const Model& model, const DataView& view, int threads,
                       const std::atomic<bool>* cancel) {
  ThreadTeam team(threads);
  return Evaluator(model.network, team).predict(model.network, view, model.recipe, cancel);
}

Score score(const Predictions& predictions) {
  Score result;
  result.count = predictions.count();
  if (result.count == 0) return result;
  for (std::size_t i = 0; i < predictions.labels.size(); ++i) {
    result.loss += std::min(static_cast<double>(predictions.losses[i]), predictions.lossCeiling);
    result.accuracy += predictions.predicted[i] == predictions.labels[i] ? 1 : 0;
  }
  result.loss /= result.count;
  result.accuracy /= result.count;
  return result;
}

}  // namespace inkling
