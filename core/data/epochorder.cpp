// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/epochorder.h"

#include "core/base/random.h"

#include <numeric>

namespace inkling {
namespace {

std::vector<std::uint32_t> sampledByClass(const DataView& view, std::uint64_t seed,
                                          std::uint32_t epoch) {
  std::vector<std::vector<std::uint32_t>> classes(static_cast<std::size_t>(view.set->classes));
  for (int i = 0; i < view.count(); ++i)
    classes[static_cast<std::size_t>(view.label(i))].push_back(static_cast<std::uint32_t>(i));
  std::erase_if(classes, [](const auto& members) { return members.empty(); });
  Random random(seed, RandomPurpose::ClassSampling, epoch);
  std::vector<std::uint32_t> order(view.indices.size());
  for (std::uint32_t& position : order) {
    const auto& members = classes[random.below(static_cast<std::uint32_t>(classes.size()))];
    position = members[random.below(static_cast<std::uint32_t>(members.size()))];
  }
  return order;
}

}  // namespace

std::vector<std::uint32_t> epochOrder(const DataView& view, const DataSpec& data,
                                      std::uint64_t seed, std::uint32_t epoch) {
  if (data.balance == ClassBalance::Sampling) return sampledByClass(view, seed, epoch);
  if (data.shuffle) return shuffled(static_cast<std::uint32_t>(view.count()), seed, epoch);
  std::vector<std::uint32_t> order(view.indices.size());
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

std::vector<int> countByClass(const DataView& view) {
  std::vector<int> counts(static_cast<std::size_t>(view.set->classes));
  for (int i = 0; i < view.count(); ++i) ++counts[static_cast<std::size_t>(view.label(i))];
  return counts;
}

}  // namespace inkling
