// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <filesystem>

namespace inkling {

/// Writes a set as IDX files with MNIST's names and classes.txt into a folder, which is made; all
/// of them or none. Images of one channel have three dimensions, others four, channels last. Throws
/// Error, too if a data set is there already.
INKLING_CORE_API void exportIdxFolder(const DataSource& source,
                                      const std::filesystem::path& folder);

/// Writes a set as an archive for numpy.load: x_train and x_test, bytes of (images, rows, columns)
/// or (images, rows, columns, channels), y_train and y_test, 64-bit numbers, class_names, texts,
/// and full_scale, the 255 that pixels have at most. All or nothing. Throws Error, too above 2 GiB.
INKLING_CORE_API void exportNpz(const DataSource& source, const std::filesystem::path& file);

}  // namespace inkling
