// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/drawbyclass.h"

#include "core/base/random.h"

#include <algorithm>
#include <map>

namespace inkling {
namespace {

using Members = std::vector<std::uint32_t>;

/// How many each class gives. Whole parts first, then one each to the largest remainders; equal
/// ones in the order of the classes.
std::vector<std::size_t> sharesOf(const std::map<int, Members>& classes, std::size_t count,
                                  std::size_t total) {
  std::vector<std::size_t> shares;
  std::vector<std::size_t> remainders;
  std::size_t given = 0;
  for (const auto& [label, members] : classes) {
    shares.push_back(members.size() * count / total);
    remainders.push_back(members.size() * count % total);
    given += shares.back();
  }
  std::vector<std::size_t> order(shares.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](std::size_t i) { return remainders[i]; });
  for (std::size_t i = 0; given < count; ++i, ++given) ++shares[order[i]];
  return shares;
}

}  // namespace

DrawnByClass drawByClass(const Dataset& set, std::span<const std::uint32_t> among, int count,
                         std::uint64_t seed) {
  DrawnByClass result;
  if (among.empty()) return result;
  std::map<int, Members> classes;
  for (const std::uint32_t image : among) classes[set.labels[image]].push_back(image);
  const auto shares = sharesOf(classes, static_cast<std::size_t>(count), among.size());
  std::size_t at = 0;
  for (auto& [label, members] : classes) {
    Random random(seed, RandomPurpose::Division, static_cast<std::uint32_t>(label));
    // The first steps of Fisher and Yates: `drawn` members stand in front.
    const std::size_t drawn = shares[at++];
    for (std::size_t i = 0; i < drawn; ++i)
      std::swap(members[i],
                members[i + random.below(static_cast<std::uint32_t>(members.size() - i))]);
    const auto end = members.begin() + static_cast<std::ptrdiff_t>(drawn);
    result.drawn.insert(result.drawn.end(), members.begin(), end);
    result.left.insert(result.left.end(), end, members.end());
  }
  std::ranges::sort(result.drawn);
  std::ranges::sort(result.left);
  return result;
}

}  // namespace inkling
