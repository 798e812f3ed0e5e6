// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/averaging.h"

#include "core/base/error.h"
#include "core/tensor/multiplyadd.h"

#include <algorithm>
#include <utility>

namespace inkling {
namespace {

constexpr int kAverageParts = 8;
constexpr Index kGrain = 64;

}  // namespace

Averaging::Averaging(double decay, const Network<float>& network) : m_decay(decay) {
  for (const auto& parameter : network.parameters()) m_sources.push_back(parameter.value);
  for (const auto& statistic : network.statistics()) m_sources.push_back(statistic.value);
  m_values.resize(m_sources.size());
  beginAgain();
}

void Averaging::beginAgain() {
  for (std::size_t i = 0; i < m_values.size(); ++i) m_values[i] = *m_sources[i];
}

void Averaging::update(long t, ThreadTeam& team) {
  const double warm = (1 + static_cast<double>(t)) / (10 + static_cast<double>(t));
  const auto share = static_cast<float>(1 - std::min(m_decay, warm));
  team.run(kAverageParts, [&](int part, int) {
    for (std::size_t i = 0; i < m_values.size(); ++i) {
      const Index begin = partBegin(m_values[i].size(), kAverageParts, part, kGrain);
      const Index end = partBegin(m_values[i].size(), kAverageParts, part + 1, kGrain);
      const float* from = m_sources[i]->data();
      float* to = m_values[i].data();
      for (Index k = begin; k < end; ++k) to[k] = multiplyAdd(share, from[k] - to[k], to[k]);
    }
  });
}

void Averaging::copyTo(Network<float>& network) const {
  std::size_t i = 0;
  for (auto& parameter : network.parameters()) *parameter.value = m_values[i++];
  for (auto& statistic : network.statistics()) *statistic.value = m_values[i++];
}

void Averaging::restore(std::vector<Matrix<float>> values) {
  bool fits = values.size() == m_values.size();
  for (std::size_t i = 0; fits && i < values.size(); ++i)
    fits = values[i].rows() == m_values[i].rows() && values[i].cols() == m_values[i].cols();
  if (!fits) throw Error("The averaged weights in the checkpoint do not fit the recipe.");
  m_values = std::move(values);
}

}  // namespace inkling
