// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/samplefilter.h"

#include <algorithm>

namespace inkling::ui {
namespace {

/// Between the probabilities of the two likeliest classes.
float margin(const Predictions& predictions, int sample) {
  const auto classes = static_cast<std::size_t>(predictions.classes);
  const float* p = predictions.probabilities.data() + static_cast<std::size_t>(sample) * classes;
  float first = 0;
  float second = 0;
  for (std::size_t c = 0; c < classes; ++c) {
    second = std::max(second, std::min(first, p[c]));
    first = std::max(first, p[c]);
  }
  return first - second;
}

}  // namespace

std::vector<int> arrange(const DataView& view, const Predictions* predictions,
                         const SampleFilter& filter) {
  const int known = predictions == nullptr ? 0 : std::min(predictions->count(), view.count());
  const auto isWrong = [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    return predictions->predicted[at] != predictions->labels[at];
  };
  const auto passes = [&](int i) {
    if (filter.label >= 0 && view.label(i) != filter.label) return false;
    if (known == 0) return true;
    if (filter.wrongOnly && (i >= known || !isWrong(i))) return false;
    return filter.predicted < 0 ||
           (i < known && predictions->predicted[static_cast<std::size_t>(i)] == filter.predicted);
  };
  std::vector<int> rows;
  rows.reserve(static_cast<std::size_t>(view.count()));
  if (filter.only) {
    for (const int i : *filter.only)
      if (i < view.count() && passes(i)) rows.push_back(i);
  } else {
    for (int i = 0; i < view.count(); ++i)
      if (passes(i)) rows.push_back(i);
  }
  if (filter.sort == SampleSort::Index || known == 0) return rows;
  // Samples without a prediction come last.
  const auto key = [&](int i) {
    if (i >= known) return -1e30F;
    switch (filter.sort) {
      case SampleSort::Loss:
        return predictions->losses[static_cast<std::size_t>(i)];
      case SampleSort::Margin:
        return -margin(*predictions, i);
      case SampleSort::Mistakes:
        return isWrong(i) ? 1 + predictions->confidence(i) : -predictions->confidence(i);
      default:
        return -predictions->confidence(i);
    }
  };
  std::vector<float> keys(static_cast<std::size_t>(view.count()));
  for (const int i : rows) keys[static_cast<std::size_t>(i)] = key(i);
  std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
    return keys[static_cast<std::size_t>(a)] > keys[static_cast<std::size_t>(b)];
  });
  return rows;
}

}  // namespace inkling::ui
