// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace inkling {

/// A label that says "none of the classes": what is to be learnt is the same probability for each.
inline constexpr std::uint8_t kNoClass = 255;

/// What files may hold.
inline constexpr int kMostClasses = 256;
inline constexpr int kMostPixelsASide = 256;

}  // namespace inkling
