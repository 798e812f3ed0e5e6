// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/keptweights.h"

#include <algorithm>

namespace inkling {

KeptWeights::KeptWeights(Network<float>& network) {
  for (const auto& parameter : network.parameters()) m_sources.push_back(parameter.value);
  for (const auto& statistic : network.statistics()) m_sources.push_back(statistic.value);
  for (const Matrix<float>* source : m_sources) m_kept.push_back(*source);
  m_taken = m_kept;
}

void KeptWeights::take() {
  m_finite = std::all_of(m_sources.begin(), m_sources.end(),
                         [](const Matrix<float>* source) { return source->allFinite(); });
  for (std::size_t i = 0; m_finite && i < m_taken.size(); ++i) m_taken[i] = *m_sources[i];
}

void KeptWeights::confirm() {
  if (m_finite) m_kept.swap(m_taken);
}

void KeptWeights::restore() {
  for (std::size_t i = 0; i < m_kept.size(); ++i) *m_sources[i] = m_kept[i];
}

}  // namespace inkling
