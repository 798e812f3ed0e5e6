// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/readfile.h"

#include <filesystem>
#include <span>

namespace inkling {

/// Replaces `file` by `bytes`, all or nothing: temporary file in the same folder, write, fsync,
/// rename, fsync of the folder. An error up to the rename throws Error, removes the temporary file
/// and leaves the old one. If only the folder cannot be synced, the new file is in its place and
/// the Error says so. Links are followed; devices and pipes are written to and stay what they are.
///
/// A temporary file is locked while its writer lives. Those of writers that were killed are removed
/// by the next save in the folder.
INKLING_CORE_API void writeFileAtomically(const std::filesystem::path& file,
                                          std::span<const char> bytes);

/// So that what was renamed in a folder is there after a power cut, too. `what` was just saved.
/// Throws Error, unless the file system only does not offer this.
INKLING_CORE_API void syncFolder(const std::filesystem::path& folder,
                                 const std::filesystem::path& what);

/// The file that saving to `file` writes: where a link leads, whether there is something or not.
INKLING_CORE_API std::filesystem::path saveTarget(const std::filesystem::path& file);

}  // namespace inkling
