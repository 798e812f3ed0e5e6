// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

namespace inkling::fuzz {

/// For readers that take a file: one in memory that holds the input until the next call.
std::filesystem::path fileOf(std::span<const char> input);

}  // namespace inkling::fuzz
