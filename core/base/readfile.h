// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace inkling {

/// The whole file, which may have at most `limit` bytes. Throws Error (missing, a folder, too
/// large, unreadable).
INKLING_CORE_API std::vector<char> readFile(const std::filesystem::path& file, std::size_t limit);

}  // namespace inkling
