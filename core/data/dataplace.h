// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>
#include <vector>

namespace inkling {

/// What stands at a path, as far as a format needs it to be recognised.
struct DataPlace {
  std::filesystem::path path;
  bool folder = false;
  std::vector<std::filesystem::path> entries;  ///< of a folder, sorted
  std::vector<char> head;                      ///< of a file: see headOf()
};

/// Throws Error if nothing is there, or neither file nor folder, or it cannot be read.
INKLING_CORE_API DataPlace placeAt(const std::filesystem::path& path);

/// The first 4 KiB of a file, inflated if it is gzip; fewer if it has fewer. Empty if it is
/// damaged. Throws Error if it cannot be read.
INKLING_CORE_API std::vector<char> headOf(const std::filesystem::path& file);

}  // namespace inkling
