// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/model/history.h"
#include "core/recipe/jsontext.h"
#include "core/recipe/recipe.h"

#include <string>

namespace inkling::cli {

std::string percent(double share);     ///< percent(0.9762): "97.62 %"
std::string duration(double seconds);  ///< "0.42 s", "12 s", "3 min 05 s", "2 h 10 min"

/// In a column so many characters wide, with a space before it; cut between two characters.
std::string rightAligned(const std::string& text, int width);

/// Beside test figures of a set without test images.
inline constexpr const char* kTestDrawn =
    "no test images in this set: a tenth of the training images was set aside";

/// The layers in one line, on images of that shape: "784-128-10", "28x28-24C5-P2-32C3-P2-256-10".
std::string outline(const Recipe& recipe, Shape input = {28, 28, 1});

/// Null where nothing was measured.
Json scoreJson(const Score& score);

/// Prints `object` on a line of standard output, at once.
void printLine(const Json& object);

}  // namespace inkling::cli
