// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace inkling {

// Numbers as text, with a point in every language: printf and strtod follow the locale.

/// As printf's "%.2f" for 2 digits.
INKLING_CORE_API std::string fixed(double value, int digits);
/// As printf's "%.3g" for 3 digits.
INKLING_CORE_API std::string significant(double value, int digits);
/// 16 digits, "00000000000000ff".
INKLING_CORE_API std::string hexText(std::uint64_t value);
/// The number that `text` begins with, 0 if there is none. `used`, if given, gets its length.
INKLING_CORE_API double numberFrom(std::string_view text, std::size_t* used = nullptr);

}  // namespace inkling
