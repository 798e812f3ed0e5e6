// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loss/classweights.h"

#include <algorithm>
#include <numeric>

namespace inkling {

std::vector<double> balancedClassWeights(std::span<const int> counts) {
  const auto present =
      static_cast<double>(std::ranges::count_if(counts, [](int n) { return n > 0; }));
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  std::vector<double> weights;
  for (const int count : counts) weights.push_back(count > 0 ? total / (present * count) : 1);
  return weights;
}

template <typename Scalar>
void weigh(Columns<Scalar> gradient, std::span<const Label> labels,
           std::span<const double> weights) {
  for (std::size_t s = 0; s < labels.size(); ++s) {
    const auto weight = static_cast<Scalar>(weightOf(labels[s], weights));
    Scalar* const column = gradient.column(gradient.first + static_cast<Index>(s));
    for (Index i = 0; i < gradient.rows; ++i) column[i] *= weight;
  }
}

template INKLING_CORE_API void weigh(Columns<float>, std::span<const Label>,
                                     std::span<const double>);
template INKLING_CORE_API void weigh(Columns<double>, std::span<const Label>,
                                     std::span<const double>);

}  // namespace inkling
