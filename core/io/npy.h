// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/tensorfile.h"

#include <filesystem>
#include <span>

namespace inkling {

// NumPy's file formats (numpy.lib.format): .npy is one array, .npz a zip archive of them.

/// One array as numpy.load reads it: version 1.0, '<f4', C order.
INKLING_CORE_API std::vector<char> encodeNpy(const Tensor& tensor);

/// Versions 1 to 3, floats of 16, 32 or 64 bits, whole numbers and truth values (see
/// base/numbertype.h), C or Fortran order. Throws Error; `source` names the file in it.
INKLING_CORE_API Tensor decodeNpy(std::span<const char> bytes, const std::string& source);

/// An uncompressed archive with "<name>.npy" for each tensor; equal tensors give equal bytes.
INKLING_CORE_API std::vector<char> encodeNpz(const std::vector<Tensor>& tensors);

/// Archives of numpy.savez and numpy.savez_compressed; sizes and checksums are checked. Throws
/// Error.
INKLING_CORE_API std::vector<Tensor> decodeNpz(std::span<const char> bytes,
                                               const std::string& source);

/// The same from files of at most 2 GiB. A tensor of a .npy is named after its file.
INKLING_CORE_API Tensor readNpy(const std::filesystem::path& file);
INKLING_CORE_API std::vector<Tensor> readNpz(const std::filesystem::path& file);

}  // namespace inkling
