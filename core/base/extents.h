// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inkling {

/// "128×784"; "a single number" for an empty shape.
INKLING_CORE_API std::string shapeText(const std::vector<int>& shape);

/// Number of values, −1 if it is above 2³¹ or an extent is negative.
INKLING_CORE_API std::int64_t sizeOf(const std::vector<int>& shape);

}  // namespace inkling
