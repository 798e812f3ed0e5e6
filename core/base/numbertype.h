// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace inkling {

/// How the numbers of an array stand in a file.
struct NumberType {
  enum class Kind {
    Float,       ///< IEEE 754, of 2, 4 or 8 bytes
    BrainFloat,  ///< the upper half of a 32-bit float
    Signed,      ///< two's complement, of 1, 2, 4 or 8 bytes
    Unsigned,
    Truth,  ///< a byte: 0 is false, all else true
  };
  Kind kind = Kind::Float;
  std::size_t bytes = 4;
  bool bigEndian = false;
  bool operator==(const NumberType&) const = default;
};

/// By NumPy's name: "<f4", "|u1", ">i8", "=f2". Nothing for what is no number or none of these.
INKLING_CORE_API std::optional<NumberType> numpyNumberType(std::string_view name);

/// By the name in safetensors files: "F16", "BF16", "F32", "F64", "I8" … "U64", "BOOL".
INKLING_CORE_API std::optional<NumberType> safetensorsNumberType(std::string_view name);

/// The numbers, rounded to the nearest 32-bit floats (true: 1); what is too large becomes infinite.
/// The length of `bytes` must be a multiple of type.bytes.
INKLING_CORE_API std::vector<float> floatsOf(std::span<const char> bytes, NumberType type);

}  // namespace inkling
