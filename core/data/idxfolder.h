// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>

namespace inkling {

/// The files of a data set. Names may have - or . before "idx", and .gz behind; those of labels end
/// in "ubyte" or "short".
struct IdxFiles {
  std::filesystem::path trainImages;
  std::filesystem::path trainLabels;
  std::filesystem::path testImages;  ///< empty, as testLabels: the set has no test images
  std::filesystem::path testLabels;
};

/// Finds the files in `folder`, raw before .gz. Throws Error naming the first that is missing;
/// those for testing may both be.
INKLING_CORE_API IdxFiles findIdxFiles(const std::filesystem::path& folder);

/// Whether findIdxFiles() would find them all, or any. Throws Error if that cannot be told.
INKLING_CORE_API bool hasIdxFiles(const std::filesystem::path& folder);
INKLING_CORE_API bool hasAnyIdxFile(const std::filesystem::path& folder);

}  // namespace inkling
