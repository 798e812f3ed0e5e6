// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inkling {

// How advice writes its numbers.

/// Three digits, for a field of a recipe: 1000 as "1e+03".
std::string numeral(double value);
/// Three digits, for a sentence: 1000 as "1,000".
std::string shown(double value);
/// 0.123 as "12.3 %".
std::string percent(double share);
/// To one significant digit, so that a suggestion is a number a person would choose.
double plain(double value);

}  // namespace inkling
