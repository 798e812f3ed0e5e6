// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

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

/// Where a set is that is named by its catalogue name or by its path. Throws Error if it is not
/// there.
INKLING_CORE_API std::filesystem::path findSet(const std::string& nameOrPath,
                                               const std::filesystem::path& resources);

/// What people call the set at a path: "MNIST", or its last component.
INKLING_CORE_API std::string setTitle(const std::filesystem::path& path);

}  // namespace inkling
