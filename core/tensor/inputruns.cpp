// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/inputruns.h"

namespace inkling {
namespace {

/// Inputs that are taken or left together: shorter runs cost more than they save.
constexpr Index kGrain = 4;

}  // namespace

void InputRuns::reserve(Index inputs) {
  m_runs.reserve(static_cast<std::size_t>(inputs / (2 * kGrain) + 1));
  m_used.reserve(static_cast<std::size_t>(inputs));
}

void InputRuns::setAll(Index inputs) {
  m_inputs = inputs;
  m_runs.assign(1, {0, inputs, 0});
}

void InputRuns::add(std::span<const std::uint8_t> image) {
  // Copies, because the loop could write to the members.
  const std::size_t size = m_used.size();
  std::uint8_t* const to = m_used.data();
  const std::uint8_t* const from = image.data();
  for (std::size_t i = 0; i < size; ++i) to[i] |= from[i];
}

void InputRuns::finish() {
  m_inputs = static_cast<Index>(m_used.size());
  m_runs.clear();
  for (Index begin = 0; begin < m_inputs; begin += kGrain) {
    const Index end = std::min(begin + kGrain, m_inputs);
    const auto first = m_used.begin() + begin;
    if (std::all_of(first, first + (end - begin), [](std::uint8_t byte) { return byte == 0; }))
      continue;
    if (!m_runs.empty() && m_runs.back().begin + m_runs.back().count == begin)
      m_runs.back().count += end - begin;
    else
      m_runs.push_back({begin, end - begin, count()});
  }
}

}  // namespace inkling
