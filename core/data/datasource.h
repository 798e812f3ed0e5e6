// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/datareading.h"
#include "core/data/dataset.h"
#include "core/recipe/dataspec.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// Loads a set that is named by its catalogue name or by its path, in whatever of dataFormats() it
/// is stored. A set without test images gets a tenth of its training images, drawn by class, always
/// the same ones. Then it is mended, and its fingerprint is that of what comes of it. Throws Error.
INKLING_CORE_API DataSource loadDataSource(const MendedSet& images,
                                           const std::filesystem::path& resources,
                                           const DataReading& reading = {});
inline DataSource loadDataSource(const std::string& nameOrPath,
                                 const std::filesystem::path& resources,
                                 const DataReading& reading = {}) {
  return loadDataSource(MendedSet{nameOrPath}, resources, reading);
}

/// What the images of such a set are. Loads it, unless this program has done so before and the
/// place has not changed since. Throws Error.
INKLING_CORE_API ImageFormat loadImageFormat(const MendedSet& images,
                                             const std::filesystem::path& resources,
                                             const DataReading& reading = {});

/// The file of such a set, or what is in its folder: nothing of it may be written over. Throws
/// Error.
INKLING_CORE_API std::vector<std::filesystem::path> dataFiles(
    const std::string& nameOrPath, const std::filesystem::path& resources);

}  // namespace inkling
