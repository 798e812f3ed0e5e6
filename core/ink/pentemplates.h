// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace inkling {

/// Ways to write something with a pen, as text: control points "x y" in whole numbers, separated
/// by commas, strokes by slashes; "^" after a point is a corner, elsewhere the pen runs smoothly.
/// About 60 wide and 100 tall, y pointing down. Invented for this program.
std::span<const char* const> digitTemplates(int label);
std::span<const char* const> letterTemplates();

}  // namespace inkling
