// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/tensorfile.h"

#include <filesystem>
#include <span>

namespace inkling {

// The safetensors format (https://huggingface.co/docs/safetensors): 8 bytes little-endian length of
// the header, the header in JSON, padded with spaces so that the data begin at a multiple of 8, and
// the data: tensor after tensor without gaps. What is written here are 32-bit floats.

/// The bytes of a file, a pure function of `file`: metadata by name, tensors in their order.
INKLING_CORE_API std::vector<char> encodeSafetensors(const TensorFile& file);

/// Reads the bytes of a file; numbers of all types become 32-bit floats (base/numbertype.h). Trusts
/// nothing: header of at most 32 MiB, known fields and types, offsets that cover all data without
/// gap or overlap, no name twice. Throws Error; `source` names the file in it.
INKLING_CORE_API TensorFile decodeSafetensors(std::span<const char> bytes,
                                              const std::string& source);

/// The same from a file of at most 2 GiB.
INKLING_CORE_API TensorFile readSafetensors(const std::filesystem::path& file);

/// All or nothing, see io/atomicfile.h.
INKLING_CORE_API void writeSafetensors(const std::filesystem::path& path, const TensorFile& file);

}  // namespace inkling
