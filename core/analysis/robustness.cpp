// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/robustness.h"

#include "core/model/fits.h"
#include "core/train/evaluate.h"

#include <algorithm>
#include <memory>
#include <numeric>

namespace inkling {

DataView corrupted(const DataView& view, Corruption kind, double strength, std::uint64_t seed) {
  auto set = std::make_shared<Dataset>();
  set->width = view.set->width;
  set->height = view.set->height;
  set->channels = view.set->channels;
  set->classes = view.set->classes;
  const auto size = static_cast<std::size_t>(set->shape().size());
  set->pixels.resize(size * view.indices.size());
  set->labels.resize(view.indices.size());
  for (int i = 0; i < view.count(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    set->labels[at] = static_cast<Label>(view.label(i));
    corrupt({view.image(i), set->width, set->height}, kind, strength, seed, view.indices[at],
            std::span(set->pixels).subspan(at * size, size));
  }
  DataView result{std::move(set), std::vector<std::uint32_t>(view.indices.size())};
  std::iota(result.indices.begin(), result.indices.end(), 0U);
  return result;
}

std::vector<RobustnessCurve> robustness(const Model& model, const DataView& view,
                                        const RobustnessOptions& options,
                                        const RobustnessProgress& progress,
                                        const std::atomic<bool>* cancel) {
  requireFits(model.network, view);
  const DataView used = options.limit > 0 ? view.first(options.limit) : view;
  std::size_t points = 0;
  for (const Corruption kind : options.kinds) points += usualStrengths(kind).size();
  std::vector<RobustnessCurve> curves;
  std::size_t done = 0;
  for (const Corruption kind : options.kinds) {
    curves.push_back({kind, {}});
    for (const double strength : usualStrengths(kind)) {
      if (cancel && cancel->load(std::memory_order_relaxed)) return curves;
      const DataView changed = corrupted(used, kind, strength, options.seed);
      const Score read = score(predictAll(model, changed, options.threads, cancel));
      if (cancel && cancel->load(std::memory_order_relaxed)) return curves;
      curves.back().points.push_back({strength, read.accuracy});
      ++done;
      if (progress) progress(static_cast<double>(done) / static_cast<double>(points), curves);
    }
  }
  return curves;
}

}  // namespace inkling
