// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace inkling {

/// The number of a class.
using Label = std::uint16_t;

/// A label that says "none of the classes": what is to be learnt is the same probability for each.
inline constexpr Label kNoClass = 0xFFFF;

/// What files may hold.
inline constexpr int kMostClasses = 1000;
inline constexpr int kMostPixelsASide = 256;
inline constexpr int kMostImages = 10'000'000;

}  // namespace inkling
