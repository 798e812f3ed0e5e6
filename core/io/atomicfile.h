// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/readfile.h"

#include <filesystem>
#include <span>

namespace inkling {

/// Replaces `file` by `bytes`, all or nothing: temporary file in the same folder, write, fsync,
/// rename, fsync of the folder. An error from any of them throws Error, removes the temporary file
/// and leaves the old one. Devices and pipes are written to and stay what they are.
INKLING_CORE_API void writeFileAtomically(const std::filesystem::path& file,
                                          std::span<const char> bytes);

}  // namespace inkling
