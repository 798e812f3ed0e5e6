// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <vector>

namespace inkling {

/// The positions in `view` that an epoch goes through, as many as there are images. As a rule each
/// once, shuffled or as they stand. With ClassBalance::Sampling each is drawn, with replacement:
/// first one of the classes that have images, all equally likely, then one of its images; `shuffle`
/// does not count. A pure function of its arguments.
INKLING_CORE_API std::vector<std::uint32_t> epochOrder(const DataView& view, const DataSpec& data,
                                                       std::uint64_t seed, std::uint32_t epoch);

/// Images of each class of the set that the view has.
INKLING_CORE_API std::vector<int> countByClass(const DataView& view);

}  // namespace inkling
