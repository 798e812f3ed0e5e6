// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// A data set that can be chosen by name.
struct CatalogueEntry {
  std::string name;   ///< "mnist"
  std::string title;  ///< "MNIST"
  std::filesystem::path folder;
};

/// The sets that are on this machine: the bundled ones below `resources`/datasets and those that
/// distributions install (/usr/share/datasets/…).
INKLING_CORE_API std::vector<CatalogueEntry> catalogue(const std::filesystem::path& resources);

/// Loads a set by its catalogue name or by the path of a folder with IDX files, in parallel. A set
/// without test images gets a tenth of its training images, drawn by class, always the same ones.
/// Throws Error.
INKLING_CORE_API DataSource loadDataSource(const std::string& nameOrFolder,
                                           const std::filesystem::path& resources);

/// The files that loadDataSource() reads; some may be missing, or their paths empty. Throws Error.
INKLING_CORE_API std::vector<std::filesystem::path> dataFiles(
    const std::string& nameOrFolder, const std::filesystem::path& resources);

/// What the images of such a set are, without loading them. Throws Error.
INKLING_CORE_API ImageFormat loadImageFormat(const std::string& nameOrFolder,
                                             const std::filesystem::path& resources);

}  // namespace inkling
