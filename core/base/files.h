// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

// What stands at a path, links followed. "There is none" and "it cannot be told" are two answers:
// all of these throw Error for the second, so that nothing is taken for missing that is there.

enum class FileKind {
  None,
  File,
  Folder,
  Other,  ///< a device, a pipe or a socket
};

INKLING_CORE_API FileKind fileKind(const std::filesystem::path& path);
INKLING_CORE_API bool isThere(const std::filesystem::path& path);

/// The paths of all entries, sorted; none if there is no such folder.
INKLING_CORE_API std::vector<std::filesystem::path> entriesOf(const std::filesystem::path& folder);

/// Makes a folder and those above it, unless they are there.
INKLING_CORE_API void makeFolder(const std::filesystem::path& folder);

/// Removes a file, a link (not what it leads to) or a folder with all that is in it; nothing there
/// is fine. Throws Error at the first thing that stays.
INKLING_CORE_API void removeAll(const std::filesystem::path& path);

/// ".npz" for "A.NPZ".
INKLING_CORE_API std::string lowerExtension(const std::filesystem::path& file);

}  // namespace inkling
