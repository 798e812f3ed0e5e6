// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/inputruns.h"

#include <numeric>

namespace inkling {
namespace {

/// Inputs that are taken or left together: shorter runs cost more than they save.
constexpr Index kGrain = 4;

}  // namespace

void InputRuns::reserve(Index inputs) {
  m_runs.reserve(static_cast<std::size_t>(inputs / (2 * kGrain) + 1));
  m_used.reserve(static_cast<std::size_t>(inputs));
  m_inputs.reserve(static_cast<std::size_t>(inputs));
}

void InputRuns::setAll(Index inputs) {
  m_runs.assign(1, {0, inputs, 0});
  m_inputs.resize(static_cast<std::size_t>(inputs));
  std::iota(m_inputs.begin(), m_inputs.end(), 0);
}

void InputRuns::add(std::span<const std::uint8_t> image) {
  // Copies, because the loop could write to the members.
  const std::size_t size = m_used.size();
  std::uint8_t* const to = m_used.data();
  const std::uint8_t* const from = image.data();
  for (std::size_t i = 0; i < size; ++i) to[i] |= from[i];
}

void InputRuns::finish() {
  const auto size = static_cast<Index>(m_used.size());
  m_runs.clear();
  m_inputs.clear();
  for (Index begin = 0; begin < size; begin += kGrain) {
    const Index end = std::min(begin + kGrain, size);
    const auto first = m_used.begin() + begin;
    if (std::all_of(first, first + (end - begin), [](std::uint8_t byte) { return byte == 0; }))
      continue;
    if (!m_runs.empty() && m_runs.back().begin + m_runs.back().count == begin)
      m_runs.back().count += end - begin;
    else
      m_runs.push_back({begin, end - begin, count()});
    for (Index input = begin; input < end; ++input)
      m_inputs.push_back(static_cast<std::int32_t>(input));
  }
}

}  // namespace inkling
