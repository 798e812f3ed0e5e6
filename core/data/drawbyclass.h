// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace inkling {

/// Some images of a set, drawn so that every class keeps its share, and those that are left. Both
/// in the order of the set.
struct DrawnByClass {
  std::vector<std::uint32_t> drawn;
  std::vector<std::uint32_t> left;
};

/// Draws `count` of the images `among` (positions in the set). Each class gives its share of them,
/// rounded by largest remainder; images of no class count as a class of their own. A pure function
/// of its arguments. count ≤ among.size().
INKLING_CORE_API DrawnByClass drawByClass(const Dataset& set, std::span<const std::uint32_t> among,
                                          int count, std::uint64_t seed);

}  // namespace inkling
