// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/datareading.h"
#include "core/data/dataset.h"

#include <filesystem>
#include <optional>

namespace inkling {

// IDX files (LeCun, Cortes, Burges: "The MNIST database"): a magic number (0, 0, type of the
// values, number of dimensions), each dimension's extent as 32 bits, and the values, all
// big-endian. A file may be packed by gzip.

/// How an IDX file begins.
struct IdxHead {
  int type = 0;  ///< 8: unsigned bytes, 9: signed, 11: 16 bits, 12: 32 bits, 13, 14: floats
  std::vector<std::uint32_t> extents;
};

/// Nothing if `bytes`, the first of a file, are not those of an IDX file of 1 to 4 dimensions.
INKLING_CORE_API std::optional<IdxHead> parseIdxHead(std::span<const char> bytes);

/// Unsigned bytes in 2 (images, pixels of a square), 3 (images, rows, columns) or 4 dimensions
/// (channels last, or first, which is turned).
struct IdxImages {
  int count = 0;
  Shape shape;
  std::vector<std::uint8_t> values;
};

/// Bytes, 16 or 32 bits each, or a row of zeros and a one for each (2 dimensions).
struct IdxLabels {
  std::vector<Label> values;
  int width = 1;  ///< bytes in the file, of each
};

/// Trust nothing: at most 10,000,000 items, 1 … 256 rows and columns, 1,000 classes, no more than
/// there is memory for, exactly as many values as promised. Throw Error with file, offset, expected
/// and found.
INKLING_CORE_API IdxImages readIdxImages(const std::filesystem::path& file,
                                         const DataReading& reading = {});
INKLING_CORE_API IdxLabels readIdxLabels(const std::filesystem::path& file);

/// Joins images and labels; the paths are for messages. Throws Error unless there are as many
/// labels as images and all are below `classes`, which the set gets.
INKLING_CORE_API Dataset joinIdx(IdxImages images, const std::filesystem::path& imageFile,
                                 IdxLabels labels, const std::filesystem::path& labelFile,
                                 int classes);

}  // namespace inkling
