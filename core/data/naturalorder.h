// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string_view>

namespace inkling {

/// Whether a name comes before another one: numbers in them by value ("2" before "10", "b2" before
/// "b10"), all else by bytes.
INKLING_CORE_API bool naturallyBefore(std::string_view a, std::string_view b);

}  // namespace inkling
