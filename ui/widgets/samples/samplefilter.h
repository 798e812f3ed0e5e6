// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/train/evaluate.h"

#include <memory>
#include <vector>

namespace inkling::ui {

enum class SampleSort {
  Index,
  Loss,        ///< highest first
  Confidence,  ///< lowest first
  Margin,      ///< smallest distance between the two likeliest classes first
  Mistakes     ///< the wrong ones first, the surest of them before the others
};

/// Which samples are shown, and in which order.
struct SampleFilter {
  int label = -1;          ///< true class; −1: all
  int predicted = -1;      ///< read as; −1: all; without predictions this filters nothing
  bool wrongOnly = false;  ///< without predictions this filters nothing
  SampleSort sort = SampleSort::Index;
  std::shared_ptr<const std::vector<int>> only{};  ///< these positions; null: all
  bool operator==(const SampleFilter&) const = default;
};

/// Positions in `view` that pass, in order. `predictions` may be null or shorter than the view.
/// Equal keys stay in the order of the view.
std::vector<int> arrange(const DataView& view, const Predictions* predictions,
                         const SampleFilter& filter);

}  // namespace inkling::ui
