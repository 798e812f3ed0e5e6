// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <filesystem>

namespace inkling {

/// What is in one IDX file of images, which are unsigned bytes: a magic number (0, 0, type 8,
/// number of dimensions), each dimension's extent as 32 bits, big-endian, and the values (LeCun,
/// Cortes, Burges: "The MNIST database").
struct IdxImages {
  std::vector<std::uint32_t> extents;  ///< images, rows, columns
  std::vector<std::uint8_t> values;
};

/// … of labels, which are unsigned bytes (type 8) or 16 bits, big-endian (type 11).
struct IdxLabels {
  std::vector<Label> values;
  int width = 1;  ///< bytes of each in the file
};

/// Reads an IDX file, raw or gzip. Trusts nothing: at most 10,000,000 items, 1 … 256 in the other
/// dimensions, at most 1 GiB, exactly as many values as promised. Throws Error with file, offset,
/// expected and found.
INKLING_CORE_API IdxImages readIdxImages(const std::filesystem::path& file);
INKLING_CORE_API IdxLabels readIdxLabels(const std::filesystem::path& file);

/// The extents of images alone, from the file's head. Throws Error.
INKLING_CORE_API std::vector<std::uint32_t> readIdxExtents(const std::filesystem::path& file);

/// Joins images and labels; the paths are for messages. Throws Error unless there are as many
/// labels as images and all are below `classes`.
INKLING_CORE_API Dataset joinIdx(IdxImages images, const std::filesystem::path& imageFile,
                                 IdxLabels labels, const std::filesystem::path& labelFile,
                                 int classes);

}  // namespace inkling
