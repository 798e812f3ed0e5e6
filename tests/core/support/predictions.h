// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/evaluate.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inkling::test {

/// Predictions with the given probabilities, one row a sample; the rest follows from them.
inline Predictions predictionsOf(const std::vector<std::vector<float>>& probabilities,
                                 const std::vector<int>& labels) {
  Predictions made;
  made.classes = static_cast<int>(probabilities.front().size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto& p = probabilities[i];
    made.probabilities.insert(made.probabilities.end(), p.begin(), p.end());
    made.labels.push_back(static_cast<Label>(labels[i]));
    made.predicted.push_back(static_cast<Label>(std::max_element(p.begin(), p.end()) - p.begin()));
    made.losses.push_back(-std::log(p[static_cast<std::size_t>(labels[i])]));
  }
  return made;
}

}  // namespace inkling::test
