// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/keptweights.h"

#include "core/base/error.h"

#include <algorithm>
#include <utility>

namespace inkling {

KeptWeights::KeptWeights(Network<float>& network) {
  for (const auto& parameter : network.parameters()) m_sources.push_back(parameter.value);
  for (const auto& statistic : network.statistics()) m_sources.push_back(statistic.value);
  for (const Matrix<float>* source : m_sources) m_kept.push_back(*source);
  m_taken = m_kept;
}

void KeptWeights::take() {
  m_finite = networkIsFinite();
  for (std::size_t i = 0; m_finite && i < m_taken.size(); ++i) m_taken[i] = *m_sources[i];
}

void KeptWeights::confirm() {
  if (m_finite) m_kept.swap(m_taken);
}

void KeptWeights::restore() {
  for (std::size_t i = 0; i < m_kept.size(); ++i) *m_sources[i] = m_kept[i];
}

bool KeptWeights::networkIsFinite() const {
  return std::ranges::all_of(m_sources,
                             [](const Matrix<float>* source) { return source->allFinite(); });
}

std::vector<Matrix<float>> KeptWeights::values() const {
  const bool same = std::ranges::equal(
      m_kept, m_sources,
      [](const Matrix<float>& kept, const Matrix<float>* source) { return kept == *source; });
  return same ? std::vector<Matrix<float>>() : m_kept;
}

void KeptWeights::setValues(std::vector<Matrix<float>> values) {
  if (values.empty()) return;
  const bool fits = std::ranges::equal(
      values, m_sources, [](const Matrix<float>& value, const Matrix<float>* source) {
        return value.rows() == source->rows() && value.cols() == source->cols();
      });
  if (!fits) throw Error("The kept weights in the checkpoint do not fit the recipe.");
  m_kept = std::move(values);
}

}  // namespace inkling
