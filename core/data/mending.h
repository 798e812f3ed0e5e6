// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataformat.h"
#include "core/recipe/dataspec.h"

#include <string>

namespace inkling {

/// Changes what was found as `mending` says. `name` is for messages. Throws Error if a part would
/// be left without images.
INKLING_CORE_API void mendData(FoundData& found, const DataMending& mending,
                               const std::string& name);

/// The images of a set at these positions, in this order.
INKLING_CORE_API Dataset imagesAt(const Dataset& set, std::span<const std::uint32_t> positions);

/// Do all pixels have the same value?
INKLING_CORE_API bool isOneValue(std::span<const std::uint8_t> image);

}  // namespace inkling
