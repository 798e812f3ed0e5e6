// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"

#include <filesystem>

namespace inkling {

/// What is in one IDX file of unsigned bytes: a magic number (0, 0, type 8, number of dimensions),
/// each dimension's extent as 32 bits, big-endian, and the values (LeCun, Cortes, Burges: "The
/// MNIST database").
struct IdxArray {
  std::vector<std::uint32_t> extents;
  std::vector<std::uint8_t> values;
};

/// Reads an IDX file, raw or gzip, which must have that many dimensions. Trusts nothing: at most
/// 10,000,000 items, 1 … 256 in the other dimensions, at most 1 GiB, exactly as many values as
/// promised. Throws Error with file, offset, expected and found.
INKLING_CORE_API IdxArray readIdx(const std::filesystem::path& file, int dimensions);

/// The extents alone, from the file's head. Throws Error.
INKLING_CORE_API std::vector<std::uint32_t> readIdxExtents(const std::filesystem::path& file,
                                                           int dimensions);

/// Joins images (three dimensions) and labels (one); the paths are for messages. Throws Error
/// unless there are as many labels as images and all are below `classes`.
INKLING_CORE_API Dataset joinIdx(IdxArray images, const std::filesystem::path& imageFile,
                                 IdxArray labels, const std::filesystem::path& labelFile,
                                 int classes);

}  // namespace inkling
