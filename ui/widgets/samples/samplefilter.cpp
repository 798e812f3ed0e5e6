// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/samplefilter.h"

#include <algorithm>

namespace inkling::ui {

std::vector<int> arrange(const DataView& view, const Predictions* predictions,
                         const SampleFilter& filter) {
  const int known = predictions == nullptr ? 0 : std::min(predictions->count(), view.count());
  const auto isWrong = [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    return predictions->predicted[at] != predictions->labels[at];
  };
  std::vector<int> rows;
  rows.reserve(static_cast<std::size_t>(view.count()));
  for (int i = 0; i < view.count(); ++i) {
    if (filter.label >= 0 && view.label(i) != filter.label) continue;
    if (filter.wrongOnly && known > 0 && (i >= known || !isWrong(i))) continue;
    rows.push_back(i);
  }
  if (filter.sort == SampleSort::Index || known == 0) return rows;
  const bool byLoss = filter.sort == SampleSort::Loss;
  // Samples without a prediction come last.
  const auto key = [&](int i) {
    if (i >= known) return -1e30F;
    return byLoss ? predictions->losses[static_cast<std::size_t>(i)] : -predictions->confidence(i);
  };
  std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) { return key(a) > key(b); });
  return rows;
}

}  // namespace inkling::ui
